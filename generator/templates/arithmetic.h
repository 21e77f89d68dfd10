// What + - * / // % and ** make of two numbers, as in Python; whole numbers have 64 bits.

#pragma once

#include "templates/call.h"
#include "templates/syntax.h"

namespace puebla::templates {

// A whole number; true is 1.
bool is_whole(const Value& value);
std::int64_t whole(const Value& value);

// Failures, division by zero and results that leave 64 bits, are left in `call`.
Value whole_result(Expression::Kind operation, std::int64_t left, std::int64_t right, Call& call);
Value real_result(Expression::Kind operation, double left, double right, Call& call);

}  // namespace puebla::templates
