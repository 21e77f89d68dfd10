// Dresses pages with the theme.

#pragma once

#include <memory>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/output_file.h"
#include "model/site.h"
#include "pages/page.h"
#include "rendering/theme.h"

namespace puebla {

// One recipe for every page and every asset of the theme. The recipes share what they need and may
// outlive the arguments. Layouts that do not exist are reported at once, once each.
std::vector<OutputFile> render_pages(std::shared_ptr<const Site> site,
                                     std::shared_ptr<const PageSet> pages,
                                     std::shared_ptr<const Theme> theme, Diagnostics& problems);

}  // namespace puebla
