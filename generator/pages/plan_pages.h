// Decides which pages the site has and where each one lives.
//
// Two pages never share an address: a clash is reported at both sources and the first one keeps it.
// Bodies are still empty; fill_pages() completes them.

#pragma once

#include "foundation/diagnostics.h"
#include "model/site.h"
#include "pages/page.h"

namespace puebla {

PageSet plan_pages(const Site& site, Diagnostics& problems);

}  // namespace puebla
