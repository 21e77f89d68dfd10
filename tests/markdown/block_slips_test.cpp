#include "markdown/block_slips.h"

#include <gtest/gtest.h>

#include "markdown/reading.h"

namespace puebla::markdown {

namespace {

// "code <what is marked> help", one line per problem.
std::string told(const std::string& text) {
    const Reading reading(text);
    std::string result;
    for (const Diagnostic& problem : reading.problems.sorted()) {
        result += fmt::format("{} <{}> {}\n", problem.code, reading.at(problem.place.span),
                              problem.help.en);
    }
    return result;
}

}  // namespace

TEST(BlockSlips, CellsWithoutAColumnAreReported) {
    EXPECT_EQ(
        Reading("| a | b |\n|---|---|\n| 1 | 2 | *3* |\n").messages(),
        R"(es.md:3:10: warning: this row has more cells than the table has columns, and what they hold is lost [extra-cells]
  3 | | 1 | 2 | *3* |
    |          ^~~~~~
  help: add columns to the first two lines of the table; a bar that is text is written \|
)");
    const std::string help =
        "add columns to the first two lines of the table; a bar that is text is written \\|\n";
    EXPECT_EQ(told("> a | b\n> ---|---\n> `x|y` | z\n"), "extra-cells < z> " + help);
    EXPECT_EQ(told("- | a |\n  |---|\n  | 1 | 2 |\n"), "extra-cells < 2 |> " + help);
    EXPECT_EQ(told("| a | b |\n|---|---|\n| 1 | 2 | |\n| 1 \\| 2 | 3 |\n| 1 |\n1 | 2\n{#id}\n"),
              "");
}

TEST(BlockSlips, RowsWithoutALineOfHyphensAreReported) {
    EXPECT_EQ(Reading("| a | b |\n| 1 | 2 |\n| 3 | 4 |\n").messages(),
              R"(es.md:1:1: warning: this is no table: readers see the bars [not-a-table]
  1 | | a | b |
    | ^~~~~~~~~
  help: write a line of hyphens below this one: |---|---|
)");
    EXPECT_EQ(told("- Texto:\n  | a | b | c |\n  |---|---|\n"),
              "not-a-table <| a | b | c |> the line below must have as many parts as this one has "
              "cells: |---|---|---|\n");
    EXPECT_EQ(told("| a | b |\n\n|---|---|\n| 1 | 2 |\n"),
              "not-a-table <|---|---|> write the names of the columns in the line right above this "
              "one\n");
    EXPECT_EQ(told("| a | b |\n|---|---|\n\n| 1 | 2 |\n"),
              "not-a-table <| 1 | 2 |> join these rows to the table above: delete the blank line "
              "between them\n");
    EXPECT_EQ(told("|x|\n|y|\n\n| a | b |\n\n| a | b\n| c | d\n\n\\| a | b |\n\\| c | d |\n\n"
                   "a | b |\nc | d |\n\n    | a | b |\n    | c | d |\n"),
              "");
}

TEST(BlockSlips, CodeThatNothingClosesIsReported) {
    EXPECT_EQ(
        Reading("Hola.\n\n```sh\nnpm test\n\nMás texto.\n").messages(),
        R"(es.md:3:1: warning: nothing closes this program code: all of the text below belongs to it [unclosed-code]
  3 | ```sh
    | ^~~~~
  help: write ``` on a line of its own where the code ends
)");
    EXPECT_EQ(told("> ~~~~\n> a\n> ~~~\n"),
              "unclosed-code <> ~~~~> write ~~~~ on a line of its own where the code ends\n");
    EXPECT_EQ(told("Nota[^1].\n\n[^1]: Nota.\n\n```\na\n\n\n"),
              "unclosed-code <```> write ``` on a line of its own where the code ends\n");
    EXPECT_EQ(told("```\na\n```\n\n> ~~~\n> a\n> ~~~~\n\n- ```\n  a\n  ```\n\n```\na\n```   "), "");
    EXPECT_EQ(told("```\na\n```"), "");
    EXPECT_EQ(told("> ```\n> a\n\nb\n\n```\n"), "");
}

TEST(BlockSlips, AMarkThatMakesNoNoticeBoxIsReported) {
    EXPECT_EQ(
        Reading("> [!NOTE] Título\n> Texto.\n").messages(),
        R"(es.md:1:3: warning: [!NOTE] makes a notice box only where it stands alone in its line [unknown-admonition]
  1 | > [!NOTE] Título
    |   ^~~~~~~
  help: write what follows it in the next line, after >
)");
    EXPECT_EQ(
        Reading("> [note]\n> Texto.\n").messages(),
        R"(es.md:1:3: warning: [note] makes no notice box: it lacks the exclamation mark [unknown-admonition]
  1 | > [note]
    |   ^~~~~~
  help: write: > [!note]
)");
    EXPECT_EQ(told("> [TIP] Texto.\n"), "unknown-admonition <[TIP]> write: > [!TIP]\n");
    EXPECT_EQ(told("> [sic] dijo\n\n> [note] that this\n\n> \\[NOTE]\n\n[NOTE]\n\n"
                   "> [NOTE](https://example.org)\n\n> Texto.\n> [NOTE]\n\n> [!NOTE] {#a}\n> b\n"),
              "");
}

}  // namespace puebla::markdown
