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

// The text of a number or a text as `~` and `join` write it; fails for what has no text. HTML is
// given as it is.
std::string text_for_joining(const Value& value, Call& call);

}  // namespace puebla::templates
