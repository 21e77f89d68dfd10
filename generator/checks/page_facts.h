// What checks need to know of one finished file, taken from the marks that rendering left; and what
// is wrong with the page itself, whatever the others hold.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/findings.h"
#include "foundation/html.h"
#include "foundation/output_file.h"

namespace puebla {

// Something a page says, without escapes, and where it was written.
struct Found {
    std::string text;
    Written written;
};

struct Alternate {
    Found link;            // absolute
    std::string language;  // hreflang
};

struct PageFacts {
    std::string path;               // in the output: "es/miembros/index.html"
    std::vector<Found> ids;         // by text, then in the order of the page
    std::vector<Found> links;       // href of links and the like, in the page's own words
    std::vector<Found> resources;   // style sheets, images, scripts
    std::vector<Found> references;  // ids of the same page
    std::vector<Alternate> alternates;
    std::optional<Found> canonical;  // absolute
    std::optional<Found> language;   // of <html>
    std::optional<Found> title;
    Written html;                // the tag <html>
    std::vector<Written> mains;  // the tags <main>
    std::vector<Written> main_headings;
    std::vector<Finding> findings;  // of the checks of single pages
};

// `base` is the address of the site: "https://example.org/".
PageFacts facts_of(const std::string& path, const MadeFile& file, const std::string& base);

bool has_id(const PageFacts& page, std::string_view id);

}  // namespace puebla
