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

}  // namespace puebla
