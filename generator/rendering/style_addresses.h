// The addresses in a style sheet, where they stand: url(…), the texts of image-set(…), and @import.
//
// Only what decides where an address begins and ends is read of CSS (Syntax Level 3): comments,
// texts, escapes, functions. Addresses in comments and texts are none.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/diagnostics.h"

namespace puebla {

struct StyleAddress {
    std::string text;  // without escapes
    Span span;         // between the quotes or brackets; of @import the whole rule
    bool imported = false;
};

std::vector<StyleAddress> addresses_in_style(std::string_view css);

}  // namespace puebla
