// A site made from the files that a test names, and what its author is told.
//
// What every site needs is there already: two languages, a collection "pages", a home page. A file
// that the test names replaces it.

#pragma once

#include <map>
#include <string>

#include "content/content_tree.h"
#include "foundation/file_system.h"
#include "model/shape_site.h"
#include "text_of.h"

namespace puebla {

using Files = std::map<std::string, std::string>;

struct TestSite {
    MemoryFileSystem files;
    Diagnostics problems;
    Site site;

    std::string english() const { return text_of(problems, files, MessageLanguage::english); }
    std::string spanish() const { return text_of(problems, files, MessageLanguage::spanish); }
};

inline Files with_the_usual(Files files) {
    files.merge(Files{
        {"content/site.json", R"({
  "format": 1,
  "name": {"es": "Sitio", "en": "Site"},
  "base": "https://example.org/",
  "languages": [
    {"code": "es", "locale": "es_CR", "name": "Español"},
    {"code": "en", "locale": "en_001", "name": "English"}
  ],
  "as_of": "2024-12-31",
  "theme": "plain",
  "home": "pages/home"
})"},
        {"content/pages/collection.json", R"({
  "name": {"es": "Páginas", "en": "Pages"},
  "address": {"entry": {"es": "{parent}{slug}/", "en": "{parent}{slug}/"}}
})"},
        {"content/pages/home/es.md", "# Inicio\n"},
        {"content/pages/home/en.md", "# Home\n"},
    });
    return files;
}

// Of these files alone.
inline TestSite bare_site_from(Files files, const ShapeOptions& options = {}) {
    TestSite result;
    result.files = MemoryFileSystem(std::move(files));
    ContentTree content = read_content(result.files, options.workers, result.problems);
    result.site = shape_site(std::move(content), options, result.problems);
    return result;
}

inline TestSite site_from(Files files, const ShapeOptions& options = {}) {
    return bare_site_from(with_the_usual(std::move(files)), options);
}

// Every entry of a collection in the order of a language, by name: "belize mexico".
inline std::string order_of(const Site& site, const std::string& collection,
                            LanguageIndex language = 0) {
    std::string names;
    for (const EntryIndex entry : *find_collection(site, collection)->entries.find(language)) {
        names += (names.empty() ? "" : " ") + site.entries[entry].name;
    }
    return names;
}

}  // namespace puebla
