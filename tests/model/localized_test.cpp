#include "model/localized.h"

#include <gtest/gtest.h>

#include <string>

namespace puebla {

TEST(Localized, WhereALanguageIsMissingTheFirstThatExistsStandsIn) {
    Localized<std::string> text;
    EXPECT_TRUE(text.empty());
    EXPECT_EQ(text.find_or_other(0), nullptr);
    text.set(2, "three");
    text.set(1, "two");
    EXPECT_FALSE(text.empty());
    EXPECT_EQ(text.find(0), nullptr);
    EXPECT_EQ(text.language_for(0), 1U);
    EXPECT_EQ(*text.find_or_other(0), "two");
    EXPECT_EQ(*text.find_or_other(2), "three");
    EXPECT_EQ(*text.find_or_other(9), "two");
}

}  // namespace puebla
