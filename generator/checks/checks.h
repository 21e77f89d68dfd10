// Questions asked of a finished site, each a row with its own explanation.

#pragma once

#include <string_view>
#include <vector>

#include "build/build_site.h"
#include "checks/page_facts.h"
#include "foundation/diagnostics.h"

namespace puebla {

// Everything a check may look at.
struct FinishedSite {
    const Build& build;
    const std::vector<PageFacts>& files;  // of all files, in the order of build.files
};

struct Check {
    std::string_view code;
    Message question;  // "Does every link lead to a page?"
    void (*ask)(const FinishedSite& site, Diagnostics& problems);
};

const std::vector<Check>& all_checks();

void run_checks(const FinishedSite& site, Diagnostics& problems);

}  // namespace puebla
