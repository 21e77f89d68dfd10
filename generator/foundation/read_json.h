// Reads JSON (RFC 8259), keeping the place of every value.
//
// The text is UTF-8 and may begin with a byte order mark. Reports, with the exact place: an empty
// file, a syntax error, a name given twice in one object, nesting deeper than `deepest_json`. Whole
// numbers that do not fit 64 bits become reals. The result of a broken file is null.

#pragma once

#include <string>
#include <string_view>

#include "foundation/diagnostics.h"
#include "foundation/value.h"

namespace puebla {

inline constexpr std::size_t deepest_json = 100;

// What the file should hold; for the advice on an empty one.
enum class JsonShape { object, list };

Value read_json(const std::string& file, std::string_view text, Diagnostics& problems,
                JsonShape wanted = JsonShape::object);

}  // namespace puebla
