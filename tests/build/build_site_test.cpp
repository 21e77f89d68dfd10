#include "build/build_site.h"

#include <gtest/gtest.h>

#include "text_of.h"

namespace puebla {
namespace {

MemoryFileSystem small_site() {
    return MemoryFileSystem({
        {"content/site.json", R"({"format": 1, "name": {"es": "Sitio", "en": "Site"},
 "base": "https://example.org/", "as_of": "2024-12-31", "theme": "plain", "home": "pages/home",
 "languages": [{"code": "es", "locale": "es"}, {"code": "en", "locale": "en"}]})"},
        {"content/pages/collection.json",
         R"({"name": {"es": "Páginas", "en": "Pages"}, "feed": "date",
 "record": {"type": "object", "properties": {"date": {"type": "string", "format": "partial-date"}}},
 "address": {"entry": {"es": "{slug}/", "en": "{slug}/"}}})"},
        {"content/pages/home/es.md", "# Inicio\n\n[](pages/one#b1) y [hoja](./a%20b.txt).\n"},
        {"content/pages/home/en.md", "# Home\n\n[](pages/one#b1) and [sheet](./a%20b.txt).\n"},
        {"content/pages/home/a b.txt", "sheet"},
        {"content/pages/one/record.json", R"({"date": "2024-09"})"},
        {"content/pages/one/es.md", "# Uno & medio\n\nTexto.\n"},
        {"themes/plain/theme.json", "{}"},
        {"themes/plain/layouts/home.html", "<html>{{ page.body }}</html>"},
        {"themes/plain/layouts/entry.html", "<html>{{ page.title }} {{ page.body }}</html>"},
        {"themes/plain/layouts/doorway.html", "<html></html>"},
        {"themes/plain/layouts/not-found.html", "<html></html>"},
    });
}

std::map<std::string, std::string> bytes_of(const Build& build) {
    std::map<std::string, std::string> bytes;
    for (const OutputFile& file : build.files) {
        bytes[file.path] = file.make().bytes;
    }
    return bytes;
}

TEST(BuildSite, ManyWorkersMakeTheSameBytes) {
    const MemoryFileSystem files = small_site();
    BuildOptions many;
    many.workers.count = 8;
    const auto one = bytes_of(build_site(files, {}));
    EXPECT_EQ(one, bytes_of(build_site(files, many)));
    EXPECT_EQ(one, bytes_of(build_site(files, {})));
}

TEST(BuildSite, EveryEntryHasAPageInEveryLanguage) {
    const MemoryFileSystem files = small_site();
    const auto bytes = bytes_of(build_site(files, {}));
    std::string paths;
    for (const auto& [path, text] : bytes) {
        paths += path + "\n";
    }
    EXPECT_EQ(paths, R"(404.html
en/404.html
en/feed.xml
en/index.html
en/uno-medio/index.html
es/404.html
es/feed.xml
es/index.html
es/uno-medio/index.html
files/pages/home/a b.txt
index.html
robots.txt
sitemap.xml
)");
    EXPECT_EQ(bytes.at("files/pages/home/a b.txt"), "sheet");
    EXPECT_NE(bytes.at("en/uno-medio/index.html").find("<span lang=\"es\">Uno &amp; medio</span>"),
              std::string::npos);
}

TEST(BuildSite, OnlyRealVersionsAreInTheSitemapAndTheFeed) {
    const MemoryFileSystem files = small_site();
    const auto bytes = bytes_of(build_site(files, {}));
    const std::string& sitemap = bytes.at("sitemap.xml");
    EXPECT_NE(sitemap.find("<loc>https://example.org/es/uno-medio/</loc>"), std::string::npos);
    EXPECT_EQ(sitemap.find("<loc>https://example.org/en/uno-medio/</loc>"), std::string::npos);
    EXPECT_NE(bytes.at("es/feed.xml").find("<updated>2024-09-01T00:00:00Z</updated>"),
              std::string::npos);
    EXPECT_EQ(bytes.at("en/feed.xml").find("<entry>"), std::string::npos);
}

TEST(BuildSite, AMissingSiteIsSaidOnce) {
    const MemoryFileSystem files;
    EXPECT_EQ(text_of(build_site(files, {}).diagnostics, files), R"(
error: there is no content/site.json here [file-missing]
  help: run puebla in the folder that holds content/ and themes/, or name it with --source
)");
}

TEST(BuildSite, PhraseLentByAnotherLanguageSaysSoWhereItIsText) {
    MemoryFileSystem files = small_site();
    files.write("themes/plain/phrases/en.json", R"({"back": "Back to {title}"})");
    files.write("themes/plain/layouts/home.html",
                "<html><title>{{ phrase('back', title='A') }}</title>"
                "<p title=\"{{ phrase('back', title='&') }}\">{{ phrase('back', title='<') }}</p>"
                "</html>");
    const auto bytes = bytes_of(build_site(files, {}));
    EXPECT_EQ(bytes.at("es/index.html"),
              "<html><title>Back to A</title><p title=\"Back to &amp;\">"
              "<span lang=\"en\">Back to &lt;</span></p></html>");
    EXPECT_EQ(bytes.at("en/index.html"),
              "<html><title>Back to A</title><p title=\"Back to &amp;\">Back to &lt;</p></html>");
}

}  // namespace
}  // namespace puebla
