#include "model/check_schema.h"

#include <gtest/gtest.h>

#include "foundation/json_schema.h"
#include "foundation/read_json.h"
#include "text_of.h"

namespace puebla {

namespace {

// Each message with its place, without excerpts: "1:2: error: …".
std::string said_of(const std::string& schema) {
    const std::string file = "c.json";
    const std::vector<std::string> languages = {"es", "en"};
    Diagnostics problems;
    const Value value = read_json(file, schema, problems);
    check_schema(value, {file, languages, problems});
    std::string said;
    for (const Diagnostic& one : problems.sorted()) {
        said += fmt::format("{}: {} [{}]\n", position_of(schema, one.place.span.begin).column,
                            one.message.en, one.code);
    }
    return said;
}

}  // namespace

TEST(CheckSchema, ReferencesLeadToASchemaOfTheFile) {
    EXPECT_EQ(said_of(R"({"items": {"$ref": "#"}})"), "");
    EXPECT_EQ(said_of(R"({"$ref": "#/definitions/a%20b", "definitions": {"a b": {}}})"), "");
    EXPECT_EQ(said_of(R"({"$ref": 5})"),
              "10: this must be a text, not a whole number [wrong-type]\n");
    EXPECT_EQ(said_of(R"({"anyOf": [{"$ref": "https://example.org/"}]})"),
              "21: a reference leads to a schema in this file [bad-setting]\n");
    EXPECT_EQ(said_of(R"({"not": {"$ref": "#/definitions/a"}})"),
              "18: this reference leads nowhere in \"record\" [bad-setting]\n");
    EXPECT_EQ(said_of(R"({"not": {"$ref": "#a"}})"),
              "18: this reference leads nowhere in \"record\" [bad-setting]\n");
    EXPECT_EQ(said_of(R"({"$ref": "#/minimum", "minimum": 5})"),
              "10: this reference leads to a whole number, not to a schema [bad-setting]\n");
}

TEST(CheckSchema, ReferencesInCirclesAreReportedWhereTheyStand) {
    EXPECT_EQ(said_of(R"({"allOf": [{"not": {"$ref": "#"}}]})"),
              "29: this reference leads back to itself [bad-setting]\n");
    std::string chain = R"({"definitions": {)";
    for (int i = 0; i < 30; ++i) {
        chain += fmt::format(R"("{}": {{"$ref": "#/definitions/{}"}}, )", i, i + 1);
    }
    EXPECT_EQ(said_of(chain + R"("30": {}}})"),
              "734: here a schema leads to another one, and so on, too many times "
              "[bad-setting]\n");
}

TEST(CheckSchema, EveryKeywordTakesAValueOfItsKind) {
    EXPECT_EQ(said_of(R"({"minimum": "1"})"),
              "13: this must be a number, not a text [wrong-type]\n");
    EXPECT_EQ(said_of(R"({"maxLength": -1, "multipleOf": 0})"),
              "15: this must be 0 or more [bad-setting]\n"
              "33: this must be more than 0 [bad-setting]\n");
    EXPECT_EQ(said_of(R"({"additionalProperties": "no"})"),
              "26: this must be true or false, not a text [wrong-type]\n");
    EXPECT_EQ(said_of(R"({"oneOf": []})"), "11: this list is empty [bad-setting]\n");
    EXPECT_EQ(said_of(R"({"dependencies": {"a": ["b", 1], "c": "d"}})"),
              "30: this must be a text, not a whole number [wrong-type]\n"
              "39: this must be an object, not a text [wrong-type]\n");
    EXPECT_EQ(said_of(R"({"properties": {"a": {"properties": []}}})"),
              "37: this must be an object, not a list [wrong-type]\n");
}

TEST(CheckSchema, TypesAndFormatsAreKnown) {
    EXPECT_EQ(said_of(R"({"type": ["string", "null"], "format": "email"})"), "");
    EXPECT_EQ(said_of(R"({"type": ["string", "nul"]})"),
              "21: there is no type \"nul\" [bad-setting]\n");
    EXPECT_EQ(said_of(R"({"items": {"format": "url"}})"),
              "22: there is no format \"url\" [bad-setting]\n");
}

// What Valijson refuses, in English and without a place, is refused before.
TEST(CheckSchema, NothingIsLeftForTheValidatorToRefuse) {
    const std::string values[] = {"5",    "-1",         "0",           "1.5",         "\"x\"",
                                  "true", "null",       "[]",          "[1]",         "[{}]",
                                  "{}",   "{\"a\": 1}", "{\"a\": []}", "{\"a\": [1]}"};
    for (const char* keyword : {"$ref",
                                "type",
                                "format",
                                "properties",
                                "definitions",
                                "dependencies",
                                "items",
                                "additionalItems",
                                "additionalProperties",
                                "propertyNames",
                                "contains",
                                "not",
                                "if",
                                "then",
                                "else",
                                "allOf",
                                "anyOf",
                                "oneOf",
                                "required",
                                "enum",
                                "const",
                                "examples",
                                "default",
                                "minimum",
                                "maximum",
                                "exclusiveMinimum",
                                "exclusiveMaximum",
                                "multipleOf",
                                "minLength",
                                "maxLength",
                                "minItems",
                                "maxItems",
                                "minProperties",
                                "maxProperties",
                                "uniqueItems",
                                "pattern",
                                "title",
                                "description",
                                "$comment",
                                "$id",
                                "$schema"}) {
        for (const std::string& value : values) {
            const std::string schema = fmt::format(R"({{"{}": {}}})", keyword, value);
            Diagnostics problems;
            std::string reason;
            if (said_of(schema).empty()) {
                JsonSchema::make(read_json("c.json", schema, problems), reason);
            }
            EXPECT_EQ(reason, "") << schema;
        }
    }
}

}  // namespace puebla
