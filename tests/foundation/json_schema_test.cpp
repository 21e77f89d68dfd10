#include "foundation/json_schema.h"

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

// "fits", "a/0: why", or "no schema: why".
std::string verdict(const std::string& schema, const std::string& value) {
    std::string reason;
    const auto compiled = JsonSchema::make(value_of(schema), reason);
    if (!compiled) {
        return "no schema: " + reason;
    }
    const auto rejection = compiled->reject(value_of(value));
    return rejection ? fmt::format("{}: {}", fmt::join(rejection->path, "/"), rejection->reason)
                     : "fits";
}

}  // namespace

TEST(JsonSchema, SaysWhetherAValueFits) {
    const std::string schema = R"({"type": "object", "properties": {
        "a": {"type": "array", "items": {"type": "integer"}}}, "required": ["a"]})";
    EXPECT_EQ(verdict(schema, R"({"a": [1, 2]})"), "fits");
    EXPECT_EQ(verdict(schema, R"({"a": [1, "2"]})"),
              "a/1: Value type not permitted by 'type' constraint.");
    EXPECT_EQ(verdict(schema, "{}"), ": Missing required property 'a'.");
}

TEST(JsonSchema, JudgesAlternatives) {
    const std::string schema = R"({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]})";
    EXPECT_EQ(verdict(schema, R"({"b": 1})"), "fits");
    EXPECT_EQ(verdict(schema, R"({"c": 1})"),
              ": Missing required property 'a'. Or: Missing required property 'b'.");
}

TEST(JsonSchema, OfManyAlternativesTheFirstAreTold) {
    std::string schema = R"({"anyOf": [{"required": ["a"]}, {"required": ["a"]})";
    for (int i = 0; i < 900; ++i) {
        schema += fmt::format(R"(, {{"required": ["{}"]}})", i);
    }
    EXPECT_EQ(verdict(schema + "]}", "{}"),
              ": Missing required property 'a'. Or: Missing required property '0'. Or: Missing "
              "required property '1'. Or: Missing required property '2'. Or: Missing required "
              "property '3'.");
}

TEST(JsonSchema, WaysThatMultiplyAreGivenUp) {
    const std::string reason = ": there are too many ways to judge this";
    const std::string list_of_a = R"({"type": "array", "items": {"$ref": "#/definitions/a"}})";
    const std::string schema =
        R"({"$ref": "#/definitions/a", "definitions": {"a": {"anyOf": [{"type": "integer"}, )" +
        list_of_a + ", " + list_of_a + "]}}}";
    EXPECT_EQ(verdict(schema, "[[[[1]]]]"), "fits");
    EXPECT_EQ(verdict(schema, std::string(60, '[') + "true" + std::string(60, ']')), reason);

    std::string steps;
    for (int i = 0; i < 9; ++i) {
        const auto next = fmt::format(R"({{"$ref": "#/definitions/d{}"}})", i + 1);
        steps += fmt::format(R"("d{}": {{"allOf": [{}]}}, )", i,
                             fmt::join(std::vector<std::string>(10, next), ", "));
    }
    EXPECT_EQ(
        verdict(R"({"$ref": "#/definitions/d0", "definitions": {)" + steps + R"("d9": {}}})", "1"),
        reason);
}

TEST(JsonSchema, LargeRecordsAreJudgedToTheirEnd) {
    const std::string tree =
        R"({"type": "object", "additionalProperties": false, "properties": {)"
        R"("left": {"$ref": "#"}, "right": {"$ref": "#"}, "leaf": {"type": "integer"}}})";
    std::string value = R"({"leaf": 1})";
    for (int i = 0; i < 14; ++i) {
        value = fmt::format(R"({{"left": {0}, "right": {0}}})", value);
    }
    EXPECT_EQ(verdict(tree, value), "fits");
    const std::string list = R"({"items": {"anyOf": [{"type": "string"}, {"type": "null"}]}})";
    std::string nulls = "[null";
    for (int i = 0; i < 100'000; ++i) {
        nulls += ", null";
    }
    EXPECT_EQ(verdict(list, nulls + "]"), "fits");
}

TEST(JsonSchema, WhatIsNoSchemaIsRefused) {
    EXPECT_EQ(verdict(R"({"type": 5})", "1").substr(0, 10), "no schema:");
    EXPECT_EQ(verdict(R"({"$ref": "http://example.org/schema"})", "1").substr(0, 10), "no schema:");
    EXPECT_EQ(verdict("[]", "1").substr(0, 10), "no schema:");
}

TEST(JsonSchema, ASchemaMayReferToItself) {
    const std::string schema = R"({"type": "object", "additionalProperties": {"$ref": "#"}})";
    EXPECT_EQ(verdict(schema, R"({"a": {"b": {}}})"), "fits");
    EXPECT_EQ(verdict(schema, R"({"a": {"b": 1}})"),
              "a/b: Value type not permitted by 'type' constraint.");
}

TEST(JsonSchema, ReferencesThatGoRoundInCirclesAreRefused) {
    const std::string refused = "no schema: its references go round in circles";
    EXPECT_EQ(verdict(R"({"$ref": "#"})", "1"), refused);
    EXPECT_EQ(verdict(R"({"allOf": [{"not": {"$ref": "#"}}]})", "1"), refused);
    EXPECT_EQ(verdict(R"({"definitions": {"a": {"$ref": "#/definitions/b~1"},
                                          "b/": {"$ref": "#/definitions/a"}},
                          "properties": {"x": {"$ref": "#/definitions/a"}}})",
                      "1"),
              refused);
    std::string chain = R"({"$ref": "#/definitions/0", "definitions": {)";
    for (int i = 0; i < 10'000; ++i) {
        chain += fmt::format(R"("{}": {{"$ref": "#/definitions/{}"}}, )", i, i + 1);
    }
    EXPECT_EQ(verdict(chain + R"("10000": {}}})", "1"), refused);
}

TEST(JsonSchema, PatternsAreComparedInATimeThatGrowsWithTheText) {
    const std::string schema = R"({"anyOf": [{"pattern": "^(a+)+$"}, {"type": "array"}]})";
    EXPECT_EQ(verdict(schema, "\"aaa\""), "fits");
    EXPECT_EQ(verdict(schema, "\"" + std::string(1000, 'a') + "b\""),
              ": Failed to match regex specified by 'pattern' constraint. Or: Value type not "
              "permitted by 'type' constraint.");
    EXPECT_EQ(verdict(R"({"items": {"not": {"not": {"pattern": "a"}}}})", R"([1, "a", "bab"])"),
              "fits");
    EXPECT_EQ(verdict(R"({"propertyNames": {"pattern": "^x-"}})", R"({"x-a": 1, "y": 2})"),
              ": A name is not permitted by 'propertyNames' constraint.");
}

TEST(JsonSchema, TextsTooLongForAPatternAreRefusedWhereTheyStand) {
    const std::string text = "\"" + std::string(300'000, 'a') + "\"";
    EXPECT_EQ(verdict(R"({"items": {"properties": {"a": {"pattern": "a"}}}})",
                      R"([{"b": )" + text + R"(}, {"a": )" + text + "}]"),
              "1/a: this is too long to be compared with a pattern");
}

TEST(JsonSchema, WhatOnlyLooksLikeAPatternIsNone) {
    const std::string schema = R"({"properties": {
        "pattern": {"const": {"pattern": "("}}, "enum": {"pattern": "^b$"}}})";
    EXPECT_EQ(verdict(schema, R"({"pattern": {"pattern": "("}, "enum": "b"})"), "fits");
    EXPECT_EQ(verdict(schema, R"({"enum": "a"})"),
              "enum: Failed to match regex specified by 'pattern' constraint.");
}

TEST(JsonSchema, PatternsThatCannotBeComparedAreRefused) {
    EXPECT_EQ(verdict(R"({"anyOf": [{"pattern": "("}]})", "1"),
              "no schema: this pattern is not a regular expression");
    EXPECT_EQ(verdict(R"({"anyOf": [{"pattern": "(a{1,99}){1,99}"}]})", "1"),
              "no schema: this pattern is too complicated");
    EXPECT_EQ(verdict(R"({"not": {"patternProperties": {"(a+)+$": {}}}})", "1"),
              "no schema: \"patternProperties\" is not known here; say the same with "
              "\"propertyNames\"");
}

}  // namespace puebla
