// Says what a text between quotes in JSON holds that it cannot hold: a tab, an invisible character,
// a backslash that means nothing.

#pragma once

#include <string>
#include <string_view>

#include "foundation/diagnostics.h"

namespace puebla {

// `inside` is the span between the quotes. False where nothing is wrong there.
bool report_json_text(const std::string& file, std::string_view text, Span inside,
                      Diagnostics& problems);

}  // namespace puebla
