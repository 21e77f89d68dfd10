#include "foundation/value.h"

#include <gtest/gtest.h>

#include <cmath>

#include "foundation/read_json.h"

namespace puebla {

namespace {

Value value_of(const std::string& json) {
    Diagnostics problems;
    Value value = read_json("a.json", json, problems);
    EXPECT_TRUE(problems.empty());
    return value;
}

}  // namespace

TEST(Value, AnswersWithNullWhereItIsOfAnotherKind) {
    const Value value = value_of(R"({"a": {"b": "x"}, "n": 3})");
    EXPECT_EQ(*value.at("a", "b")->string(), "x");
    EXPECT_EQ(value.at("a", "c"), nullptr);
    EXPECT_EQ(value.at("n", "b"), nullptr);
    EXPECT_EQ(value.at("z", "b", "c"), nullptr);
    EXPECT_EQ(value.string_at("n", "else"), "else");
    EXPECT_EQ(value.at("a")->string_at("b"), "x");
    EXPECT_EQ(value.find("n")->real(), nullptr);
    EXPECT_EQ(*value.find("n")->integer(), 3);
}

TEST(Value, KindsHaveNamesInBothLanguages) {
    const Value list = value_of(R"([null, true, 1, 1.5, "", [], {}])");
    std::string en;
    std::string es;
    for (const Value& item : *list.list()) {
        en += kind_of(item).en + ", ";
        es += kind_of(item).es + ", ";
    }
    EXPECT_EQ(en, "null, true or false, a whole number, a number, a text, a list, an object, ");
    EXPECT_EQ(es,
              "null, verdadero o falso, un número entero, un número, un texto, una lista, un "
              "objeto, ");
}

TEST(Value, IsWrittenAsCompactJson) {
    const std::string json =
        R"({"b":[1,-2.5,true,null],"a":{"ñ":"\"\\/\u0001\u000a"},"":[],"e":{}})";
    EXPECT_EQ(to_json(value_of(json)), json);
    EXPECT_EQ(to_json(value_of(" [1.0, 1e300, \"\\u00e1\\u2028\"] ")), "[1,1e+300,\"á\u2028\"]");
    EXPECT_EQ(to_json(Value{std::nan(""), {}}), "null");
}

}  // namespace puebla
