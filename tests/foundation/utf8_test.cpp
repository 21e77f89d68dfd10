#include "foundation/utf8.h"

#include <gtest/gtest.h>

namespace puebla {

TEST(Utf8, WellFormedTextHasNoInvalidByte) {
    EXPECT_EQ(first_invalid_byte(""), std::nullopt);
    EXPECT_EQ(first_invalid_byte("a\u00f1\u20ac\U0001F30E"), std::nullopt);
    EXPECT_EQ(first_invalid_byte("\u007f\u0080\u07ff\u0800\uffff\U00010000\U0010ffff"),
              std::nullopt);
    EXPECT_EQ(first_invalid_byte("\xED\x9F\xBF\xEE\x80\x80"), std::nullopt);  // around surrogates
}

TEST(Utf8, TheFirstInvalidByteIsFound) {
    EXPECT_EQ(first_invalid_byte("ab\xFF"), 2U);
    EXPECT_EQ(first_invalid_byte("a\x80"), 1U);      // continuation without lead
    EXPECT_EQ(first_invalid_byte("a\xC3"), 1U);      // cut off
    EXPECT_EQ(first_invalid_byte("a\xE2\x82"), 1U);  // cut off
    EXPECT_EQ(first_invalid_byte("\xC3("), 0U);      // lead without continuation
    EXPECT_EQ(first_invalid_byte("\xC0\x80"), 0U);   // overlong
    EXPECT_EQ(first_invalid_byte("\xC1\xBF"), 0U);
    EXPECT_EQ(first_invalid_byte("\xE0\x9F\xBF"), 0U);
    EXPECT_EQ(first_invalid_byte("\xF0\x8F\xBF\xBF"), 0U);
    EXPECT_EQ(first_invalid_byte("\xED\xA0\x80"), 0U);      // a surrogate
    EXPECT_EQ(first_invalid_byte("\xF4\x90\x80\x80"), 0U);  // beyond U+10FFFF
    EXPECT_EQ(first_invalid_byte("\xF5\x80\x80\x80"), 0U);
    EXPECT_EQ(first_invalid_byte("\xF1\x80\x80("), 0U);
}

TEST(Utf8, BytesThatDoNotBelongAreReplacedOneByOne) {
    EXPECT_EQ(well_formed(""), "");
    EXPECT_EQ(well_formed("ma\u00f1ana \u20ac"), "ma\u00f1ana \u20ac");
    EXPECT_EQ(well_formed("\xE9t\xE9\xE2\x82"), "\uFFFDt\uFFFD\uFFFD\uFFFD");
}

TEST(Utf8, CountsCharacters) {
    EXPECT_EQ(count_characters(""), 0U);
    EXPECT_EQ(count_characters("a\u00f1\u20ac\U0001F30E"), 4U);
    EXPECT_EQ(character_length('a'), 1U);
    EXPECT_EQ(character_length('\xC3'), 2U);
    EXPECT_EQ(character_length('\xE2'), 3U);
    EXPECT_EQ(character_length('\xF0'), 4U);
    EXPECT_EQ(character_length('\x80'), 1U);
    EXPECT_EQ(character_length('\xFF'), 1U);
}

TEST(Utf8, FindsAByteOrderMarkAtTheStartOnly) {
    EXPECT_EQ(byte_order_mark_length("\xEF\xBB\xBF{}"), 3U);
    EXPECT_EQ(byte_order_mark_length("{}\xEF\xBB\xBF"), 0U);
    EXPECT_EQ(byte_order_mark_length("\xEF\xBB"), 0U);
}

}  // namespace puebla
