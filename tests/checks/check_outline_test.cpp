#include "checks/check_outline.h"

#include "checks/finished_pages.h"

namespace puebla {
namespace {

using CheckOutline = FinishedPages;

TEST_F(CheckOutline, AHeadingOfALayoutThatSkipsALevelIsWarnedOf) {
    change(page, "{{ page.body", "<h3>Details</h3>\n{{ page.body");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:4:2: warning: a heading of level 3 follows one of level 1 (on 8 pages, first index.html) [heading-order]
  4 | <h3>Details</h3>
    |  ^~
  help: go down one level at a time: <h2> comes next
)");
}

TEST_F(CheckOutline, APageBeginsWithItsMainHeadingOrAMenu) {
    change(page, "<h1>", "<h2>Menu</h2><h1>");
    EXPECT_EQ(problems(), "\n");
    change(page, "<h2>Menu</h2>", "<h4>Menu</h4>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:2: warning: the first heading of the page is of level 4 (on 8 pages, first index.html) [heading-order]
  3 | <h4>Menu</h4><h1>{{ page.title }}</h1>
    |  ^~
  help: a page begins with <h1>
)");
}

TEST_F(CheckOutline, HeadingsMayGoUpAsTheyLike) {
    change(news, "## One", "## One\n\n### Two\n\n#### Three\n\n## Four");
    EXPECT_EQ(problems(), "\n");
}

TEST_F(CheckOutline, AHeadingWithoutATextIsWarnedOf) {
    change(page, "{{ page.body", "<h2>{{ page.record.no | default('') }}</h2>\n{{ page.body");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:4:2: warning: this heading has no text (on 8 pages, first index.html) [empty-heading]
  4 | <h2>{{ page.record.no | default('') }}</h2>
    |  ^~
  help: write one, or leave the heading out
)");
}

TEST_F(CheckOutline, ATableWithoutHeadersIsWarnedOf) {
    change(page, "{{ page.body",
           "<table><tr><th>A</th></tr></table><table><tr><td>B</td></tr></table>\n{{ page.body");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:4:36: warning: this table has no header cells (on 8 pages, first index.html) [table-without-headers]
  4 | <table><tr><th>A</th></tr></table><table><tr><td>B</td></tr></table>
    |                                    ^~~~~
  help: say in its first row what the columns hold
)");
}

TEST_F(CheckOutline, ATableOfATextWithAnEmptyFirstRowIsWarnedOf) {
    change(news, "Text.", "|  |  |\n| - | - |\n| a | b |");
    EXPECT_EQ(problems(), R"(
content/pages/news/en.md:5:1: warning: this table has no header cells [table-without-headers]
  5 | |  |  |
    | ^~~~~~~
  help: say in its first row what the columns hold
)");
}

}  // namespace
}  // namespace puebla
