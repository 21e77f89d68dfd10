// Filters that make texts out of texts.

#include <algorithm>
#include <unordered_set>

#include "foundation/utf8.h"
#include "locale/letter_case.h"
#include "templates/filter_families.h"
#include "templates/limits.h"
#include "templates/operators.h"

namespace puebla::templates {

namespace {

constexpr std::string_view white = " \t\n\r\f\v";

// The text of the input, and whether it is HTML, which a changed text must stay.
struct Text {
    std::string characters;
    bool html = false;

    Value with(std::string changed) const {
        return html ? Value(Html{std::move(changed), {}}) : Value(std::move(changed));
    }
};

std::optional<Text> text_of(const Value& input, Call& call) {
    if (input.is(Kind::html) && !input.html().marks.empty()) {
        call.fail("template-type",
                  say("HTML that holds links or ids cannot be changed by a filter",
                      "un filtro no puede cambiar HTML que contiene enlaces o identificadores"));
        return std::nullopt;
    }
    Text result{text_for_joining(input, call), input.is(Kind::html)};
    return call.failure() ? std::nullopt : std::optional(std::move(result));
}

// The bytes of the first `count` characters.
std::size_t bytes_of(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; count > 0 && at < text.size(); --count) {
        at += character_length(text[at]);
    }
    return std::min(at, text.size());
}

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
    const std::string text = text_for_joining(input, call);
    return Html{escape_html(text), {}};
}

Value upper(const Value& input, Call& call) {
    const auto text = text_of(input, call);
    return text ? text->with(upper_case(text->characters)) : Value();
}

Value lower(const Value& input, Call& call) {
    const auto text = text_of(input, call);
    return text ? text->with(lower_case(text->characters)) : Value();
}

Value capitalize(const Value& input, Call& call) {
    const auto text = text_of(input, call);
    return text ? text->with(capitalized(text->characters)) : Value();
}

// Words begin after white space, a hyphen or an opening bracket.
Value title(const Value& input, Call& call) {
    const auto text = text_of(input, call);
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
        text = Text{escape_html(text->characters), true};
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
        for (; left != 0 && done <= all.size() && result.size() <= longest_text; --left) {
            result += new_part;
            if (done == all.size()) {
                return text->with(std::move(result));
            }
            const std::size_t length = std::min(character_length(all[done]), all.size() - done);
            result += all.substr(done, length);
            done += length;
        }
    } else {
        for (std::size_t at = all.find(old_part); at != std::string::npos && left != 0;
             at = all.find(old_part, done), --left) {
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

Value truncate(const Value& input, Call& call) {
    const auto text = text_of(input, call);
    const std::int64_t length = whole_argument(call, 0, 255);
    const std::string ending = text_argument(call, 2, "...");
    const std::int64_t leeway = whole_argument(call, 3, 5);
    if (!text) {
        return {};
    }
    const auto ending_length = static_cast<std::int64_t>(count_characters(ending));
    if (length < ending_length || leeway < 0) {
        return call.fail("template-type",
                         say("truncate needs a length of at least {}",
                             "truncate necesita una longitud de al menos {}", ending_length));
    }
    const auto size = static_cast<std::int64_t>(count_characters(text->characters));
    if (size <= length || size - length <= leeway) {
        return input;
    }
    std::string kept = text->characters.substr(
        0, bytes_of(text->characters, static_cast<std::size_t>(length - ending_length)));
    if (!flag_argument(call, 1)) {
        kept = kept.substr(0, kept.rfind(' '));
    }
    return text->with(kept + (text->html ? escape_html(ending) : ending));
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
}

Value indent(const Value& input, Call& call) {
    const auto text = text_of(input, call);
    if (!text) {
        return {};
    }
    const Value* width = given(call, 0);
    const std::int64_t spaces =
        width != nullptr && width->is_text() ? 0 : whole_argument(call, 0, 4);
    if (spaces < 0 || spaces > 1000) {
        return call.fail("template-type", say("indent needs a width from 0 to 1000",
                                              "indent necesita un ancho de 0 a 1000"));
    }
    const std::string margin = width != nullptr && width->is_text()
                                   ? std::string(width->text())
                                   : std::string(static_cast<std::size_t>(spaces), ' ');
    const bool blank = flag_argument(call, 2);
    // A line feed at the end begins one more line, an empty one.
    std::vector<std::string_view> lines = lines_of(text->characters);
    if (text->characters.empty() || text->characters.back() == '\n' ||
        text->characters.back() == '\r') {
        lines.emplace_back();
    }
    std::string result = flag_argument(call, 1) ? margin : "";
    for (std::size_t i = 0; i < lines.size() && result.size() <= longest_text; ++i) {
        if (i > 0) {
            result += '\n';
            result += blank || !lines[i].empty() ? margin : "";
        }
        result += lines[i];
    }
    return result.size() > longest_text ? too_long(call) : text->with(std::move(result));
}

Value wordcount(const Value& input, Call& call) {
    const auto text = text_of(input, call);
    return text ? Value(count_runs_of_letters(text->characters)) : Value();
}

std::string percent_encoded(std::string_view text, bool query) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "_.-~";
    std::string result;
    for (const char c : text) {
        const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') || plain.find(c) != std::string_view::npos ||
                          (c == '/' && !query);
        const auto byte = static_cast<unsigned char>(c);
        if (kept) {
            result += c;
        } else if (c == ' ' && query) {
            result += '+';
        } else {
            result += '%';
            result += digits[byte >> 4];
            result += digits[byte & 15];
        }
    }
    return result;
}

Value urlencode(const Value& input, Call& call) {
    if (!input.is(Kind::map)) {
        const auto text = text_of(input, call);
        return text ? Value(percent_encoded(text->characters, false)) : Value();
    }
    std::string result;
    for (const auto& [name, value] : input.map().items()) {
        result += result.empty() ? "" : "&";
        result += percent_encoded(name, true) + "=" +
                  percent_encoded(text_for_joining(value, call), true);
    }
    return result;
}

Value to_string(const Value& input, Call& call) {
    return input.is(Kind::html) ? input : Value(text_for_joining(input, call));
}

Value center(const Value& input, Call& call) {
    const auto text = text_of(input, call);
    const std::int64_t width = whole_argument(call, 0, 80);
    if (!text || width > 10000) {
        return text ? call.fail("template-type", say("center needs a width of at most 10000",
                                                     "center necesita un ancho de 10000 o menos"))
                    : Value();
    }
    const auto size = static_cast<std::int64_t>(count_characters(text->characters));
    if (size >= width) {
        return input;
    }
    const std::int64_t margin = width - size;
    // Python puts the odd blank on the left where the width is odd.
    const std::int64_t left = margin / 2 + (margin & width & 1);
    return text->with(std::string(static_cast<std::size_t>(left), ' ') + text->characters +
                      std::string(static_cast<std::size_t>(margin - left), ' '));
}

// The text without what stands between an opening and its closing, and without these.
std::string without(std::string_view text, std::string_view opening, std::string_view closing) {
    std::string result;
    std::size_t done = 0;
    for (std::size_t begin = text.find(opening); begin != std::string_view::npos;
         begin = text.find(opening, done)) {
        const std::size_t end = text.find(closing, begin + opening.size());
        if (end == std::string_view::npos) {
            break;
        }
        result += text.substr(done, begin - done);
        done = end + closing.size();
    }
    return result.append(text.substr(done));
}

Value striptags(const Value& input, Call& call) {
    // First the comments, then the tags: so "<<!-- -->b>" is one.
    const std::string result =
        without(without(text_for_joining(input, call), "<!--", "-->"), "<", ">");
    std::string words;
    bool gap = false;
    for (const char c : result) {
        if (white.find(c) != std::string_view::npos) {
            gap = !words.empty();
            continue;
        }
        words += gap ? " " : "";
        words += c;
        gap = false;
    }
    return unescape_html(words);
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
        {"truncate",
         say("Cut to a length, at the end of a word",
             "Cortado a una longitud, al final de una palabra"),
         {"length", "killwords", "end", "leeway"},
         truncate,
         {{R"({{ "one two three" | truncate(9, leeway=0) }})", "one..."}}},
        {"indent",
         say("With a margin before every line but the first",
             "Con un margen antes de cada línea excepto la primera"),
         {"width", "first", "blank"},
         indent,
         {{"{{ \"a\\nb\" | indent(2) }}", "a\n  b"}}},
        {"wordcount",
         say("How many words", "Cuántas palabras"),
         {},
         wordcount,
         {{R"({{ "one two" | wordcount }})", "2"}}},
        {"urlencode",
         say("Fit for a part of an address", "Apto para una parte de una dirección"),
         {},
         urlencode,
         {{R"({{ "a b&c" | urlencode }})", "a%20b%26c"}}},
        {"string",
         say("As a text", "Como texto"),
         {},
         to_string,
         {{R"({{ (1 | string) + "2" }})", "12"}}},
        {"center",
         say("In the middle of so many characters", "En medio de tantos caracteres"),
         {"width"},
         center,
         {{R"([{{ "a" | center(3) }}])", "[ a ]"}}},
        {"striptags",
         say("Without tags, white space reduced to one blank",
             "Sin etiquetas, con los espacios reducidos a uno"),
         {},
         striptags,
         {{R"({{ "<b>a</b>  b" | striptags }})", "a b"}}},
        {"format",
         say("Values put into a pattern as Python's % does",
             "Valores puestos en un patrón como hace % en Python"),
         {"*"},
         format,
         {{R"({{ "%s: %.1f" | format("x", 2) }})", "x: 2.0"}}},
    };
}

}  // namespace puebla::templates
