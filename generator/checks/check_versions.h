// The same page in several languages.

#pragma once

#include "checks/checks.h"

namespace puebla {

void check_alternates(const FinishedSite& site, const Sources& sources, Causes& causes);
void check_versions(const FinishedSite& site, const Sources& sources, Causes& causes);

}  // namespace puebla
