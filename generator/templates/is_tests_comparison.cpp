// Tests that hold a value against another: in, sameas, and ==, < and the like by their names.

#include "templates/comparisons.h"
#include "templates/is_test_families.h"

namespace puebla::templates {

namespace {

template <Comparison how>
bool compared(const Value& input, Call& call) {
    return compares(how, input, call.positional[0], call);
}

bool same_as(const Value& input, Call& call) {
    const Value& other = call.positional[0];
    return input.kind() == other.kind() && input == other;
}

}  // namespace

std::vector<Test> comparison_tests() {
    using C = Comparison;
    const std::vector<std::string_view> other = {"other"};
    const auto in = [](const Value& input, Call& call) {
        return contains(call.positional[0], input, call);
    };
    std::vector<Test> table = {
        {"in",
         say("One of the items, names or parts", "Uno de los elementos, nombres o partes"),
         {"seq"},
         in,
         {{R"({{ "yes" if 2 is in [1, 2] }})", "yes"}}},
        {"sameas",
         say("Equal and of the same kind", "Igual y de la misma clase"),
         other,
         same_as,
         {{R"({{ "yes" if true is sameas true }})", "yes"}}},
    };
    struct Row {
        std::string_view name;
        bool (*function)(const Value&, Call&);
        std::string_view example;
    };
    const Row rows[] = {
        {"eq", compared<C::equal>, R"({{ "yes" if 1 is eq 1 }})"},
        {"equalto", compared<C::equal>, R"({{ "yes" if 1 is equalto 1 }})"},
        {"==", compared<C::equal>, R"({{ [1, 2] | select("==", 2) | first }})"},
        {"ne", compared<C::not_equal>, R"({{ "yes" if 1 is ne 2 }})"},
        {"!=", compared<C::not_equal>, R"({{ [1, 2] | select("!=", 1) | first }})"},
        {"lt", compared<C::less>, R"({{ "yes" if 1 is lt 2 }})"},
        {"lessthan", compared<C::less>, R"({{ "yes" if 1 is lessthan 2 }})"},
        {"<", compared<C::less>, R"({{ [2, 3] | select("<", 3) | first }})"},
        {"le", compared<C::less_or_equal>, R"({{ "yes" if 1 is le 1 }})"},
        {"<=", compared<C::less_or_equal>, R"({{ [2, 4] | select("<=", 3) | first }})"},
        {"gt", compared<C::greater>, R"({{ "yes" if 2 is gt 1 }})"},
        {"greaterthan", compared<C::greater>, R"({{ "yes" if 2 is greaterthan 1 }})"},
        {">", compared<C::greater>, R"({{ [1, 2] | select(">", 1) | first }})"},
        {"ge", compared<C::greater_or_equal>, R"({{ "yes" if 1 is ge 1 }})"},
        {">=", compared<C::greater_or_equal>, R"({{ [1, 2] | select(">=", 2) | first }})"},
    };
    for (const Row& row : rows) {
        const bool word = row.name.front() >= 'a';
        table.push_back({row.name,
                         say("Compares with another value", "Compara con otro valor"),
                         other,
                         row.function,
                         {{row.example, word ? "yes" : "2"}}});
    }
    return table;
}

}  // namespace puebla::templates
