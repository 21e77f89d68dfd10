// What every single page must have.

#pragma once

#include "checks/checks.h"

namespace puebla {

void check_ids(const FinishedSite& site, const Sources& sources, Causes& causes);
void check_titles(const FinishedSite& site, const Sources& sources, Causes& causes);
void check_languages(const FinishedSite& site, const Sources& sources, Causes& causes);
void check_canonical(const FinishedSite& site, const Sources& sources, Causes& causes);
void check_main_parts(const FinishedSite& site, const Sources& sources, Causes& causes);

}  // namespace puebla
