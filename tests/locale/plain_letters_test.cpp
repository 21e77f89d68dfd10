#include "locale/plain_letters.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace puebla {
namespace {

TEST(SlugOf, SpellsTitlesInPlainLetters) {
    EXPECT_EQ(slug_of("Declaración de Cancún"), "declaracion-de-cancun");
    EXPECT_EQ(slug_of("¿Qué es la CRM?"), "que-es-la-crm");
    EXPECT_EQ(slug_of("  Niñez -- y   género / 2022 "), "ninez-y-genero-2022");
    EXPECT_EQ(slug_of("Ñandú, Straße, Œuvre"), "nandu-strasse-oeuvre");
    EXPECT_EQ(slug_of("The State’s “duty”"), "the-state-s-duty");
}

TEST(SlugOf, SpellsOtherScriptsInLatinLetters) {
    EXPECT_EQ(slug_of("移民"), "yi-min");
    EXPECT_EQ(slug_of("الأمم المتحدة"), "alamm-almthdt");
    EXPECT_EQ(slug_of("Миграция"), "migracia");
}

TEST(SlugOf, SeparateAccentsGiveTheSameSlug) {
    EXPECT_EQ(slug_of("Cancu\u0301n"), slug_of("Cancún"));
}

TEST(SlugOf, IsEmptyWhereNothingIsLeft) {
    EXPECT_EQ(slug_of(""), "");
    EXPECT_EQ(slug_of("🙂 — …"), "");
    EXPECT_EQ(slug_of("\xff\xfe"), "");
}

std::string utf8_of(char32_t c) {
    std::string bytes;
    if (c < 0x800) {
        bytes += static_cast<char>(0xC0 | c >> 6);
    } else {
        bytes += static_cast<char>(0xE0 | c >> 12);
        bytes += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    }
    bytes += static_cast<char>(0x80 | (c & 0x3F));
    return bytes;
}

TEST(SlugOf, AnswersAsTheTransliteratorDoes) {
    // A Chinese character sends the whole text to ICU.
    for (char32_t c = 0x80; c < 0x2100; ++c) {
        const bool latin_or_punctuation =
            c < 0x250 || (c >= 0x300 && c < 0x370) || (c >= 0x1E00 && c < 0x1F00) || c >= 0x2000;
        if (latin_or_punctuation) {
            const std::string word = "a" + utf8_of(c) + "b";
            EXPECT_EQ(slug_of(word) + "-yi", slug_of(word + " 移")) << word;
        }
    }
}

TEST(SlugOf, SeveralThreadsMayAskAtOnce) {
    std::vector<std::string> slugs(8);
    {
        std::vector<std::jthread> threads;
        threads.reserve(slugs.size());
        for (std::string& slug : slugs) {
            threads.emplace_back([&slug] {
                for (int i = 0; i < 200; ++i) {
                    slug = slug_of("Declaración – 移民 الأمم");
                }
            });
        }
    }
    EXPECT_EQ(slugs, std::vector<std::string>(8, "declaracion-yi-min-alamm"));
}

TEST(Fold, RemovesCaseAndAccents) {
    EXPECT_EQ(fold("Ñandú"), "nandu");
    EXPECT_EQ(fold("MIGRACIÓN 2022: «Éxito»"), "migracion 2022: «exito»");
    EXPECT_EQ(fold("Œuvre, Straße, Łódź"), "oeuvre, strasse, lodz");
    EXPECT_EQ(fold("Cancu\u0301n"), "cancun");
    EXPECT_EQ(fold("İstanbul"), "istanbul");
}

TEST(Fold, KeepsOtherScripts) {
    EXPECT_EQ(fold("МИГРАЦИЯ"), "миграция");
    EXPECT_EQ(fold("مُهَاجِر"), "مهاجر");
    EXPECT_EQ(fold("한국"), "한국");
}

}  // namespace
}  // namespace puebla
