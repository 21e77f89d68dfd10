// Understands one entry: its record, the title of its prose, its slugs.

#pragma once

#include "content/content_tree.h"
#include "model/read_settings.h"
#include "model/site.h"

namespace puebla {

struct ShapedEntry {
    Entry entry;
    bool usable = true;  // false where anything is wrong with it; what is wrong is reported
};

ShapedEntry shape_entry(EntryFiles files, CollectionIndex index, const Site& site,
                        const std::vector<std::string>& languages, Diagnostics& problems);

}  // namespace puebla
