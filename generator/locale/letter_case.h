// Capital and small letters of all scripts, whatever the language.

#pragma once

#include <string>
#include <string_view>

namespace puebla {

std::string upper_case(std::string_view text);  // "ñandú" → "ÑANDÚ", "ß" → "SS"
std::string lower_case(std::string_view text);

}  // namespace puebla
