#include "markdown/check_destination.h"

#include <gtest/gtest.h>

#include "markdown/reading.h"

namespace puebla::markdown {

TEST(CheckDestination, WhatNobodySeesIsLeftOutOfAnAddress) {
    const Reading reading("[a](pages/about\u200B) <https://exa\u00ADmple.org>\n");
    EXPECT_EQ(reading.messages(),
              "es.md:1:5: warning: this address holds a character that cannot be seen: U+200B "
              "[hidden-character]\n"
              "  1 | [a](pages/about\u200B) <https://exa\u00ADmple.org>\n"
              "    |     ^~~~~~~~~~~\n"
              "  help: delete the address and type it: pages/about\n"
              "es.md:1:20: warning: this address holds a character that cannot be seen: U+00AD "
              "[hidden-character]\n"
              "  1 | [a](pages/about\u200B) <https://exa\u00ADmple.org>\n"
              "    |                   ^~~~~~~~~~~~~~~~~~~~\n"
              "  help: delete the address and type it: https://example.org\n");
    EXPECT_EQ(reading.document.links()[0].destination, "pages/about");
}

TEST(CheckDestination, ASoftHyphenMayHaveBeenAHyphen) {
    const Reading reading("[a](books/two\u00ADrivers#a) [b](books/the\u00ADwell)\n", 0,
                          {"books/two-rivers", "books/thewell"});
    EXPECT_EQ(reading.document.links()[0].destination, "books/two-rivers#a");
    EXPECT_EQ(reading.problems.sorted()[0].help.en,
              "delete the address and type it: books/two-rivers#a");
    EXPECT_EQ(reading.document.links()[1].destination, "books/thewell");
}

TEST(CheckDestination, NamesOfFilesAndJoinersOfLettersStay) {
    const Reading reading("[a](<./Informe\u00A0final.pdf>) [b](https://example.org/\u200C)\n");
    EXPECT_EQ(reading.messages(), "");
}

TEST(CheckDestination, AnAddressThatLacksAPartIsReported) {
    const Reading reading(
        "[a](mailto:) [b](tel:) [c](//example.org) [d](http:/example.org) [e](HTTPS://) "
        "[f](https://http://example.org)\n");
    std::string messages;
    for (const Diagnostic& problem : reading.problems.sorted()) {
        messages += problem.code + ": " + problem.message.en + "\n";
    }
    EXPECT_EQ(messages, R"(incomplete-address: there is no e-mail address after mailto:
incomplete-address: there is no number after tel:
incomplete-address: https: is missing at the beginning of this address
incomplete-address: two slashes are missing after http:
incomplete-address: the name of the site is missing after https://
incomplete-address: this address begins twice: https://http:
)");
}

TEST(CheckDestination, WholeAddressesAreNot) {
    EXPECT_EQ(Reading("[a](mailto:a@b.org) [b](mailto:?subject=c) [d](tel:+52-55) "
                      "[e](https://example.org:80/x//y) [f](pages/a#b) [g](#h) www.example.org\n")
                  .messages(),
              "");
}

}  // namespace puebla::markdown
