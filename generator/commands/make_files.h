// Makes the bytes of every file of a build, one after the other or many at once, and keeps only
// what checks need to know of them.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "build/build_site.h"
#include "checks/page_facts.h"
#include "foundation/diagnostics.h"

namespace puebla {

// Takes the bytes of one file; may be called by several threads for different paths. false where
// they could not be kept; why is reported.
using TakeFile =
    std::function<bool(const std::string& path, const std::string& bytes, Diagnostics& problems)>;

// Facts in the order of build.files.
std::vector<PageFacts> make_files(const Build& build, Workers workers, const TakeFile& take,
                                  Diagnostics& problems);

}  // namespace puebla
