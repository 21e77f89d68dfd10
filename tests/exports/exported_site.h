// A small site with everything the exports look at, and reading XML back.

#pragma once

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <memory>
#include <string>
#include <vector>

#include "exports/exports.h"
#include "pages/fill_pages.h"
#include "pages/plan_pages.h"
#include "site_from.h"

namespace puebla {

struct ExportedSite {
    std::shared_ptr<const Site> site;
    std::shared_ptr<const PageSet> pages;

    // The bytes of one exported file.
    std::string file(const std::string& path) const {
        for (const OutputFile& one : export_files(site, pages)) {
            if (one.path == path) {
                return one.make().bytes;
            }
        }
        return "(no such file)";
    }
};

inline ExportedSite exported(Files files) {
    TestSite made = site_from(std::move(files));
    PageSet pages = fill_pages(made.site, plan_pages(made.site, made.problems), {}, made.problems);
    EXPECT_FALSE(made.problems.has_errors()) << made.english();
    return {std::make_shared<const Site>(std::move(made.site)),
            std::make_shared<const PageSet>(std::move(pages))};
}

// Documents with a feed date: one in both languages, one in Spanish only, one without a date.
inline Files documents() {
    return {
        {"content/documents/collection.json", R"({
  "name": {"es": "Documentos", "en": "Documents"},
  "address": {"list": {"es": "documentos/", "en": "documents/"},
              "entry": {"es": "documentos/{slug}/", "en": "documents/{slug}/"}},
  "feed": "date",
  "record": {"type": "object",
             "properties": {"date": {"type": "string", "format": "partial-date"}}}
})"},
        {"content/documents/act/record.json", R"({"date": "2022-04-01"})"},
        {"content/documents/act/es.md", "# Acta & «anexo»\n\nQué se <decidió>.\n"},
        {"content/documents/act/en.md", "# Act & \"annex\"\n\nWhat was <decided>.\n"},
        {"content/documents/draft/es.md", "# Sin fecha\n"},
        {"content/documents/draft/en.md", "# Without a date\n"},
        {"content/documents/plan/record.json", R"({"date": "2024-09"})"},
        {"content/documents/plan/es.md", "# Plan\n"},
    };
}

// What an XPath expression finds in a document, as text; prefixes: a (Atom), s (sitemap), x
// (XHTML).
inline std::vector<std::string> found(const std::string& xml, const std::string& path) {
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR),
        xmlFreeDoc);
    if (!document) {
        return {"(not well-formed)"};
    }
    const std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(
        xmlXPathNewContext(document.get()), xmlXPathFreeContext);
    const auto add_prefix = [&](const char* prefix, const char* name) {
        xmlXPathRegisterNs(context.get(), reinterpret_cast<const xmlChar*>(prefix),
                           reinterpret_cast<const xmlChar*>(name));
    };
    add_prefix("a", "http://www.w3.org/2005/Atom");
    add_prefix("s", "http://www.sitemaps.org/schemas/sitemap/0.9");
    add_prefix("x", "http://www.w3.org/1999/xhtml");
    const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> result(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path.c_str()), context.get()),
        xmlXPathFreeObject);
    std::vector<std::string> texts;
    for (int i = 0; result && result->nodesetval && i < result->nodesetval->nodeNr; ++i) {
        const std::unique_ptr<xmlChar, decltype(xmlFree)> text(
            xmlNodeGetContent(result->nodesetval->nodeTab[i]), xmlFree);
        texts.emplace_back(reinterpret_cast<const char*>(text.get()));
    }
    return texts;
}

}  // namespace puebla
