#include "templates/trace_html.h"

#include <gtest/gtest.h>

#include "templates/rendering.h"

namespace puebla::templates {
namespace {

TEST(TraceHtml, ValuesInScriptsAreRefused) {
    EXPECT_EQ(problems_of("<script>let a = \"{{ x }}\";</script>", {{"x", "1"}}), R"(
page.html:1:21: error: a value cannot be printed inside <script> [forbidden-context]
  1 | <script>let a = "{{ x }}";</script>
    |                     ^
  help: put it into a data-… attribute that the script reads
)");
}

TEST(TraceHtml, ValuesAreRefusedWhereEscapingDoesNotHelp) {
    for (const std::string text :
         {"<style>{{ x }}</style>", "<p onclick='{{ x }}'>", "<p style=\"{{ x }}\">",
          "<iframe srcdoc=\"{{ x }}\">", "<p class={{ x }}>", "<p class=a{{ x }}>", "<p {{ x }}>",
          "<p {{ x }}=\"a\">", "<{{ x }}>", "<p{{ x }}>", "</{{ x }}>", "<!-- {{ x }} -->",
          "<!DOCTYPE {{ x }}>", "<meta http-equiv=\"refresh\" content=\"0;url={{ x }}\">",
          "<script type=\"application/ld+json\">{{ x }}</script>", "<SCRIPT\n>{{ x }}</SCRIPT>",
          "<p ONCLICK=\"{{ x }}\">"}) {
        EXPECT_NE(problems_of(text, {{"x", "1"}}).find("[forbidden-context]"), std::string::npos)
            << text;
    }
}

TEST(TraceHtml, TextAfterAScriptIsContentAgain) {
    EXPECT_EQ(output_of("<script>if (a < b) {}</script>{{ x }}<!-- a > b -->{{ x }}", {{"x", "&"}}),
              "<script>if (a < b) {}</script>&amp;<!-- a > b -->&amp;");
}

TEST(TraceHtml, BranchesMustEndAtTheSamePlace) {
    EXPECT_EQ(problems_of("<a href=\"{% if x %}a\"{% endif %}>", {{"x", true}}), R"(
page.html:1:10: error: the branches of this tag end at different places of the HTML [template-html]
  1 | <a href="{% if x %}a"{% endif %}>
    |          ^~~~~
  help: open and close quotes and tags in the same branch
)");
}

TEST(TraceHtml, AttributesMayDependOnBranches) {
    const Map variables = {{"x", true}, {"y", "v"}};
    EXPECT_EQ(output_of("<a{% if x %} id=\"{{ y }}\"{% endif %} {% if x %}class=\"b\" {% endif %}>",
                        variables),
              "<a id=\"v\" class=\"b\" >");
    EXPECT_EQ(problems_of("<a{% if x %} b{% endif %}c>", variables), R"(
page.html:1:26: error: a blank is missing here: the branches before end at different places of a tag [template-html]
  1 | <a{% if x %} b{% endif %}c>
    |                          ^
)");
}

TEST(TraceHtml, AddressesNeverRunCode) {
    EXPECT_EQ(problems_of("<a href=\"{{ x }}\">", {{"x", " JavaScript:alert"}}), R"(
page.html:1:13: error: this address would run code: " JavaScript:alert" [unsafe-address]
  1 | <a href="{{ x }}">
    |             ^
  help: links begin with https:, mailto: or a path
)");
    for (const std::string text :
         {"<a href='{{ x }}'>", "<a href=\"java{{ y }}\">", "<img srcset=\"a.png 1x, {{ z }} 2x\">",
          "<form action=\"{{ x }}\">", "<object data=\"{{ x }}\">", "<use xlink:href=\"{{ x }}\">",
          "<a href=\"{% if true %}{{ x }}{% endif %}\">",
          "<a href=\"{% block b %}{{ x }}{% endblock %}\">"}) {
        EXPECT_NE(problems_of(text, {{"x", "java\nscript:a"}, {"y", "script:a"}, {"z", "data:a"}})
                      .find("[unsafe-address]"),
                  std::string::npos)
            << text;
    }
    EXPECT_EQ(output_of("<a href=\"{{ x }}\">", {{"x", "https://a.example/?b=javascript:c"}}),
              "<a href=\"https://a.example/?b=javascript:c\">");
}

TEST(TraceHtml, ForeignTextTakesItsLanguageAlongInContentOnly) {
    const Map variables = {{"x", ForeignText{"سلام & b", "ar", true}}};
    EXPECT_EQ(output_of("<title>{{ x }}</title><p title=\"{{ x }}\">{{ x }}</p>"
                        "<option>{{ x }}</option>",
                        variables),
              "<title>سلام &amp; b</title><p title=\"سلام &amp; b\">"
              "<span lang=\"ar\" dir=\"rtl\">سلام &amp; b</span></p><option>سلام &amp; b</option>");
}

TEST(TraceHtml, HtmlOfTheGeneratorIsPrintedWithItsMarks) {
    const Map variables = {{"x", Html{"<p id=\"a\">b</p>", {{MarkKind::id, 7, 8}}}}};
    const Rendered result = render_page("<div id=\"c\">{{ x }}</div>", variables);
    EXPECT_EQ(result.html.text, "<div id=\"c\"><p id=\"a\">b</p></div>");
    EXPECT_EQ(marks_of(result.html), "id c|id a");
    EXPECT_NE(problems_of("<p title=\"{{ x }}\">", variables).find("[forbidden-context]"),
              std::string::npos);
}

TEST(TraceHtml, LinksAndIdsLeaveMarks) {
    const std::string text =
        "<html lang=\"{{ l }}\"><title>{{ l }} – b</title>"
        "<link rel=\"stylesheet\" href=\"{{ u }}\"><link href=\"{{ u }}\" rel=canonical>"
        "<link rel=\"alternate\" hreflang=\"{{ l }}\" href=\"{{ u }}\">"
        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feed.xml\">"
        "<a id=\"i\" href=\"{% if l %}{{ u }}{% else %}#{% endif %}\">c</a>"
        "<img src=\"s.png\" srcset=\"a.png 1x, {{ u }} 2x\"><form action=\"f\"></form>"
        "<svg><title>no</title></svg>";
    const Rendered result = render_page(text, {{"l", "es"}, {"u", "x?a&b"}});
    EXPECT_EQ(result.problems, "");
    EXPECT_EQ(marks_of(result.html),
              "element html|language es|title es – b|resource x?a&amp;b|canonical x?a&amp;b|"
              "alternate x?a&amp;b|address feed.xml|id i|link x?a&amp;b|element img|resource s.png|"
              "resource a.png|resource x?a&amp;b|address f");
}

TEST(TraceHtml, ElementsThatChecksAskAboutLeaveMarks) {
    const Rendered result = render_page(
        "<main><h1{% if x %} class=\"a\"{% endif %}>b</h1><H2>c</H2><p style=\"d\" onclick=e() >"
        "<label for=\"f g\">h</label><input disabled></main>",
        {{"x", true}});
    EXPECT_EQ(result.problems, "");
    EXPECT_EQ(marks_of(result.html),
              "element main|element h1|element H2|inline_code d|inline_code e()|element label|"
              "reference f g|element input");
}

TEST(TraceHtml, AttributesWithoutQuotesLeaveMarks) {
    EXPECT_EQ(marks_of(render_page("<a href=b/>c</a><img alt src=d>").html),
              "link b/|element img|resource d");
    // One that a branch may go on with has no end that could be known.
    EXPECT_EQ(marks_of(render_page("<a href=b{% if true %} id=\"c\"{% endif %}>d</a>").html),
              "id c");
}

TEST(TraceHtml, MarksKnowWhereTheyWereWritten) {
    const Files files = {
        {"page.html",
         "{% extends 'base' %}\r\n{# a comment #}\r\n{% block t %}<a\r\n href='é/'>{{ u }}</a>"
         "{# another #}<a href=\"{{ u }}{% if u %}#b{% endif %}\">c</a>{% endblock %}"},
        {"base",
         "<p>\n{% include 'part' %}  {% raw %}{{<i id=r>{% endraw %}<b id=\"x\">\n{% block t %}"
         "{% endblock %}{{ h }}"},
        {"part", "{%- if u -%} <a href=d> {%- endif -%}"},
    };
    const Written body{2, 4, 12};
    const Rendered result =
        render_files(files, {{"u", "u"}, {"h", Html{"<i id='y'>", {{MarkKind::id, 7, 8, body}}}}});
    EXPECT_EQ(result.problems, "");
    EXPECT_EQ(marks_of(result.html), "link d|id r|id x|link é/|link u#b|id y");
    EXPECT_EQ(written_at(files, result.html),
              "part d|base r|base x|page.html é/|page.html {{ u }}{% if u %}#b{% endif %}|"
              "page.html xtends '");
}

TEST(TraceHtml, AddressesArePrintedRelativeToThePage) {
    RenderContext context;
    context.here = "es/miembros/index.html";
    const auto link = [&](const std::string& path) {
        return output_of("{{ x }}", {{"x", Address{path}}}, context);
    };
    EXPECT_EQ(link("es/miembros/"), "./");
    EXPECT_EQ(link("es/miembros/#p1"), "#p1");
    EXPECT_EQ(link("es/miembros/mexico/"), "mexico/");
    EXPECT_EQ(link("es/miembros/mexico/#p12"), "mexico/#p12");
    EXPECT_EQ(link("es/"), "../");
    EXPECT_EQ(link(""), "../../");
    EXPECT_EQ(link("en/members/"), "../../en/members/");
    EXPECT_EQ(link("assets/style.css"), "../../assets/style.css");
    EXPECT_EQ(link("es/miembrosx/"), "../miembrosx/");
    EXPECT_EQ(link("es/miembros/a:b"), "./a:b");
    EXPECT_EQ(link("es/miembros/un texto.pdf"), "un%20texto.pdf");
    context.absolute_base = "https://portal.example.org/";
    EXPECT_EQ(link("es/"), "https://portal.example.org/es/");
}

TEST(TraceHtml, BlocksAreFollowedWhereTheirParentPutsThem) {
    const Files files = {{"page.html", "{% extends 'base' %}{% block t %}{{ x }}{% endblock %}"},
                         {"base", "<title>{% block t %}{% endblock %}</title>"}};
    const Rendered result = render_files(files, {{"x", ForeignText{"a", "en", false}}});
    EXPECT_EQ(result.html.text, "<title>a</title>");
    EXPECT_EQ(marks_of(result.html), "title a");
}

TEST(TraceHtml, TemplatesCloseWhatTheyOpen) {
    EXPECT_EQ(problems_of("<p class=\"a"), R"(
page.html:1:10: error: the quotation marks of the attribute "class" are not closed [template-html]
  1 | <p class="a
    |          ^
  help: close them in the same template, block or branch
)");
    EXPECT_EQ(problems_of("a\n<div\n"), R"(
page.html:2:1: error: this tag is not closed [template-html]
  2 | <div
    | ^~~~
  help: ">" is missing
)");
    EXPECT_EQ(problems_of("<r><"), R"(
page.html:1:4: error: this tag is not closed [template-html]
  1 | <r><
    |    ^
  help: ">" is missing
)");
    EXPECT_EQ(problems_of("a <!-- b"), R"(
page.html:1:3: error: this comment is not closed [template-html]
  1 | a <!-- b
    |   ^~~~
  help: "-->" is missing
)");
    EXPECT_EQ(problems_of("{% if true %}<script>a{% endif %}"), R"(
page.html:1:14: error: <script> is not closed [template-html]
  1 | {% if true %}<script>a{% endif %}
    |              ^~~~~~~
  help: </script> is missing in the same template, block or branch
)");
}

TEST(TraceHtml, MissingQuotesAreBlamedWhereTheyOpen) {
    EXPECT_EQ(problems_of("<a href=\"x>a</a>\n<p class=\"y\">b</p>\n{{ no }}"), R"(
page.html:1:9: error: these quotation marks close only in line 2, after other tags [template-html]
  1 | <a href="x>a</a>
    |         ^
  help: are those that close this attribute missing?
)");
    EXPECT_EQ(problems_of("<a href=x\">a</a>"), "");  // as browsers read it: part of the value
    EXPECT_EQ(problems_of("<p class=\"a\"id=\"b\">"), R"(
page.html:1:13: error: a blank is missing between two attributes [template-html]
  1 | <p class="a"id="b">
    |             ^
)");
    EXPECT_EQ(problems_of("<p class a\">"), R"(
page.html:1:11: error: this sign has no place here in a tag [template-html]
  1 | <p class a">
    |           ^
  help: a quotation mark, "=" or ">" may be missing before it
)");
}

TEST(TraceHtml, AWholeCharacterIsBlamed) {
    EXPECT_EQ(problems_of("<p class=\"a\"ñ=\"b\">"), R"(
page.html:1:13: error: a blank is missing between two attributes [template-html]
  1 | <p class="a"ñ="b">
    |             ^
)");
}

TEST(TraceHtml, MissingBracketIsBlamedWhereItsTagBegins) {
    EXPECT_EQ(problems_of("<main>\n<div class=\"a\"\n  <p>b</p>\n</main>"), R"(
page.html:2:1: error: this tag is not closed before the "<" in line 3 [template-html]
  2 | <div class="a"
    | ^~~~
  help: ">" is missing
)");
    EXPECT_EQ(problems_of("<div class=\"a\"\n  {{ b }}\n</div>"), R"(
page.html:2:6: error: a value cannot be part of a tag outside of an attribute's quotes [forbidden-context]
  2 |   {{ b }}
    |      ^
  help: the tag "<div" of line 1 is still open here: is its ">" or a quotation mark missing?
)");
}

TEST(TraceHtml, WhatABlockLeavesOpenIsBlamedThere) {
    EXPECT_EQ(render_files({{"page.html", "{% extends 'base' %}{% block t %}<b\n{% endblock %}"},
                            {"base", "<p>{% block t %}{% endblock %}</p>"}},
                           {})
                  .problems,
              R"(
page.html:1:34: error: this tag is not closed [template-html]
  1 | {% extends 'base' %}{% block t %}<b
    |                                  ^~
  help: ">" is missing
)");
}

}  // namespace
}  // namespace puebla::templates
