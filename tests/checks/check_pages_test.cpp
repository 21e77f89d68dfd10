#include "checks/check_pages.h"

#include "checks/finished_pages.h"

namespace puebla {
namespace {

using CheckPages = FinishedPages;

TEST_F(CheckPages, AnIdOfALayoutThatALoopRepeatsIsToldOnce) {
    change(base, "<a href=\"{{ one.url }}\">", "<a id=\"version\" href=\"{{ one.url }}\">");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/base.html:13:8: error: the id "version" is used more than once on the page (on 8 pages, first index.html) [duplicate-id]
  13 | <a id="version" href="{{ one.url }}">{{ one.title }}</a>
     |        ^~~~~~~
  help: it is printed again and again; build it from something that differs, such as {{ loop.index }}
)");
}

TEST_F(CheckPages, AnIdThatManyHaveIsToldOnce) {
    change(base, "<a href=\"{{ one.url }}\">",
           "<i id=a></i><i id=a></i><a href=\"{{ one.url }}\">");
    const std::string told = problems();
    EXPECT_NE(told.find("base.html:13:19: error: the id \"a\" is used more than once"),
              std::string::npos);
    EXPECT_EQ(told.find("[duplicate-id]"), told.rfind("[duplicate-id]"));
}

TEST_F(CheckPages, OfTwoIdsOfLayoutsTheLaterIsBlamed) {
    change(page, "<h1>", "<h1 id=\"top\">");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:9: error: the id "top" is used more than once on the page (on 8 pages, first index.html) [duplicate-id]
  3 | <h1 id="top">{{ page.title }}</h1>
    |         ^~~
  help: themes/plain/layouts/base.html has it too; give one of the two another name
)");
}

TEST_F(CheckPages, OfATextAndALayoutTheTextGivesWay) {
    change(page, "{% endblock %}", "<p id=\"end\">.</p>\n{% endblock %}");
    change(news, "Text.", "Text. {#end}");
    EXPECT_EQ(problems(), R"(
content/pages/news/en.md:5:1: error: the id "end" is used more than once on the page [duplicate-id]
  5 | Text. {#end}
    | ^~~~~~~~~~~~
  help: choose another name: themes/plain/layouts/page.html has it too
)");
}

TEST_F(CheckPages, AnIdThatALayoutSpeaksOfMustBeThere) {
    change(page, "<h1>", "<section aria-labelledby=\"top tpo\"></section><h1>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:27: error: no element of the page has the id "tpo" (on 8 pages, first index.html) [unknown-id]
  3 | <section aria-labelledby="top tpo"></section><h1>{{ page.title }}</h1>
    |                           ^~~~~~~
  help: did you mean "top"?
)");
}

TEST_F(CheckPages, AnEmptyTitleIsToldWhereItStands) {
    change(base, "<title>{{ page.title }}", "<title> ");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/base.html:4:8: error: the page has no title (on 8 pages, first index.html) [empty-title]
  4 | <title> </title>
    |        ^
  help: the layout needs <title> with a text
)");
}

TEST_F(CheckPages, AMissingTitleIsToldAtTheTagOfThePage) {
    change(base, "<title>{{ page.title }}</title>", "");
    EXPECT_NE(problems().find("base.html:2:2: error: the page has no title"), std::string::npos);
}

TEST_F(CheckPages, APageMustSayItsLanguage) {
    change(base, " lang=\"{{ page.language.code }}\"", "");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/base.html:2:2: error: the page does not say its language (on 8 pages, first index.html) [wrong-language]
  2 | <html>
    |  ^~~~
  help: the layout needs <html lang="{{ page.language.code }}">
)");
}

TEST_F(CheckPages, APageMustSayTheRightLanguage) {
    change(base, "{{ page.language.code }}", "es");
    EXPECT_NE(problems().find("base.html:2:13: error: the page is in \"en\" but says \"es\" (on 3 "
                              "pages, first en/) [wrong-language]"),
              std::string::npos);
}

TEST_F(CheckPages, APageGivesItsOwnAddress) {
    change(base, "{{ page.canonical }}", "https://example.org/sub/es/");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/base.html:5:52: error: the page says that its address is "https://example.org/sub/es/", but it is https://example.org/sub/ (on 4 pages, first index.html) [wrong-canonical]
  5 | …% if page.canonical %}<link rel="canonical" href="https://example.org/sub/es/">{% endif %}
    |                                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: print {{ page.canonical }}
)");
}

TEST_F(CheckPages, APageHasOneMainPart) {
    change(base, "<main>", "<main><main>");
    EXPECT_NE(problems().find("base.html:15:8: warning: the page has a second <main>"),
              std::string::npos);
    change(base, "<main><main>", "");
    EXPECT_NE(problems().find("base.html:2:2: warning: the page has no <main>"), std::string::npos);
}

TEST_F(CheckPages, APageHasOneMainHeading) {
    change(page, "<h1>", "<h1>One</h1><h1>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:14: warning: the page has a second <h1> (on 8 pages, first index.html) [main-heading]
  3 | <h1>One</h1><h1>{{ page.title }}</h1>
    |              ^~
  help: each page has one, with its title; parts of it begin with <h2>
)");
}

}  // namespace
}  // namespace puebla
