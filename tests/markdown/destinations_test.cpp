#include "markdown/destinations.h"

#include <gtest/gtest.h>

#include <random>

#include "markdown/reading.h"

namespace puebla::markdown {

TEST(Destinations, AreFoundInEveryKindOfLink) {
    const Reading reading(
        "[a](one) [b](<two words> \"title\") ![c](./three.png) [d][ref] [ref]\n"
        "https://example.org/four <https://example.org/five> <six@example.org> www.seven.org\n\n"
        "[ref]: eight/nine 'title'\n");
    EXPECT_EQ(reading.places(), R"(one <one>
two words <two words>
./three.png <./three.png>
eight/nine <eight/nine>
eight/nine <eight/nine>
https://example.org/four <https://example.org/four>
https://example.org/five <https://example.org/five>
mailto:six@example.org <six@example.org>
http://www.seven.org <www.seven.org>
)");
}

TEST(Destinations, AreFoundWhereColumnsOfTheParserAreWrong) {
    const Reading reading(R"(> - a quote
>   with [a](one)
>     and, lazily indented, [b](two)
and [c](three)

1. item
       [d](four) `[x](five)` [e](five)

   | h | [f](six) |
   |---|----------|
   | a \| [g](seven) | [h](eight) |
)");
    EXPECT_EQ(reading.places(), R"(one <one>
two <two>
three <three>
four <four>
five <five>
six <six>
seven <seven>
eight <eight>
)");
    const std::string& text = reading.source.text;
    EXPECT_EQ(reading.document.links()[4].span.begin, text.find("[e](five)") + 4);
}

TEST(Destinations, AreFoundAfterEverythingThatMovesColumns) {
    const Reading reading(
        "[gone]: away\n\nfirst\\\nline `code\nspan` [a](one)  \nbreak [b](\n two \"ti\ntle\") "
        "[c](three)\r\n"
        "é [d](fo\\_ur) [e](fi&amp;ve) [![f](six)](seven)\n");
    EXPECT_EQ(reading.places(), R"(one <one>
two <two>
three <three>
fo_ur <fo\_ur>
fi&ve <fi&amp;ve>
seven <seven>
six <six>
)");
}

TEST(Destinations, CountFromTheBeginningOfTheFile) {
    const std::string title = "# Título\n\n";
    const Reading reading(title + "[a](one)\n", title.size());
    EXPECT_EQ(reading.places(), "one <one>\n");
}

// Links with a destination of their own in a thousand random surroundings.
TEST(Destinations, AreExactInRandomTexts) {
    std::mt19937 random(20240919);
    const std::vector<std::string> pieces{
        "word ", "`co](de)` ", "*em* ", "\n",    "  \n", "\\\n",   "<b> ",
        "é ",    "~~x~~ ",     "\\] ",  "[^1] ", "[r] ", "a | b ", "https://e.org/x ",
        "](y) ", "![i](",      "&amp; "};
    const std::vector<std::string> prefixes{"", "> ", "- ", "1. ", "> > ", "   ", "- > ", "## "};
    for (int round = 0; round < 1000; ++round) {
        std::string text = "[r]: ref/erence\n\n[^1]: note [n](in/note)\n\n";
        int number = 0;
        for (int line = 0; line < 6; ++line) {
            text += prefixes[random() % prefixes.size()];
            for (int i = 0; i < 6; ++i) {
                text += random() % 3 == 0 ? "[t](dest/" + std::to_string(++number) + ") "
                                          : pieces[random() % pieces.size()];
            }
            text += random() % 2 == 0 ? "\n\n" : "\n";
        }
        const Reading reading(text);
        for (const Link& link : reading.document.links()) {
            EXPECT_NE(reading.at(link.span).find(link.destination), std::string::npos)
                << text << "\n"
                << link.destination << " at " << link.span.begin;
            if (link.destination.substr(0, 5) == "dest/") {
                EXPECT_EQ(reading.at(link.span), link.destination) << text;
            }
        }
    }
}

}  // namespace puebla::markdown
