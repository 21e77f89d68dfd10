#include "markdown/characters.h"

#include <gtest/gtest.h>

#include "markdown/reading.h"

namespace puebla::markdown {

namespace {

// The messages and what they ask for, without excerpts.
std::string strays(const std::string& text) {
    std::string result;
    for (const Diagnostic& problem : Reading(text).problems.sorted()) {
        result += problem.code + ": " + problem.message.en + "; " + problem.help.en + "\n";
    }
    return result;
}

}  // namespace

TEST(StrayCharacters, ControlCharactersOfPastedTextAreReported) {
    const std::string help =
        "; delete it; pasted text brings such characters along, often where a line was broken\n";
    EXPECT_EQ(strays("uno\vdos\n\ntres\u2028cuatro \uFEFFcinco\n"),
              "stray-character: a character that cannot be seen stands here: U+000B" + help +
                  "stray-character: a character that cannot be seen stands here: U+2028" + help +
                  "stray-character: a character that cannot be seen stands here: U+FEFF" + help);
}

TEST(StrayCharacters, LettersThatWereLostOrReadWithTheWrongEncodingAreReported) {
    EXPECT_EQ(strays("Migraci\uFFFDn, MigraciÃ³n, Â¿qué?, \u0093así\u0094\n"),
              "stray-character: a letter was lost here: \uFFFD stands in its place; "
              "write the letter again\n"
              "stray-character: \"Ã³\" is what a wrong encoding made of one letter or sign; "
              "write it again: ó\n"
              "stray-character: \"Â¿\" is what a wrong encoding made of one letter or sign; "
              "write it again: ¿\n"
              "stray-character: a character that cannot be seen stands here: U+0093; it was a "
              "quotation mark, a dash or the like in another program: write that sign again\n"
              "stray-character: a character that cannot be seen stands here: U+0094; it was a "
              "quotation mark, a dash or the like in another program: write that sign again\n");
}

TEST(StrayCharacters, LettersSignsAndSpacesOfAllKindsAreNot) {
    EXPECT_EQ(
        strays("\uFEFFÃO, SÃO «NÃ», “así” – ¿qué? … US$\u00A0100, mi\u00ADgración, \u200Fعربي, "
               "👩\u200D👧, a\tb\r\nc\n"),
        "");
}

TEST(StrayCharacters, ARunOfTheSameIsOneMistake) {
    const Reading reading("uno\v\v\vdos\n");
    ASSERT_EQ(reading.problems.all().size(), 1U);
    EXPECT_EQ(reading.problems.all()[0].place.span, (Span{3, 6}));
}

TEST(Characters, ASignThatChangesTheDirectionOfReadingIsReported) {
    const Reading reading("Hola \u202Emundo\u202C.\n");
    EXPECT_EQ(reading.problems.sorted().size(), 2U);
    const Diagnostic first = reading.problems.sorted()[0];
    EXPECT_EQ(first.code, "stray-character");
    EXPECT_EQ(first.message.en,
              "a sign that changes the direction of reading stands here, unseen: U+202E");
    EXPECT_EQ(reading.at(first.place.span), "\u202E");
    EXPECT_EQ(Reading("Uno \u2066dos\u2069.\n").problems.sorted().size(), 2U);
    // Told once, also in an address.
    EXPECT_EQ(Reading("[a](https://example.org/\u202E)\n").problems.sorted().size(), 1U);
    // A name in Arabic needs them, but for those that turn its letters round.
    EXPECT_EQ(Reading("Se llama \u2067\u0645\u0635\u0631\u2069.\n").messages(), "");
    EXPECT_EQ(Reading("Se llama \u202E\u0645\u0635\u0631.\n").problems.sorted().size(), 1U);
}

}  // namespace puebla::markdown
