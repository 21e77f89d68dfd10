// Reads what a template writes out: the numbers 12, 1_000, 0x1F and 2.5e3, the text "a\n\u00e9".
//
// Both are written as in Python. Whole numbers have 64 bits.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "foundation/diagnostics.h"
#include "templates/tokens.h"

namespace puebla::templates {

struct Literal {
    Token token;  // ends where the source goes on
    struct Mistake {
        Span span;
        Message message;
        Message help;
    };
    std::optional<Mistake> mistake;
};

// What begins with a digit at that place.
Literal read_number(std::string_view source, std::size_t begin);
// What begins with a quotation mark at that place.
Literal read_quoted(std::string_view source, std::size_t begin);

}  // namespace puebla::templates
