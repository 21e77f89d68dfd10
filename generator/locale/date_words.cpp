#include "locale/date_words.h"

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <chrono>
#include <cstring>
#include <string_view>

#include "locale/icu_text.h"

namespace puebla {

namespace {

constexpr char16_t en_dash = u'\u2013';
constexpr char16_t thin_space = u'\u2009';
constexpr char16_t no_break_space = u'\u00A0';

// What each precision shows, in the order of the enum: DateTimePatternGenerator's skeletons.
const char16_t* const skeletons[] = {u"y", u"yMMMM", u"yMMMMd"};

UDate milliseconds_of(const PartialDate& date) {
    using namespace std::chrono;
    const sys_days days =
        std::chrono::year(date.year) / std::max(date.month, 1) / std::max(date.day, 1);
    return static_cast<double>(
        duration_cast<std::chrono::milliseconds>(days.time_since_epoch()).count());
}

// ICU sets thin spaces around the dash, or none; which of the two differs even within a language.
// Here the dash stands closed between single words ("13–14", "marzo–abril") and otherwise open,
// with a space before it that cannot break, so that no line begins with a dash.
icu::UnicodeString with_even_dash(icu::UnicodeString text) {
    const int32_t dash = text.indexOf(en_dash);
    if (dash <= 0) {
        return text;
    }
    const int32_t space = text.indexOf(u' ');
    const bool open = text.charAt(dash - 1) == thin_space || (space >= 0 && space < dash);
    if (!open) {
        return text;
    }
    icu::UnicodeString before = text.tempSubString(0, dash);
    icu::UnicodeString after = text.tempSubString(dash + 1);
    const auto is_space = [](char16_t c) { return c == thin_space || c == u' '; };
    while (!before.isEmpty() && is_space(before.charAt(before.length() - 1))) {
        before.truncate(before.length() - 1);
    }
    while (!after.isEmpty() && is_space(after.charAt(0))) {
        after.remove(0, 1);
    }
    return before + no_break_space + en_dash + u' ' + after;
}

}  // namespace

DateWords::DateWords(const icu::Locale& locale, UErrorCode& status) {
    spanish_ = std::strcmp(locale.getLanguage(), "es") == 0;

    // Thai, Persian and other locales would count the years of another calendar.
    icu::Locale gregorian = locale;
    gregorian.setKeywordValue("calendar", "gregorian", status);
    const icu::TimeZone& utc = *icu::TimeZone::getGMT();

    // Records give Gregorian dates before 1582 too, where ICU would turn to the Julian calendar.
    auto calendar = std::make_unique<icu::GregorianCalendar>(utc, gregorian, status);
    if (U_SUCCESS(status)) {
        calendar->setGregorianChange(milliseconds_of({1, 1, 1}), status);
    }
    calendar_ = std::move(calendar);

    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(gregorian, status));
    for (const Precision precision : {year, month, day}) {
        if (U_FAILURE(status)) {
            return;
        }
        const icu::UnicodeString skeleton(skeletons[precision]);
        auto date = std::make_unique<icu::SimpleDateFormat>(
            patterns->getBestPattern(skeleton, status), gregorian, status);
        std::unique_ptr<icu::DateIntervalFormat> range(
            icu::DateIntervalFormat::createInstance(skeleton, gregorian, status));
        if (U_SUCCESS(status)) {
            date->setTimeZone(utc);
            range->setTimeZone(utc);
        }
        forms_[precision] = {std::move(date), std::move(range)};
    }
}

DateWords::Precision DateWords::precision_of(const PartialDate& date) {
    return date.month == 0 ? year : date.day == 0 ? month : day;
}

std::unique_ptr<icu::Calendar> DateWords::calendar_at(const PartialDate& date) const {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> calendar(calendar_->clone());
    calendar->setTime(milliseconds_of(date), status);
    return calendar;
}

std::string DateWords::date(const PartialDate& date) const {
    if (date.year == 0) {
        return {};
    }
    icu::UnicodeString text;
    icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
    forms_[precision_of(date)].date->format(*calendar_at(date), text, ignored);
    return from_icu(text);
}

std::string DateWords::range(const PartialDate& from, const PartialDate& to) const {
    if (from.year == 0 || from == to) {
        return date(to);
    }
    if (to.year == 0) {
        return date(from);
    }
    // ICU would print a range between two precisions, or one that runs backwards, as if both ends
    // were days in order.
    const Precision precision = precision_of(from);
    if (precision != precision_of(to) || to < from) {
        return date(from) + "\u00A0\u2013 " + date(to);
    }
    icu::UnicodeString text;
    icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
    UErrorCode status = U_ZERO_ERROR;
    forms_[precision].range->format(*calendar_at(from), *calendar_at(to), text, ignored, status);

    // Two days in a row are "13 y 14 de marzo" in Spanish; a dash would suggest something longer.
    const bool next_day = precision == day && from.year == to.year && from.month == to.month &&
                          from.day + 1 == to.day;
    if (spanish_ && next_day) {
        return from_icu(text.findAndReplace(icu::UnicodeString(en_dash), u" y "));
    }
    return from_icu(with_even_dash(text));
}

}  // namespace puebla
