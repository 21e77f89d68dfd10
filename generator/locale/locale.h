// What a language does to words: dates, numbers, lists, plurals, order. Hides ICU.
//
// A Locale never changes once made and may be used by several threads at once; copies share what
// they hold. Making one costs some milliseconds, so a site makes each of its locales once.
//
// Amounts and dates never break at the end of a line where that would hurt: spaces inside numbers
// are no-break spaces.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "locale/message_pattern.h"
#include "locale/partial_date.h"
#include "locale/plain_letters.h"

namespace puebla {

class Locale {
  public:
    // `id` as ICU lists it, "-" for "_" allowed: "es_CR", "en_001", "ar". Null where ICU knows no
    // such locale.
    static std::optional<Locale> make(const std::string& id);

    bool right_to_left() const;

    // "1 de abril de 2022", "September 2024", "1996".
    std::string date(PartialDate date) const;
    // "13 y 14 de marzo de 1996", "13–14 March 1996", "30 March – 2 April 1996". Two precisions,
    // or an end before the start, are both written out.
    std::string date_range(PartialDate from, PartialDate to) const;

    // "1234" but "12 345" in Spanish (no-break spaces, from five digits on), "12,345" in English.
    std::string number(std::int64_t value) const;
    // Halves are rounded away from zero.
    std::string number(double value, int decimals) const;
    // Whole US dollars and the like: "US$ 141 360" with no-break spaces, "US$141,360". A currency
    // that is no ISO 4217 code is printed as it is.
    std::string money(std::int64_t amount, const std::string& currency) const;
    std::string percent(double value, int decimals) const;          // 24.05 → "24,05 %"
    std::string list(const std::vector<std::string>& items) const;  // "a, b y c"; "a e Italia"

    using Argument = std::variant<std::int64_t, double, std::string>;
    using Arguments = std::map<std::string, Argument>;
    // An argument that is not given stays visible as "{name}". A text where a number is wanted
    // counts as the number it spells, or as "other"; a date argument is a text like "2024-09".
    std::string message(const MessagePattern& pattern, const Arguments& arguments) const;
    // For a pattern used once; null where it is broken.
    std::optional<std::string> message(const std::string& pattern,
                                       const Arguments& arguments) const;

    // Bytes that sort as the language orders words; digits by their value: "Grupo 9", "Grupo 10".
    std::string sort_key(std::string_view text) const;
    // The letter under which an A–Z index puts the text: "Álava" → "A", "ñandú" → "Ñ" in Spanish,
    // "«Carta»" → "C"; "#" where the text begins with no letter of the language.
    std::string index_letter(std::string_view text) const;

  private:
    struct Parts;
    explicit Locale(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

    std::shared_ptr<const Parts> parts_;
};

}  // namespace puebla
