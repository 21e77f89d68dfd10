#include "model/misnamed_text.h"

#include <gtest/gtest.h>

namespace puebla {

namespace {

std::string advice(const std::string& file) {
    return advice_for_missing_text({"content/books/well/" + file}, "content/books/well/", "es").en;
}

}  // namespace

TEST(MisnamedText, AFileOfAlmostTheRightNameIsToBeRenamed) {
    EXPECT_EQ(advice("es.md.txt"), "there is es.md.txt: rename it to es.md");
    EXPECT_EQ(advice("es.markdown"), "there is es.markdown: rename it to es.md");
    EXPECT_EQ(advice("ES.MD"), "there is ES.MD: rename it to es.md");
    EXPECT_EQ(advice("es.txt"), "there is es.txt: rename it to es.md");
}

TEST(MisnamedText, AttachmentsAreNone) {
    for (const char* file : {"es.pdf", "estudio.md.txt", "old/es.md.txt", "en.md.txt", "es.docx"}) {
        EXPECT_EQ(advice(file), "");
    }
}

}  // namespace puebla
