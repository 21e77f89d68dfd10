#include "build/build_site.h"

#include <gtest/gtest.h>

#include "text_of.h"

namespace puebla {
namespace {

// What the author of a site is told whose collection of news and its entry say this.
std::string told(const std::string& collection, const std::string& record) {
    const MemoryFileSystem files({
        {"content/site.json", R"({"format": 1, "name": {"es": "Sitio"}, "as_of": "2024-12-31",
 "base": "https://example.org/", "theme": "plain", "home": "news/one",
 "languages": [{"code": "es", "locale": "es"}]})"},
        {"content/news/collection.json", collection},
        {"content/news/one/record.json", record},
        {"content/news/one/es.md", "# Uno\n"},
        {"content/news/two/es.md", "# Dos\n"},
        {"themes/plain/theme.json", "{}"},
        {"themes/plain/layouts/home.html", "home"},
        {"themes/plain/layouts/list.html", "list"},
        {"themes/plain/layouts/entry.html", "entry"},
        {"themes/plain/layouts/doorway.html", "doorway"},
        {"themes/plain/layouts/not-found.html", "not found"},
    });
    return text_of(build_site(files, {}).diagnostics, files);
}

TEST(Layouts, ALayoutThatACollectionNamesIsToldThere) {
    EXPECT_EQ(told(R"({"name": {"es": "Noticias"},
 "layout": {"list": "lists", "entry": "item"},
 "address": {"list": {"es": "noticias/"}, "entry": {"es": "noticias/{slug}/"}}})",
                   "{}"),
              R"(
content/news/collection.json:2:21: error: the theme has no layout "lists" [layout-missing]
  2 |  "layout": {"list": "lists", "entry": "item"},
    |                     ^~~~~~~
  help: did you mean "list"?
content/news/collection.json:2:39: error: the theme has no layout "item" [layout-missing]
  2 |  "layout": {"list": "lists", "entry": "item"},
    |                                       ^~~~~~
  help: there is: doorway, entry, home, list, not-found
)");
}

TEST(Layouts, ALayoutThatARecordNamesIsToldThere) {
    EXPECT_EQ(told(R"({"name": {"es": "Noticias"}, "address": {"entry": {"es": "{slug}/"}},
 "record": {"properties": {"layout": {"type": "string"}}}})",
                   R"({"layout": "front"})"),
              R"(
content/news/one/record.json:1:12: error: the theme has no layout "front" [layout-missing]
  1 | {"layout": "front"}
    |            ^~~~~~~
  help: there is: doorway, entry, home, list, not-found
)");
}

}  // namespace
}  // namespace puebla
