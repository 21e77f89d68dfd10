#include "checks/check_names.h"

#include "checks/finished_pages.h"

namespace puebla {
namespace {

class CheckNames : public FinishedPages {
  protected:
    // What is said of a piece of a layout: "3:6 picture-without-text", a line each.
    std::string said_of(const std::string& html) {
        const std::string before = files_[page];
        change(page, "<h1>", html + "<h1>");
        const std::string all = problems();
        files_[page] = before;
        std::string result;
        const std::string start = std::string(page) + ":";
        for (std::size_t at = all.find(start); at != std::string::npos;
             at = all.find(start, at + 1)) {
            const std::size_t place = at + start.size();
            const std::size_t open = all.find(" [", place) + 2;
            result += all.substr(place, all.find(": ", place) - place) + " " +
                      all.substr(open, all.find("]\n", open) - open) + "\n";
        }
        return result;
    }
};

TEST_F(CheckNames, APictureNeedsAnAlternative) {
    change(page, "<h1>", "<img src=\"{{ asset(\"styles\") }}\"><h1>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:2: error: this picture has no text for those who cannot see it (on 8 pages, first index.html) [picture-without-text]
  3 | <img src="{{ asset("styles") }}"><h1>{{ page.title }}</h1>
    |  ^~~
  help: say in alt="…" what it shows; write alt="" if it only decorates
)");
}

TEST_F(CheckNames, PicturesThatDecorateOrAreHiddenNeedNone) {
    EXPECT_EQ(said_of("<img alt><img ALT='a'><img aria-hidden=\"true\"><img aria-label=x>"), "");
    EXPECT_EQ(said_of("<map><area href=\"#top\"></map>"), "3:7 picture-without-text\n");
}

TEST_F(CheckNames, ALinkNeedsAText) {
    change(page, "<h1>", "<a href=\"#top\"> <i></i><!-- no --></a><h1>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:10: error: this link has no text (on 8 pages, first index.html) [link-without-text]
  3 | <a href="#top"> <i></i><!-- no --></a><h1>{{ page.title }}</h1>
    |          ^~~~
  help: write between <a …> and </a> where it leads, or say it in aria-label
)");
}

TEST_F(CheckNames, WhatIsSaidCountsAsText) {
    EXPECT_EQ(said_of("<a href=\"#top\"><b>x</b></a>"
                      "<a href='#top'> <img alt='x'></a>"
                      "<a title=\"x > y\" href=\"#top\"></a>"
                      "<a href=\"#top\" aria-label=\"x\"></a>"
                      "<a href=\"#top\"><svg><title>x</title></svg></a>"
                      "<a href=\"#top\" aria-hidden=\"true\"></a>"),
              "");
    EXPECT_EQ(said_of("<a href=\"#top\"><span aria-hidden=\"true\"><b>x</b> y</span></a>"
                      "<a href=\"#top\"><img alt=\"\"></a>"
                      "<a href=\"#top\" aria-label=\" \"></a>x"),
              "3:10 link-without-text\n3:71 link-without-text\n3:102 link-without-text\n");
}

TEST_F(CheckNames, AFieldNeedsALabel) {
    change(page, "<h1>", "<input id=\"q\"><h1>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:2: error: this form field or button has no name (on 8 pages, first index.html) [control-without-label]
  3 | <input id="q"><h1>{{ page.title }}</h1>
    |  ^~~~~
  help: give it a <label for="…">, a text or an aria-label
)");
}

TEST_F(CheckNames, ALabelMayStandBeforeAroundOrAfterTheField) {
    EXPECT_EQ(said_of("<label for=\"a\">A</label><input id=\"a\"><label>B <select></select></label>"
                      "<textarea id=\"c\"></textarea><label for=\"c\">C</label>"
                      "<input type=\"hidden\"><input type=\"submit\"><button>D</button>"
                      "<input aria-label=\"E\"><input type=\"image\" alt=\"F\">"),
              "");
    EXPECT_EQ(
        said_of("<label for=\"a\"></label><input id=\"a\"><label>B</label><select></select>"
                "<button></button>"),
        "3:25 control-without-label\n3:55 control-without-label\n3:72 control-without-label\n");
}

}  // namespace
}  // namespace puebla
