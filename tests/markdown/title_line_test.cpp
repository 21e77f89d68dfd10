#include "markdown/title_line.h"

#include <gtest/gtest.h>

#include "markdown/reading.h"

namespace puebla::markdown {

namespace {

std::string messages_of_title(const std::string& title) {
    const std::string line = "# " + title + "\n";
    return Reading(line + "\nTexto.\n", line.size()).messages();
}

}  // namespace

TEST(TitleLine, MarkupInATitleIsReportedWithTheTitleThatWasMeant) {
    EXPECT_EQ(
        messages_of_title("**Plan** de [acción](pages/plan) {#plan}"),
        R"(es.md:1:3: warning: a title is plain text: readers would see these signs as they stand [markup-in-title]
  1 | # **Plan** de [acción](pages/plan) {#plan}
    |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: write: # Plan de acción
)");
    EXPECT_EQ(
        messages_of_title("Plan[^1]"),
        R"(es.md:1:3: warning: a title is plain text: readers would see these signs as they stand [markup-in-title]
  1 | # Plan[^1]
    |   ^~~~~~~~
  help: write: # Plan
)");
    EXPECT_NE(messages_of_title("Acci&oacute;n"), "");
    EXPECT_NE(messages_of_title("Plan \\*"), "");
    EXPECT_NE(messages_of_title("Plan <br>"), "");
}

TEST(TitleLine, SignsThatAreTextAreNot) {
    for (const std::string title :
         {"Plan de acción", "Plan [borrador]", "C# y F#", "Plan ##", "A & B", "2 < 3", "Plan*",
          "uno_dos", "1. Plan", "www.example.org", "- a", "“Así” {sic}"}) {
        EXPECT_EQ(messages_of_title(title), "") << title;
    }
}

}  // namespace puebla::markdown
