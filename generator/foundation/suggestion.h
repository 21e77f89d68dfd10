// "Did you mean …?": the nearest name in a closed set.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/message.h"

namespace puebla {

// The known name nearest to the typed one by edits (Damerau–Levenshtein, optimal string alignment,
// counted in characters, case ignored for ASCII), or "" where none is near: more than a third of
// the typed length away.
std::string nearest_name(std::string_view typed, const std::vector<std::string_view>& known);

// `did you mean "x"?`, or, where nothing is near and the set is small, the list of what there is.
Message did_you_mean(std::string_view typed, const std::vector<std::string>& known);

// The same among names that live elsewhere.
Message did_you_mean_among(std::string_view typed, const std::vector<std::string_view>& known);

}  // namespace puebla
