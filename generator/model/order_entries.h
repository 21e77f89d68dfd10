// Puts the entries of every collection in the order its collection.json asks for, per language.

#pragma once

#include "model/site.h"

namespace puebla {

// Texts sort as the language orders words; dates and numbers by value; what lacks the field comes
// last. Entries that are equal keep the order of their names.
void order_entries(Site& site);

}  // namespace puebla
