// The texts that filters change: plain ones, and HTML, which a changed text must stay.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "templates/filter_families.h"
#include "templates/limits.h"

namespace puebla::templates {

struct TextInput {
    std::string characters;
    bool html = false;

    Value with(std::string changed) const {
        return html ? Value(Html{std::move(changed), {}}) : Value(std::move(changed));
    }
};

// The text of a filter's input. Fails for what has none, and for HTML with links or ids: what it
// holds would not be known any more. What is done to each byte is paid for, see limits.h.
std::optional<TextInput> text_of(const Value& input, Call& call,
                                 std::size_t cost_of_a_byte = cost_of_looking);

// The bytes of the first `count` characters.
std::size_t bytes_of(std::string_view text, std::size_t count);

}  // namespace puebla::templates
