// Questions asked of a finished site, each a row with its own explanation.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "build/build_site.h"
#include "checks/findings.h"
#include "checks/page_facts.h"
#include "foundation/diagnostics.h"

namespace puebla {

// What a check of a single page may look at, while its text is at hand.
struct FinishedPage {
    std::string_view text;
    const std::vector<Mark>& marks;
    const std::string& base;
};

// Everything a check of the whole site may look at.
struct FinishedSite {
    const Build& build;
    const std::vector<PageFacts>& files;  // of all files, in the order of build.files
};

// A question is asked of every page by itself, or of the site; the other is null.
struct Check {
    std::string_view code;  // the first of those it reports
    Message question;       // "Does every link lead to a page?"
    void (*ask_page)(const FinishedPage& page, Findings& findings);
    void (*ask_site)(const FinishedSite& site, const Sources& sources, Causes& causes);
};

const std::vector<Check>& all_checks();

// Those of single pages; facts_of() calls it.
void check_page(const FinishedPage& page, Findings& findings);

// All that is wrong, once for every cause.
void run_checks(const FinishedSite& site, Diagnostics& problems);

}  // namespace puebla
