// A sentence for a person, in both languages of the program: English and Spanish.
//
// The two are written side by side where the problem is found, so that neither is an afterthought.

#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <utility>

namespace puebla {

enum class MessageLanguage { english, spanish };

struct Message {
    std::string en;
    std::string es;

    const std::string& in(MessageLanguage language) const {
        return language == MessageLanguage::spanish ? es : en;
    }
    bool empty() const { return en.empty(); }
    bool operator==(const Message&) const = default;
};

// What an argument of say() is in each language: a Message gives its own text, the rest stays.
inline const std::string& in_english(const Message& part) {
    return part.en;
}
inline const std::string& in_spanish(const Message& part) {
    return part.es;
}
template <typename T>
const T& in_english(const T& part) {
    return part;
}
template <typename T>
const T& in_spanish(const T& part) {
    return part;
}

// Both texts are {fmt} patterns over the same arguments:
// say("no entry is called \"{}\"", "ninguna entrada se llama «{}»", name).
template <typename... Args>
Message say(fmt::format_string<decltype(in_english(std::declval<const Args&>()))...> en,
            fmt::format_string<decltype(in_spanish(std::declval<const Args&>()))...> es,
            const Args&... args) {
    return {fmt::format(en, in_english(args)...), fmt::format(es, in_spanish(args)...)};
}

}  // namespace puebla
