// Filters that change the case of letters.

#include <algorithm>
#include <string>

#include "locale/letter_case.h"
#include "templates/limits.h"
#include "templates/text_input.h"

namespace puebla::templates {

namespace {

Value upper(const Value& input, Call& call) {
    const auto text = text_of(input, call, cost_of_changing);
    return text ? text->with(upper_case(text->characters)) : Value();
}

Value lower(const Value& input, Call& call) {
    const auto text = text_of(input, call, cost_of_changing);
    return text ? text->with(lower_case(text->characters)) : Value();
}

Value capitalize(const Value& input, Call& call) {
    const auto text = text_of(input, call, cost_of_changing);
    return text ? text->with(capitalized(text->characters)) : Value();
}

// Words begin after white space, a hyphen or an opening bracket.
Value title(const Value& input, Call& call) {
    const auto text = text_of(input, call, cost_of_changing);
    if (!text) {
        return {};
    }
    constexpr std::string_view before_words = "- \t\n\r\f\v({[<";
    std::string result;
    std::string_view rest = text->characters;
    while (!rest.empty()) {
        const bool between = before_words.find(rest.front()) != std::string_view::npos;
        const std::size_t end = std::min(
            between ? rest.find_first_not_of(before_words) : rest.find_first_of(before_words),
            rest.size());
        const std::size_t first = between ? end : bytes_of(rest, 1);
        result += upper_case(rest.substr(0, first)) + lower_case(rest.substr(first, end - first));
        rest.remove_prefix(end);
    }
    return result;  // even of HTML, as in Jinja
}

}  // namespace

std::vector<Filter> case_filters() {
    return {
        {"upper",
         say("In capitals", "En mayúsculas"),
         {},
         upper,
         {{R"({{ "ñu" | upper }})", "ÑU"}}},
        {"lower",
         say("In small letters", "En minúsculas"),
         {},
         lower,
         {{R"({{ "ÑU" | lower }})", "ñu"}}},
        {"capitalize",
         say("The first letter a capital, the others small",
             "La primera letra mayúscula, las demás minúsculas"),
         {},
         capitalize,
         {{R"({{ "hOLA" | capitalize }})", "Hola"}}},
        {"title",
         say("The first letter of every word a capital",
             "La primera letra de cada palabra mayúscula"),
         {},
         title,
         {{R"({{ "plan of action" | title }})", "Plan Of Action"}}},
    };
}

}  // namespace puebla::templates
