// The last step of a build: the next tree becomes the published folder.

#pragma once

#include <vector>

#include "publishing/arrangement.h"
#include "publishing/next_tree.h"
#include "publishing/output_folder.h"

namespace puebla {

// Exchanges the two trees, or gives the first one its name. The tree that was published is left in
// the work folder as `previous`; what its owner put there meanwhile is moved into the new one.
bool publish_by_exchange(const OutputFolder& folder, const NextTree& next, const Manifest& manifest,
                         Diagnostics& problems);

// Writes into the work folder the lists of files that the next step needs; 0, or an errno.
int prepare_in_place(const Arrangement& arrangement, const OutputFolder& folder);

// Moves the changed files into the published folder one by one, assets before the pages that use
// them, and removes what is no longer listed. False where it failed: then output-mixed is reported,
// or anything else and the folder is as it was.
bool publish_in_place(const std::vector<StagedFile>& files, const Arrangement& arrangement,
                      const OutputFolder& folder, const NextTree& next, Diagnostics& problems);

}  // namespace puebla
