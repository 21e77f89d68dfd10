// Reads the fields of a record from the JSON Schema in collection.json.

#pragma once

#include <vector>

#include "model/field.h"
#include "model/read_settings.h"

namespace puebla {

// The fields of an object schema, in its order.
std::vector<Field> read_fields(const Value& schema, const Settings& settings);

}  // namespace puebla
