// What the site says to machines: one row per format.

#pragma once

#include <memory>
#include <vector>

#include "foundation/output_file.h"
#include "model/site.h"
#include "pages/page.h"

namespace puebla {

// One recipe for every file of every format. The recipes share what they need.
std::vector<OutputFile> export_files(const std::shared_ptr<const Site>& site,
                                     const std::shared_ptr<const PageSet>& pages);

}  // namespace puebla
