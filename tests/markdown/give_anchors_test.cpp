#include "markdown/give_anchors.h"

#include <gtest/gtest.h>

#include "markdown/reading.h"

namespace puebla::markdown {

TEST(GiveAnchors, FollowTheExampleAtTheTopOfTheFile) {
    const Reading reading(R"(## Commitments {#com}

1. First
   1. Its first part
   2. Its second part

### Health

2. Second

## Procedure

A paragraph.

1. A step

A named paragraph. {#quorum}

A paragraph again.

1. A step again
)");
    EXPECT_EQ(reading.anchors(), R"(com Commitments
com-1 First
com-1-a Its first part
com-1-b Its second part
s1-1 Health
com-2 Second
s2 Procedure
b1 A paragraph.
p1 A step
quorum A named paragraph.
b3 A paragraph again.
b4 A step again
)");
}

TEST(GiveAnchors, AreTheSameInBothLanguages) {
    const Reading spanish("## Acuerdos\n\nUno.\n\n- a\n- b\n\n> cita\n\n| x |\n|---|\n| 1 |\n");
    const Reading english("## Agreements\n\nOne.\n\n* a\n* b\n\n> quote\n\n|y|\n|-|\n|1|\n");
    const auto names = [](const Reading& reading) {
        std::string result;
        for (const Block& block : reading.document.blocks()) {
            result += block.anchor + " ";
        }
        return result;
    };
    EXPECT_EQ(names(spanish), "s1 b1 b2 b3 b4 b5 b6 ");
    EXPECT_EQ(names(english), names(spanish));
}

TEST(GiveAnchors, ATightAndALooseListCountTheSame) {
    EXPECT_EQ(Reading("- a\n- b\n\nEnd.\n").anchors(), "b1 a\nb2 b\nb3 End.\n");
    EXPECT_EQ(Reading("- a\n\n- b\n\nEnd.\n").anchors(), "b1 a\nb2 b\nb3 End.\n");
}

TEST(GiveAnchors, PrintedNumbersAreThoseWrittenWhereTheyGrow) {
    EXPECT_EQ(Reading("3. a\n4. b\n7. c\n").anchors(), "p3 a\np4 b\np7 c\n");
    EXPECT_EQ(Reading("1. a\n1. b\n1. c\n").anchors(), "p1 a\np2 b\np3 c\n");
}

TEST(GiveAnchors, DeeperListsAlternateLettersAndNumbers) {
    EXPECT_EQ(Reading("16. a\n    1. b\n    2. c\n       1. d\n          - e\n").anchors(),
              "p16 a\np16-a b\np16-b c\np16-b-1 d\np16-b-1-a e\n");
}

TEST(GiveAnchors, AnExplicitIdNamesAnItemAndWhatIsInsideIt) {
    EXPECT_EQ(Reading("1. a {#quorum}\n   1. b\n2. c\n").anchors(), "quorum a\nquorum-a b\np2 c\n");
}

TEST(GiveAnchors, HeadingsCountInsideTheHeadingAbove) {
    EXPECT_EQ(Reading("## A\n### B\n### C\n## D\n#### E\n### F\n").anchors(),
              "s1 A\ns1-1 B\ns1-2 C\ns2 D\ns2-1 E\ns2-2 F\n");
}

TEST(GiveAnchors, AnIdCanComeAfterATableAQuoteOrACodeBlock) {
    EXPECT_EQ(Reading("| a |\n|---|\n| b |\n\n{#t}\n").anchors(), "t a\nb\n");
    EXPECT_EQ(Reading("| a |\n|---|\n| b |\n{#t}\n").anchors(), "t a\nb\n");
    EXPECT_EQ(Reading("> a\n\n{#q}\n").anchors(), "q\nb2 a\n");
    EXPECT_EQ(Reading("    code\n\n{#c}\n").anchors(), "c code\n\n");
    EXPECT_EQ(Reading("```sql {#c}\ncode\n```\n").anchors(), "c code\n\n");
    EXPECT_EQ(Reading("> [!TIP] {#n}\n> a\n").anchors(), "n\nb2 a\n");
}

TEST(GiveAnchors, AnIdAfterABackslashOrInCodeIsText) {
    EXPECT_EQ(Reading("a \\{#b}\n").anchors(), "b1 a {#b}\n");
    EXPECT_EQ(Reading("a `{#b}`\n").anchors(), "b1 a {#b}\n");
}

TEST(GiveAnchors, FootnotesAreNumberedAsTheyAreUsed) {
    EXPECT_EQ(Reading("A[^zeta] b[^alfa].\n\n[^alfa]: First.\n\n[^zeta]: Second.\n").anchors(),
              "b1 A b.\nfn-1 Second.\nfn-2 First.\n");
}

TEST(GiveAnchors, ASequenceStepsOverExplicitIds) {
    EXPECT_EQ(Reading("One.\n\nTwo. {#b3}\n\nThree.\n").anchors(), "b1 One.\nb3 Two.\nb4 Three.\n");
}

TEST(GiveAnchors, NumbersThatRepeatAreReportedWithTheRemedy) {
    const Reading reading("1. a\n\nText.\n\n1. b\n");
    EXPECT_EQ(reading.anchors(), "p1 a\nb1 Text.\nb2 b\n");
    EXPECT_EQ(
        reading.messages(),
        R"(es.md:5:1: warning: the anchor p1 is taken, so the items of this list cannot be cited by their numbers [repeated-numbers]
  5 | 1. b
    | ^~~~
  help: give the heading above an id, as in "## Recommendations {#rec}": the items become rec-1, rec-2; or go on with the numbers of the list before
)");
}

TEST(GiveAnchors, MistakenIdsAreReported) {
    const Reading reading("Uno. {#ñ}\n\nDos. {#dos}\n\nTres. {#dos}\n\n- a\n\n\n{#lista}\n");
    EXPECT_EQ(reading.anchors(), "b1 Uno.\ndos Dos.\nb3 Tres.\nb4 a\n");
    EXPECT_EQ(reading.messages(),
              R"(es.md:1:6: error: "ñ" cannot be the id of a block [bad-block-id]
  1 | Uno. {#ñ}
    |      ^~~~
  help: use small letters from a to z, digits and hyphens, beginning with a letter; fn- is kept for footnotes
es.md:5:1: error: the id "dos" is already used in this text [duplicate-block-id]
  5 | Tres. {#dos}
    | ^~~~~~~~~~~~
  help: give every block an id of its own
es.md:10:1: error: this id names no block [misplaced-block-id]
  10 | {#lista}
     | ^~~~~~~~
  help: put it at the end of a paragraph, a heading or a list item, or alone after a table, a quote or a code block
)");
}

}  // namespace puebla::markdown
