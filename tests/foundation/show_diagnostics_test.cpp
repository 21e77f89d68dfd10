#include "foundation/show_diagnostics.h"

#include <gtest/gtest.h>

#include "foundation/utf8.h"
#include "text_of.h"

namespace puebla {

namespace {

MemoryFileSystem files_with(const std::string& text) {
    MemoryFileSystem files;
    files.write("a.md", text);
    return files;
}

// An error at the first occurrence of `marked` in the text.
std::string shown_at(const std::string& text, const std::string& marked) {
    const std::size_t begin = text.find(marked);
    Diagnostics problems;
    problems.error("code", {"a.md", {begin, begin + marked.size()}}, {"wrong", "mal"});
    return text_of(problems, files_with(text));
}

std::string position_text(std::string_view text, std::size_t offset) {
    const LineAndColumn position = position_of(text, offset);
    return fmt::format("{}:{}", position.line, position.column);
}

}  // namespace

TEST(ShowDiagnostics, ColumnsAndCaretsCountCharacters) {
    EXPECT_EQ(shown_at("# Título\n\nConsulta la [configuración](guías/x) antes.\n", "guías/x"), R"(
a.md:3:29: error: wrong [code]
  3 | Consulta la [configuración](guías/x) antes.
    |                             ^~~~~~~
)");
}

TEST(ShowDiagnostics, TabsTakeOnePlaceSoThatCaretsStayBelow) {
    EXPECT_EQ(shown_at("\tuno\tdos", "dos"), R"(
a.md:1:6: error: wrong [code]
  1 |  uno dos
    |      ^~~
)");
}

TEST(ShowDiagnostics, CaretsStandBelowWhatTakesTwoColumnsOrNone) {
    EXPECT_EQ(shown_at("漢字漢字 [x](books)", "books"), R"(
a.md:1:10: error: wrong [code]
  1 | 漢字漢字 [x](books)
    |              ^~~~~
)");
    EXPECT_EQ(shown_at("An\u0303o nin\u0303o [x](books)", "books"),
              "\na.md:1:16: error: wrong [code]\n"
              "  1 | An\u0303o nin\u0303o [x](books)\n"
              "    |              ^~~~~\n");
    EXPECT_EQ(shown_at("una 漢字", "漢字"), R"(
a.md:1:5: error: wrong [code]
  1 | una 漢字
    |     ^~~~
)");
}

TEST(ShowDiagnostics, AByteOrderMarkIsNoCharacterOfTheFirstLine) {
    EXPECT_EQ(shown_at("\xEF\xBB\xBF{\"a\": x}", "x"), R"(
a.md:1:7: error: wrong [code]
  1 | {"a": x}
    |       ^
)");
}

TEST(ShowDiagnostics, CarriageReturnsAreNotPartOfALine) {
    EXPECT_EQ(shown_at("uno\r\ndos y tres\r\n", "tres\r\n"), R"(
a.md:2:7: error: wrong [code]
  2 | dos y tres
    |       ^~~~
)");
    EXPECT_EQ(shown_at("uno\r\ndos\r\n", "\r\ndos"), R"(
a.md:1:4: error: wrong [code]
  1 | uno
    |    ^
)");
}

TEST(ShowDiagnostics, ASpanOfSeveralLinesIsMarkedOnItsFirst) {
    EXPECT_EQ(shown_at("uno dos\ntres\n", "dos\ntres"), R"(
a.md:1:5: error: wrong [code]
  1 | uno dos
    |     ^~~
)");
}

TEST(ShowDiagnostics, ALongLineIsCutAroundThePlace) {
    const std::string text = std::string(1'000'000, 'a') + "ññAQUÍññ" + std::string(500, 'z');
    EXPECT_EQ(shown_at(text, "AQUÍ"), R"(
a.md:1:1000003: error: wrong [code]
  1 | …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaññAQUÍññzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz…
    |                                                    ^~~~
)");
    EXPECT_EQ(shown_at("AQUÍ" + std::string(96, 'b'), "AQUÍ" + std::string(96, 'b')), R"(
a.md:1:1: error: wrong [code]
  1 | AQUÍbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)");
}

TEST(ShowDiagnostics, ManyProblemsInOneLongLineTakeNoLongerEach) {
    std::string text;
    Diagnostics problems;
    for (int i = 0; i < 20'000; ++i) {
        // Of one code only a thousand would be listed.
        const std::string code = "code-" + std::to_string(i / 1'000);
        problems.error(code, {"a.md", {text.size(), text.size() + 2}}, {"wrong", "mal"});
        text += "ñ, ";
    }
    const MemoryFileSystem files = files_with(text);
    const std::string shown = text_of(problems, files);
    EXPECT_NE(shown.find("\na.md:1:59998: error: wrong [code-19]\n"), std::string::npos);
}

TEST(ShowDiagnostics, ASpanBeyondTheFileIsShownAtItsEnd) {
    Diagnostics problems;
    problems.error("code", {"a.md", {90, 95}}, {"wrong", "mal"});
    EXPECT_EQ(text_of(problems, files_with("uno")), R"(
a.md:1:4: error: wrong [code]
  1 | uno
    |    ^
)");
}

TEST(ShowDiagnostics, NothingThatTheAuthorWroteReachesTheTerminalAsACommand) {
    Diagnostics problems;
    problems.error("code", {"a.md", {0, 1}}, {"no \x1b[2J\n\"\xE2\x80\xAE\"", "x"}, {"\x07", "x"});
    EXPECT_EQ(text_of(problems, files_with("a\x1b[31m\xC2\x9B z")), R"(
a.md:1:1: error: no  [2J " " [code]
  1 | a [31m  z
    | ^
  help:  
)");
}

TEST(ShowDiagnostics, OfAFileAsAWholeOnlyTheNameIsShown) {
    Diagnostics problems;
    problems.error("code", {"a.md", {}}, {"wrong", "mal"}, {"do this", "haga esto"});
    problems.warning("other", {"gone.md", {3, 4}}, {"odd", "raro"});
    problems.error("general", {}, {"all of it", "todo"});
    const MemoryFileSystem files = files_with("uno");
    EXPECT_EQ(text_of(problems, files), R"(
error: all of it [general]
a.md: error: wrong [code]
  help: do this
gone.md: warning: odd [other]
)");
    EXPECT_EQ(text_of(problems, files, MessageLanguage::spanish), R"(
error: todo [general]
a.md: error: mal [code]
  ayuda: haga esto
gone.md: advertencia: raro [other]
)");
}

TEST(ShowDiagnostics, BytesThatAreNotUtf8AreNotShown) {
    Diagnostics problems;
    problems.error("code", {"a.md", {4, 5}}, {"wrong", "mal"});
    EXPECT_EQ(text_of(problems, files_with("uno\n\xFFx")), "\na.md:2:1: error: wrong [code]\n");
}

TEST(ShowDiagnostics, NamesThatAreNotUtf8AreShownAsFarAsTheyAre) {
    Diagnostics problems;
    problems.error("code", {"caf\xE9.md", {}}, {"\"caf\xE9\"", "«caf\xE9»"},
                   {"not \xE9", "no \xE9"});
    EXPECT_EQ(text_of(problems, MemoryFileSystem()),
              "\ncaf\uFFFD.md: error: \"caf\uFFFD\" [code]\n  help: not \uFFFD\n");
    EXPECT_EQ(diagnostics_as_json(problems, MemoryFileSystem(), MessageLanguage::spanish),
              "[{\"severity\":\"error\",\"code\":\"code\",\"file\":\"caf\uFFFD.md\",\"line\":null,"
              "\"column\":null,\"end_line\":null,\"end_column\":null,"
              "\"message\":\"«caf\uFFFD»\",\"help\":\"no \uFFFD\"}]\n");
}

TEST(ShowDiagnostics, ProblemsAreSortedByPlaceAndEachIsShownOnce) {
    Diagnostics problems;
    problems.warning("late", {"b.md", {2, 3}}, {"third", ""});
    problems.error("late", {"a.md", {2, 3}}, {"second", ""});
    problems.error("early", {"a.md", {0, 1}}, {"first", ""});
    problems.error("late", {"a.md", {2, 3}}, {"second", ""});
    EXPECT_EQ(text_of(problems, MemoryFileSystem()), R"(
a.md: error: first [early]
a.md: error: second [late]
b.md: warning: third [late]
)");
    EXPECT_EQ(problems.count(Severity::error), 3U);
    EXPECT_EQ(problems.count(Severity::warning), 1U);
}

TEST(ShowDiagnostics, OfAVeryLongMessageTheBeginningAndTheEndAreShown) {
    Diagnostics problems;
    std::string name;
    for (int i = 0; i < 100'000; ++i) {
        name += "ñ";
    }
    problems.error("code", {}, say("no field \"{}\" here", "ningún campo «{}» aquí", name));
    const std::string shown =
        show_diagnostics(problems, MemoryFileSystem(), MessageLanguage::spanish);
    EXPECT_EQ(shown.substr(0, 27), "error: ningún campo «ññ");
    EXPECT_NE(shown.find("ññ … ññ"), std::string::npos);
    EXPECT_EQ(shown.substr(shown.size() - 20), "ññ» aquí [code]\n");
    EXPECT_LT(shown.size(), 1100U);
    EXPECT_FALSE(first_invalid_byte(shown));
}

TEST(ShowDiagnostics, JsonHasBothEndsOfThePlaceOrNull) {
    Diagnostics problems;
    problems.error("code", {"a.md", {5, 9}}, {"no \"x\"", "ningún «x»"}, {"", "ayuda"});
    problems.warning("code", {"a.md", {}}, {"file", "archivo"});
    problems.error("code", {}, {"all", "todo"});
    problems.error("code", {"gone.md", {3, 4}}, {"gone", "no está"});
    const MemoryFileSystem files = files_with("uño\ndos\ntres");
    EXPECT_EQ(diagnostics_as_json(problems, files, MessageLanguage::english),
              R"([{"severity":"error","code":"code","file":null,"line":null,"column":null,)"
              R"("end_line":null,"end_column":null,"message":"all","help":""},)"
              R"({"severity":"warning","code":"code","file":"a.md","line":null,"column":null,)"
              R"("end_line":null,"end_column":null,"message":"file","help":""},)"
              R"({"severity":"error","code":"code","file":"a.md","line":2,"column":1,)"
              R"("end_line":3,"end_column":1,"message":"no \"x\"","help":""},)"
              R"({"severity":"error","code":"code","file":"gone.md","line":null,"column":null,)"
              R"("end_line":null,"end_column":null,"message":"gone","help":""}])"
              "\n");
    EXPECT_EQ(diagnostics_as_json({}, files, MessageLanguage::spanish), "[]\n");
}

TEST(PositionOf, CountsLinesAndCharactersFromOne) {
    EXPECT_EQ(position_text("", 0), "1:1");
    EXPECT_EQ(position_text("uño", 3), "1:3");
    EXPECT_EQ(position_text("a\nb", 1), "1:2");
    EXPECT_EQ(position_text("a\nb", 2), "2:1");
    EXPECT_EQ(position_text("a\n", 99), "2:1");
    EXPECT_EQ(position_text("\xEF\xBB\xBF"
                            "ab",
                            4),
              "1:2");
    EXPECT_EQ(position_text("\xEF\xBB\xBF", 1), "1:1");
}

}  // namespace puebla
