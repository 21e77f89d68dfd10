// The addresses in the value of an attribute: one, or those of a srcset, "a.png 1x, b.png 2x".

#pragma once

#include <algorithm>
#include <string_view>

namespace puebla::templates {

// Calls work(begin, end) for each address in text[begin, …).
template <typename Work>
void each_address(std::string_view text, std::size_t begin, bool several, const Work& work) {
    if (!several) {
        work(begin, text.size());
        return;
    }
    std::size_t at = begin;
    while (at < text.size()) {
        at = std::min(text.find_first_not_of(" \t\n\r\f,", at), text.size());
        if (at == text.size()) {
            return;
        }
        const std::size_t end = std::min(text.find_first_of(" \t\n\r\f", at), text.size());
        const bool bare = text[end - 1] == ',';  // "a.png, b.png": no descriptor
        work(at, bare ? end - 1 : end);
        at = bare ? end : std::min(text.find(',', end), text.size());
    }
}

}  // namespace puebla::templates
