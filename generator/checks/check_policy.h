// The security policy of the pages: nothing but the site's own files, no code inside a page.
//
// Browsers obey it whether the page or the host sends it (Content-Security-Policy), so what it
// forbids looks whole in the source and is missing for readers.

#pragma once

#include "checks/checks.h"

namespace puebla {

void check_policy(const FinishedPage& page, Findings& findings);

}  // namespace puebla
