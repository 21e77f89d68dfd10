#include "locale/partial_date.h"

#include <gtest/gtest.h>

namespace puebla {
namespace {

TEST(ParseDate, KnowsDayMonthAndYear) {
    EXPECT_EQ(parse_date("2024-09-19"), (PartialDate{2024, 9, 19}));
    EXPECT_EQ(parse_date("2024-09"), (PartialDate{2024, 9, 0}));
    EXPECT_EQ(parse_date("1996"), (PartialDate{1996, 0, 0}));
    EXPECT_EQ(parse_date("2024-02-29"), (PartialDate{2024, 2, 29}));
}

TEST(ParseDate, RefusesEverythingElse) {
    for (const char* text :
         {"", "96", "0000", "2024-13", "2024-00", "2023-02-29", "2024-02-30", "2024-9-19",
          "2024-09-1x", "2024/09/19", "2024-09-19T00:00", "+024-09", "2024-0９", " 2024"}) {
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
    }
}

TEST(PartialDate, TheLessKnownComesFirst) {
    EXPECT_LT(*parse_date("2024"), *parse_date("2024-01"));
    EXPECT_LT(*parse_date("2024-09"), *parse_date("2024-09-01"));
    EXPECT_LT(*parse_date("2024-09-19"), *parse_date("2025"));
}

}  // namespace
}  // namespace puebla
