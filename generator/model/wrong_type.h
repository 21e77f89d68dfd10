// A value of one kind where another is wanted: what was expected, and how to write it.

#pragma once

#include "model/read_settings.h"

namespace puebla {

enum class Wanted {
    text,
    date,
    texts_by_language,
    whole_number,
    number,
    true_or_false,
    object,
    list,
    list_of_texts,
    list_of_names,
};

void report_wrong_type(const Value& value, Wanted wanted, const Settings& settings);

}  // namespace puebla
