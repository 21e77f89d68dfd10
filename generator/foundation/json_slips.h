// What people write in JSON out of habit: quotation marks in a text, 1,204, 50%, a date without
// quotation marks, a semicolon, a space that is none.

#pragma once

#include <string>
#include <string_view>

#include "foundation/diagnostics.h"
#include "foundation/json_syntax_error.h"

namespace puebla {

// Of the parser's stop, where `token` is what it did not take. False where it is no slip we know.
bool report_json_slip(const std::string& file, std::string_view text, const JsonStop& stop,
                      std::size_t token, Diagnostics& problems);

// Of a word that is no value.
bool report_json_word(const std::string& file, std::string_view text, Span word,
                      Diagnostics& problems);

}  // namespace puebla
