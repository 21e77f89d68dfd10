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

// Both texts are {fmt} patterns over the same arguments:
// say("no entry is called \"{}\"", "ninguna entrada se llama «{}»", name).
template <typename... Args>
Message say(fmt::format_string<const Args&...> en, fmt::format_string<const Args&...> es,
            const Args&... args) {
    return {fmt::format(en, args...), fmt::format(es, args...)};
}

}  // namespace puebla
