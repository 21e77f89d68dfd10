#include "locale/letter_case.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>

#include "locale/icu_text.h"

namespace puebla {

std::string upper_case(std::string_view text) {
    return from_icu(to_icu(text).toUpper(icu::Locale::getRoot()));
}

std::string lower_case(std::string_view text) {
    return from_icu(to_icu(text).toLower(icu::Locale::getRoot()));
}

std::string capitalized(std::string_view text) {
    icu::UnicodeString all = to_icu(text);
    icu::UnicodeString first(all, 0, all.moveIndex32(0, 1));
    icu::UnicodeString first_small = first;
    first_small.toLower(icu::Locale::getRoot());
    // What is small depends on its neighbours: "ΑΣ" ends in another sigma than "Σ" alone.
    all.toLower(icu::Locale::getRoot());
    all.replaceBetween(0, first_small.length(), first.toTitle(nullptr, icu::Locale::getRoot()));
    return from_icu(all);
}

std::size_t count_runs_of_letters(std::string_view text) {
    const icu::UnicodeString all = to_icu(text);
    std::size_t count = 0;
    bool inside = false;
    for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
        const UChar32 one = all.char32At(at);
        const bool part = one == '_' || (U_GET_GC_MASK(one) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
        count += part && !inside ? 1 : 0;
        inside = part;
    }
    return count;
}

}  // namespace puebla
