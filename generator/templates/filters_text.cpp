// Filters that make texts out of texts.

#include <algorithm>
#include <unordered_set>

#include "foundation/utf8.h"
#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/pieces.h"
#include "templates/text_input.h"

namespace puebla::templates {

namespace {

constexpr std::string_view white = " \t\n\r\f\v";

Value with_default(const Value& input, Call& call) {
    const bool absent = input.is(Kind::undefined) || (flag_argument(call, 1) && !input.truth());
    if (!absent) {
        return input;
    }
    return given(call, 0) != nullptr ? *given(call, 0) : Value("");
}

Value escape(const Value& input, Call& call) {
    if (input.is(Kind::html)) {
        return input;
    }
    if (!call.pay(cost_of_looking * input.text().size())) {
        return {};
    }
    const std::string text = text_for_joining(input, call);
    return Html{escape_html(text), {}};
}

// Where the character before that place begins.
std::size_t character_before(std::string_view text, std::size_t end) {
    do {
        --end;
    } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
    return end;
}

Value trim(const Value& input, Call& call) {
    const auto text = text_of(input, call);
    if (!text) {
        return {};
    }
    std::string chosen = text_argument(call, 0, white);
    if (text->html && given(call, 0) != nullptr && !given(call, 0)->is(Kind::html)) {
        chosen = escape_html(chosen);
    }
    std::unordered_set<std::string_view> unwanted;
    for (std::size_t at = 0; at < chosen.size(); at += character_length(chosen[at])) {
        unwanted.insert(std::string_view(chosen).substr(at, character_length(chosen[at])));
    }
    const std::string_view all = text->characters;
    std::size_t begin = 0;
    while (begin < all.size() &&
           unwanted.contains(all.substr(begin, character_length(all[begin])))) {
        begin += character_length(all[begin]);
    }
    std::size_t end = all.size();
    for (std::size_t last = end; end > begin; end = last) {
        last = character_before(all, end);
        if (!unwanted.contains(all.substr(last, end - last))) {
            break;
        }
    }
    return text->with(std::string(all.substr(begin, end - begin)));
}

Value replace(const Value& input, Call& call) {
    auto text = text_of(input, call);
    const Value* from = given(call, 0);
    const Value* to = given(call, 1);
    if (!text || from == nullptr || to == nullptr) {
        return call.fail("template-type",
                         say("replace needs two texts", "replace necesita dos textos"));
    }
    if (!text->html && (from->is(Kind::html) || to->is(Kind::html))) {
        text = TextInput{escape_html(text->characters), true};
    }
    const auto written = [&](const Value& value) {
        std::string result = text_for_joining(value, call);
        return text->html && !value.is(Kind::html) ? escape_html(result) : result;
    };
    const std::string old_part = written(*from);
    const std::string new_part = written(*to);
    std::int64_t left = whole_argument(call, 2, -1);
    const std::string& all = text->characters;
    std::string result;
    std::size_t done = 0;
    if (old_part.empty()) {  // as in Python: around every character
        for (; left != 0 && done <= all.size() && result.size() <= longest_text &&
               call.pay(cost_of_a_match);
             --left) {
            result += new_part;
            if (done == all.size()) {
                return text->with(std::move(result));
            }
            const std::size_t length = std::min(character_length(all[done]), all.size() - done);
            result += all.substr(done, length);
            done += length;
        }
    } else {
        for (std::size_t at = place_of(old_part, all);
             at != std::string::npos && left != 0 && call.pay(cost_of_a_match);
             at = place_of(old_part, all, done), --left) {
            result.append(all, done, at - done);
            result += new_part;
            done = at + old_part.size();
            if (result.size() > longest_text) {
                break;
            }
        }
    }
    if (result.size() > longest_text) {
        return too_long(call);
    }
    result.append(all, std::min(done, all.size()), std::string::npos);
    return text->with(std::move(result));
}

Value to_string(const Value& input, Call& call) {
    return input.is(Kind::html) ? input : Value(text_for_joining(input, call));
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Filter> text_filters() {
    return {
        {"default",
         say("Another value where there is none; with true as second argument, also where it is "
             "empty",
             "Otro valor donde no hay ninguno; con true como segundo argumento, también donde está "
             "vacío"),
         {"default_value", "boolean"},
         with_default,
         {{R"({{ nothing | default("-") }})", "-"}, {R"({{ "" | default("-", true) }})", "-"}},
         true,
         true},
        {"d",
         say("The same as default", "Lo mismo que default"),
         {"default_value", "boolean"},
         with_default,
         {{R"({{ nothing | d("-") }})", "-"}},
         true,
         true},
        {"escape",
         say("HTML that shows the text as it is", "HTML que muestra el texto tal como es"),
         {},
         escape,
         {{R"({{ "a < b" | escape }})", "a &lt; b"}}},
        {"e",
         say("The same as escape", "Lo mismo que escape"),
         {},
         escape,
         {{R"({{ "a & b" | e }})", "a &amp; b"}}},
        {"trim",
         say("Without white space, or the given characters, at both ends",
             "Sin espacios, o sin los caracteres dados, en ambos extremos"),
         {"chars"},
         trim,
         {{R"({{ "  a " | trim }})", "a"}}},
        {"replace",
         say("With one part in the place of another", "Con una parte en lugar de otra"),
         {"old", "new", "count"},
         replace,
         {{R"({{ "a-b-c" | replace("-", "+") }})", "a+b+c"}}},
        {"string",
         say("As a text", "Como texto"),
         {},
         to_string,
         {{R"({{ (1 | string) + "2" }})", "12"}}},
        {"format",
         say("Values put into a pattern as Python's % does",
             "Valores puestos en un patrón como hace % en Python"),
         {"*"},
         format,
         {{R"({{ "%s: %.1f" | format("x", 2) }})", "x: 2.0"}}},
    };
}

}  // namespace puebla::templates
