#include "templates/is_tests.h"

#include <iterator>
#include <utility>

#include "templates/is_test_families.h"

namespace puebla::templates {

const std::vector<Test>& tests() {
    static const std::vector<Test> table = [] {
        std::vector<Test> all = kind_tests();
        std::vector<Test> others = comparison_tests();
        std::move(others.begin(), others.end(), std::back_inserter(all));
        return all;
    }();
    return table;
}

const Test* find_test(std::string_view name) {
    for (const Test& test : tests()) {
        if (test.name == name) {
            return &test;
        }
    }
    return nullptr;
}

std::vector<std::string> test_names() {
    std::vector<std::string> names;
    for (const Test& test : tests()) {
        names.emplace_back(test.name);
    }
    return names;
}

bool apply_test(const Test& test, const Value& input, Call& call) {
    bind_arguments(test.name, test.parameters, call);
    for (std::size_t i = 0; i < test.parameters.size() && !call.failure(); ++i) {
        if (call.positional[i].is(Kind::unset)) {
            call.fail("template-type", say("the test \"{}\" needs an argument",
                                           "la prueba «{}» necesita un argumento", test.name));
        }
    }
    return !call.failure() && test.function(input, call);
}

}  // namespace puebla::templates
