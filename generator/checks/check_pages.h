// What every single page must have.

#pragma once

#include "checks/checks.h"

namespace puebla {

void check_ids(const FinishedSite& site, Diagnostics& problems);
void check_titles(const FinishedSite& site, Diagnostics& problems);
void check_languages(const FinishedSite& site, Diagnostics& problems);
void check_alternates(const FinishedSite& site, Diagnostics& problems);
void check_versions(const FinishedSite& site, Diagnostics& problems);

}  // namespace puebla
