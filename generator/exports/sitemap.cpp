#include "exports/formats.h"
#include "exports/xml_writer.h"

namespace puebla {

namespace {

void write_page(XmlWriter& xml, const Site& site, const PageSet& pages, const Page& page) {
    xml.open("url");
    xml.element("loc", site.base + page.address);
    for (LanguageIndex language = 0; language < site.languages.size(); ++language) {
        const Page& version = pages.pages[page.versions[language]];
        if (version.available) {
            xml.empty_element("xhtml:link", {{"rel", "alternate"},
                                             {"hreflang", site.languages[language].code},
                                             {"href", site.base + version.address}});
        }
    }
    if (page.kind == PageKind::doorway || page.kind == PageKind::home) {
        xml.empty_element("xhtml:link",
                          {{"rel", "alternate"}, {"hreflang", "x-default"}, {"href", site.base}});
    }
    xml.close();
}

}  // namespace

std::string sitemap(const Site& site, const PageSet& pages) {
    XmlWriter xml;
    xml.open("urlset", {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"},
                        {"xmlns:xhtml", "http://www.w3.org/1999/xhtml"}});
    for (const Page& page : pages.pages) {
        if (page.kind != PageKind::not_found && page.available) {
            write_page(xml, site, pages, page);
        }
    }
    xml.close();
    return xml.finish();
}

}  // namespace puebla
