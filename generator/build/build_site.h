// The journey from files to a finished site, without touching the output.
//
// What comes back can be checked, published or served; callers choose. Its files are recipes: they
// make their bytes when asked. `files` must live as long as the Build.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/file_system.h"
#include "foundation/output_file.h"
#include "foundation/parallel.h"
#include "model/site.h"
#include "pages/page.h"

namespace puebla {

struct BuildOptions {
    std::optional<std::string> base;   // instead of what site.json says
    std::optional<std::string> at;     // a date instead of its as_of
    std::optional<std::string> theme;  // instead of its theme
    bool drafts = false;
    Workers workers;
};

struct Build {
    std::shared_ptr<const Site> site;
    std::shared_ptr<const PageSet> pages;
    std::vector<OutputFile> files;
    std::vector<std::string> template_files;  // by the numbers in the marks of pages, from 1
    Diagnostics diagnostics;
};

Build build_site(const FileSystem& files, const BuildOptions& options);

}  // namespace puebla
