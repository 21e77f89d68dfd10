// Compares a record with the fields of its collection and says, at the very place, what is wrong.

#pragma once

#include "foundation/value.h"
#include "model/read_settings.h"
#include "model/site.h"

namespace puebla {

// Our own walk words the mistakes; where it finds none, the schema itself has the last word. Does
// not follow references; relate_entries does, once all entries are known.
void check_record(const Value& record, const Collection& collection, const Settings& settings);

}  // namespace puebla
