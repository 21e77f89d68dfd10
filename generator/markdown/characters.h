// Characters that came into a text by accident: with pasted text, or through a wrong encoding.

#pragma once

#include <string>
#include <string_view>

#include "foundation/diagnostics.h"
#include "markdown/document.h"

namespace puebla::markdown {

// Control characters, U+FFFD, signs that change the direction of reading, and pairs of letters such
// as "Ã³" that were once one letter, in all of a file.
void report_stray_characters(const Source& source, Diagnostics& problems);

// Embeddings, overrides and isolates, and what ends them: U+202A to U+202E, U+2066 to U+2069.
bool turns_direction(std::string_view character);

// What cannot be seen in an address and does not belong there: no-break spaces, the soft hyphen,
// the zero-width space, marks of direction. Joiners belong to words of some languages.
bool is_hidden(std::string_view character);

// "U+200B", of the first character.
std::string code_point_name(std::string_view text);

}  // namespace puebla::markdown
