#include "templates/is_tests.h"

#include <algorithm>

namespace puebla::templates {

namespace {

bool is_whole(const Value& value) {
    return value.is(Kind::integer) || value.is(Kind::boolean);
}

bool parity(const Value& input, Call& call, std::int64_t rest) {
    if (!is_whole(input)) {
        const Message kind = kind_name(input);
        call.fail("template-type",
                  {kind.en + " is neither odd nor even", kind.es + " no es par ni impar"});
        return false;
    }
    return ((input.is(Kind::boolean) ? input.boolean() : input.integer()) & 1) == rest;
}

bool divisible_by(const Value& input, Call& call) {
    const Value& divisor = call.positional[0];
    if (!input.is(Kind::integer) || !divisor.is(Kind::integer) || divisor.integer() == 0) {
        call.fail("template-type", say("\"divisibleby\" needs two whole numbers, the second not 0",
                                       "«divisibleby» necesita dos números enteros, el segundo "
                                       "distinto de 0"));
        return false;
    }
    return divisor.integer() == -1 || input.integer() % divisor.integer() == 0;
}

template <Comparison how>
bool compared(const Value& input, Call& call) {
    return compares(how, input, call.positional[0], call);
}

template <Kind kind>
bool of_kind(const Value& input, Call&) {
    return input.is(kind);
}

bool is_sequence(const Value& input, Call&) {
    return input.is(Kind::list) || input.is(Kind::map) || input.is_text();
}

bool is_callable(const Value& input, Call&) {
    return input.is(Kind::function) ||
           (input.is(Kind::object) && (input.object().type() == Object::Type::macro ||
                                       input.object().type() == Object::Type::joiner));
}

bool same_as(const Value& input, Call& call) {
    const Value& other = call.positional[0];
    return input.kind() == other.kind() && input == other;
}

bool is_upper(const Value& input, Call&) {
    const std::string_view text = input.text();
    const auto between = [&](char first, char last) {
        return std::any_of(text.begin(), text.end(),
                           [&](char c) { return c >= first && c <= last; });
    };
    return between('A', 'Z') && !between('a', 'z');
}

bool is_lower(const Value& input, Call&) {
    const std::string_view text = input.text();
    const auto between = [&](char first, char last) {
        return std::any_of(text.begin(), text.end(),
                           [&](char c) { return c >= first && c <= last; });
    };
    return between('a', 'z') && !between('A', 'Z');
}

std::vector<Test> make_tests();

}  // namespace

bool compares(Comparison how, const Value& left, const Value& right, Call& call) {
    if (how == Comparison::equal || how == Comparison::not_equal) {
        return (left == right) == (how == Comparison::equal);
    }
    const std::optional<int> order = compare(left, right);
    if (!order) {
        const Message one = kind_name(left);
        const Message two = kind_name(right);
        call.fail("template-type", {one.en + " and " + two.en + " have no order",
                                    one.es + " y " + two.es + " no tienen orden"});
        return false;
    }
    switch (how) {
        case Comparison::less:
            return *order < 0;
        case Comparison::less_or_equal:
            return *order <= 0;
        case Comparison::greater:
            return *order > 0;
        default:
            return *order >= 0;
    }
}

bool contains(const Value& container, const Value& item, Call& call) {
    if (container.is(Kind::list)) {
        const List& items = container.list();
        return std::find(items.begin(), items.end(), item) != items.end();
    }
    if (container.is(Kind::map)) {
        return item.is_text() && container.map().find(item.text()) != nullptr;
    }
    if (container.is_text() && item.is_text()) {
        return container.text().find(item.text()) != std::string_view::npos;
    }
    const Message one = kind_name(item);
    const Message two = kind_name(container);
    call.fail("template-type",
              {one.en + " cannot be \"in\" " + two.en, one.es + " no puede estar «in» " + two.es});
    return false;
}

const std::vector<Test>& tests() {
    static const std::vector<Test> table = make_tests();
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

namespace {

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Test> make_tests() {
    using C = Comparison;
    const std::vector<std::string_view> none;
    const std::vector<std::string_view> other = {"other"};
    const auto defined = [](const Value& input, Call&) { return !input.is(Kind::undefined); };
    const auto undefined = [](const Value& input, Call&) { return input.is(Kind::undefined); };
    const auto number = [](const Value& input, Call&) { return input.is_number(); };
    const auto text = [](const Value& input, Call&) { return input.is_text(); };
    const auto is_true = [](const Value& input, Call&) {
        return input.is(Kind::boolean) && input.boolean();
    };
    const auto is_false = [](const Value& input, Call&) {
        return input.is(Kind::boolean) && !input.boolean();
    };
    const auto odd = [](const Value& input, Call& call) { return parity(input, call, 1); };
    const auto even = [](const Value& input, Call& call) { return parity(input, call, 0); };
    const auto in = [](const Value& input, Call& call) {
        return contains(call.positional[0], input, call);
    };
    std::vector<Test> table = {
        {"defined",
         say("There is a variable or member of that name",
             "Existe una variable o un miembro con ese nombre"),
         none,
         defined,
         {{R"({% if nothing is defined %}yes{% else %}no{% endif %})", "no"}}},
        {"undefined",
         say("There is no variable or member of that name",
             "No existe una variable ni un miembro con ese nombre"),
         none,
         undefined,
         {{R"({{ "no" if nothing is undefined }})", "no"}}},
        {"none",
         say("The value is none", "El valor es none"),
         none,
         of_kind<Kind::none>,
         {{R"({{ "absent" if none is none }})", "absent"}}},
        {"boolean",
         say("True or false", "Verdadero o falso"),
         none,
         of_kind<Kind::boolean>,
         {{R"({{ "yes" if true is boolean }})", "yes"}}},
        {"true",
         say("Exactly true", "Exactamente verdadero"),
         none,
         is_true,
         {{R"({{ "yes" if (1 == 1) is true }})", "yes"}}},
        {"false",
         say("Exactly false", "Exactamente falso"),
         none,
         is_false,
         {{R"({{ "yes" if (1 == 2) is false }})", "yes"}}},
        {"number",
         say("A whole or real number", "Un número entero o real"),
         none,
         number,
         {{R"({{ "yes" if 1.5 is number }})", "yes"}}},
        {"integer",
         say("A whole number", "Un número entero"),
         none,
         of_kind<Kind::integer>,
         {{R"({{ "yes" if 3 is integer }})", "yes"}}},
        {"float",
         say("A real number", "Un número real"),
         none,
         of_kind<Kind::real>,
         {{R"({{ "yes" if 1.5 is float }})", "yes"}}},
        {"string",
         say("A text", "Un texto"),
         none,
         text,
         {{R"({{ "yes" if "a" is string }})", "yes"}}},
        {"mapping",
         say("A map, such as a page", "Un mapa, como una página"),
         none,
         of_kind<Kind::map>,
         {{R"({{ "yes" if {"a": 1} is mapping }})", "yes"}}},
        {"sequence",
         say("A list, a text or a map", "Una lista, un texto o un mapa"),
         none,
         is_sequence,
         {{R"({{ "yes" if [1] is sequence }})", "yes"}}},
        {"iterable",
         say("Something that \"for\" can go through", "Algo que «for» puede recorrer"),
         none,
         is_sequence,
         {{R"({{ "yes" if [1] is iterable }})", "yes"}}},
        {"callable",
         say("A function or macro", "Una función o macro"),
         none,
         is_callable,
         {{R"({{ "yes" if range is callable }})", "yes"}}},
        {"odd",
         say("An odd number", "Un número impar"),
         none,
         odd,
         {{R"({{ "yes" if 3 is odd }})", "yes"}}},
        {"even",
         say("An even number", "Un número par"),
         none,
         even,
         {{R"({{ "yes" if 4 is even }})", "yes"}}},
        {"divisibleby",
         say("Divisible by that number", "Divisible entre ese número"),
         {"num"},
         divisible_by,
         {{R"({{ "yes" if 9 is divisibleby 3 }})", "yes"}}},
        {"lower",
         say("Written in small letters", "Escrito en minúsculas"),
         none,
         is_lower,
         {{R"({{ "yes" if "abc" is lower }})", "yes"}}},
        {"upper",
         say("Written in capitals", "Escrito en mayúsculas"),
         none,
         is_upper,
         {{R"({{ "yes" if "ABC" is upper }})", "yes"}}},
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

}  // namespace

}  // namespace puebla::templates
