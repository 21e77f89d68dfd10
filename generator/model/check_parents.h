// Which page stands above which: parents are named in records and in collection.json.

#pragma once

#include "model/site.h"

namespace puebla {

// Reports parents that lead nowhere and entries that are above themselves. Afterwards every way up
// ends: the parents of a circle are taken away.
void check_parents(Site& site, Diagnostics& problems);

}  // namespace puebla
