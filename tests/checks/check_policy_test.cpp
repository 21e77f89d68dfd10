#include "checks/check_policy.h"

#include "checks/finished_pages.h"

namespace puebla {
namespace {

class CheckPolicy : public FinishedPages {
  protected:
    // The message for a piece of a layout, "" where there is none.
    std::string said_of(const std::string& html) {
        const std::string before = files_[page];
        change(page, "<h1>", html + "<h1>");
        const std::string all = problems();
        files_[page] = before;
        const std::size_t end = all.find(" (on 8 pages, first index.html) [blocked-by-policy]");
        if (end == std::string::npos) {
            return all == "\n" ? "" : all;
        }
        const std::size_t begin = all.rfind("error: ", end) + 7;
        return all.substr(begin, end - begin);
    }
};

TEST_F(CheckPolicy, FilesOfOtherSitesAreNotLoaded) {
    change(page, "<h1>", "<script src=\"https://example.com/a.js\"></script><h1>");
    EXPECT_EQ(problems(), R"(
themes/plain/layouts/page.html:3:14: error: browsers will not load "https://example.com/a.js": it is not a file of this site (on 8 pages, first index.html) [blocked-by-policy]
  3 | <script src="https://example.com/a.js"></script><h1>{{ page.title }}</h1>
    |              ^~~~~~~~~~~~~~~~~~~~~~~~
  help: put the file into scripts/ of the theme and print {{ asset("scripts/…") }}
)");
}

TEST_F(CheckPolicy, NeitherStylesNorPicturesComeFromElsewhere) {
    for (const std::string address : {"//example.com/a.js", "data:text/css,p%7B%7D"}) {
        EXPECT_EQ(said_of("<link rel=\"stylesheet\" href=\"" + address + "\">"),
                  "browsers will not load \"" + address + "\": it is not a file of this site");
    }
    EXPECT_EQ(
        said_of("<img alt=\"\" srcset=\"https://example.com/a.png 2x\">"),
        "browsers will not load \"https://example.com/a.png\": it is not a file of this site");
}

TEST_F(CheckPolicy, FilesOfTheSiteItselfAreLoadedByAnyAddress) {
    EXPECT_EQ(said_of("<img alt=\"\" src=\"https://example.org/sub/{{ 'index.html' }}\">"), "");
}

TEST_F(CheckPolicy, CodeInThePageIsNotObeyed) {
    EXPECT_EQ(said_of("<p style=\"margin: 0\">x</p>"),
              "browsers will not obey the attribute \"style\"");
    EXPECT_EQ(said_of("<p onclick='x()'>x</p>"),
              "browsers will not obey the attribute \"onclick\"");
    EXPECT_EQ(said_of("<p onclick=x()>x</p>"), "browsers will not obey the attribute \"onclick\"");
    EXPECT_EQ(said_of("<style>p {}</style>"), "browsers will not obey <style> in the page");
    EXPECT_EQ(said_of("<script>x()</script>"),
              "browsers will not run a script that stands in the page");
    EXPECT_EQ(said_of("<script type=\"application/ld+json\">{}</script>"), "");
}

TEST_F(CheckPolicy, AddressesThatAreCodeAreNotFollowed) {
    EXPECT_EQ(said_of("<a href=\" JavaScript:x()\">x</a>"),
              "browsers will not follow \" JavaScript:x()\": it is code, not an address");
    EXPECT_EQ(said_of("<a href=\"https://example.com/javascript:x\">x</a>"), "");
}

TEST_F(CheckPolicy, FormsStayOnTheSite) {
    EXPECT_EQ(said_of("<form action=\"https://example.com/\"></form>"),
              "browsers will not send a form to \"https://example.com/\", which is not this site");
    EXPECT_EQ(said_of("<form action=\"https://example.org/sub/es/\"></form>"), "");
    EXPECT_EQ(said_of("<blockquote cite=\"https://example.com/\"></blockquote>"), "");
}

TEST_F(CheckPolicy, FramesAndMediaAreNotShown) {
    for (const std::string name : {"iframe", "object", "embed", "audio", "video"}) {
        EXPECT_EQ(said_of(fmt::format("<{0}></{0}>", name)),
                  fmt::format("browsers will not show <{}>", name));
    }
    // The address of what is not shown need not be told too.
    EXPECT_EQ(said_of("<iframe src=\"https://example.com/\"></iframe>"),
              "browsers will not show <iframe>");
}

}  // namespace
}  // namespace puebla
