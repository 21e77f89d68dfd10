// Words reduced to plain letters: for addresses, and for comparing without accents.
//
// Nothing here depends on a language, so that an address never changes with the locale of a site.

#pragma once

#include <string>
#include <string_view>

namespace puebla {

// "Declaración de Cancún" → "declaracion-de-cancun". Other scripts are spelled in Latin letters
// (ICU Any-Latin; Latin-ASCII; Lower); runs of anything but a–z and 0–9 become one hyphen. Empty
// where nothing is left.
std::string slug_of(std::string_view title);

// Lower case without accents, for comparing: "Ñandú" → "nandu", "œuvre" → "oeuvre". Other scripts
// stay in their letters.
std::string fold(std::string_view text);

}  // namespace puebla
