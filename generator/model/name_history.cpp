#include "model/name_history.h"

namespace puebla {

namespace {

// The first and the last day a date may mean.
PartialDate first_day(PartialDate date) {
    return {date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day};
}

PartialDate last_day(PartialDate date) {
    // A day 31 compares right in every month: no date in it is later.
    return {date.year, date.month == 0 ? 12 : date.month, date.day == 0 ? 31 : date.day};
}

std::optional<PartialDate> date_at(const Value& period, std::string_view name) {
    const Value* value = period.find(name);
    return value && value->is_string() ? parse_date(*value->string()) : std::nullopt;
}

}  // namespace

bool holds_on(const Value& period, PartialDate date) {
    const auto from = date_at(period, "from");
    const auto until = date_at(period, "until");
    return (!from || first_day(*from) <= last_day(date)) &&
           (!until || last_day(*until) >= first_day(date));
}

const Value* name_on(const Value& names, PartialDate date) {
    const Value* found = nullptr;
    if (const Value::List* list = names.list()) {
        // Where two hold on the same day, the later one has replaced the earlier.
        for (const Value& name : *list) {
            if (holds_on(name, date)) {
                found = &name;
            }
        }
        if (!found && !list->empty()) {
            found = &list->back();
        }
    }
    return found;
}

}  // namespace puebla
