// Follows every link of the finished pages.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checks/checks.h"

namespace puebla {

void check_links(const FinishedSite& site, const Sources& sources, Causes& causes);

// Where a link leads in the site.
struct LinkTarget {
    std::string path;  // of a file: "es/miembros/index.html"
    std::string fragment;
};

// Null for links out of the site (other hosts, mailto:). A link that climbs above the root leads to
// a path that begins with "../". RFC 3986, section 5.2, without what relative links of ours never
// use.
std::optional<LinkTarget> follow_link(const std::string& from, std::string_view link,
                                      const std::string& base);

// Whether a link names a scheme, "https:", or another host, "//".
bool leaves_the_page(std::string_view link);

}  // namespace puebla
