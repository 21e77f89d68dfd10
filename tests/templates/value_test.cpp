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

TEST(Value, ExtentCountsWhatIsShared) {
    const Value text(std::string(100, 'a'));
    EXPECT_EQ(text.extent().weight, 100U);
    EXPECT_EQ(text.extent().height, 0U);
    const Value list(List{text, text, List{text}});
    EXPECT_EQ(list.extent().weight, 300 + 4 * sizeof(Value));
    EXPECT_EQ(list.extent().height, 2U);
    const Map page = {{"title", text}};
    EXPECT_EQ(Value::reference(page).extent().weight, 0U);
}

TEST(Value, VeryDeepListIsFreed) {
    Value deep;
    for (int i = 0; i < 1'000'000; ++i) {
        deep = Value(List{std::move(deep)});
    }
    EXPECT_EQ(deep.extent().height, 1'000'000U);
}

TEST(Value, IdentityIsThatOfEqualValues) {
    const auto identity = [](const Value& value) {
        std::string text;
        value.write_identity(text);
        return text;
    };
    EXPECT_EQ(identity(List{1, true, "a"}), identity(List{1.0, 1, "a"}));
    EXPECT_NE(identity(List{"ab"}), identity(List{"a", "b"}));
    EXPECT_NE(identity("1"), identity(1));
    EXPECT_NE(identity(Value(std::int64_t{9007199254740993})),
              identity(Value(std::int64_t{9007199254740992})));
    EXPECT_EQ(identity(Map{{"a", 1}, {"b", 2}}), identity(Map{{"b", 2}, {"a", 1}}));
}

TEST(Value, LengthCountsCharacters) {
    EXPECT_EQ(Value("añil").length(), 4U);
    EXPECT_EQ(Value(3).length(), std::nullopt);
}

}  // namespace
}  // namespace puebla::templates
