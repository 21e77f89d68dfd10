// What +, *, ~ and the other signs between two values do. As in Python, except that whole numbers
// that leave 64 bits are an error. Failures are left in `call`.

#pragma once

#include "templates/call.h"
#include "templates/syntax.h"

namespace puebla::templates {

// Fails with "template-limit": a text or list longer than any may be.
Value too_long(Call& call);

Value calculate(Expression::Kind operation, const Value& left, const Value& right, Call& call);
Value negate(const Value& operand, Call& call);

// left ~ right ~ …: where one part is HTML, the result is, and the other parts are escaped.
Value concatenate(const List& parts, Call& call);

// object[start:stop:step]; none for an absent bound.
Value slice(const Value& object, const Value& start, const Value& stop, const Value& step,
            Call& call);

// object[key]; null where there is nothing. `scratch` holds what had to be made.
const Value* subscript(const Value& object, const Value& key, Value& scratch, Call& call);

// The text of a number or a text as `~` and `join` write it; fails for what has no text. HTML is
// given as it is.
std::string text_for_joining(const Value& value, Call& call);

// The items of a list, the names of a map, the characters of a text; fails for anything else.
// A list is given as it is, everything else is put into `scratch`.
const List* items_of(const Value& value, List& scratch, Call& call);

}  // namespace puebla::templates
