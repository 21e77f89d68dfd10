// Whether judging one value by a JSON Schema would come back to where it began.
//
// "$ref" may lead back to a schema that applies to the same value: {"allOf": [{"$ref": "#"}]}. A
// validator would follow it for ever. A schema that refers to itself for a part of the value, as
// trees do, is right.

#pragma once

#include "foundation/value.h"

namespace puebla {

bool goes_in_circles(const Value& schema);

}  // namespace puebla
