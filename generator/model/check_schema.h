// Whether the "record" of a collection.json is a JSON Schema, each mistake at its place.
//
// Puebla's own keywords and formats are among those that are checked. What a field of the record
// means is no question here (read_fields.h).

#pragma once

#include "model/read_settings.h"

namespace puebla {

void check_schema(const Value& schema, const Settings& settings);

}  // namespace puebla
