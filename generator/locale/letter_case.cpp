#include "locale/letter_case.h"

#include <unicode/locid.h>

#include "locale/icu_text.h"

namespace puebla {

std::string upper_case(std::string_view text) {
    return from_icu(to_icu(text).toUpper(icu::Locale::getRoot()));
}

std::string lower_case(std::string_view text) {
    return from_icu(to_icu(text).toLower(icu::Locale::getRoot()));
}

}  // namespace puebla
