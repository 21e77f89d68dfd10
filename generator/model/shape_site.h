// Gives content its meaning.
//
// Everything wrong is reported at its place; a broken entry is left out, and what depends on it
// stays silent. Afterwards every reference leads to an entry, every entry has a slug in every
// language and a title in at least one.

#pragma once

#include <optional>
#include <string>

#include "content/content_tree.h"
#include "foundation/diagnostics.h"
#include "foundation/parallel.h"
#include "model/site.h"

namespace puebla {

struct ShapeOptions {
    std::optional<std::string> base;   // instead of the base of site.json
    std::optional<std::string> at;     // instead of its as_of
    std::optional<std::string> theme;  // instead of its theme
    bool drafts = false;               // publish drafts too
    Workers workers;
};

Site shape_site(ContentTree content, const ShapeOptions& options, Diagnostics& problems);

}  // namespace puebla
