#include "checks/checks.h"

#include <gtest/gtest.h>

#include "checks/page_facts.h"
#include "text_of.h"

namespace puebla {
namespace {

// A site of two languages whose finished pages a test spoils one by one.
class FinishedPages : public testing::Test {
  protected:
    void SetUp() override {
        MemoryFileSystem files({
            {"content/site.json", R"({"format": 1, "name": {"es": "Sitio", "en": "Site"},
 "base": "https://example.org/", "as_of": "2024-12-31", "theme": "plain", "home": "pages/home",
 "languages": [{"code": "es", "locale": "es"}, {"code": "en", "locale": "en"}]})"},
            {"content/pages/collection.json",
             R"({"name": {"es": "Páginas", "en": "Pages"},
 "address": {"entry": {"es": "{slug}/", "en": "{slug}/"}}})"},
            {"content/pages/home/es.md", "# Inicio\n"},
            {"content/pages/home/en.md", "# Home\n"},
            {"themes/plain/theme.json", "{}"},
            {"themes/plain/layouts/home.html", page},
            {"themes/plain/layouts/doorway.html", page},
            {"themes/plain/layouts/not-found.html", page},
        });
        build_ = build_site(files, {});
        ASSERT_EQ(text_of(build_.diagnostics, files), "\n");
        for (const OutputFile& file : build_.files) {
            facts_.push_back(facts_of(file.path, file.make()));
        }
        ASSERT_EQ(problems(), "\n");
    }

    PageFacts& page_at(const std::string& path) {
        for (PageFacts& facts : facts_) {
            if (facts.path == path) {
                return facts;
            }
        }
        ADD_FAILURE() << "no " << path;
        return facts_.front();
    }

    std::string problems() const {
        Diagnostics found;
        run_checks({build_, facts_}, found);
        return text_of(found, MemoryFileSystem());
    }

    static constexpr const char* page =
        "<!doctype html><html lang=\"{{ page.language.code }}\"><head>"
        "<title>{{ page.title }}</title>"
        "{% for one in page.alternates %}<link rel=\"alternate\" hreflang=\"{{ one.code }}\" "
        "href=\"{{ one.href }}\">{% endfor %}</head><body id=\"top\">"
        "<a href=\"#top\">{{ page.title }}</a>"
        "{% for one in page.versions %}<a href=\"{{ one.url }}\">{{ one.title }}</a>{% endfor %}"
        "</body></html>";

    Build build_;
    std::vector<PageFacts> facts_;
};

TEST_F(FinishedPages, ALinkToNowhereIsFound) {
    page_at("es/index.html").links.emplace_back("../no/");
    EXPECT_EQ(problems(), R"(
es/index.html: error: the link "../no/" leads to no/index.html, which is not in the site [broken-link]
  help: it comes from the layout of this page
)");
}

TEST_F(FinishedPages, AFragmentThatIsNotThereIsFound) {
    page_at("en/index.html").links.emplace_back("../es/#p9");
    EXPECT_EQ(problems(), R"(
en/index.html: error: the link "../es/#p9" leads to a place that is not on its page [broken-fragment]
  help: no element of es/index.html has the id "p9"
)");
}

TEST_F(FinishedPages, AMissingImageIsFound) {
    page_at("en/index.html").resources.emplace_back("../assets/x.svg");
    EXPECT_NE(problems().find("assets/x.svg"), std::string::npos);
}

TEST_F(FinishedPages, AnIdUsedTwiceIsFoundOnce) {
    for (int i = 0; i < 3; ++i) {
        page_at("en/index.html").ids.emplace_back("b1");
    }
    EXPECT_EQ(problems(), R"(
en/index.html: error: the id "b1" is used more than once [duplicate-id]
  help: links could not tell the places apart
)");
}

TEST_F(FinishedPages, AnEmptyTitleIsFound) {
    page_at("en/index.html").title = " \n";
    EXPECT_NE(problems().find("en/index.html: error: the page has no title [empty-title]"),
              std::string::npos);
}

TEST_F(FinishedPages, AWrongLanguageIsFound) {
    page_at("en/index.html").language = "es";
    EXPECT_NE(problems().find("the page is in \"en\" but says \"es\" [wrong-language]"),
              std::string::npos);
}

TEST_F(FinishedPages, AMissingLanguageIsFound) {
    page_at("index.html").language = "";
    EXPECT_NE(problems().find("index.html: error: the page does not say its language"),
              std::string::npos);
}

TEST_F(FinishedPages, AOneSidedAlternateIsFound) {
    page_at("en/index.html").alternates.clear();
    EXPECT_NE(problems().find("es/index.html: error: the page names en/index.html as its version"),
              std::string::npos);
}

}  // namespace
}  // namespace puebla
