#include "foundation/suggestion.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "foundation/utf8.h"

namespace puebla {

namespace {

// Code points, with ASCII letters in lower case.
void read_characters(std::string_view text, std::u32string& characters) {
    characters.clear();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::min(character_length(text[at]), text.size() - at);
        char32_t one = 0;
        for (std::size_t i = 0; i < length; ++i) {
            one = (one << 8) | static_cast<unsigned char>(text[at + i]);
        }
        characters.push_back(one >= U'A' && one <= U'Z' ? one - U'A' + U'a' : one);
        at += length;
    }
}

// Optimal string alignment: insert, delete, replace, and swap two neighbours. Counts up to `limit`
// edits, so only cells that near the diagonal are looked at; more come back as limit + 1.
class EditCounter {
  public:
    std::size_t count(const std::u32string& a, const std::u32string& b, std::size_t limit) {
        const std::size_t more = limit + 1;
        if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) {
            return more;
        }
        last_.assign(b.size() + 1, more);
        row_.assign(b.size() + 1, more);
        before_last_.assign(b.size() + 1, more);
        for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) {
            last_[j] = j;
        }
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t first = i > limit ? i - limit : 0;
            const std::size_t end = std::min(b.size(), i + limit);
            std::size_t least = more;
            for (std::size_t j = first; j <= end; ++j) {
                row_[j] = std::min(edits_to(a, b, i, j), more);
                least = std::min(least, row_[j]);
            }
            if (first > 0) {
                row_[first - 1] = more;
            }
            if (least == more) {
                return more;
            }
            std::swap(before_last_, last_);
            std::swap(last_, row_);
            row_.assign(b.size() + 1, more);
        }
        return last_[b.size()];
    }

  private:
    std::size_t edits_to(const std::u32string& a, const std::u32string& b, std::size_t i,
                         std::size_t j) const {
        if (j == 0) {
            return i;
        }
        const std::size_t replace = last_[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        const std::size_t edits = std::min({last_[j] + 1, row_[j - 1] + 1, replace});
        const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? std::min(edits, before_last_[j - 2] + 1) : edits;
    }

    std::vector<std::size_t> before_last_;
    std::vector<std::size_t> last_;
    std::vector<std::size_t> row_;
};

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
    std::u32string wanted;
    read_characters(typed, wanted);
    std::size_t allowed = std::max<std::size_t>(1, wanted.size() / 3);
    std::string nearest;
    std::u32string offered;
    EditCounter edits;
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
        read_characters(name, offered);
        const std::size_t count = edits.count(wanted, offered, allowed);
        if (count <= allowed) {
            nearest = name;
            if (count == 0) {
                break;
            }
            allowed = count - 1;  // only a nearer one is of interest
        }
    }
    return nearest;
}

Message did_you_mean_among(std::string_view typed, const std::vector<std::string_view>& known) {
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
    return did_you_mean_among(typed, std::vector<std::string_view>(known.begin(), known.end()));
}

}  // namespace puebla
