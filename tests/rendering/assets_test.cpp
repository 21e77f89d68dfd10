#include "rendering/assets.h"

#include <gtest/gtest.h>

#include "foundation/read_json.h"
#include "text_of.h"

namespace puebla {
namespace {

// The published style sheet of a theme with this one, or what its author is told.
std::string published(const std::string& css) {
    const MemoryFileSystem files({
        {"themes/t/theme.json", R"({"styles": ["parts/a.css"]})"},
        {"themes/t/styles/parts/a.css", css},
        {"themes/t/images/mark.svg", "<svg/>"},
        {"themes/t/images/a b.svg", "<svg />"},
    });
    Diagnostics problems;
    const Value settings =
        read_json("themes/t/theme.json", *files.read("themes/t/theme.json").bytes, problems);
    const std::vector<Asset> assets = read_assets(files, "themes/t", settings, problems);
    return problems.empty() ? *assets.back().bytes : text_of(problems, files);
}

TEST(Assets, AddressesInStylesLeadToTheNamesUnderWhichFilesArePublished) {
    EXPECT_EQ(
        published("p { background: url(../../images/mark.svg#x) url( '../../images/a%20b.svg' ) }"),
        "p { background: url(mark.e9cdf7a6cf62e13d.svg#x) url( 'a%20b.41b6615981737a4f.svg' ) }");
    EXPECT_EQ(published("p { filter: url(#blur) }"), "p { filter: url(#blur) }");
}

TEST(Assets, AFileThatTheThemeDoesNotHaveIsToldWithTheNearest) {
    EXPECT_EQ(published("p { background: url(\"../../images/marc.svg\") }"), R"(
themes/t/styles/parts/a.css:1:22: error: the theme has no file "images/marc.svg" [asset-missing]
  1 | p { background: url("../../images/marc.svg") }
    |                      ^~~~~~~~~~~~~~~~~~~~~
  help: did you mean "../../images/mark.svg"?
)");
    EXPECT_NE(
        published("p { background: url(mark.svg) }").find("no file \"styles/parts/mark.svg\""),
        std::string::npos);
    EXPECT_NE(published("p { background: url(/images/mark.svg) }").find("[asset-missing]"),
              std::string::npos);
    EXPECT_NE(
        published("@font-face { src: url(../../fonts/x.woff2) }").find("\"fonts\" of theme.json"),
        std::string::npos);
}

TEST(Assets, AFileOfAnotherSiteIsBlocked) {
    EXPECT_EQ(published("p { background: url(https://example.com/a.png) }"), R"(
themes/t/styles/parts/a.css:1:21: error: browsers will not load "https://example.com/a.png": it is not a file of this site [blocked-by-policy]
  1 | p { background: url(https://example.com/a.png) }
    |                     ^~~~~~~~~~~~~~~~~~~~~~~~~
  help: put the file into images/ of the theme
)");
    for (const std::string address : {"//example.com/a.png", "data:image/png,x", "HTTP://e.com"}) {
        EXPECT_NE(published("p { background: url('" + address + "') }").find("[blocked-by-policy]"),
                  std::string::npos);
    }
}

TEST(Assets, AStyleSheetIsNotImported) {
    EXPECT_EQ(published("@import url(\"b.css\") print;"), R"(
themes/t/styles/parts/a.css:1:1: error: a style sheet cannot import another [imported-style]
  1 | @import url("b.css") print;
    | ^~~~~~~~~~~~~~~~~~~~~~~~~~
  help: add "b.css" to "styles" of theme.json: all are joined into one
)");
}

// What the author of this theme.json is told.
std::string problems_with(const std::string& settings) {
    const MemoryFileSystem files({
        {"content/site.json", "{}"},
        {"themes/t/theme.json", settings},
        {"themes/t/styles/base.css", "p { margin: 0 }"},
        {"themes/t/scripts/menu.js", "0"},
        {"themes/t/fonts/serif.woff2", "x"},
    });
    Diagnostics problems;
    read_assets(files, "themes/t", read_json("themes/t/theme.json", settings, problems), problems);
    return text_of(problems, files);
}

TEST(Assets, OnlyFilesOfTheThemeAreNamedInItsSettings) {
    EXPECT_EQ(problems_with(R"({"styles": ["base.css"], "scripts": ["menu.js"],
"fonts": [{"family": "Serif", "file": "serif.woff2"}]})"),
              "\n");
    EXPECT_EQ(problems_with(R"({"styles": ["../../../content/site.json", "bases.css"],
"scripts": ["men.js"],
"fonts": [{"family": "Serif", "file": "../../../../etc/hostname"}]})"),
              R"(
themes/t/theme.json:1:13: error: styles/ of the theme has no file "../../../content/site.json" [asset-missing]
  1 | {"styles": ["../../../content/site.json", "bases.css"],
    |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: put a copy of it there
themes/t/theme.json:1:43: error: styles/ of the theme has no file "bases.css" [asset-missing]
  1 | {"styles": ["../../../content/site.json", "bases.css"],
    |                                           ^~~~~~~~~~~
  help: did you mean "base.css"?
themes/t/theme.json:2:13: error: scripts/ of the theme has no file "men.js" [asset-missing]
  2 | "scripts": ["men.js"],
    |             ^~~~~~~~
  help: did you mean "menu.js"?
themes/t/theme.json:3:39: error: fonts/ of the theme has no file "../../../../etc/hostname" [asset-missing]
  3 | "fonts": [{"family": "Serif", "file": "../../../../etc/hostname"}]}
    |                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~
  help: put a copy of it there
)");
}

}  // namespace
}  // namespace puebla
