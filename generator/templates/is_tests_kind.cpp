// Tests of what a value is: there at all, a number, a list, even, in capitals.

#include <algorithm>

#include "templates/is_test_families.h"

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

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Test> kind_tests() {
    const std::vector<std::string_view> none;
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
    return {
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
    };
}

}  // namespace puebla::templates
