// Dates as records give them: known to the day, the month or only the year.

#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace puebla {

// "2024-09-19", "2024-09" or "2024" (ISO 8601-1, 5.2), in the Gregorian calendar throughout.
struct PartialDate {
    int year = 0;   // 1 to 9999; 0: no date at all
    int month = 0;  // 0: not known
    int day = 0;    // 0: not known

    // clang-tidy 14 takes the zero in what the compiler writes for a null pointer.
    auto operator<=>(const PartialDate&) const = default;  // NOLINT(modernize-use-nullptr)
};

// Null for anything else, 30 February and the year 0000 included.
std::optional<PartialDate> parse_date(std::string_view text);

}  // namespace puebla
