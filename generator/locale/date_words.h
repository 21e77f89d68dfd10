// Dates in the words of one language, by ICU. For this room only; see Locale::date().

#pragma once

#include <unicode/calendar.h>
#include <unicode/dtitvfmt.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>

#include <memory>
#include <string>

#include "locale/partial_date.h"

namespace puebla {

class DateWords {
  public:
    DateWords(const icu::Locale& locale, UErrorCode& status);

    std::string date(const PartialDate& date) const;
    std::string range(const PartialDate& from, const PartialDate& to) const;

  private:
    enum Precision { year, month, day };

    // How one precision is written: a date of it, and a range between two.
    struct Form {
        std::unique_ptr<const icu::SimpleDateFormat> date;
        std::unique_ptr<const icu::DateIntervalFormat> range;
    };

    static Precision precision_of(const PartialDate& date);
    std::unique_ptr<icu::Calendar> calendar_at(const PartialDate& date) const;

    bool spanish_ = false;
    std::unique_ptr<const icu::Calendar> calendar_;
    Form forms_[3];  // by Precision
};

}  // namespace puebla
