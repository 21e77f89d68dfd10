#include "model/name_history.h"

#include <gtest/gtest.h>

#include "foundation/read_json.h"

namespace puebla {

namespace {

Value value_of(const std::string& json) {
    Diagnostics problems;
    Value value = read_json("a.json", json, problems);
    EXPECT_TRUE(problems.empty());
    return value;
}

bool holds(const std::string& period, const std::string& date) {
    return holds_on(value_of(period), *parse_date(date));
}

std::string name(const std::string& names, const std::string& date) {
    const Value value = value_of(names);
    const Value* found = name_on(value, *parse_date(date));
    return found ? found->string_at("name") : "none";
}

}  // namespace

TEST(HoldsOn, FromItsFirstDayToItsLast) {
    const std::string period = R"({"from": "2019-03-02", "until": "2020-05-06"})";
    EXPECT_FALSE(holds(period, "2019-03-01"));
    EXPECT_TRUE(holds(period, "2019-03-02"));
    EXPECT_TRUE(holds(period, "2020-05-06"));
    EXPECT_FALSE(holds(period, "2020-05-07"));
}

TEST(HoldsOn, AMonthOrAYearCoversAllItsDays) {
    const std::string years = R"({"from": "2019", "until": "2020"})";
    EXPECT_FALSE(holds(years, "2018-12-31"));
    EXPECT_TRUE(holds(years, "2019-01-01"));
    EXPECT_TRUE(holds(years, "2020-12-31"));
    EXPECT_FALSE(holds(years, "2021-01-01"));
    const std::string months = R"({"from": "2019-02", "until": "2019-02"})";
    EXPECT_FALSE(holds(months, "2019-01-31"));
    EXPECT_TRUE(holds(months, "2019-02-01"));
    EXPECT_TRUE(holds(months, "2019-02-28"));
    EXPECT_FALSE(holds(months, "2019-03-01"));
}

TEST(HoldsOn, AnOpenEndHasNoLimit) {
    EXPECT_TRUE(holds("{}", "0001-01-01"));
    EXPECT_TRUE(holds(R"({"from": "2019"})", "9999-12-31"));
    EXPECT_TRUE(holds(R"({"until": "2019"})", "0001-01-01"));
    EXPECT_FALSE(holds(R"({"until": "2019"})", "2020-01-01"));
}

TEST(HoldsOn, ADateOfLowerPrecisionHoldsWhereItsDaysOverlap) {
    EXPECT_TRUE(holds(R"({"from": "2019-06"})", "2019"));
    EXPECT_TRUE(holds(R"({"until": "2019-06"})", "2019"));
    EXPECT_FALSE(holds(R"({"until": "2019-06"})", "2019-07"));
}

TEST(NameOn, IsTheNameOfTheDay) {
    const std::string names = R"([
        {"name": "first", "until": "1999"},
        {"name": "second", "from": "2000", "until": "2009"},
        {"name": "third", "from": "2010"}])";
    EXPECT_EQ(name(names, "1996-03-13"), "first");
    EXPECT_EQ(name(names, "1999-12-31"), "first");
    EXPECT_EQ(name(names, "2000-01-01"), "second");
    EXPECT_EQ(name(names, "2024-12-31"), "third");
}

TEST(NameOn, WhereTwoHoldTheLaterHasReplacedTheEarlier) {
    EXPECT_EQ(
        name(R"([{"name": "a", "until": "2010"}, {"name": "b", "from": "2010-06"}])", "2010-07-01"),
        "b");
}

TEST(NameOn, WhereNoneHoldsTheLastIsTaken) {
    EXPECT_EQ(name(R"([{"name": "a", "until": "2000"}, {"name": "b", "until": "2010"}])", "2024"),
              "b");
    EXPECT_EQ(name("[]", "2024"), "none");
    EXPECT_EQ(name("{}", "2024"), "none");
}

}  // namespace puebla
