#include "foundation/text_pattern.h"

#include <gtest/gtest.h>

namespace puebla {

namespace {

// "yes", "no", or why it is no pattern.
std::string verdict(std::string_view pattern, std::string_view text) {
    Message reason;
    const auto made = TextPattern::make(pattern, reason);
    if (!made) {
        return reason.en;
    }
    return made->matches(text) ? "yes" : "no";
}

}  // namespace

TEST(TextPattern, MatchesAnyPartOfTheText) {
    EXPECT_EQ(verdict("b+", "abba"), "yes");
    EXPECT_EQ(verdict("^b", "abba"), "no");
    EXPECT_EQ(verdict("^[A-Z]{2}-[0-9]+$", "MX-2024"), "yes");
    EXPECT_EQ(verdict("^[A-Z]{2}-[0-9]+$", "MX-2024 "), "no");
    EXPECT_EQ(verdict("a|^b$", "cb"), "no");
    EXPECT_EQ(verdict("^a$", "b\na\nb"), "no");
    EXPECT_EQ(verdict("", ""), "yes");
    EXPECT_EQ(verdict("^(?!x-)", "x-a"), "no");
}

TEST(TextPattern, CountsCharactersNotBytes) {
    EXPECT_EQ(verdict("^.{3}$", "año"), "yes");
    EXPECT_EQ(verdict("^[á-ú]+$", "áéí"), "yes");
    EXPECT_EQ(verdict("^[áé]$", "\xC3\xAD"), "no");  // í begins with the same byte
    EXPECT_EQ(verdict("^.$", "🌎"), "yes");
}

TEST(TextPattern, WhatIsNoneIsRefused) {
    for (const char* pattern : {"(", ")a(", "[a", "a{2", "*", "\\"}) {
        EXPECT_EQ(verdict(pattern, ""), "this pattern is not a regular expression") << pattern;
    }
    const std::string long_one(2000, 'a');
    for (const std::string& pattern :
         {std::string("(a)\\1"), std::string("(a{1,100}){1,100}"),
          std::string("(((a{0,30}){0,30}){0,30}){0,30}"), std::string("^(?=.*a)(?=.*b)"),
          std::string("a(?!b)"), std::string(500, '(') + std::string(500, ')'), long_one}) {
        EXPECT_EQ(verdict(pattern, ""), "this pattern is too complicated") << pattern;
    }
}

// Compared in the usual way, the first of them would not end before the sun does.
TEST(TextPattern, NoPatternTakesLong) {
    const std::string text = std::string(longest_for_pattern - 1, 'a') + "!";
    for (const char* pattern :
         {"(a+)+$", "^(a|b|ab)*c", "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)b", "(a{1,20}){1,20}b",
          "((a*)*)*b", "^(?=(a{1,20}){1,20}b)", "(a|a|a|a|a|a|a|a|a|a)*b", "a{400}b"}) {
        EXPECT_EQ(verdict(pattern, text), "no") << pattern;
    }
}

}  // namespace puebla
