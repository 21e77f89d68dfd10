#include "model/slugs.h"

#include <gtest/gtest.h>

#include "site_from.h"

namespace puebla {

TEST(Slugs, AreLowerCaseLettersDigitsAndSingleHyphens) {
    EXPECT_TRUE(is_slug("a"));
    EXPECT_TRUE(is_slug("declaracion-2024"));
    for (const char* none : {"", ".", "..", "-a", "a-", "a--b", "A", "á", "a b", "a/b"}) {
        EXPECT_FALSE(is_slug(none)) << none;
    }
    EXPECT_TRUE(is_slug(std::string(100, 'a')));
    EXPECT_FALSE(is_slug(std::string(101, 'a')));
}

TEST(Slugs, AreMadeFromTitlesAndCutAtAWord) {
    EXPECT_EQ(slug_from("Declaración de Belice"), "declaracion-de-belice");
    EXPECT_EQ(slug_from("…"), "");
    EXPECT_EQ(slug_from(std::string(60, 'a') + " " + std::string(60, 'b')), std::string(60, 'a'));
}

TEST(Slugs, WhatIsNoneIsReportedWithWhatToWrite) {
    const auto problems = [](const std::string& slug) {
        return site_from({{"content/pages/one/record.json", "{\"slug\": {\"es\": " + slug + "}}"},
                          {"content/pages/one/es.md", "# Uno\n"},
                          {"content/pages/one/en.md", "# One\n"}})
            .english();
    };
    EXPECT_EQ(problems(R"("El año")"), R"(
content/pages/one/record.json:1:17: error: "El año" cannot be part of an address [bad-slug]
  1 | {"slug": {"es": "El año"}}
    |                 ^~~~~~~~
  help: write "el-ano"
)");
    EXPECT_EQ(problems(R"("..")"), R"(
content/pages/one/record.json:1:17: error: ".." cannot be part of an address [bad-slug]
  1 | {"slug": {"es": ".."}}
    |                 ^~~~
  help: use lower-case letters without accents, digits and hyphens
)");
    EXPECT_EQ(problems(R"(" ")"), R"(
content/pages/one/record.json:1:17: error: this slug is empty [bad-slug]
  1 | {"slug": {"es": " "}}
    |                 ^~~
  help: write one, or remove it: the address is then made from the title
)");
}

}  // namespace puebla
