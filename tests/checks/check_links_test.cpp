#include "checks/check_links.h"

#include "checks/finished_pages.h"

namespace puebla {
namespace {

std::string follow(const std::string& from, std::string_view link) {
    const auto target = follow_link(from, link, "https://example.org/");
    if (!target) {
        return "elsewhere";
    }
    return target->fragment.empty() ? target->path : target->path + "#" + target->fragment;
}

TEST(FollowLink, RelativeLinksStartFromTheFolderOfTheirPage) {
    EXPECT_EQ(follow("es/miembros/index.html", "mexico/"), "es/miembros/mexico/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", "../"), "es/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", ".."), "es/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", "../../en/members/"), "en/members/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", "./"), "es/miembros/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", "../../assets/a.css"), "assets/a.css");
    EXPECT_EQ(follow("index.html", "es/"), "es/index.html");
}

TEST(FollowLink, FragmentsAndQueriesAreTakenOff) {
    EXPECT_EQ(follow("es/index.html", "#p2"), "es/index.html#p2");
    EXPECT_EQ(follow("es/index.html", "a/#p%C3%B1"), "es/a/index.html#pñ");
    EXPECT_EQ(follow("es/index.html", "buscar/?q=a/b#r"), "es/buscar/index.html#r");
    EXPECT_EQ(follow("es/index.html", "con%20espacio.pdf"), "es/con espacio.pdf");
}

TEST(FollowLink, TheBaseAddressIsTheRoot) {
    EXPECT_EQ(follow("es/index.html", "https://example.org/"), "index.html");
    EXPECT_EQ(follow("es/404.html", "https://example.org/en/members/"), "en/members/index.html");
    EXPECT_EQ(follow("es/404.html", "/en/members/"), "en/members/index.html");
}

TEST(FollowLink, OtherPlacesAreLeftAlone) {
    EXPECT_EQ(follow("es/index.html", "https://example.com/"), "elsewhere");
    EXPECT_EQ(follow("es/index.html", "//example.com/"), "elsewhere");
    EXPECT_EQ(follow("es/index.html", "mailto:a@example.org"), "elsewhere");
}

TEST(FollowLink, ALinkAboveTheRootStaysAboveIt) {
    EXPECT_EQ(follow("es/index.html", "../../x/"), "../x/index.html");
    EXPECT_EQ(follow("es/index.html", "../../../x"), "../../x");
}

using CheckLinks = FinishedPages;

TEST_F(CheckLinks, ALinkToNowhereIsToldWithTheNearestAddress) {
    change(page, "<h1>", "<a href=\"/sub/en/new/\">News</a><h1>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:10: error: the link "/sub/en/new/" leads to en/new/, where there is nothing (on 8 pages, first index.html) [broken-link]
  3 | <a href="/sub/en/new/">News</a><h1>{{ page.title }}</h1>
    |          ^~~~~~~~~~~~
  help: the nearest address is en/news/
)");
}

TEST_F(CheckLinks, APrintedAddressIsToldAtTheAttribute) {
    change(page, "<h1>", "<a href='{{ page.url }}more/'>More</a><h1>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:10: error: the link "./more/" leads to more/, where there is nothing (on 8 pages, first index.html) [broken-link]
  3 | <a href='{{ page.url }}more/'>More</a><h1>{{ page.title }}</h1>
    |          ^~~~~~~~~~~~~~~~~~~
  help: correct it, or print the address that the layout is given, such as {{ page.url }}
)");
}

TEST_F(CheckLinks, ATextIsToNameTheEntry) {
    change(news, "Text.",
           "[a](https://example.org/sub/en/new/) [b](https://example.org/sub/x/y/z/)");
    EXPECT_EQ(problems(), R"(
content/pages/news/en.md:5:5: error: the link "https://example.org/sub/en/new/" leads to en/new/, where there is nothing [broken-link]
  5 | [a](https://example.org/sub/en/new/) [b](https://example.org/sub/x/y/z/)
    |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: a link within this site names the collection and the entry; if this one is meant, write: pages/news
content/pages/news/en.md:5:42: error: the link "https://example.org/sub/x/y/z/" leads to x/y/z/, where there is nothing [broken-link]
  5 | [a](https://example.org/sub/en/new/) [b](https://example.org/sub/x/y/z/)
    |                                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: a link within this site names the collection and the entry, and its address is found: [text](collection/entry)
)");
}

TEST_F(CheckLinks, AFragmentThatIsNotThereIsToldWithTheNearestId) {
    change(base, "<main>", "<a href=\"#topp\">Top</a>\n<main>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/base.html:15:10: error: the link "#topp" leads to a place that index.html does not have (on 8 pages, first index.html) [broken-fragment]
  15 | <a href="#topp">Top</a>
     |          ^~~~~
  help: did you mean "top"?
)");
}

TEST_F(CheckLinks, AResourceThatIsNotThereIsFound) {
    change(base, "{{ asset(\"styles\") }}", "assets/site.css");
    EXPECT_NE(
        problems().find("base.html:9:30: error: the file \"assets/site.css\" is not there: it "
                        "would be assets/site.css"),
        std::string::npos);
}

}  // namespace
}  // namespace puebla
