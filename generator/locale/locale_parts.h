// The ICU objects behind a Locale. For this room only.

#pragma once

#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>

#include <memory>

#include "locale/date_words.h"
#include "locale/locale.h"

namespace puebla {

struct Locale::Parts {
    Parts(const icu::Locale& locale, UErrorCode& status);

    icu::Locale id;
    DateWords dates;
    icu::number::LocalizedNumberFormatter numbers;
    std::unique_ptr<const icu::PluralRules> cardinals;
    std::unique_ptr<const icu::PluralRules> ordinals;
    std::unique_ptr<const icu::ListFormatter> lists;
    std::unique_ptr<const icu::Collator> order;
    std::unique_ptr<const icu::AlphabeticIndex::ImmutableIndex> letters;
};

}  // namespace puebla
