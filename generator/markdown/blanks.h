// Blanks and the ends of lines. The searches of std::string_view call memchr for every character
// when they look for one of several, which is felt where whole texts go through them.

#pragma once

#include <cstddef>
#include <string_view>

namespace puebla::markdown {

constexpr bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}
constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t' || is_line_end(c);
}

// The next line end at or after an offset, or the end of the text.
constexpr std::size_t find_line_end(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_line_end(text[at])) {
        ++at;
    }
    return at;
}

// The offset after the line end (LF, CR LF or CR) that stands at an offset.
constexpr std::size_t skip_line_end(std::string_view text, std::size_t at) {
    return at + (text.substr(at, 2) == "\r\n" ? 2 : 1);
}

constexpr std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) {
        ++at;
    }
    return at;
}

constexpr std::size_t find_blank(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_blank(text[at])) {
        ++at;
    }
    return at;
}

constexpr std::string_view without_blanks_at_end(std::string_view text) {
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

constexpr std::string_view trimmed(std::string_view text) {
    return without_blanks_at_end(text.substr(skip_blanks(text, 0)));
}

}  // namespace puebla::markdown
