#include "foundation/html.h"

#include <gtest/gtest.h>

namespace puebla {

TEST(EscapeHtml, MakesTextSafeInContentAndAttributes) {
    EXPECT_EQ(escape_html(R"(<a href="x" title='y'>Q&A</a>)"),
              "&lt;a href=&#34;x&#34; title=&#39;y&#39;&gt;Q&amp;A&lt;/a&gt;");
    EXPECT_EQ(escape_html("ñandú"), "ñandú");
    EXPECT_EQ(escape_html(""), "");
}

TEST(UnescapeHtml, UndoesIt) {
    const std::string text = R"(<a href="x" title='y'>Q&amp;A</a> ñ)";
    EXPECT_EQ(unescape_html(escape_html(text)), text);
    EXPECT_EQ(unescape_html("&quot;&#x27;&#X27;&#241;&#x1F30E;&#8364;"), "\"''ñ🌎€");
}

TEST(UnescapeHtml, LeavesWhatIsNoReference) {
    for (const char* text : {"&", "&&", "a & b;", "&;", "&#;", "&#x;", "&#55296;", "&#1114112;",
                             "&#99999999999;", "&nbsp;", "&#12a;", "?a=1&b=2"}) {
        EXPECT_EQ(unescape_html(text), text);
    }
}

TEST(UnescapeHtml, AmpersandsWithoutAnEndTakeNoLongerEach) {
    const std::string text(1'000'000, '&');
    EXPECT_EQ(unescape_html(text), text);
}

}  // namespace puebla
