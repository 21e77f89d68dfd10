// Understands a collection.json.

#pragma once

#include "content/content_tree.h"
#include "model/read_settings.h"
#include "model/site.h"

namespace puebla {

Collection shape_collection(const CollectionFiles& files, const std::vector<std::string>& languages,
                            Diagnostics& problems);

// Whether nobody can know the fields of its records: then nothing is said of those that use them.
bool has_unread_fields(const CollectionFiles& files);

}  // namespace puebla
