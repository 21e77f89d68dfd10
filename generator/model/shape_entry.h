// Understands one entry: its record, the title of its prose, its slugs.

#pragma once

#include <optional>

#include "content/content_tree.h"
#include "model/read_settings.h"
#include "model/site.h"

namespace puebla {

// Null where the entry cannot be used; why is reported.
std::optional<Entry> shape_entry(EntryFiles files, CollectionIndex index, const Site& site,
                                 const std::vector<std::string>& languages, Diagnostics& problems);

}  // namespace puebla
