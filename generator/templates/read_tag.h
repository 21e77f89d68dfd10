// Cuts the inside of one tag, {{ … }} or {% … %}, into names, literals and signs.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "templates/read_literal.h"

namespace puebla::templates {

struct TagTokens {
    std::vector<Token> tokens;                // with the begin and the end of the tag
    std::size_t end = 0;                      // where the source goes on
    char sign = 0;                            // "-" or "+" before the end
    std::optional<Span> over_lines;           // of the last text in quotes in which a line ends
    std::optional<Literal::Mistake> mistake;  // after it nothing is read
};

// `opening` is the span of "{{" or "{%" with its sign.
TagTokens read_tag(std::string_view source, Span opening, bool is_print);

}  // namespace puebla::templates
