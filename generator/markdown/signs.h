// What letters and signs at the beginning of a text say about it.

#pragma once

#include <cstddef>
#include <string_view>

namespace puebla::markdown {

inline bool begins_with(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

// A letter as texts in Latin and Greek have them, or a sign that begins a sentence.
inline bool is_letter(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const auto byte = static_cast<unsigned char>(text[0]);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 0xC3 && byte < 0xE2) || text.substr(0, 2) == "¿" || text.substr(0, 2) == "¡";
}

inline bool has_letter(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_letter(text.substr(i))) {
            return true;
        }
    }
    return false;
}

}  // namespace puebla::markdown
