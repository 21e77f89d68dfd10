// Names have histories: bodies are renamed, and the name of a day is found by its date.

#pragma once

#include "foundation/value.h"
#include "locale/locale.h"

namespace puebla {

// Whether a thing with these "from" and "until" dates (either may be missing) holds on a date.
// Dates of lower precision cover all they name: "until 2019" holds through 31 December 2019.
bool holds_on(const Value& period, PartialDate date);

// The item of a "names" field that is current on a date; else the last one; null for an empty list.
const Value* name_on(const Value& names, PartialDate date);

}  // namespace puebla
