#include "rendering/theme_settings.h"

#include <gtest/gtest.h>

#include "foundation/file_system.h"
#include "foundation/read_json.h"
#include "text_of.h"

namespace puebla {
namespace {

std::string problems_of(const std::string& json) {
    const MemoryFileSystem files({{"themes/t/theme.json", json}});
    Diagnostics problems;
    const Value settings = read_json("themes/t/theme.json", json, problems);
    check_theme_settings(settings, "themes/t/theme.json", {"es", "en"}, problems);
    return text_of(problems, files);
}

TEST(ThemeSettings, WhatIsRightIsNotMentioned) {
    EXPECT_EQ(
        problems_of(R"({"$schema": "x", "name": {"es": "a"}, "styles": ["a.css"], "scripts": [],
"fonts": [{"family": "F", "file": "f.woff2"}], "options": {"motto": 1}})"),
        "\n");
}

TEST(ThemeSettings, UnknownFieldsHaveASuggestion) {
    EXPECT_EQ(problems_of(R"({"style": ["a.css"], "fonts": [{"famili": "F"}]})"), R"(
themes/t/theme.json:1:2: error: theme.json has no field "style" [unknown-field]
  1 | {"style": ["a.css"], "fonts": [{"famili": "F"}]}
    |  ^~~~~~~
  help: did you mean "styles"?
themes/t/theme.json:1:33: error: a font has no field "famili" [unknown-field]
  1 | {"style": ["a.css"], "fonts": [{"famili": "F"}]}
    |                                 ^~~~~~~~
  help: did you mean "family"?
)");
}

TEST(ThemeSettings, ValuesOfAnotherKindAreReported) {
    EXPECT_EQ(problems_of(R"({"styles": "a.css",
"fonts": [{"weight": 400}],
"options": []})"),
              R"(
themes/t/theme.json:1:12: error: this must be a list of texts, not a text [wrong-type]
  1 | {"styles": "a.css",
    |            ^~~~~~~
  help: put it between brackets: ["a.css"]
themes/t/theme.json:2:22: error: this must be a text, not a whole number [wrong-type]
  2 | "fonts": [{"weight": 400}],
    |                      ^~~
  help: put it between quotation marks: "400"
themes/t/theme.json:3:12: error: this must be an object, not a list [wrong-type]
  3 | "options": []}
    |            ^
  help: write its fields between braces: { … }
)");
}

}  // namespace
}  // namespace puebla
