#include <set>

#include "exports/exported_site.h"

namespace puebla {
namespace {

TEST(Sitemap, NamesEveryRealPageWithItsVersions) {
    const std::string xml = exported({}).file("sitemap.xml");
    EXPECT_EQ(xml, R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
 <url>
  <loc>https://example.org/</loc>
  <xhtml:link rel="alternate" hreflang="es" href="https://example.org/es/"/>
  <xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/"/>
  <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/"/>
 </url>
 <url>
  <loc>https://example.org/es/</loc>
  <xhtml:link rel="alternate" hreflang="es" href="https://example.org/es/"/>
  <xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/"/>
  <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/"/>
 </url>
 <url>
  <loc>https://example.org/en/</loc>
  <xhtml:link rel="alternate" hreflang="es" href="https://example.org/es/"/>
  <xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/"/>
  <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/"/>
 </url>
</urlset>
)");
}

TEST(Sitemap, StandInsForMissingTranslationsAreLeftOut) {
    const std::string xml = exported(documents()).file("sitemap.xml");
    EXPECT_EQ(found(xml, "//s:url[contains(s:loc, '/plan/')]/s:loc"),
              (std::vector<std::string>{"https://example.org/es/documentos/plan/"}));
    EXPECT_EQ(found(xml, "//s:url[contains(s:loc, '/plan/')]/x:link/@hreflang"),
              (std::vector<std::string>{"es"}));
    EXPECT_EQ(found(xml, "//s:loc[contains(., '404')]"), std::vector<std::string>{});
}

TEST(Sitemap, VersionsNameEachOther) {
    Files files = documents();
    for (int i = 0; i < 5; ++i) {
        const std::string folder = "content/documents/more" + std::to_string(i);
        files[folder + "/es.md"] = "# Más " + std::to_string(i) + "\n";
        files[folder + "/en.md"] = "# More " + std::to_string(i) + "\n";
    }
    files["content/documents/collection.json"].insert(1, R"("page_size": 3,)");
    const std::string xml = exported(files).file("sitemap.xml");

    std::set<std::pair<std::string, std::string>> named;
    for (const std::string& address : found(xml, "//s:loc")) {
        const std::string links = "//s:url[s:loc='" + address + "']/x:link[@hreflang!='x-default']";
        for (const std::string& version : found(xml, links + "/@href")) {
            named.emplace(address, version);
        }
    }
    EXPECT_EQ(named.count(
                  {"https://example.org/es/documentos/3/", "https://example.org/en/documents/3/"}),
              1U);
    for (const auto& [address, version] : named) {
        if (address != "https://example.org/") {
            EXPECT_EQ(named.count({version, address}), 1U) << address << " → " << version;
        }
    }
}

}  // namespace
}  // namespace puebla
