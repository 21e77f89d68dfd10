#include "checks/checks.h"

#include "checks/finished_pages.h"

namespace puebla {
namespace {

using Checks = FinishedPages;

TEST_F(Checks, ARightSiteHasNoProblems) {
    EXPECT_EQ(problems(), "\n");
}

TEST_F(Checks, EveryRowAsksOneQuestion) {
    for (const Check& check : all_checks()) {
        EXPECT_NE(check.ask_page == nullptr, check.ask_site == nullptr) << check.code;
        EXPECT_TRUE(check.question.en.ends_with("?") && check.question.es.starts_with("¿"))
            << check.code;
    }
}

TEST_F(Checks, AMistakeOfALayoutIsToldOnceWhereItIsWritten) {
    change(base, "<main>", "<main>\n<a href=\"pages/\">Pages</a>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/base.html:16:10: error: the link "pages/" leads to pages/, where there is nothing (on 8 pages, first index.html) [broken-link]
  16 | <a href="pages/">Pages</a>
     |          ^~~~~~
  help: correct it, or print the address that the layout is given, such as {{ page.url }}
)");
}

TEST_F(Checks, APageIsCountedOnceHoweverOftenItRepeatsTheMistake) {
    change(page, "{{ page.body",
           "{% for i in [1, 2, 3] %}<a href=\"x\">X</a>{% endfor %}{{ page.body");
    change(page, "{% block", "{# Pages of one kind alone. #}{% block");
    change("themes/plain/layouts/home.html", "page.html", "base.html");
    change("themes/plain/layouts/doorway.html", "page.html", "base.html");
    change("themes/plain/layouts/not-found.html", "page.html", "base.html");
    EXPECT_NE(problems().find("(on 2 pages, first es/noticias/) [broken-link]"), std::string::npos);
}

TEST_F(Checks, AMistakeOfATextIsToldInTheTextHoweverManyPagesShowIt) {
    files_.erase("content/pages/news/es.md");
    change(news, "## One", "## One\n\n#### Three");
    EXPECT_EQ(problems(), R"(
content/pages/news/en.md: warning: this text does not exist in "es" [translation-missing]
  help: the page exists all the same and says so, until someone writes es.md
content/pages/news/en.md:5:1: warning: a heading of level 4 follows one of level 2 [heading-order]
  5 | #### Three
    | ^~~~~~~~~~
  help: go down one level at a time: ### comes next
)");
}

TEST_F(Checks, ALayoutOfTheSiteItselfIsNamedInPlaceOfTheThemes) {
    files_["content/.theme/layouts/page.html"] = files_[page];
    change("content/.theme/layouts/page.html", "<h1>{{ page.title }}</h1>", "");
    EXPECT_EQ(problems(), R"(
content/.theme/layouts/page.html: warning: the page has no <h1> (on 2 pages, first es/noticias/) [main-heading]
  help: each page has one, with its title; parts of it begin with <h2>
themes/plain/layouts/doorway.html: warning: the page has no <h1> (on index.html) [main-heading]
  help: each page has one, with its title; parts of it begin with <h2>
themes/plain/layouts/home.html: warning: the page has no <h1> (on 2 pages, first es/) [main-heading]
  help: each page has one, with its title; parts of it begin with <h2>
themes/plain/layouts/not-found.html: warning: the page has no <h1> (on 3 pages, first es/404.html) [main-heading]
  help: each page has one, with its title; parts of it begin with <h2>
)");
}

}  // namespace
}  // namespace puebla
