#include "templates/value.h"

#include <gtest/gtest.h>

namespace puebla::templates {
namespace {

TEST(Value, MapsFindTheirNamesWhateverTheirSize) {
    Map map;
    for (int i = 0; i < 1000; ++i) {
        map.set("name" + std::to_string(i), i);
        ASSERT_EQ(map.find("name" + std::to_string(i))->integer(), i);
        ASSERT_EQ(map.find("other" + std::to_string(i)), nullptr);
    }
    map.set("name7", "seven");
    EXPECT_EQ(map.find("name7")->text(), "seven");
    EXPECT_EQ(map.size(), 1000U);
    EXPECT_EQ(map.items().front().first, "name0");
}

TEST(Value, CopiesShareWhatTheyHold) {
    Value outer;
    {
        const Value inner(List{1, "two", Map{{"three", 3.0}}});
        outer = inner;
    }
    Value moved = std::move(outer);
    EXPECT_EQ(moved.list()[2].find("three")->real(), 3.0);
    EXPECT_EQ(moved, Value(List{1.0, "two", Map{{"three", 3}}}));
}

TEST(Value, RealsAreWrittenAsInPython) {
    EXPECT_EQ(text_of_real(3), "3.0");
    EXPECT_EQ(text_of_real(0.1), "0.1");
    EXPECT_EQ(text_of_real(1e16), "1e+16");
    EXPECT_EQ(text_of_real(1e15), "1000000000000000.0");
    EXPECT_EQ(text_of_real(1.5e-7), "1.5e-07");
    EXPECT_EQ(text_of_real(-0.0), "-0.0");
}

TEST(Value, ComparesAsPythonDoes) {
    EXPECT_EQ(compare(1, 2.5), -1);
    EXPECT_EQ(compare("b", "a"), 1);
    EXPECT_EQ(compare(List{1, 2}, List{1}), 1);
    EXPECT_EQ(compare(1, "a"), std::nullopt);
    EXPECT_EQ(compare(Value(), 1), std::nullopt);
}

TEST(Value, LengthCountsCharacters) {
    EXPECT_EQ(Value("añil").length(), 4U);
    EXPECT_EQ(Value(3).length(), std::nullopt);
}

}  // namespace
}  // namespace puebla::templates
