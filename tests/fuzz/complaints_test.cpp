// Every promise that fuzzing looks after is broken here once, and is seen.

#include "fuzz/complaints.h"

#include <gtest/gtest.h>

namespace puebla::fuzz {
namespace {

std::string about_body(std::string text, std::vector<Mark> marks = {}) {
    return complaint_about_body(Html{std::move(text), std::move(marks)});
}

std::string about_problem(const Diagnostic& problem) {
    const MemoryFileSystem files(std::map<std::string, std::string>{{"a", "é\n"}});
    Diagnostics problems;
    problems.error(problem.code, problem.place, problem.message, problem.help);
    return complaint_about(problems, files);
}

TEST(Complaints, BodiesHoldOnlyWhatIsOurs) {
    EXPECT_EQ(about_body("<p>a &lt; b<br></p>\n<ul><li>c</li></ul>"), "");
    EXPECT_EQ(about_body("<p>a > b</p>"), "a text is not escaped: a > b");
    EXPECT_EQ(about_body("<script>a</script>"), "this element is none of ours: <script>");
    EXPECT_EQ(about_body("<p onclick=\"a\">"),
              "this attribute is none of ours, or there twice: onclick: <p onclick=\"a\">");
    EXPECT_EQ(about_body("<p class=\"a\" class=\"b\">"),
              "this attribute is none of ours, or there twice: class: <p class=\"a\" class=\"b\">");
    EXPECT_EQ(about_body("<p class=a>"), "the quotes are wrong around class: <p class=a>");
    EXPECT_EQ(about_body("<!-- a -->"), "this is not for a body: <!-- a -->");
    EXPECT_EQ(about_body("\xC3"), "the HTML is not UTF-8");
}

TEST(Complaints, BodiesAreWellNested) {
    EXPECT_EQ(about_body("<p><em>a</p></em>"), "this closes what is not open: </p>");
    EXPECT_EQ(about_body("<p>a"), "<p> is never closed");
    EXPECT_EQ(about_body("<p><p>a</p></p>"), "this may not stand inside p: <p>");
    EXPECT_EQ(about_body("<a><em><a>a</a></em></a>"), "this may not stand inside em: <a>");
}

TEST(Complaints, BodiesHaveIdsOnceAndMarksForThem) {
    EXPECT_EQ(about_body("<p id=\"a\"></p>", {{MarkKind::id, 7, 8}}), "");
    EXPECT_EQ(about_body("<p id=\"a\"></p><p id=\"a\"></p>"),
              "this id is there twice: <p id=\"a\">");
    EXPECT_EQ(about_body("<p id=\"a\"></p>"), "0 marks for 1 ids, links and pictures");
    EXPECT_EQ(about_body("<p id=\"ab\"></p>", {{MarkKind::id, 7, 8}}), "a mark ends before b");
    EXPECT_EQ(about_body("<a href=\"#b\" class=\"c\"></a>", {{MarkKind::link, 9, 11}}),
              "no element has the id \"b\" that a link of ours names");
}

TEST(Complaints, AddressesRunNoCode) {
    const std::vector<Mark> marks = {{MarkKind::link, 9, 20}};
    EXPECT_EQ(about_body("<a href=\"java&#10;scriPt:a\"></a>", marks),
              "this address runs code: <a href=\"java&#10;scriPt:a\">");
    EXPECT_EQ(about_body("<a href=\"./script:a.\"></a>", marks), "");
}

TEST(Complaints, DataIsTextWhereverItStands) {
    const auto about = [](std::string text) {
        for (std::size_t at = 0; (at = text.find('@')) != std::string::npos;) {
            text.replace(at, 1, canary);
        }
        return complaint_about_data_in(text).substr(0, 24);
    };
    EXPECT_EQ(about("<p title='@'>@<title>@</title><a href=\"x@\">"), "");
    EXPECT_EQ(about("<script type=\"application/ld+json\">@</script>"), "");
    EXPECT_EQ(about("<@>"), "");  // text for a browser, too
    EXPECT_EQ(about("<p@>"), "data became the name of ");
    EXPECT_EQ(about("<p @>"), "data became the name of ");
    EXPECT_EQ(about("<p a=@>"), "data stands in an attrib");
    EXPECT_EQ(about("<p onclick='@'>"), "data stands where code d");
    EXPECT_EQ(about("<a href=' JavaScript:@'>"), "an address runs code: <a");
    EXPECT_EQ(about("<script>@</script>"), "data stands in a script:");
    EXPECT_EQ(about("<style>@</style>"), "data stands in a comment");
    EXPECT_EQ(about("<!--@-->"), "data stands in a comment");
}

TEST(Complaints, ProblemsLieInTheirFilesAndSpeakBothLanguages) {
    const Message message = {"a", "b"};
    EXPECT_EQ(about_problem({{}, "code", {"a", {0, 2}}, message, {}}), "");
    EXPECT_EQ(about_problem({{}, "code", {"a", {1, 2}}, message, {}}),
              "the span 1–2 cuts a character [code]");
    EXPECT_EQ(about_problem({{}, "code", {"a", {2, 9}}, message, {}}),
              "the span 2–9 is not inside the 3 bytes of its text [code]");
    EXPECT_EQ(about_problem({{}, "Code", {"a", {}}, message, {}}), "a code is \"Code\" [Code]");
    EXPECT_EQ(about_problem({{}, "code", {"a", {}}, {"a", ""}, {}}),
              "a message is missing in a language: code [code]");
}

}  // namespace
}  // namespace puebla::fuzz
