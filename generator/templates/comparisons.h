// left < right, item in container and the like, which tests and operators share.

#pragma once

#include "templates/call.h"

namespace puebla::templates {

enum class Comparison { equal, not_equal, less, less_or_equal, greater, greater_or_equal };

// Fails where the two have no order.
bool compares(Comparison how, const Value& left, const Value& right, Call& call);
bool contains(const Value& container, const Value& item, Call& call);

}  // namespace puebla::templates
