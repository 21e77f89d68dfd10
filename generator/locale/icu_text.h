// Text between UTF-8, which the program speaks, and UTF-16, which ICU speaks. For this room only.

#pragma once

#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace puebla {

inline icu::UnicodeString to_icu(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

inline std::string from_icu(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

}  // namespace puebla
