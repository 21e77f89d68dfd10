// The lines at the beginning of a text. They end in LF, CR LF or CR, as CommonMark says.

#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "foundation/diagnostics.h"

namespace puebla {

inline Span line_at(std::string_view text, std::size_t begin) {
    return {begin, std::min(text.find_first_of("\r\n", begin), text.size())};
}

inline std::size_t after_line(std::string_view text, Span line) {
    const bool two = text.substr(line.end, 2) == "\r\n";
    return std::min(line.end + (two ? 2 : 1), text.size());
}

inline std::string_view text_in(std::string_view text, Span line) {
    return text.substr(line.begin, line.end - line.begin);
}

inline std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace puebla
