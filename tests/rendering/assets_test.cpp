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

}  // namespace
}  // namespace puebla
