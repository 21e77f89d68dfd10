#include "foundation/display_width.h"

#include <gtest/gtest.h>

namespace puebla {

TEST(DisplayWidth, MostCharactersTakeOneColumn) {
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("año «2024» – ½ € ж א"), 20U);
}

TEST(DisplayWidth, IdeographsKanaHangulAndPicturesTakeTwo) {
    EXPECT_EQ(display_width("漢"), 2U);
    EXPECT_EQ(display_width("あア、"), 6U);
    EXPECT_EQ(display_width("한"), 2U);
    EXPECT_EQ(display_width("Ａ"), 2U);
    EXPECT_EQ(display_width("😀"), 2U);
    EXPECT_EQ(display_width("\U00020000"), 2U);
}

TEST(DisplayWidth, MarksThatJoinTakeNone) {
    EXPECT_EQ(display_width("n\u0303"), 1U);
    EXPECT_EQ(display_width("a\u200Db\uFEFF"), 2U);
    EXPECT_EQ(display_width("\u05D1\u05B0"), 1U);
    EXPECT_EQ(display_width("\u2764\uFE0F"), 1U);
}

}  // namespace puebla
