// Parts of values: an item, a slice, all items one by one. Failures are left in `call`.

#pragma once

#include "templates/call.h"

namespace puebla::templates {

// object[start:stop:step]; none for an absent bound.
Value slice(const Value& object, const Value& start, const Value& stop, const Value& step,
            Call& call);

// object[key]; null where there is nothing. `scratch` holds what had to be made.
const Value* subscript(const Value& object, const Value& key, Value& scratch, Call& call);

// The items of a list, the names of a map, the characters of a text; fails for anything else.
// A list is given as it is, everything else is put into `scratch`.
const List* items_of(const Value& value, List& scratch, Call& call);

// The names and values of a map, in pairs.
List pairs_of(const Map& map, Call& call);

// Where the part stands in the text, from that byte on; npos where it does not. Never worse than
// linear, as std::string::find() is for a part that nearly fits everywhere.
std::size_t place_of(std::string_view part, std::string_view text, std::size_t from = 0);

}  // namespace puebla::templates
