// Understands a collection.json.

#pragma once

#include "content/content_tree.h"
#include "model/read_settings.h"
#include "model/site.h"

namespace puebla {

Collection shape_collection(const CollectionFiles& files, const std::vector<std::string>& languages,
                            Diagnostics& problems);

}  // namespace puebla
