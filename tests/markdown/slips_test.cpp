#include "markdown/slips.h"

#include <gtest/gtest.h>

#include "markdown/reading.h"

namespace puebla::markdown {

namespace {

// "code <what is marked>", one line per problem.
std::string slips(const std::string& text) {
    const Reading reading(text);
    std::string result;
    for (const Diagnostic& problem : reading.problems.sorted()) {
        result += problem.code + " <" + reading.at(problem.place.span) + ">\n";
    }
    return result;
}

}  // namespace

TEST(Slips, AFootnoteThatIsNotThereIsReportedWithTheNearestOne) {
    EXPECT_EQ(
        Reading("Uno[^fuete] y dos[^2].\n\n[^fuente]: La nota.\n\nTres[^fuente].\n").messages(),
        R"(es.md:1:4: warning: this text has no footnote [^fuete] [undefined-footnote]
  1 | Uno[^fuete] y dos[^2].
    |    ^~~~~~~~
  help: did you mean [^fuente]?
es.md:1:18: warning: this text has no footnote [^2] [undefined-footnote]
  1 | Uno[^fuete] y dos[^2].
    |                  ^~~~
  help: write the note on a line of its own: [^2]: …
)");
    EXPECT_EQ(slips("a[^1] b[^1] *c[^1]*\n\n| d[^1] |\n|---|\n| e[^1] |\n"),
              "undefined-footnote <[^1]>\nundefined-footnote <[^1]>\nundefined-footnote <[^1]>\n"
              "undefined-footnote <[^1]>\nundefined-footnote <[^1]>\n");
    EXPECT_EQ(slips("a \\[^1] `[^1]` [^] [^a b] [^\n\n    b [^1] c {d}\n"), "");
}

TEST(Slips, TheMarkOfAFootnoteHoldsNoSpaces) {
    const char* messages =
        R"(es.md:3:1: error: the mark of a footnote holds no spaces: [^nota uno] [undefined-footnote]
  3 | [^nota uno]: x
    | ^~~~~~~~~~~
  help: write [^nota-uno] here and where the text asks for the note
)";
    const Reading reading("Uno[^nota uno].\n\n[^nota uno]: x\n");
    EXPECT_EQ(reading.messages(), messages);
    EXPECT_TRUE(reading.document.links().at(0).is_note);
    EXPECT_EQ(Reading("Uno[^nota uno].\n\n[^nota uno]: x y z\n").messages(),
              "es.md:3:1: error: the mark of a footnote holds no spaces: [^nota uno] "
              "[undefined-footnote]\n"
              "  3 | [^nota uno]: x y z\n"
              "    | ^~~~~~~~~~~\n"
              "  help: write [^nota-uno] here and where the text asks for the note\n");
    EXPECT_EQ(slips("`[^a b]: x`\n\n    [^a b]: x\n\n[a b]: x\n\n[^ ]: x\n"), "");
}

TEST(Slips, AMarkOfAFootnoteStandsOnOneLine) {
    EXPECT_EQ(
        Reading("Uno[^a\nb] y dos tres.\n").messages(),
        R"(es.md:1:4: error: the mark of a footnote begins here and ends only in the next line [undefined-footnote]
  1 | Uno[^a
    |    ^~~
  help: write the mark in one line, such as [^1]; where none is meant, write \[ instead of [
)");
    EXPECT_EQ(Reading("Uno\\[^a\nb] y dos.\n").messages(), "");
    EXPECT_EQ(Reading("Uno `[^a\nb]` y dos.\n").messages(), "");
    EXPECT_EQ(Reading("Uno [^a\nb](https://example.org/) y dos.\n").messages(), "");
}

TEST(Slips, AFootnoteThatNothingAsksForIsReported) {
    EXPECT_EQ(
        Reading("Uno[^a].\n\n[^a]: A.\n\n> [^b]: B.\n\n[^a]: C.\n").messages(),
        R"(es.md:5:3: warning: nothing asks for the footnote [^b], so readers do not see it [unused-footnote]
  5 | > [^b]: B.
    |   ^~~~
  help: write [^b] in the text where the note belongs, or delete it
es.md:7:1: warning: the footnote [^a] is written a second time, and readers see the first [unused-footnote]
  7 | [^a]: C.
    | ^~~~
  help: give it another label, or delete one of the two
)");
}

TEST(Slips, ALabelWithoutAddressIsReported) {
    EXPECT_EQ(Reading("Vea [la guía][guia] y [el mapa][].\n").messages(),
              R"(es.md:1:14: warning: no address is given for [guia] [undefined-label]
  1 | Vea [la guía][guia] y [el mapa][].
    |              ^~~~~~
  help: write the address in parentheses: [text](collection/entry); or give it on a line of its own: [guia]: https://…
es.md:1:32: warning: no address is given for [el mapa] [undefined-label]
  1 | Vea [la guía][guia] y [el mapa][].
    |                                ^~
  help: write the address in parentheses: [text](collection/entry); or give it on a line of its own: [el mapa]: https://…
)");
    EXPECT_EQ(slips("[**la guía**][guia]\n"), "undefined-label <[guia]>\n");
    EXPECT_EQ(slips("[a][b]\n\n[b]: c\n"), "");
    EXPECT_EQ(
        slips("[1][2] [sic] [i][j] […][x] \\[la guía\\]\\[guia\\] `[la guía][guia]` [a b][ ]\n"),
        "");
}

TEST(Slips, ASpaceBetweenTextAndAddressIsReported) {
    EXPECT_EQ(
        Reading("Vea [la guía] (./guia.pdf) y [el sitio] (https://example.org).\n").messages(),
        R"(es.md:1:13: warning: there is a space between the text and the address of this link [parted-link]
  1 | Vea [la guía] (./guia.pdf) y [el sitio] (https://example.org).
    |             ^~~
  help: write them together: [text](address)
es.md:1:39: warning: there is a space between the text and the address of this link [parted-link]
  1 | Vea [la guía] (./guia.pdf) y [el sitio] (https://example.org).
    |                                       ^~~
  help: write them together: [text](address)
)");
    EXPECT_EQ(
        slips("[sic] (véase el anexo) [1] (https://example.org) [otro] ([sitio](a)) [x] (y/o)\n"),
        "");
}

TEST(Slips, BoldThatIsNoneIsReportedOnceInAParagraph) {
    EXPECT_EQ(Reading("Es **muy importante leer ** esto, y **esto.\n").messages(),
              R"(es.md:1:4: warning: this ** makes nothing bold [unclosed-bold]
  1 | Es **muy importante leer ** esto, y **esto.
    |    ^~~~~~~~~~~~~~~~
  help: write ** right before the first word and right after the last: **word**
)");
    EXPECT_EQ(slips("**Nota: lea esto ** bien\n"), "unclosed-bold <**Nota: lea esto>\n");
    EXPECT_EQ(slips("** Nota ** sin negrita\n"), "unclosed-bold <** Nota ** sin n>\n");
    EXPECT_EQ(slips("Lea «**esto»\n"), "unclosed-bold <**esto»>\n");
    // Marks of notes, sums, and what is bold.
    EXPECT_EQ(slips("Honduras** y Panamá**\n\n**Datos provisionales.\n\n2 ** 3\n\n**a** b **c**\n"),
              "");
    EXPECT_EQ(slips("\\*\\*a \\*\\*b, `**a **b`, ***, a*b\n"), "");
}

TEST(Slips, AHeadingWithoutSpaceIsReported) {
    EXPECT_EQ(Reading("##Acuerdos\n\n###\u00A0Anexo\n").messages(),
              "es.md:1:1: warning: this is not a heading: after ## there must be a space "
              "[missing-space]\n"
              "  1 | ##Acuerdos\n"
              "    | ^~~~~~~~~~\n"
              "  help: write ## Acuerdos\n"
              "es.md:3:1: warning: this is not a heading: after ### there must be a space "
              "[missing-space]\n"
              "  3 | ###\u00A0Anexo\n"
              "    | ^~~~~~~~~\n"
              "  help: delete what stands between ### and the text, and type a space\n");
    EXPECT_EQ(slips("#MigraciónSegura\n\n\\##Acuerdos\n\nC##a\n\n####### a\n"), "");
}

TEST(Slips, AListWithoutSpacesIsReportedOnce) {
    EXPECT_EQ(
        Reading("-Uno\n-Dos\n-Tres\n").messages(),
        R"(es.md:2:1: warning: this is not a list: after - there must be a space [missing-space]
  2 | -Dos
    | ^~~~
  help: write each item on a line of its own, with a plain space: - text
)");
    EXPECT_EQ(slips("•\tUno\n•\tDos\n"), "missing-space <•>\n");
    EXPECT_EQ(slips("1.Uno\n2.Dos\n"), "missing-space <2.Dos>\n");
    EXPECT_EQ(slips("*Uno\n*Dos\n"), "missing-space <*Dos>\n");
    EXPECT_EQ(slips("-\u00A0Uno\n"), "missing-space <-\u00A0Uno>\n");
    EXPECT_EQ(
        slips("*Datos provisionales\n\n-5 grados\n-6 grados\n\n2.5 millones\n\n+52 55\n\nA • B\n"),
        "");
    EXPECT_EQ(slips("| a |\n|---|\n| • uno • dos |\n"), "");
}

TEST(Slips, SentencesThatAreIndentedAreReportedAndCodeIsNot) {
    EXPECT_EQ(Reading("\tLa Conferencia se reúne cada año.\n").messages(),
              "es.md:1:1: warning: this is shown as program code, because it is indented "
              "[indented-text]\n"
              "  1 |  La Conferencia se reúne cada año.\n"
              "    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
              "  help: delete the tab or the spaces at the beginning of its lines; real code goes "
              "between two "
              "lines of three backticks\n");
    EXPECT_EQ(slips("    int main() { return 0; }\n\n```\nEl texto de un ejemplo\n```\n"), "");
    EXPECT_EQ(slips("    tar xf informe de la reunion.tar\n\nO:\n\n    Uno, dos\n"), "");
}

}  // namespace puebla::markdown
