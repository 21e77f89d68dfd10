// What fill_pages() says of texts that a screen reader could not say.

#include <gtest/gtest.h>

#include "pages/fill_pages.h"
#include "pages_of.h"

namespace puebla {

namespace {

std::string told(const std::string& body) {
    TestPages site = pages_from({{"content/pages/one/es.md", "# Uno\n" + body},
                                 {"content/pages/one/en.md", "# One\n\nWord.\n"},
                                 {"content/pages/one/map.svg", "<svg/>"}});
    site.problems = {};
    fill_pages(site.site, std::move(site.pages), {}, site.problems);
    return text_of(site.problems, site.files);
}

TEST(FillPages, APictureWithoutATextIsWarnedOf) {
    EXPECT_EQ(told("\n![](./map.svg) ![Mapa](./map.svg)\n"), R"(
content/pages/one/es.md:3:5: warning: this picture has no text for those who cannot see it [picture-without-text]
  3 | ![](./map.svg) ![Mapa](./map.svg)
    |     ^~~~~~~~~
  help: say between the brackets what it shows: ![…](./map.svg)
)");
}

TEST(FillPages, AHeadingWithoutATextIsWarnedOf) {
    EXPECT_EQ(told("\n## {#a}\n\n## Bien\n"), R"(
content/pages/one/es.md:3:1: warning: this heading has no text [empty-heading]
  3 | ## {#a}
    | ^~~~~~~
  help: write one, or leave the heading out
)");
}

}  // namespace

}  // namespace puebla
