#include "locale/locale.h"

#include <unicode/dcfmtsym.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <cstring>

#include "locale/icu_text.h"
#include "locale/locale_parts.h"

namespace puebla {

namespace {

using icu::number::LocalizedNumberFormatter;
using icu::number::Precision;

bool is_known(const icu::Locale& locale) {
    for (int32_t i = 0; i < uloc_countAvailable(); ++i) {
        if (std::strcmp(uloc_getAvailable(i), locale.getName()) == 0) {
            return true;
        }
    }
    return false;
}

bool is_spanish(const icu::Locale& locale) {
    return std::strcmp(locale.getLanguage(), "es") == 0;
}

// Latin America's data in ICU groups four digits too; the Ortografía of the Spanish academies
// (2010, VIII 2.1.1.1) begins with five, as does ICU's own "es".
LocalizedNumberFormatter number_format(const icu::Locale& locale) {
    return icu::number::NumberFormatter::withLocale(locale)
        .grouping(is_spanish(locale) ? UNUM_GROUPING_MIN2 : UNUM_GROUPING_AUTO)
        .sign(UNUM_SIGN_NEGATIVE)  // none before a negative number that rounds to zero
        .roundingMode(UNUM_ROUND_HALFUP);
}

std::unique_ptr<const icu::AlphabeticIndex::ImmutableIndex> index_letters(const icu::Locale& locale,
                                                                          UErrorCode& status) {
    icu::AlphabeticIndex index(locale, status);
    index.addLabels(icu::Locale::getEnglish(), status);  // Latin names in an Arabic site
    return std::unique_ptr<const icu::AlphabeticIndex::ImmutableIndex>(
        index.buildImmutableIndex(status));
}

std::unique_ptr<const icu::Collator> word_order(const icu::Locale& locale, UErrorCode& status) {
    std::unique_ptr<icu::Collator> order(icu::Collator::createInstance(locale, status));
    if (U_SUCCESS(status)) {
        order->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    }
    return order;
}

// Fraction digits beyond this are noise in a text, and ICU refuses very large numbers of them.
constexpr int most_decimals = 15;

Precision decimals_of(int decimals) {
    return Precision::fixedFraction(std::clamp(decimals, 0, most_decimals));
}

}  // namespace

Locale::Parts::Parts(const icu::Locale& locale, UErrorCode& status)
    : id(locale),
      dates(locale, status),
      numbers(number_format(locale)),
      cardinals(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_CARDINAL, status)),
      ordinals(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_ORDINAL, status)),
      lists(icu::ListFormatter::createInstance(locale, status)),
      order(word_order(locale, status)),
      letters(index_letters(locale, status)) {}

std::optional<Locale> Locale::make(const std::string& id) {
    const icu::Locale locale = icu::Locale::createCanonical(id.c_str());
    if (!is_known(locale)) {
        return std::nullopt;
    }
    UErrorCode status = U_ZERO_ERROR;
    auto parts = std::make_shared<const Parts>(locale, status);
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    return Locale(std::move(parts));
}

bool Locale::right_to_left() const {
    return parts_->id.isRightToLeft() != 0;
}

std::string Locale::date(PartialDate date) const {
    return parts_->dates.date(date);
}

std::string Locale::date_range(PartialDate from, PartialDate to) const {
    return parts_->dates.range(from, to);
}

std::string Locale::number(std::int64_t value) const {
    UErrorCode status = U_ZERO_ERROR;
    return from_icu(parts_->numbers.formatInt(value, status).toString(status));
}

std::string Locale::number(double value, int decimals) const {
    UErrorCode status = U_ZERO_ERROR;
    const auto format = parts_->numbers.precision(decimals_of(decimals));
    return from_icu(format.formatDouble(value, status).toString(status));
}

std::string Locale::percent(double value, int decimals) const {
    UErrorCode status = U_ZERO_ERROR;
    const auto format =
        parts_->numbers.unit(icu::NoUnit::percent()).precision(decimals_of(decimals));
    return from_icu(format.formatDouble(value, status).toString(status));
}

std::string Locale::money(std::int64_t amount, const std::string& currency) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::CurrencyUnit unit(icu::StringPiece(currency), status);
    auto format = parts_->numbers.unit(unit).precision(Precision::integer());

    // For dollars, Latin America's data in ICU has the code "USD" as a symbol. A symbol that ends
    // in "$" would get no space from ICU, so the no-break space is a part of it.
    icu::DecimalFormatSymbols symbols(parts_->id, status);
    if (is_spanish(parts_->id) && currency == "USD" && U_SUCCESS(status)) {
        symbols.setCurrency(unit.getISOCurrency(), status);
        if (symbols.getConstSymbol(icu::DecimalFormatSymbols::kCurrencySymbol) == u"USD") {
            symbols.setSymbol(icu::DecimalFormatSymbols::kCurrencySymbol, u"US$\u00A0");
            format = format.symbols(symbols);
        }
    }
    const std::string text = from_icu(format.formatInt(amount, status).toString(status));
    return U_SUCCESS(status) ? text : currency + "\u00A0" + number(amount);
}

std::string Locale::list(const std::vector<std::string>& items) const {
    std::vector<icu::UnicodeString> texts;
    texts.reserve(items.size());
    for (const std::string& item : items) {
        texts.push_back(to_icu(item));
    }
    icu::UnicodeString joined;
    UErrorCode status = U_ZERO_ERROR;
    parts_->lists->format(texts.data(), static_cast<int32_t>(texts.size()), joined, status);
    return from_icu(joined);
}

std::string Locale::sort_key(std::string_view text) const {
    const icu::UnicodeString words = to_icu(text);
    std::string key(text.size() * 2 + 16, '\0');
    const auto capacity = static_cast<int32_t>(key.size());
    int32_t length =
        parts_->order->getSortKey(words, reinterpret_cast<uint8_t*>(key.data()), capacity);
    if (length > capacity) {
        key.resize(static_cast<std::size_t>(length));
        length = parts_->order->getSortKey(words, reinterpret_cast<uint8_t*>(key.data()), length);
    }
    key.resize(length > 0 ? static_cast<std::size_t>(length) - 1 : 0);  // without the final 0
    return key;
}

std::string Locale::index_letter(std::string_view text) const {
    icu::UnicodeString words = to_icu(text);
    int32_t first = 0;
    while (first < words.length() && !u_isalnum(words.char32At(first))) {
        first = words.moveIndex32(first, 1);
    }
    words.remove(0, first);
    UErrorCode status = U_ZERO_ERROR;
    const int32_t number = parts_->letters->getBucketIndex(words, status);
    const icu::AlphabeticIndex::Bucket* bucket = parts_->letters->getBucket(number);
    if (U_FAILURE(status) || bucket == nullptr || bucket->getLabelType() != U_ALPHAINDEX_NORMAL) {
        return "#";
    }
    return from_icu(bucket->getLabel());
}

}  // namespace puebla
