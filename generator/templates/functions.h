// Functions that every template can call: range(3), namespace(count=0).

#pragma once

#include <string_view>
#include <vector>

#include "templates/call.h"
#include "templates/filters.h"

namespace puebla::templates {

struct GlobalFunction {
    std::string_view name;
    Message documentation;
    Value (*function)(Call& call);
    std::vector<Example> examples;
};

const std::vector<GlobalFunction>& global_functions();

// What namespace() gives: a map that {% set ns.name = … %} can change.
class NameSpace : public Object {
  public:
    NameSpace() : Object(Type::name_space) {}
    Map values;
};

// What cycler("odd", "even") gives.
class Cycler : public Object {
  public:
    Cycler() : Object(Type::cycler) {}
    List items;
    std::size_t position = 0;
};

// What joiner(", ") gives: called, it gives nothing the first time and its text from then on.
class Joiner : public Object {
  public:
    Joiner() : Object(Type::joiner) {}
    Value separator;
    bool used = false;
};

}  // namespace puebla::templates
