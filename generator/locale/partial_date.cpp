#include "locale/partial_date.h"

#include <chrono>

namespace puebla {

namespace {

// The number that `count` digits spell, or nothing where one of them is no ASCII digit.
std::optional<int> digits(std::string_view text, std::size_t begin, std::size_t count) {
    int number = 0;
    for (const char c : text.substr(begin, count)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

bool in_calendar(const PartialDate& date) {
    const std::chrono::year_month_day full{std::chrono::year(date.year),
                                           std::chrono::month(static_cast<unsigned>(date.month)),
                                           std::chrono::day(static_cast<unsigned>(date.day))};
    return full.ok();
}

}  // namespace

std::optional<PartialDate> parse_date(std::string_view text) {
    const bool has_month = text.size() >= 7;
    const bool has_day = text.size() == 10;
    if (text.size() != 4 && text.size() != 7 && !has_day) {
        return std::nullopt;
    }
    if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4);
    const auto month = has_month ? digits(text, 5, 2) : 0;
    const auto day = has_day ? digits(text, 8, 2) : 0;
    if (!year || !month || !day || *year == 0) {
        return std::nullopt;
    }
    const PartialDate date{*year, *month, *day};
    const PartialDate whole{*year, has_month ? *month : 1, has_day ? *day : 1};
    return in_calendar(whole) ? std::optional(date) : std::nullopt;
}

}  // namespace puebla
