#include "foundation/suggestion.h"

#include <algorithm>

#include "foundation/utf8.h"

namespace puebla {

namespace {

// Longer names are not mistypings of anything we know; comparing them would only cost time.
constexpr std::size_t longest_typed = 200;

// Where a list is made for one question only, no more of its names are compared.
constexpr std::size_t most_compared = 1000;

// A set of so few names is listed where none is near.
constexpr std::size_t small_set = 12;

// Code points, with ASCII letters in lower case.
std::u32string characters_of(std::string_view text) {
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::min(character_length(text[at]), text.size() - at);
        char32_t one = 0;
        for (std::size_t i = 0; i < length; ++i) {
            one = (one << 8) | static_cast<unsigned char>(text[at + i]);
        }
        characters.push_back(one >= U'A' && one <= U'Z' ? one - U'A' + U'a' : one);
        at += length;
    }
    return characters;
}

std::size_t shared_beginning(const std::u32string& a, const std::u32string& b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                    a.begin());
}

std::size_t edits_allowed(std::size_t typed, std::size_t names) {
    constexpr std::size_t large_set = 1000;
    constexpr std::size_t in_large_set = 2;
    const std::size_t third = std::max<std::size_t>(1, typed / 3);
    return names > large_set ? std::min(third, in_large_set) : third;
}

// Compares what was typed with one name after the other. The table of edits has a row for each
// character of the name; the rows of a shared beginning are kept from the name before. Only cells
// near the diagonal are filled: more edits than allowed are all the same.
class NearestSearch {
  public:
    NearestSearch(std::string_view typed, std::size_t names)
        : typed_(characters_of(typed)), width_(typed_.size() + 1) {
        allowed_ = edits_allowed(typed_.size(), names);
        rows_.resize(width_);
        for (std::size_t j = 0; j < width_; ++j) {
            rows_[j] = j;
        }
    }

    // Whether the name is nearer than all before; `shared` are the characters in common with the
    // name that was asked last.
    template <typename Accepted>
    bool is_nearer(const std::u32string& name, std::size_t shared, const Accepted& accepted) {
        filled_ = std::min(filled_, shared);
        if (found_all_ || hopeless_ <= filled_ || differs_in_length(name.size())) {
            return false;
        }
        hopeless_ = never;
        while (filled_ < name.size()) {
            ++filled_;
            if (!fill_row(name)) {
                hopeless_ = filled_;
                return false;
            }
        }
        const std::size_t edits = rows_[filled_ * width_ + width_ - 1];
        if (edits > allowed_ || !accepted()) {
            return false;
        }
        found_all_ = edits == 0;
        allowed_ = edits - (edits > 0 ? 1 : 0);  // only a nearer one is of interest
        return true;
    }

    // Whether a name of so many characters cannot be near.
    bool differs_in_length(std::size_t name) const {
        return std::max(name, typed_.size()) - std::min(name, typed_.size()) > allowed_;
    }

  private:
    static constexpr std::size_t never = static_cast<std::size_t>(-1);

    // The row of the character number `filled_`; false where all of it is beyond what is allowed.
    bool fill_row(const std::u32string& name) {
        const std::size_t i = filled_;
        const std::size_t more = allowed_ + 1;
        if (rows_.size() < (i + 1) * width_) {
            rows_.resize((i + 1) * width_);
        }
        std::size_t* const row = &rows_[i * width_];
        const std::size_t first = i > allowed_ ? i - allowed_ : 0;
        const std::size_t last = std::min(width_ - 1, i + allowed_);
        if (first > last) {
            return false;
        }
        std::fill(row, row + width_, more);
        std::size_t least = more;
        for (std::size_t j = first; j <= last; ++j) {
            row[j] = std::min(edits_to(name, i, j), more);
            least = std::min(least, row[j]);
        }
        return least < more;
    }

    std::size_t edits_to(const std::u32string& name, std::size_t i, std::size_t j) const {
        if (j == 0) {
            return i;
        }
        const std::size_t* const row = &rows_[i * width_];
        const std::size_t* const above = row - width_;
        const bool same = name[i - 1] == typed_[j - 1];
        const std::size_t edits =
            std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
        const bool swapped =
            i > 1 && j > 1 && name[i - 1] == typed_[j - 2] && name[i - 2] == typed_[j - 1];
        return swapped ? std::min(edits, (above - width_)[j - 2] + 1) : edits;
    }

    std::u32string typed_;
    std::size_t width_;
    std::size_t allowed_ = 0;
    std::vector<std::size_t> rows_;  // one after the other, the first for a name of no characters
    std::size_t filled_ = 0;         // rows that hold for the name asked last
    std::size_t hopeless_ = never;   // so many characters of that name are too many edits away
    bool found_all_ = false;         // the very name is there
};

Message suggestion(std::string_view nearest, const std::vector<std::string_view>& known) {
    if (!nearest.empty()) {
        return say("did you mean \"{}\"?", "¿quiso decir «{}»?", nearest);
    }
    if (known.empty() || known.size() > small_set) {
        return {};
    }
    return say("there is: {}", "hay: {}", fmt::to_string(fmt::join(known, ", ")));
}

}  // namespace

std::string nearest_name(std::string_view typed, const std::vector<std::string_view>& known) {
    if (typed.size() > longest_typed) {
        return {};
    }
    NearestSearch search(typed, known.size());
    std::string_view nearest;
    std::u32string before;
    for (std::size_t i = 0; i < std::min(known.size(), most_compared); ++i) {
        if (search.differs_in_length(count_characters(known[i]))) {
            continue;
        }
        std::u32string name = characters_of(known[i]);
        if (search.is_nearer(name, shared_beginning(before, name), [] { return true; })) {
            nearest = known[i];
        }
        before = std::move(name);
    }
    return std::string(nearest);
}

Message did_you_mean_among(std::string_view typed, const std::vector<std::string_view>& known) {
    return suggestion(nearest_name(typed, known), known);
}

Message did_you_mean(std::string_view typed, const std::vector<std::string>& known) {
    return did_you_mean_among(typed, std::vector<std::string_view>(known.begin(), known.end()));
}

NameSet::NameSet(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    names_.reserve(names.size());
    for (std::string& text : names) {
        std::u32string characters = characters_of(text);
        const std::size_t shared =
            names_.empty() ? 0 : shared_beginning(names_.back().characters, characters);
        names_.push_back({std::move(text), std::move(characters), shared});
    }
}

Message NameSet::did_you_mean(std::string_view typed, const Accepts& accepts) const {
    if (typed.size() > longest_typed) {
        return {};
    }
    NearestSearch search(typed, names_.size());
    std::string_view nearest;
    std::vector<std::string_view> known;
    for (const Name& name : names_) {
        if (search.is_nearer(name.characters, name.shared, [&] { return accepts(name.text); })) {
            nearest = name.text;
        }
    }
    for (const Name& name : names_) {
        if (!nearest.empty() || known.size() > small_set) {
            break;
        }
        if (accepts(name.text)) {
            known.push_back(name.text);
        }
    }
    return suggestion(nearest, known);
}

}  // namespace puebla
