// Filters that ask how long a text is, and make it fit.

#include <algorithm>
#include <string>
#include <vector>

#include "foundation/utf8.h"
#include "locale/letter_case.h"
#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/text_input.h"

namespace puebla::templates {

namespace {

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
        kept.resize(std::min(kept.rfind(' '), kept.size()));
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
    const auto text = text_of(input, call, cost_of_changing);
    return text ? Value(count_runs_of_letters(text->characters)) : Value();
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

}  // namespace

std::vector<Filter> shape_filters() {
    return {
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
        {"center",
         say("In the middle of so many characters", "En medio de tantos caracteres"),
         {"width"},
         center,
         {{R"([{{ "a" | center(3) }}])", "[ a ]"}}},
        {"wordcount",
         say("How many words", "Cuántas palabras"),
         {},
         wordcount,
         {{R"({{ "one two" | wordcount }})", "2"}}},
    };
}

}  // namespace puebla::templates
