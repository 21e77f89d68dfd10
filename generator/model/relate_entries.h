// Follows the references between records and finds unknown ones.

#pragma once

#include "model/site.h"

namespace puebla {

// Fills the relations of the site and the inverse lists of its collections.
void relate_entries(Site& site, Diagnostics& problems);

// Whether "did you mean …?" is worth its time: of many thousand problems only the first are shown.
enum class Advice { given, not_read };

// The reference is typed as "collection/entry"; the field says which collections are meant.
// Null where it leads nowhere; why is reported, except where the target's own mistake is.
std::optional<EntryIndex> resolve_reference(const Site& site, const Value& written,
                                            const std::vector<std::string>& targets,
                                            const std::string& file, Diagnostics& problems,
                                            Advice advice = Advice::given);

}  // namespace puebla
