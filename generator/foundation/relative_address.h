// The way from one place of a site to another (RFC 3986, section 4.2).

#pragma once

#include <string>
#include <string_view>

namespace puebla {

// Both are paths from the root of the site without "?" and "#", end in "/" or name a file, and are
// not yet percent-encoded: from "es/miembros/mexico/" to "es/miembros/belice/" it is "../belice/",
// to itself "./".
std::string relative_address(std::string_view from, std::string_view to);

}  // namespace puebla
