#include "foundation/suggestion.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "foundation/utf8.h"

namespace puebla {

namespace {

std::vector<std::string> characters_of(std::string_view text) {
    std::vector<std::string> characters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::min(character_length(text[at]), text.size() - at);
        std::string one(text.substr(at, length));
        if (length == 1 && one[0] >= 'A' && one[0] <= 'Z') {
            one[0] = static_cast<char>(one[0] - 'A' + 'a');
        }
        characters.push_back(std::move(one));
        at += length;
    }
    return characters;
}

// Optimal string alignment: insert, delete, replace, and swap two neighbours.
std::size_t edits_between(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

// Which bytes occur in a text, as bits; upper and lower case alike.
std::uint64_t letters_of(std::string_view text) {
    std::uint64_t letters = 0;
    for (const char c : text) {
        letters |= std::uint64_t{1} << (static_cast<unsigned char>(c | 0x20) % 64);
    }
    return letters;
}

}  // namespace

std::string nearest_name(std::string_view typed, const std::vector<std::string_view>& known) {
    // Longer names are not mistypings of anything we know; comparing them would only cost time.
    constexpr std::size_t longest = 200;
    if (typed.size() > longest) {
        return {};
    }
    const std::vector<std::string> wanted = characters_of(typed);
    const std::size_t allowed = std::max<std::size_t>(1, wanted.size() / 3);
    std::size_t best = allowed + 1;
    std::string nearest;
    const std::uint64_t wanted_letters = letters_of(typed);
    for (const std::string_view name : known) {
        // One edit changes two letters, accented ones of two bytes; most names are out at once.
        if (std::popcount(wanted_letters ^ letters_of(name)) > static_cast<int>(4 * allowed)) {
            continue;
        }
        const std::size_t longer = std::max(name.size(), typed.size());
        const std::size_t shorter = std::min(name.size(), typed.size());
        if (longer - shorter > 4 * allowed) {
            continue;
        }
        const std::size_t edits = edits_between(wanted, characters_of(name));
        if (edits < best) {
            best = edits;
            nearest = name;
        }
    }
    return nearest;
}

Message did_you_mean(std::string_view typed, const std::vector<std::string_view>& known) {
    if (const std::string nearest = nearest_name(typed, known); !nearest.empty()) {
        return say("did you mean \"{}\"?", "¿quiso decir «{}»?", nearest);
    }
    constexpr std::size_t small_set = 12;
    if (known.empty() || known.size() > small_set) {
        return {};
    }
    return say("there is: {}", "hay: {}", fmt::to_string(fmt::join(known, ", ")));
}

Message did_you_mean(std::string_view typed, const std::vector<std::string>& known) {
    return did_you_mean(typed, std::vector<std::string_view>(known.begin(), known.end()));
}

}  // namespace puebla
