// Where the references of a JSON Schema lead, and whether judging one value by it would come back
// to where it began.
//
// "$ref" may lead back to a schema that applies to the same value: {"allOf": [{"$ref": "#"}]}. A
// validator would follow it for ever. A schema that refers to itself for a part of the value, as
// trees do, is right.

#pragma once

#include <optional>

#include "foundation/value.h"

namespace puebla {

// What "#/definitions/a" leads to in a schema; null where that is nothing.
const Value* schema_at(const Value& root, std::string_view reference);

struct SchemaLoop {
    const Value* where = nullptr;  // the "$ref" at fault; the schema where there is none
    bool closed = false;           // it comes back; else the way is only too long
};

std::optional<SchemaLoop> find_loop(const Value& schema);

}  // namespace puebla
