// What the settings of a collection that name a field can do with it.

#pragma once

#include <string>

#include "model/read_settings.h"
#include "model/site.h"

namespace puebla {

enum class FieldUse { order, title, feed, totals };

// Whether the field exists and holds what that use needs.
bool may_be_used(const std::string& name, FieldUse use, const Collection& collection);

// Reports a field that may not be used: no list can be put in order by periods.
// `where` is null where the setting is not given.
void check_field_use(const std::string& name, const Value* where, FieldUse use,
                     const Collection& collection, const Settings& settings);

}  // namespace puebla
