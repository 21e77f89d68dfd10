// What needs a name for those who hear a page: pictures, links, fields and buttons.

#pragma once

#include "checks/checks.h"

namespace puebla {

void check_names(const FinishedPage& page, Findings& findings);

}  // namespace puebla
