#include "foundation/diagnostics.h"

#include <gtest/gtest.h>

namespace puebla {

TEST(Diagnostics, WhatIsReportedTwiceIsListedAndCountedOnce) {
    Diagnostics problems;
    problems.error("b", {"es.md", {2, 3}}, say("second", "segundo"));
    problems.warning("a", {"es.md", {0, 1}}, say("first", "primero"));
    problems.error("b", {"es.md", {2, 3}}, say("second", "segundo"));

    ASSERT_EQ(problems.sorted().size(), 2U);
    EXPECT_EQ(problems.sorted()[0].message.en, "first");
    EXPECT_EQ(problems.sorted()[1].message.en, "second");
    EXPECT_EQ(problems.count_different(Severity::error), 1U);
    EXPECT_EQ(problems.count_different(Severity::warning), 1U);
}

TEST(Diagnostics, OfManyOfOneKindInOneFileTheFirstThousandAreListed) {
    Diagnostics problems;
    for (std::size_t i = 0; i < 1'200; ++i) {
        problems.error("many", {"es.md", {i, i + 1}}, say("again {}", "otra vez {}", i));
    }
    problems.error("one", {"es.md", {1'050, 1'060}}, say("only one", "solo uno"));
    problems.error("many", {"en.md", {3, 4}}, say("in another file", "en otro archivo"));

    const std::vector<Diagnostic> listed = problems.sorted();
    ASSERT_EQ(listed.size(), 1'003U);
    EXPECT_EQ(listed.front().message.en, "in another file");
    EXPECT_EQ(listed[1'000].message.en, "again 999");
    EXPECT_EQ(listed[1'001].message.en,
              "from here on, 200 more problems of this kind in this file");
    EXPECT_EQ(listed[1'001].message.es,
              "de aquí en adelante, 200 problemas más de esta clase en este archivo");
    EXPECT_EQ(listed[1'001].place, (Place{"es.md", {1'000, 1'001}}));
    EXPECT_EQ(listed[1'002].message.en, "only one");
    EXPECT_EQ(problems.count_different(Severity::error), 1'202U);
}

TEST(Diagnostics, OneMoreThanAThousandIsListedItself) {
    Diagnostics problems;
    for (std::size_t i = 0; i < 1'001; ++i) {
        problems.error("many", {"es.md", {i, i + 1}}, say("again {}", "otra vez {}", i));
    }
    EXPECT_EQ(problems.sorted().back().message.en, "again 1000");
}

}  // namespace puebla
