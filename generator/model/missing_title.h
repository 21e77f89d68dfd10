// A text that does not begin with its title.

#pragma once

#include <cstddef>
#include <string_view>

#include "foundation/diagnostics.h"

namespace puebla {

struct MissingTitle {
    Message help;
    std::size_t body = 0;  // after what was to be the title, so that nobody calls it a second one
};

// `line` is the first of the text that is not blank.
MissingTitle missing_title(std::string_view text, Span line);

}  // namespace puebla
