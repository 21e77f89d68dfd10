#include <gtest/gtest.h>

#include "rendering/theme.h"
#include "site_from.h"
#include "text_of.h"

namespace puebla {
namespace {

// What the author of these files of a theme is told.
std::string problems_with(Files files) {
    files.try_emplace("themes/plain/theme.json", "{}");
    TestSite site = site_from(std::move(files));
    site.problems = {};
    read_theme(site.files, site.site, site.problems);
    return site.english();
}

TEST(ReadTheme, PhraseUsesTheSameNamesInAllLanguages) {
    EXPECT_EQ(problems_with({
                  {"themes/plain/phrases/en.json",
                   R"({"entries": "{count, plural, one {# entry} other {# entries}}"})"},
                  {"themes/plain/phrases/es.json",
                   R"({"entries": "{cuenta, plural, one {# entrada} other {# entradas}}"})"},
              }),
              R"(
themes/plain/phrases/es.json:1:13: error: in "en" this phrase has no {cuenta} [broken-phrase]
  1 | {"entries": "{cuenta, plural, one {# entrada} other {# entradas}}"}
    |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: write {count}
)");
    // A language may do without a part of it.
    EXPECT_EQ(problems_with({{"themes/plain/phrases/en.json", R"({"by": "by {name}"})"},
                             {"themes/plain/phrases/es.json", R"({"by": "anónimo"})"}}),
              "\n");
}

TEST(ReadTheme, PhraseOfTheGeneratorKnowsTheNumberOnly) {
    EXPECT_EQ(problems_with({{"themes/plain/phrases/en.json", R"({"body_table": "Table {nr}"})"},
                             {"themes/plain/phrases/es.json", R"({"body_table": "{number}"})"}}),
              R"(
themes/plain/phrases/en.json:1:16: error: the generator puts no {nr} into this phrase [broken-phrase]
  1 | {"body_table": "Table {nr}"}
    |                ^~~~~~~~~~~~
  help: write {number}
)");
}

TEST(ReadTheme, WhatIsBrokenIsNotMissingToo) {
    const std::string english = R"({"a": "A", "b": "B"})";
    EXPECT_EQ(problems_with({{"themes/plain/phrases/en.json", english},
                             {"themes/plain/phrases/es.json", R"({"a": "{", "b": "B"})"}}),
              R"(
themes/plain/phrases/es.json:1:7: error: the phrase "a" is not written correctly [broken-phrase]
  1 | {"a": "{", "b": "B"}
    |       ^~~
  help: a brace is not closed
)");
    EXPECT_EQ(problems_with({{"themes/plain/phrases/en.json", english},
                             {"themes/plain/phrases/es.json", "{"}}),
              R"(
themes/plain/phrases/es.json:1:1: error: what opens here is never closed [broken-json]
  1 | {
    | ^
  help: write } where it ends
)");
}

TEST(ReadTheme, TemplateThatCannotBeReadIsNotMissingToo) {
    EXPECT_EQ(problems_with({{"themes/plain/layouts/entry.html", "{% include 'partials/a.html' %}"},
                             {"themes/plain/partials/a.html", "Tel\xe9"}}),
              R"(
themes/plain/partials/a.html:1:4: error: a letter here is not saved as UTF-8 [not-utf8]
  help: open the file in your editor and save it with the encoding UTF-8
)");
}

TEST(ReadTheme, FolderOfAThemeWithoutSettingsIsNoUnknownTheme) {
    TestSite site = site_from({{"themes/plain/layouts/entry.html", "x"}});
    site.problems = {};
    read_theme(site.files, site.site, site.problems);
    EXPECT_EQ(site.english(), R"(
content/site.json:10:12: error: the theme "plain" has no file theme.json [theme-missing]
  10 |   "theme": "plain",
     |            ^~~~~~~
  help: write themes/plain/theme.json; it may say nothing but {}
)");
}

TEST(ReadTheme, WhatPlaysNoRoleBesideTheThemeIsTold) {
    EXPECT_EQ(problems_with({
                  {"themes/plain/partials/body.html", "x"},
                  {"themes/plain/layouts/base.html", "{% include 'partials/own.html' %}"},
                  {"content/.theme/partials/body.html", "y"},
                  {"content/.theme/partials/own.html", "y"},
                  {"content/.theme/layouts/home.html", "y"},
              }),
              "\n");
    EXPECT_EQ(problems_with({
                  {"themes/plain/partials/body.html", "x"},
                  {"content/.theme/partials/bodi.html", "y"},
                  {"content/.theme/layout/base.html", "y"},
                  {"content/.theme/phrases/sp.json", "{}"},
                  {"content/.theme/theme.json", "{}"},
              }),
              R"(
content/.theme/layout/base.html: warning: this file has no role here and is left out [stray-file]
  help: did you mean "layouts"?
content/.theme/partials/bodi.html: warning: this file stands in for none of the theme, and nothing includes it [stray-file]
  help: did you mean "partials/body.html"?
content/.theme/phrases/sp.json: warning: this file has no role here and is left out [stray-file]
  help: did you mean "phrases/es.json"?
content/.theme/theme.json: warning: this file has no role here and is left out [stray-file]
  help: what a site chooses of its theme stands in "options" of site.json
)");
}

}  // namespace
}  // namespace puebla
