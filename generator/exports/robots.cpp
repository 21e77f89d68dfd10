#include "exports/formats.h"

namespace puebla {

std::string robots(const Site& site) {
    return "User-agent: *\nAllow: /\n\nSitemap: " + site.base + "sitemap.xml\n";
}

}  // namespace puebla
