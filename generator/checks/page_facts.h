// What checks need to know of one finished file, taken from the marks that rendering left.

#pragma once

#include <string>
#include <vector>

#include "foundation/output_file.h"

namespace puebla {

struct PageFacts {
    std::string path;      // in the output: "es/miembros/index.html"
    bool is_page = false;  // an HTML page, with marks
    std::vector<std::string> ids;
    std::vector<std::string> links;       // href of links, in the page's own words
    std::vector<std::string> resources;   // style sheets, images, scripts
    std::vector<std::string> alternates;  // absolute
    std::string canonical;                // absolute; "" where there is none
    std::string language;                 // of <html>
    std::string title;
    bool has_title = false;
};

PageFacts facts_of(const std::string& path, const MadeFile& file);

}  // namespace puebla
