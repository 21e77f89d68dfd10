// Slugs: the parts of addresses that stand for an entry or a value, and the names of entries.

#pragma once

#include <string>
#include <string_view>

#include "model/read_settings.h"

namespace puebla {

// Lower-case ASCII letters and digits with single hyphens between them, not longer than anybody
// would read.
bool is_slug(std::string_view text);

// Made from a title, cut at a word; "" where there is no letter or digit in it.
std::string slug_from(std::string_view title);

// {"es": "…", "en": "…"}: reports each text that is none.
void check_slugs(const Value& slugs, const Settings& settings);

}  // namespace puebla
