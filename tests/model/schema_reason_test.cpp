#include "model/schema_reason.h"

#include <gtest/gtest.h>

namespace puebla {

TEST(SchemaReason, IsSaidInTheLanguagesOfTheAuthor) {
    EXPECT_EQ(reason_in_words("Array should contain no fewer than 2 elements."),
              (Message{"this list is too short: it needs 2 or more items",
                       "esta lista es demasiado corta: necesita 2 o más elementos"}));
    EXPECT_EQ(reason_in_words("Value should be a multiple of 0.500000").en,
              "this number must be a multiple of 0.5");
    EXPECT_EQ(reason_in_words("Expected number less than or equal to -3").en,
              "this number must be -3 or less");
    EXPECT_EQ(reason_in_words("Missing required property 'name'.").es,
              "aquí falta el campo «name»");
}

TEST(SchemaReason, AlternativesAreJoined) {
    EXPECT_EQ(reason_in_words("Missing required property 'a'. Or: Missing required property 'b'."),
              (Message{"the field \"a\" is missing here, or the field \"b\" is missing here",
                       "aquí falta el campo «a», o aquí falta el campo «b»"}));
}

TEST(SchemaReason, WithoutWordsItIsEmpty) {
    EXPECT_EQ(reason_in_words("A name is not permitted by 'propertyNames' constraint.").es,
              "aquí un campo tiene un nombre que no se admite");
    EXPECT_EQ(reason_in_words("this is too long to be compared with a pattern").en,
              "this text is too long to be compared with its pattern");
    EXPECT_EQ(reason_in_words("Something new."), Message());
    EXPECT_EQ(reason_in_words("Something new. Or: Missing required property 'b'."), Message());
    EXPECT_EQ(reason_in_words("Missing required property 'b'. Or: Something new."), Message());
}

// As validation_visitor.hpp of Valijson writes them.
TEST(SchemaReason, EveryReasonOfTheValidatorHasWords) {
    EXPECT_EQ(reason_in_words("Object contains a property that could not be validated using "
                              "'properties' or 'additionalProperties' constraints: 'x'.")
                  .es,
              "el campo «x» no tiene lugar aquí");
    EXPECT_EQ(reason_in_words("Object should have no fewer than 2 properties.").en,
              "this has too few fields: it needs 2 or more");
    for (
        const char* reason :
        {"Failed to validate against any schemas allowed by anyOf constraint.",
         "Failed to validate against any child schemas allowed by oneOf constraint.",
         "Failed to validate against exactly one child schema.",
         "Failed to validate against a conditional schema set by if-then-else constraints.",
         "Failed to any values against subschema in 'contains' constraint.",
         "Array contains more items than allowed by items constraint.",
         "Failed to validate item #1 against additional items schema.",
         R"(Cannot validate item #1 or greater using 'items' constraint or 'additionalItems' constraint.)",
         "Object should have no more than 2 properties.",
         "Value could not be converted to a number to check if it is a multiple of 2",
         "Target should not validate against schema specified in 'not' constraint.",
         "Failed to validate against additional properties schema",
         "Failed to validate item #1 in array.", "Missing dependency 'b'.",
         "Failed to validate against schema associated with property name 'a'.",
         "Failed to validate against dependent schema.",
         "Failed to validate against child schema #0."}) {
        EXPECT_FALSE(reason_in_words(reason).empty()) << reason;
    }
}

}  // namespace puebla
