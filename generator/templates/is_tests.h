// The tests of the template language: {% if title is defined %}.
//
// Like filters, each is a row of one table with documentation and examples.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templates/call.h"
#include "templates/filters.h"

namespace puebla::templates {

struct Test {
    std::string_view name;
    Message documentation;
    std::vector<std::string_view> parameters;
    bool (*function)(const Value& input, Call& call);
    std::vector<Example> examples;
};

const std::vector<Test>& tests();
const Test* find_test(std::string_view name);
std::vector<std::string> test_names();

bool apply_test(const Test& test, const Value& input, Call& call);

}  // namespace puebla::templates
