#include "markdown/item_numbers.h"

#include <gtest/gtest.h>

namespace puebla::markdown {

TEST(WrittenNumber, IsANumberOrALetterByTurns) {
    EXPECT_EQ(written_number(1, 16), "16");
    EXPECT_EQ(written_number(2, 1), "a");
    EXPECT_EQ(written_number(2, 26), "z");
    EXPECT_EQ(written_number(2, 27), "aa");
    EXPECT_EQ(written_number(2, 53), "ba");
    EXPECT_EQ(written_number(2, 0), "0");
    EXPECT_EQ(written_number(3, 4), "4");
}

}  // namespace puebla::markdown
