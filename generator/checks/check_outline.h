// How a page is built for those who move through it by headings and tables.

#pragma once

#include "checks/checks.h"

namespace puebla {

void check_outline(const FinishedPage& page, Findings& findings);

}  // namespace puebla
