// What theme.json may say: names of fields and kinds of values.

#pragma once

#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/value.h"

namespace puebla {

// `file` is the path of theme.json, `languages` are the codes of the site.
void check_theme_settings(const Value& settings, const std::string& file,
                          const std::vector<std::string>& languages, Diagnostics& problems);

}  // namespace puebla
