// Capital and small letters of all scripts, whatever the language, and what letters make.

#pragma once

#include <string>
#include <string_view>

namespace puebla {

std::string upper_case(std::string_view text);  // "ñandú" → "ÑANDÚ", "ß" → "SS"
std::string lower_case(std::string_view text);

// The first letter as at the beginning of a title, the others small: "ǆUR" → "ǅur".
std::string capitalized(std::string_view text);

// How many runs of letters, digits and "_" there are: 3 in "El Salvador – 2024".
std::size_t count_runs_of_letters(std::string_view text);

}  // namespace puebla
