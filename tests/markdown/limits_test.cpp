#include "markdown/limits.h"

#include <gtest/gtest.h>

#include <chrono>

#include "markdown/reading.h"

namespace puebla::markdown {

namespace {

std::string times(int count, std::string_view piece) {
    std::string result;
    for (int i = 0; i < count; ++i) {
        result += piece;
    }
    return result;
}

// Why a text was refused, for one that must not take long either way.
std::string verdict(const std::string& text) {
    const auto begin = std::chrono::steady_clock::now();
    const Reading reading(text);
    const std::string html = reading.html();
    const auto taken = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(taken, std::chrono::seconds(20)) << text.substr(0, 40);
    std::string codes;
    for (const Diagnostic& problem : reading.problems.sorted()) {
        codes += problem.severity == Severity::error ? problem.code + " " : "";
    }
    EXPECT_EQ(html.empty(), !codes.empty());
    return codes;
}

}  // namespace

TEST(Limits, ATableMayHaveAHundredThousandCells) {
    EXPECT_EQ(verdict("|a|b|\n|-|-|\n" + times(20'000, "|1|2|\n")), "");
    EXPECT_EQ(verdict(times(200, "|a") + "\n" + times(200, "|-") + "\n" + times(499, "|b|\n")), "");
    EXPECT_EQ(verdict(times(200, "|a") + "\n" + times(200, "|-") + "\n" + times(501, "|b|\n")),
              "table-too-large ");
}

TEST(Limits, ATableThatWouldBePaddedToGigabytesIsRefusedAtItsPlace) {
    const Reading reading("Text.\n\n" + times(8'000, "|a") + "\n" + times(8'000, "|-") + "\n" +
                          times(1'000, "a\n"));
    ASSERT_EQ(reading.problems.all().size(), 1U);
    const Diagnostic& problem = reading.problems.all()[0];
    EXPECT_EQ(problem.code, "table-too-large");
    EXPECT_EQ(problem.message.en,
              "this table is too large: columns × rows may be at most 100 thousand");
    EXPECT_GT(problem.place.span.begin, 7U);
    EXPECT_EQ(reading.html(), "");
}

TEST(Limits, ManySmallPaddedTablesAddUp) {
    const std::string table = times(500, "|a") + "\n" + times(500, "|-") + "\n" + times(100, "b\n");
    EXPECT_EQ(verdict(times(10, table + "\n")), "table-too-large ");
}

TEST(Limits, RowsWithVeryManyCellsAreRefused) {
    EXPECT_EQ(verdict(times(60'000, "|a") + "\n" + times(60'000, "|-") + "\n"), "table-too-large ");
    EXPECT_EQ(verdict("|a|\n|-|\n" + times(60'000, "|b") + "\n"), "table-too-large ");
}

TEST(Limits, ALongParagraphAboveATableIsNotReadAgainAndAgain) {
    EXPECT_EQ(verdict(times(200'000, "a\n") + times(2'000, "|-|-|\n")), "text-too-slow ");
}

TEST(Limits, AHundredBlocksMayBeInsideOneAnother) {
    EXPECT_EQ(verdict(times(100, "> ") + "a\n"), "");
    EXPECT_EQ(verdict(times(101, "> ") + "a\n"), "nesting-too-deep ");
    EXPECT_EQ(verdict(times(100'000, ">")), "nesting-too-deep ");
    EXPECT_EQ(verdict(times(50'000, "- ") + "a"), "nesting-too-deep ");
    EXPECT_EQ(verdict(times(50'000, "1. ") + "a"), "nesting-too-deep ");
    EXPECT_EQ(verdict(times(200, "[^a]:") + "b"), "nesting-too-deep ");
    std::string stairs;
    for (int i = 0; i < 150; ++i) {
        stairs += std::string(static_cast<std::size_t>(2 * i), ' ') + "- a\n";
    }
    EXPECT_EQ(verdict(stairs), "nesting-too-deep ");
}

TEST(Limits, LinesThatOnlyLookDeepAreFine) {
    EXPECT_EQ(verdict(times(200, "- ") + "\n"), "");
    EXPECT_EQ(verdict("```\n" + times(200, "> ") + "\n```\n"), "");
    EXPECT_EQ(verdict("a\n" + std::string(1'000, ' ') + "b\n"), "");
}

TEST(Limits, ALongDefinitionIsNotCopiedWithoutEnd) {
    EXPECT_EQ(verdict("[a]: " + std::string(50'000, 'u') + "\n\n" + times(20'000, "[a] ")),
              "text-too-slow ");
    EXPECT_EQ(verdict(times(20'000, "[a] ") + "\n\n[a]: " + std::string(50'000, 'u')),
              "text-too-slow ");
}

TEST(Limits, WordsOfTensOfKilobytesAreNotSearchedForAddresses) {
    EXPECT_EQ(verdict("http://a" + times(50'000, ")")), "text-too-slow ");
    EXPECT_EQ(verdict(times(50'000, "a@")), "text-too-slow ");
    EXPECT_EQ(verdict("http://e.org/" + std::string(5'000, 'a')), "");
}

TEST(Limits, ATextMayHaveEightMebibytes) {
    EXPECT_EQ(verdict(std::string(largest_text + 1, 'a')), "text-too-large ");
}

TEST(Limits, ATextMayHaveAHundredThousandBlocks) {
    EXPECT_EQ(verdict(times(99'999, "a\n\n")), "");
    EXPECT_EQ(verdict(times(100'001, "a\n\n")), "text-too-large ");
    EXPECT_EQ(verdict(times(60'000, "- a\n")), "text-too-large ");  // items and their paragraphs
    EXPECT_EQ(verdict(times(1'200, times(99, "- ") + "a\n")), "text-too-large ");
    EXPECT_EQ(verdict(times(100'001, "***\n")), "text-too-large ");
    const Reading reading(times(100'001, "a\n\n"));
    EXPECT_EQ(reading.problems.all()[0].message.en,
              "this text has more than 100 thousand paragraphs, headings and list items");
    EXPECT_EQ(reading.at(reading.problems.all()[0].place.span), "a");
}

TEST(Limits, ATextMayHaveFourHundredThousandMarks) {
    EXPECT_EQ(verdict("a" + times(399'999, "*")), "");
    EXPECT_EQ(verdict("a" + times(400'001, "*")), "text-too-large ");
    EXPECT_EQ(verdict(times(200'000, "a*\n")), "");
    EXPECT_EQ(verdict(times(200'001, "a*\n")), "text-too-large ");
}

TEST(Limits, ThousandsOfAddressesInOneLineAreNotCopiedWithoutEnd) {
    EXPECT_EQ(verdict(times(50'000, "a@b.org ")), "text-too-slow ");
    EXPECT_EQ(verdict(times(50'000, "a@b.org\n")), "");
    EXPECT_EQ(verdict(times(900, "correo@example.org, ")), "");
}

// Shapes that are known to be hard for other versions and other programs.
TEST(Limits, OtherHardShapesAreReadInTime) {
    for (const std::string_view piece :
         {"[",           "![",  "]",     "*a ",  "**a ",  "_a ",   "*a_ ",     "a**b",
          "~~a ",        "[^a", "[^a] ", "[a](", "[a](b", "<a ",   "<!--",     "<?",
          "`",           "&",   "\\",    "a\n",  "-\n",   "```\n", "[a]: u\n", "<",
          "[a]: u (x\n", "a*_", "***a ", "![l",  "\"",    "# "}) {
        EXPECT_EQ(verdict("a" + times(50'000, piece)), "") << piece;
    }
}

}  // namespace puebla::markdown
