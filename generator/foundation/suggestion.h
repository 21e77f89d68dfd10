// "Did you mean …?": the nearest name in a closed set.
//
// Near means few edits: insert, delete, replace, swap two neighbours (Damerau–Levenshtein, optimal
// string alignment), counted in characters, with the case of ASCII letters ignored. Up to a third
// of what was typed may differ; in a large set only two edits, since among thousands of names one
// is always near by chance.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/message.h"

namespace puebla {

// The nearest name, the first among equals, or "" where none is near. Of a list of thousands only
// the beginning is looked at: a set that is asked often is a NameSet.
std::string nearest_name(std::string_view typed, const std::vector<std::string_view>& known);

// `did you mean "x"?`, or, where nothing is near and the set is small, the list of what there is.
Message did_you_mean(std::string_view typed, const std::vector<std::string>& known);

// The same among names that live elsewhere.
Message did_you_mean_among(std::string_view typed, const std::vector<std::string_view>& known);

// A set that may be large and is asked often, such as all entries of a site. Its names are sorted,
// so that what they share at their beginning is compared once: ten thousand questions to ten
// thousand names take a second.
class NameSet {
  public:
    using Accepts = std::function<bool(std::string_view name)>;

    NameSet() = default;
    explicit NameSet(std::vector<std::string> names);

    // As did_you_mean(), among the names that are accepted.
    Message did_you_mean(std::string_view typed, const Accepts& accepts) const;

  private:
    struct Name {
        std::string text;
        std::u32string characters;
        std::size_t shared = 0;  // characters in common with the name before
    };

    std::vector<Name> names_;
};

}  // namespace puebla
