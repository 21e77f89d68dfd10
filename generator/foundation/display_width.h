// How many columns of a terminal a text takes.
//
// Ideographs, kana, Hangul and most pictures take two; marks that join the character before them,
// as macOS writes accents in names of files, take none. Terminals differ in what is rare, and so
// the table knows blocks, not single characters.

#pragma once

#include <cstddef>
#include <string_view>

namespace puebla {

// Of well-formed UTF-8 without control characters.
std::size_t display_width(std::string_view text);

}  // namespace puebla
