// The records of records.json: a collection whose entries have no folders.

#pragma once

#include <string>
#include <vector>

#include "content/content_tree.h"

namespace puebla {

// A record that has no id, or one that was there before, is reported and left out.
std::vector<EntryFiles> entries_of_table(const std::string& path, const Value& table,
                                         Diagnostics& problems);

// Whether a file holds an object; reports one that holds something else. A file that could not be
// read is null and has no place; that is already reported.
bool expect_object(const std::string& path, const Value& value, Diagnostics& problems);

}  // namespace puebla
