// The JSON Schema by which Valijson judges the records of a collection.

#pragma once

#include <vector>

#include "foundation/value.h"
#include "model/field.h"

namespace puebla {

// The author's schema, closed to names it does not declare, with the common fields, and without
// what our own walk judges better: formats, and patterns of texts.
Value closed_schema(const Value& record, const std::vector<Field>& fields);

}  // namespace puebla
