#include "pages/link_advice.h"

#include <gtest/gtest.h>

#include "site_from.h"

namespace puebla {

namespace {

std::string advice(std::string_view destination) {
    static const TestSite site = site_from({
        {"content/pages/guide/es.md", "# Guía\n"},
        {"content/pages/guide/en.md", "# Guide\n"},
    });
    return advice_for_link(site.site, {"./Acta 1.final"}, destination).en;
}

}  // namespace

TEST(LinkAdvice, WhatLacksItsBeginningIsShownWithIt) {
    EXPECT_EQ(advice("mapa.pdf"),
              "the address of a file beside this text begins with ./ – write ./mapa.pdf");
    EXPECT_EQ(advice("Acta 1.final"),
              "the address of a file beside this text begins with ./ – write ./Acta 1.final");
    EXPECT_EQ(advice("ana@example.org"),
              "the address of an e-mail begins with mailto: – write mailto:ana@example.org");
    EXPECT_EQ(
        advice("www.example.org/a?b#c"),
        "the address of another site begins with https:// – write https://www.example.org/a?b#c");
}

TEST(LinkAdvice, AnEntryIsKnownFromThePathOfItsFiles) {
    for (const std::string path :
         {"/pages/guide", "../../pages/guide", "pages/guide/", "content/pages/guide/es.md",
          "../pages/guide.md", "pages/guide/record.json"}) {
        EXPECT_EQ(advice(path), "a link names the collection and the entry: pages/guide") << path;
    }
    EXPECT_EQ(advice("/es/guia/"),
              "a link names the folder of the collection and that of the entry, as in content/; "
              "the published address is found from them");
}

TEST(LinkAdvice, ElseTheNearestNameIsSuggested) {
    EXPECT_EQ(advice("pages/guied#a"), "did you mean \"pages/guide\"?");
    EXPECT_EQ(advice("nothing/of-the-kind"), "there is: pages, pages/guide, pages/home");
    EXPECT_EQ(advice("../../etc/passwd"),
              "a text can link only to entries, and to files of its own folder as ./name");
}

}  // namespace puebla
