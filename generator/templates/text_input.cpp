#include "templates/text_input.h"

#include <algorithm>

#include "foundation/utf8.h"
#include "templates/operators.h"

namespace puebla::templates {

std::optional<TextInput> text_of(const Value& input, Call& call, std::size_t cost_of_a_byte) {
    if (!call.pay(cost_of_a_byte * input.text().size())) {
        return std::nullopt;
    }
    if (input.is(Kind::html) && !input.html().marks.empty()) {
        call.fail("template-type",
                  say("HTML that holds links or ids cannot be changed by a filter",
                      "un filtro no puede cambiar HTML que contiene enlaces o identificadores"));
        return std::nullopt;
    }
    TextInput result{text_for_joining(input, call), input.is(Kind::html)};
    return call.failure() ? std::nullopt : std::optional(std::move(result));
}

std::size_t bytes_of(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; count > 0 && at < text.size(); --count) {
        at += character_length(text[at]);
    }
    return std::min(at, text.size());
}

}  // namespace puebla::templates
