#include <gtest/gtest.h>

#include <thread>

#include "markdown/reading.h"

namespace puebla::markdown {

namespace {

HtmlOptions bare() {
    HtmlOptions options;
    options.detail = HtmlDetail::bare;
    return options;
}

}  // namespace

TEST(ToHtml, HeadingsParagraphsAndEmphasis) {
    EXPECT_EQ(Reading("## Fines\n\nHola *buen* **mundo** ~~cruel~~ `a<b`.  \nFin.\n").html(),
              "<h2 id=\"s1\">Fines</h2>\n"
              "<p id=\"b1\">Hola <em>buen</em> <strong>mundo</strong> <del>cruel</del> "
              "<code>a&lt;b</code>.<br>\nFin.</p>\n");
}

TEST(ToHtml, ListsKeepTheirPrintedNumbers) {
    EXPECT_EQ(Reading("3. a\n4. b\n   1. c\n9. d\n").html(), R"(<ol start="3">
<li id="p3">a</li>
<li id="p4">b
<ol type="a">
<li id="p4-a">c</li>
</ol>
</li>
<li id="p9" value="9">d</li>
</ol>
)");
}

TEST(ToHtml, TasksHaveALabel) {
    EXPECT_EQ(Reading("- [x] a\n- [ ] b [x]\n").html(), R"(<ul class="tasks">
<li id="b1" class="task"><input type="checkbox" checked disabled aria-label="Done"> a</li>
<li id="b2" class="task"><input type="checkbox" disabled aria-label="To do"> b [x]</li>
</ul>
)");
}

TEST(ToHtml, TablesScrollAndSayWhatTheirColumnsAre) {
    EXPECT_EQ(Reading("| a | b |   |\n|:--|--:|---|\n| c | *d* | e |\n").html(),
              R"(<div id="b1" class="table-scroll" role="region" tabindex="0" aria-label="Table 1">
<table>
<thead>
<tr>
<th scope="col" class="align-left">a</th>
<th scope="col" class="align-right">b</th>
<td></td>
</tr>
</thead>
<tbody>
<tr>
<td class="align-left">c</td>
<td class="align-right"><em>d</em></td>
<td>e</td>
</tr>
</tbody>
</table>
</div>
)");
}

TEST(ToHtml, AdmonitionsTakeTheirTitleFromThePhrases) {
    HtmlOptions options;
    options.phrase = [](std::string_view phrase, std::string_view) {
        return phrase == "warning" ? std::string("Atención") : std::string();
    };
    EXPECT_EQ(Reading("> [!WARNING]\n> Cuidado.\n").html(options),
              R"(<div id="b1" class="admonition warning" role="note" aria-labelledby="b1-title">
<p class="admonition-title" id="b1-title">Atención</p>
<p id="b2">Cuidado.</p>
</div>
)");
}

TEST(ToHtml, FootnotesLeadThereAndBack) {
    EXPECT_EQ(
        Reading("Uno[^n] y dos[^n].\n\n[^n]: La nota.\n").html(),
        R"(<p id="b1">Uno<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> y dos<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref" aria-label="Footnote 1">1</a></sup>.</p>
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
<ol>
<li id="fn-1">
<p>La nota. <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1">↩</a> <a href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1-2">↩</a></p>
</li>
</ol>
</section>
)");
}

TEST(ToHtml, FootnotesLeadBackOnlyToWhatIsPrinted) {
    EXPECT_EQ(
        Reading("![uno[^n]](a.png) [[^n]](a.md) dos[^n]\n\n[^n]: Nota.\n\n[^m]: Sobra[^n].\n")
            .html(),
        R"(<p id="b1"><img src="a.png" alt="uno" loading="lazy"> <a href="a.md">a.md</a><sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> dos<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
<ol>
<li id="fn-1">
<p>Nota. <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1">↩</a> <a href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1-2">↩</a></p>
</li>
</ol>
</section>
)");
}

TEST(ToHtml, FiguresAreDrawnByTheCallerOrShownAsText) {
    const Reading reading("```figure chart {#c}\n1 < 2\n```\n");
    EXPECT_EQ(reading.html(),
              "<figure id=\"c\" class=\"picture\">\n<pre>1 &lt; 2\n</pre>\n</figure>\n");
    HtmlOptions options;
    options.figure = [](const std::string& name, const std::string& body) {
        return Html{"<svg id=\"" + name + "\"></svg>" + std::to_string(body.size()),
                    {{MarkKind::id, 9, 14}}};
    };
    const Html html = to_html(reading.document, options);
    EXPECT_EQ(html.text,
              "<figure id=\"c\" class=\"picture\">\n<svg id=\"chart\"></svg>6\n</figure>\n");
    EXPECT_EQ(html.text.substr(html.marks[1].begin, html.marks[1].end - html.marks[1].begin),
              "chart");
}

TEST(ToHtml, TheCallerDecidesWhereLinksLead) {
    HtmlOptions options;
    options.resolve = [](const Link& link) -> ResolvedLink {
        if (link.destination == "members/mexico") {
            return {"../mexico/", "México", ""};
        }
        if (link.destination == "only/english") {
            return {"../only/?a&b", "Only", "en"};
        }
        return {};
    };
    EXPECT_EQ(Reading("[](members/mexico) [su página](members/mexico) [](only/english) "
                      "[así](only/english) [se **queda**](nowhere) [](nowhere)\n")
                  .html(options),
              "<p id=\"b1\"><a href=\"../mexico/\">México</a> <a href=\"../mexico/\">su página</a> "
              "<a href=\"../only/?a&amp;b\" hreflang=\"en\" lang=\"en\">Only</a> "
              "<a href=\"../only/?a&amp;b\" hreflang=\"en\">así</a> se <strong>queda</strong> "
              "nowhere</p>\n");
}

TEST(ToHtml, NoLinkIsInsideALink) {
    EXPECT_EQ(Reading("[a <https://example.org> b](c) [d[^1] e](f)\n\n[^1]: g\n").html(),
              R"(<p id="b1"><a href="c">a https://example.org b</a> <a href="f">d</a>)"
              R"(<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" )"
              R"(aria-label="Footnote 1">1</a></sup> e</p>
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
<ol>
<li id="fn-1">
<p>g <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back to reference 1">↩</a></p>
</li>
</ol>
</section>
)");
}

TEST(ToHtml, MarksKnowWhereTheyWereWritten) {
    const Reading reading("## A\n\n[b](c&d) ![e](f)\n\n| g |\n| - |\n");
    HtmlOptions options;
    options.written_in = 7;
    const Html html = to_html(reading.document, options);
    std::string shown;
    for (const Mark& mark : html.marks) {
        const Span span{mark.written.begin, mark.written.end};
        shown +=
            html.text.substr(mark.begin, mark.end - mark.begin) + " <" + reading.at(span) + ">\n";
        EXPECT_EQ(mark.written.file, 7U);
    }
    EXPECT_EQ(shown, R"(h2 <## A>
s1 <## A>
b1 <[b](c&d) ![e](f)>
c&amp;d <c&d>
f <f>
b2 <| g |
| - |>
table <| g |
| - |>
th <| g |
| - |>
)");
}

TEST(ToHtml, PermalinksLeadToTheirOwnBlock) {
    HtmlOptions options;
    options.permalinks = true;
    EXPECT_EQ(Reading("## A\n\nB.\n\n7. C\n   1. D\n").html(options),
              R"(<h2 id="s1">A <a class="permalink" href="#s1" aria-label="Link to s1">¶</a></h2>
<p id="b1"><a class="permalink" href="#b1" aria-label="Link to b1">¶</a> B.</p>
<ol class="permalinks" start="7">
<li id="p7"><a class="permalink" href="#p7" aria-label="Link to number 7">7.</a> C
<ol class="permalinks" type="a">
<li id="p7-a"><a class="permalink" href="#p7-a" aria-label="Link to number a">a.</a> D</li>
</ol>
</li>
</ol>
)");
}

TEST(ToHtml, HtmlOfAuthorsIsShownAsTextAndReported) {
    const Reading reading("a <b onclick=\"x\">c</b>\n\n<script>\nalert(1)\n</script>\n");
    EXPECT_EQ(reading.html(),
              "<p id=\"b1\">a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n"
              "<p id=\"b2\">&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n");
    EXPECT_EQ(reading.messages(), R"(es.md:1:3: warning: HTML is shown to readers as text [raw-html]
  1 | a <b onclick="x">c</b>
    |   ^~~~~~~~~~~~~~~
  help: write it as Markdown, or put it between backticks if it is an example
es.md:3:1: warning: HTML is shown to readers as text [raw-html]
  3 | <script>
    | ^~~~~~~~
  help: write it as Markdown, or put it between backticks if it is an example
)");
}

TEST(ToHtml, LinksThatCouldRunCodeAreDroppedAndReported) {
    const Reading reading("[a](java&#10;script:alert(1)) ![b](data:image/png;x) [c](tel:+52)\n");
    EXPECT_EQ(reading.html(), "<p id=\"b1\">a b <a href=\"tel:+52\">c</a></p>\n");
    EXPECT_EQ(reading.messages(),
              R"(es.md:1:5: error: a link may not lead to "javascript:" [unsafe-link]
  1 | [a](java&#10;script:alert(1)) ![b](data:image/png;x) [c](tel:+52)
    |     ^~~~~~~~~~~~~~~~~~~~~~~~
  help: links lead to an entry, to an attachment that begins with ./, or to an address that begins with https:, http:, mailto: or tel:
es.md:1:36: error: an image may not come from "data:" [unsafe-link]
  1 | [a](java&#10;script:alert(1)) ![b](data:image/png;x) [c](tel:+52)
    |                                    ^~~~~~~~~~~~~~~~
  help: put the file into the folder of this text and write ./name
)");
}

TEST(ToHtml, ASecondTitleBecomesAHeadingAndIsReported) {
    const Reading reading("# Título\n\nTexto.\n\n# Otro\n", 10);
    EXPECT_EQ(reading.html(), "<p id=\"b1\">Texto.</p>\n<h2 id=\"s1\">Otro</h2>\n");
    EXPECT_EQ(reading.messages(),
              R"(es.md:5:1: error: a text has one title, its first line [second-title]
  5 | # Otro
    | ^~~~~~
  help: write ## for the headings inside the text
)");
}

TEST(ToHtml, UnknownAdmonitionsAndNamelessFiguresAreReported) {
    const Reading reading("> [!WARNIG]\n> a\n\n```figure\n```\n");
    EXPECT_EQ(reading.messages(),
              R"(es.md:1:3: warning: there is no notice box called "WARNIG" [unknown-admonition]
  1 | > [!WARNIG]
    |   ^~~~~~~~~
  help: did you mean "WARNING"?
es.md:4:1: error: this figure has no name [figure-without-name]
  4 | ```figure
    | ^~~~~~~~~
  help: write the name of the picture after it: ```figure NAME
)");
}

TEST(ToHtml, BareHtmlIsThatOfCmark) {
    EXPECT_EQ(Reading("## A\n\n- [ ] b\n\n| c |\n|:-:|\n| d |\n\n<br>\n\n***\n").html(bare()),
              R"(<h2>A</h2>
<ul>
<li><input type="checkbox" disabled="" /> b</li>
</ul>
<table>
<thead>
<tr>
<th align="center">c</th>
</tr>
</thead>
<tbody>
<tr>
<td align="center">d</td>
</tr>
</tbody>
</table>
<!-- raw HTML omitted -->
<hr />
)");
}

TEST(ToHtml, NothingAndBytesThatAreNoTextAreHarmless) {
    EXPECT_EQ(Reading("").html(), "");
    EXPECT_EQ(Reading("# T").html(), "<h2 id=\"s1\">T</h2>\n");
    EXPECT_EQ(Reading(std::string("a\0b [c](d\0e)\n", 13)).html(),
              "<p id=\"b1\">a\uFFFDb <a href=\"d%EF%BF%BDe\">c</a></p>\n");
    EXPECT_FALSE(Reading("\xff\xfe [a](b\xff)\n").html().empty());
    EXPECT_EQ(Reading("a\rb\r\rc [d](e)\r").places(), "e <e>\n");
}

TEST(Document, GivesWhatPagesNeed) {
    const Reading reading("> quoted first\n\nThe *first* paragraph.\n\n## One\n\n### Two\n");
    EXPECT_EQ(reading.document.first_paragraph(), "The first paragraph.");
    EXPECT_EQ(reading.document.word_count(), 7U);
    ASSERT_EQ(reading.document.headings().size(), 2U);
    EXPECT_EQ(reading.document.headings()[1].anchor, "s1-1");
    EXPECT_EQ(reading.document.headings()[1].level, 3);
    EXPECT_EQ(Document().blocks().size(), 0U);
}

// cmark-gfm shares a table between its parsers; read_tree.cpp keeps them from writing to it.
TEST(Document, ManyCanBeReadAtOnce) {
    const std::string text = "~~a~~ www.example.org b@example.org\n\n| c |\n|---|\n| ~~d~~ |\n";
    const std::string expected = Reading(text).html();
    std::vector<std::string> wrong(4);
    {
        std::vector<std::jthread> threads;
        threads.reserve(wrong.size());
        for (std::string& mine : wrong) {
            threads.emplace_back([&] {
                for (int i = 0; i < 500 && mine.empty(); ++i) {
                    const std::string html = Reading(text).html();
                    mine = html == expected ? "" : html;
                }
            });
        }
    }
    EXPECT_EQ(wrong, std::vector<std::string>(4));
}

}  // namespace puebla::markdown
