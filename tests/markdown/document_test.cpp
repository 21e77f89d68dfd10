#include "markdown/document.h"

#include <gtest/gtest.h>

namespace puebla::markdown {

TEST(Document, AParagraphAndAHeading) {
    Diagnostics problems;
    const Document document = parse({"es.md", "# T\n\n## A\n\nHola *mundo*.\n", 5}, problems);
    EXPECT_EQ(to_html(document, {}).text,
              "<h2 id=\"s1\">A</h2>\n<p id=\"b1\">Hola <em>mundo</em>.</p>\n");
}

}  // namespace puebla::markdown
