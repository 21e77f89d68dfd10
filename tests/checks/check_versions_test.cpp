#include "checks/check_versions.h"

#include "checks/finished_pages.h"

namespace puebla {
namespace {

using CheckVersions = FinishedPages;

TEST_F(CheckVersions, AnAlternateThatDoesNotAnswerIsFound) {
    change(base, "{% for one in page.alternates %}",
           "{% for one in page.alternates if page.language.code == \"es\" %}");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/base.html:2:2: error: the page does not name es/ as its version in "es" (on 2 pages, first en/) [wrong-alternate]
  2 | <html lang="{{ page.language.code }}">
    |  ^~~~
  help: layouts print all of page.alternates: one.code as hreflang, one.href as href
themes/plain/layouts/base.html:7:55: error: the page names en/ as its version, which does not name it back (on 3 pages, first index.html) [one-sided-alternate]
  7 | …k rel="alternate" hreflang="{{ one.code }}" href="{{ one.href }}">
    |                                                    ^~~~~~~~~~~~~~
  help: layouts print all of page.alternates: one.code as hreflang, one.href as href
)");
}

TEST_F(CheckVersions, AnAlternateOfAnotherLanguageThanItSaysIsFound) {
    change(base, "hreflang=\"{{ one.code }}\"", "hreflang=\"es\"");
    EXPECT_NE(problems().find("the page says that en/ is in \"es\", but it is in \"en\" (on "),
              std::string::npos);
}

TEST_F(CheckVersions, APageThatNamesNoVersionIsFound) {
    change(base, "{% for one in page.alternates %}", "{% for one in [] %}");
    EXPECT_NE(problems().find("base.html:2:2: error: the page does not name es/ as its version in "
                              "\"es\" (on 5 pages, first index.html) [wrong-alternate]"),
              std::string::npos);
}

TEST_F(CheckVersions, APageThatIsNotTranslatedHasNoAlternates) {
    files_.erase("content/pages/news/es.md");
    EXPECT_EQ(problems(), R"(
content/pages/news/en.md: warning: this text does not exist in "es" [translation-missing]
  help: the page exists all the same and says so, until someone writes es.md
)");
}

TEST_F(CheckVersions, APageWithoutALinkToItsVersionIsWarnedOf) {
    change(base, "<a href=\"{{ one.url }}\">{{ one.title }}</a>", "");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/base.html:2:2: warning: the page has no link to its version in "es" (on 8 pages, first index.html) [missing-version-link]
  2 | <html lang="{{ page.language.code }}">
    |  ^~~~
  help: layouts print a link for each of page.versions
)");
}

}  // namespace
}  // namespace puebla
