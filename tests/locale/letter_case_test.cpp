#include "locale/letter_case.h"

#include <gtest/gtest.h>

namespace puebla {
namespace {

TEST(LetterCase, FirstLetterIsThatOfATitle) {
    EXPECT_EQ(capitalized("ñANDÚ"), "Ñandú");
    EXPECT_EQ(capitalized("ǆUR"), "ǅur");
    EXPECT_EQ(capitalized("ßTRASSE"), "Sstrasse");
    EXPECT_EQ(capitalized("ΟΔΟΣ"), "Οδος");
    EXPECT_EQ(capitalized(""), "");
}

TEST(LetterCase, RunsOfLettersHaveNoPunctuation) {
    EXPECT_EQ(count_runs_of_letters("El Salvador – 2024"), 3U);
    EXPECT_EQ(count_runs_of_letters("¿Qué es «nación»?"), 3U);
    EXPECT_EQ(count_runs_of_letters("日本語 テスト"), 2U);
    EXPECT_EQ(count_runs_of_letters(" – "), 0U);
}

}  // namespace
}  // namespace puebla
