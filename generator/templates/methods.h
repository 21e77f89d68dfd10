// What can be called on a value with a dot: {{ name.upper() }}, {{ map.items() }}, loop.cycle(…).

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templates/call.h"

namespace puebla::templates {

struct Method {
    std::string_view name;
    Value (*function)(const Value& object, Call& call);
};

const Method* find_method(const Value& object, std::string_view name);
std::vector<std::string> method_names(const Value& object);

}  // namespace puebla::templates
