#include <gtest/gtest.h>

#include "markdown/reading.h"

namespace puebla::markdown {

namespace {

std::string messages(const std::string& text) {
    return Reading(text, 0, {"books", "books/two-rivers"}).messages();
}

}  // namespace

TEST(SlipsOfLinks, ASpaceInAnAddressIsReported) {
    EXPECT_EQ(
        messages("Vea [el acta](./acta final (1).pdf) y [x](books/two rivers).\n"),
        R"(es.md:1:13: warning: this address holds a space, and so there is no link [not-a-link]
  1 | Vea [el acta](./acta final (1).pdf) y [x](books/two rivers).
    |             ^~~~~~~~~~~~~~~~~~~~~~~
  help: write the address between < and >: (<./acta final (1).pdf>); or rename the file
es.md:1:41: warning: this address holds a space, and so there is no link [not-a-link]
  1 | Vea [el acta](./acta final (1).pdf) y [x](books/two rivers).
    |                                         ^~~~~~~~~~~~~~~~~~~
  help: names have hyphens where words have spaces: (books/two-rivers)
)");
    EXPECT_EQ(
        messages("[**el** *sitio*](https://example.org/a b) [x](mailto: ana@b.org)\n"),
        R"(es.md:1:16: warning: this address holds a space, and so there is no link [not-a-link]
  1 | [**el** *sitio*](https://example.org/a b) [x](mailto: ana@b.org)
    |                ^~
  help: write %20 in place of the space: (https://example.org/a%20b)
es.md:1:45: warning: this address holds a space, and so there is no link [not-a-link]
  1 | [**el** *sitio*](https://example.org/a b) [x](mailto: ana@b.org)
    |                                             ^~~~~~~~~~
  help: write it without the space: (mailto:ana@b.org)
)");
    EXPECT_EQ(
        messages("[x](./a.pdf “título”)\n"),
        R"(es.md:1:3: warning: this address holds a space, and so there is no link [not-a-link]
  1 | [x](./a.pdf “título”)
    |   ^~~~~~~~~~~~~~~~~~~
  help: a title after the address stands between straight quotation marks: [text](./a.pdf "title")
)");
}

TEST(SlipsOfLinks, ASpaceInTheAddressOfAPictureIsReported) {
    EXPECT_EQ(
        messages("![Mapa](./mi mapa.png)\n"),
        R"(es.md:1:7: warning: this address holds a space, and so there is no picture [not-a-link]
  1 | ![Mapa](./mi mapa.png)
    |       ^~~~~~~~~~~~~~~~
  help: write the address between < and >: (<./mi mapa.png>); or rename the file
)");
}

TEST(SlipsOfLinks, AParenthesisThatIsNotClosedIsReported) {
    EXPECT_EQ(messages("Vea [x](books/two-rivers y (luego) más.\n"),
              R"(es.md:1:7: warning: the parenthesis of this link is not closed [not-a-link]
  1 | Vea [x](books/two-rivers y (luego) más.
    |       ^~~~~~~~~~~~~~~~~~
  help: write ) right after the address: (books/two-rivers)
)");
    EXPECT_EQ(messages("Vea [x](https://example.org\n"),
              R"(es.md:1:7: warning: the parenthesis of this link is not closed [not-a-link]
  1 | Vea [x](https://example.org
    |       ^~
  help: write ) right after the address: (https://example.org)
)");
}

TEST(SlipsOfLinks, BracketsInEachOthersPlaceAreReported) {
    EXPECT_EQ(
        messages("Vea (x)[books/two-rivers] y (el sitio)[https://example.org].\n"),
        R"(es.md:1:7: warning: the text and the address of this link have each other's brackets [not-a-link]
  1 | Vea (x)[books/two-rivers] y (el sitio)[https://example.org].
    |       ^~~~~~~~~~~~~~~~~~~
  help: write the text in brackets and the address in parentheses: [text](address)
es.md:1:38: warning: the text and the address of this link have each other's brackets [not-a-link]
  1 | Vea (x)[books/two-rivers] y (el sitio)[https://example.org].
    |                                      ^~~~~~~~~~~~~~~~~~~~~~
  help: write the text in brackets and the address in parentheses: [text](address)
)");
}

TEST(SlipsOfLinks, ASpaceBeforeTheNameOfAnEntryIsReported) {
    EXPECT_EQ(
        messages("Vea [el catálogo] (books/two-rivers).\n"),
        R"(es.md:1:17: warning: there is a space between the text and the address of this link [parted-link]
  1 | Vea [el catálogo] (books/two-rivers).
    |                 ^~~
  help: write them together: [text](address)
)");
}

TEST(SlipsOfLinks, WordsBetweenBracketsAreNotReported) {
    EXPECT_EQ(messages("[los socios] (hombres/mujeres) [h](muy aspirada) f[x](a b) [ellos](él/ella "
                       "mismos) (véase)[sic] (a)[b/c] (nota)[^1] [1](./a b) `[x](./a b)` \\[x]\n\n"
                       "`[x](books/a b)` [a [b](books/two-rivers) c](books/two-rivers) "
                       "[c](<books/two-rivers>)\n\n[^1]: Nota.\n"),
              "");
}

}  // namespace puebla::markdown
