#include "foundation/read_json.h"

#include <gtest/gtest.h>

#include "text_of.h"

namespace puebla {

namespace {

// What the author is told of a file with this text.
std::string problems_of(const std::string& text,
                        MessageLanguage language = MessageLanguage::english) {
    Diagnostics problems;
    const Value value = read_json("a.json", text, problems);
    EXPECT_TRUE(value.is_null() || problems.all().front().code == "duplicate-name") << text;
    return text_of(problems, MemoryFileSystem({{"a.json", text}}), language);
}

// The value and every span in it: "{0-12 a(1-4)=1(6-7)}".
std::string spans_of(const Value& value) {
    const std::string span = fmt::format("{}-{}", value.span.begin, value.span.end);
    if (const Value::List* list = value.list()) {
        std::string inside;
        for (const Value& item : *list) {
            inside += " " + spans_of(item);
        }
        return fmt::format("[{}{}]", span, inside);
    }
    if (const Value::Map* members = value.map()) {
        std::string inside;
        for (const Member& member : *members) {
            inside += fmt::format(" {}({}-{})={}", member.name, member.name_span.begin,
                                  member.name_span.end, spans_of(member.value));
        }
        return fmt::format("{{{}{}}}", span, inside);
    }
    return fmt::format("{}({})", to_json(value), span);
}

std::string spans_in(std::string_view text) {
    Diagnostics problems;
    const Value value = read_json("a.json", text, problems);
    EXPECT_TRUE(problems.empty());
    return spans_of(value);
}

}  // namespace

TEST(ReadJson, KeepsThePlaceOfEveryPart) {
    EXPECT_EQ(spans_in(R"({"a": [1, -2.5e3, true], "b": {"c": null}})"),
              "{0-42 a(1-4)=[6-23 1(7-8) -2500(10-16) true(18-22)] b(25-28)={30-41 "
              "c(31-34)=null(36-40)}}");
}

TEST(ReadJson, SpansCountBytesOfAccentsAndEscapes) {
    EXPECT_EQ(spans_in("{\"añ\\\"o\" :\t\"\\u00f1{]\" }"), "{0-24 añ\"o(1-9)=\"ñ{]\"(12-22)}");
}

TEST(ReadJson, SpansCountAByteOrderMarkAndCarriageReturns) {
    EXPECT_EQ(spans_in("\xEF\xBB\xBF{\r\n\"a\":\r\n1}\r\n"), "{3-14 a(6-9)=1(12-13)}");
}

TEST(ReadJson, ReadsOneValueOfAnyKind) {
    EXPECT_EQ(spans_in(" \n[] "), "[2-4]");
    EXPECT_EQ(spans_in("\"x\""), "\"x\"(0-3)");
    EXPECT_EQ(spans_in("false"), "false(0-5)");
}

TEST(ReadJson, WholeNumbersThatDoNotFitBecomeReals) {
    EXPECT_EQ(spans_in("[9223372036854775807, -9223372036854775808]"),
              "[0-43 9223372036854775807(1-20) -9223372036854775808(22-42)]");
    Diagnostics problems;
    const Value value = read_json("a.json", "[9223372036854775808, -1e-999]", problems);
    EXPECT_EQ(*(*value.list())[0].real(), 9223372036854775808.0);
    EXPECT_EQ(*(*value.list())[1].real(), 0.0);
}

TEST(ReadJson, ANumberBeyondAllMeasureIsReported) {
    EXPECT_EQ(problems_of(R"({"a": 1e999})"), R"(
a.json:1:7: error: this number is too large [broken-json]
  1 | {"a": 1e999}
    |       ^~~~~
)");
    EXPECT_EQ(problems_of("[" + std::string(100'000, '9') + "]").substr(0, 59),
              "\na.json:1:2: error: this number is too large [broken-json]\n");
}

TEST(ReadJson, AnEmptyFileIsReportedAsSuch) {
    const std::string expected = R"(
a.json: error: this file is empty [empty-file]
  help: write its fields between braces: { }
)";
    EXPECT_EQ(problems_of(""), expected);
    EXPECT_EQ(problems_of(" \r\n\t"), expected);
    EXPECT_EQ(problems_of("\xEF\xBB\xBF"), expected);
    EXPECT_EQ(problems_of("", MessageLanguage::spanish), R"(
a.json: error: este archivo está vacío [empty-file]
  ayuda: escriba sus campos entre llaves: { }
)");
    Diagnostics problems;
    read_json("a.json", "", problems, JsonShape::list);
    EXPECT_EQ(text_of(problems, MemoryFileSystem()), R"(
a.json: error: this file is empty [empty-file]
  help: write a list: [ ]
)");
}

TEST(ReadJson, AMissingComma) {
    EXPECT_EQ(problems_of("{\n  \"año\": \"2024\"\n  \"mes\": 9\n}"), R"(
a.json:3:3: error: a comma is missing before this [broken-json]
  3 |   "mes": 9
    |   ^~~~~
  help: write it right after the value above
)");
    EXPECT_EQ(problems_of("[{} {}]"), R"(
a.json:1:5: error: a comma is missing before this [broken-json]
  1 | [{} {}]
    |     ^
)");
    EXPECT_EQ(problems_of("[1 -2]"), R"(
a.json:1:4: error: a comma is missing before this [broken-json]
  1 | [1 -2]
    |    ^~
)");
    EXPECT_EQ(problems_of("[\"á\" true]", MessageLanguage::spanish), R"(
a.json:1:6: error: falta una coma antes de esto [broken-json]
  1 | ["á" true]
    |      ^~~~
)");
}

TEST(ReadJson, ACommaTooMany) {
    EXPECT_EQ(problems_of("{\"a\": 1,\n}"), R"(
a.json:1:8: error: this comma is one too many [broken-json]
  1 | {"a": 1,
    |        ^
  help: remove the comma after the last value
)");
    EXPECT_EQ(problems_of("[1, ]", MessageLanguage::spanish), R"(
a.json:1:3: error: esta coma sobra [broken-json]
  1 | [1, ]
    |   ^
  ayuda: quite la coma después del último valor
)");
    EXPECT_EQ(problems_of("[1,, 2]"), R"(
a.json:1:4: error: this comma is one too many [broken-json]
  1 | [1,, 2]
    |    ^
  help: keep one comma between two values
)");
}

TEST(ReadJson, AMissingColonOrValue) {
    EXPECT_EQ(problems_of(R"({"a" 1})"), R"(
a.json:1:2: error: a colon is missing after this name [broken-json]
  1 | {"a" 1}
    |  ^~~
  help: write "name": value
)");
    EXPECT_EQ(problems_of(R"({"a", "b": 1})"), R"(
a.json:1:2: error: a colon is missing after this name [broken-json]
  1 | {"a", "b": 1}
    |  ^~~
  help: write "name": value
)");
    EXPECT_EQ(problems_of(R"({"a": })"), R"(
a.json:1:7: error: a value is missing before this [broken-json]
  1 | {"a": }
    |       ^
)");
    EXPECT_EQ(problems_of(R"(["a": 1])"), R"(
a.json:1:5: error: only names are followed by a colon [broken-json]
  1 | ["a": 1]
    |     ^
  help: a list [ ] holds values without names; an object { } has names
)");
}

TEST(ReadJson, SingleQuotes) {
    EXPECT_EQ(problems_of("{'a': 1}"), R"(
a.json:1:2: error: texts are written in double quotes [broken-json]
  1 | {'a': 1}
    |  ^
  help: use " instead of '
)");
    EXPECT_EQ(problems_of("{\"ñ\": 'a'}", MessageLanguage::spanish), R"(
a.json:1:7: error: los textos se escriben entre comillas dobles [broken-json]
  1 | {"ñ": 'a'}
    |       ^
  ayuda: use " en lugar de '
)");
}

TEST(ReadJson, NamesWithoutQuotes) {
    EXPECT_EQ(problems_of("{name: 1}"), R"(
a.json:1:2: error: names are written in double quotes [broken-json]
  1 | {name: 1}
    |  ^~~~
  help: write "name": value
)");
}

TEST(ReadJson, CurlyQuotationMarks) {
    EXPECT_EQ(problems_of("{\"a\": “uno”}"), R"(
a.json:1:7: error: this quotation mark is curly; JSON needs straight ones [broken-json]
  1 | {"a": “uno”}
    |       ^
  help: write " in its place, and at the end of the text too
)");
    EXPECT_EQ(problems_of("{«a»: 1}", MessageLanguage::spanish), R"(
a.json:1:2: error: esta comilla es tipográfica; JSON necesita comillas rectas [broken-json]
  1 | {«a»: 1}
    |  ^
  ayuda: escriba " en su lugar, y también al final del texto
)");
}

TEST(ReadJson, Comments) {
    EXPECT_EQ(problems_of("{\n  \"a\": 1, // nota\n  \"b\": 2\n}"), R"(
a.json:2:11: error: JSON has no comments [broken-json]
  2 |   "a": 1, // nota
    |           ^~~~~~~
  help: remove the comment, or write it in the text of the entry
)");
    EXPECT_EQ(problems_of("# nota\n{}", MessageLanguage::spanish), R"(
a.json:1:1: error: JSON no admite comentarios [broken-json]
  1 | # nota
    | ^~~~~~
  ayuda: quite el comentario o escríbalo en el texto de la entrada
)");
    EXPECT_EQ(problems_of("{} /* end */").substr(0, 55),
              "\na.json:1:4: error: JSON has no comments [broken-json]\n");
}

TEST(ReadJson, ATextThatIsNotClosed) {
    const std::string expected = R"(
a.json:2:8: error: this text is not closed on its line [broken-json]
  2 |   "a": "algo,
    |        ^~~~~~
  help: put a " at its end; write a line break as \n
)";
    EXPECT_EQ(problems_of("{\n  \"a\": \"algo,\n  \"b\": 2\n}"), expected);
    EXPECT_EQ(problems_of("{\r\n  \"a\": \"algo,\r\n  \"b\": 2\r\n}"), expected);
    EXPECT_EQ(problems_of("{\n  \"a\": \"algo,"), expected);
    EXPECT_EQ(problems_of("[\"a\\\""), R"(
a.json:1:2: error: this text is not closed on its line [broken-json]
  1 | ["a\"
    |  ^~~~
  help: put a " at its end; write a line break as \n
)");
}

TEST(ReadJson, ABackslashThatMeansNothing) {
    EXPECT_EQ(problems_of(R"({"a": "C:\Users"})"), R"(
a.json:1:10: error: "\U" means nothing in JSON [broken-json]
  1 | {"a": "C:\Users"}
    |          ^~
  help: to write a backslash, type it twice: \\
)");
    EXPECT_EQ(problems_of(R"(["\ñ"])", MessageLanguage::spanish), R"(
a.json:1:3: error: «\ñ» no significa nada en JSON [broken-json]
  1 | ["\ñ"]
    |   ^~
  ayuda: para escribir una barra inversa, póngala dos veces: \\
)");
    EXPECT_EQ(problems_of(R"(["ñ", "C:\users"])"), R"(
a.json:1:10: error: after \u come four digits or letters from a to f [broken-json]
  1 | ["ñ", "C:\users"]
    |          ^~
  help: to write a backslash, type it twice: \\
)");
}

TEST(ReadJson, AnInvisibleCharacterInAText) {
    EXPECT_EQ(problems_of("{\"a\": \"ñ\tx\"}"), R"(
a.json:1:9: error: a text cannot hold a tab [broken-json]
  1 | {"a": "ñ x"}
    |         ^
  help: write a space in its place, or \t
)");
    EXPECT_EQ(problems_of("{\"a\": \"ñ\x07\"}", MessageLanguage::spanish), R"(
a.json:1:9: error: este texto contiene un carácter invisible (U+0007) [broken-json]
  1 | {"a": "ñ "}
    |         ^
  ayuda: bórrelo; pudo llegar con un texto pegado desde otro programa
)");
    EXPECT_EQ(problems_of(std::string("[\"a\0\"]", 6)), R"(
a.json:1:4: error: this text holds an invisible character (U+0000) [broken-json]
  1 | ["a "]
    |    ^
  help: delete it; it may have come with text pasted from another program
)");
}

TEST(ReadJson, HalfACharacter) {
    EXPECT_EQ(problems_of(R"(["\\ \ud83d\ude00 \ud83d."])"), R"(
a.json:1:19: error: "\ud83d" is only half of a character [broken-json]
  1 | ["\\ \ud83d\ude00 \ud83d."]
    |                   ^~~~~~
  help: type the character itself in its place
)");
    EXPECT_EQ(problems_of(R"(["\ude00"])", MessageLanguage::spanish), R"(
a.json:1:3: error: «\ude00» es solo la mitad de un carácter [broken-json]
  1 | ["\ude00"]
    |   ^~~~~~
  ayuda: escriba en su lugar el carácter mismo
)");
}

TEST(ReadJson, AFileThatEndsEarly) {
    EXPECT_EQ(problems_of("{\"a\": [1,\n"), R"(
a.json:1:7: error: what opens here is never closed [broken-json]
  1 | {"a": [1,
    |       ^
  help: write ] where it ends
)");
    EXPECT_EQ(problems_of("{", MessageLanguage::spanish), R"(
a.json:1:1: error: lo que se abre aquí no se cierra nunca [broken-json]
  1 | {
    | ^
  ayuda: escriba } donde termina
)");
    EXPECT_EQ(problems_of(R"([{"a":)"), R"(
a.json:1:2: error: what opens here is never closed [broken-json]
  1 | [{"a":
    |  ^
  help: write } where it ends
)");
}

TEST(ReadJson, AFileThatGoesOn) {
    const std::string help =
        "  help: a file holds one value: remove what follows it, or join both with a comma\n";
    EXPECT_EQ(problems_of("{}\n{}"), R"(
a.json:2:1: error: the file goes on after its end [broken-json]
  2 | {}
    | ^
)" + help);
    EXPECT_EQ(problems_of("{\"a\": 1}}"), R"(
a.json:1:9: error: the file goes on after its end [broken-json]
  1 | {"a": 1}}
    |         ^
)" + help);
    EXPECT_EQ(problems_of(std::string("{}\0[", 4)), R"(
a.json:1:3: error: the file goes on after its end [broken-json]
  1 | {} [
    |   ^
)" + help);
}

TEST(ReadJson, BracketsThatDoNotBelongTogether) {
    EXPECT_EQ(problems_of(R"({"a": [1}})"), R"(
a.json:1:9: error: "}" closes what was not opened with "{" [broken-json]
  1 | {"a": [1}}
    |         ^
  help: first close the "[" before it with "]"
)");
    EXPECT_EQ(problems_of("{]", MessageLanguage::spanish), R"(
a.json:1:2: error: «]» cierra lo que no se abrió con «[» [broken-json]
  1 | {]
    |  ^
  ayuda: cierre primero con «}» la «{» anterior
)");
}

TEST(ReadJson, WordsThatAreNoValues) {
    const std::string help =
        "  help: a value is a text in double quotes, a number, true, false, null, a list [ ] or an "
        "object { }\n";
    EXPECT_EQ(problems_of("{\"a\": sí}"), R"(
a.json:1:7: error: this is not JSON: "sí" [broken-json]
  1 | {"a": sí}
    |       ^~
)" + help);
    EXPECT_EQ(problems_of("{\"a\": 01}"), R"(
a.json:1:7: error: a number does not begin with 0 [broken-json]
  1 | {"a": 01}
    |       ^~
  help: write 1; a code goes between quotation marks: "01"
)");
    EXPECT_EQ(problems_of("[truex, 1]"), R"(
a.json:1:2: error: this is not JSON: "truex" [broken-json]
  1 | [truex, 1]
    |  ^~~~~
)" + help);
    EXPECT_EQ(problems_of("\xEF\xBB\xBF[1.]"), R"(
a.json:1:2: error: this is not JSON: "1." [broken-json]
  1 | [1.]
    |  ^~
)" + help);
    EXPECT_EQ(problems_of("hola, mundo", MessageLanguage::spanish), R"(
a.json:1:1: error: esto no es JSON: «hola» [broken-json]
  1 | hola, mundo
    | ^~~~
  ayuda: un valor es un texto entre comillas dobles, un número, true, false, null, una lista [ ] o un objeto { }
)");
}

TEST(ReadJson, AnEndlessWordIsCutInTheMessage) {
    const std::string message = problems_of(std::string(1'000'000, 'x'));
    EXPECT_EQ(message.substr(0, message.find('[')),
              "\na.json:1:1: error: this is not JSON: \"" + std::string(40, 'x') + "…\" ");
    EXPECT_LT(message.size(), 1000U);
}

TEST(ReadJson, ANameGivenTwiceIsReportedAndTheFirstCounts) {
    EXPECT_EQ(problems_of(R"({"año": 1, "b": {"año": 2}, "año": 3})"), R"(
a.json:1:29: error: "año" is given twice in this object [duplicate-name]
  1 | {"año": 1, "b": {"año": 2}, "año": 3}
    |                             ^~~~~
  help: keep one of them
)");
    Diagnostics problems;
    const Value value = read_json("a.json", R"({"a": 1, "a": [2], "b": 3})", problems);
    EXPECT_EQ(to_json(value), R"({"a":1,"b":3})");
}

TEST(ReadJson, NestingIsLimited) {
    Diagnostics problems;
    EXPECT_TRUE(
        read_json("a.json", std::string(100, '[') + std::string(100, ']'), problems).is_list());
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(problems_of(std::string(100'000, '[') + std::string(100'000, ']')), R"(
a.json:1:101: error: more than 100 brackets are open here, one inside the other [nesting-too-deep]
  1 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
    |                                                    ^
  help: look for brackets that were repeated by accident
)");
}

// The first line of what is said of a slip, and its help.
std::string slip_in(const std::string& text) {
    std::string said = problems_of(text);
    const std::size_t excerpt = said.find("\n  ", 1);
    const std::size_t help = said.find("  help: ");
    return said.substr(1, excerpt) + (help == std::string::npos ? "" : said.substr(help));
}

TEST(ReadJson, QuotationMarksInsideAText) {
    EXPECT_EQ(problems_of(R"({"a": "la "nueva" autora"})"), R"(
a.json:1:11: error: this quotation mark ends the text, which goes on after it [broken-json]
  1 | {"a": "la "nueva" autora"}
    |           ^
  help: inside a text write \" or use “ ”
)");
    EXPECT_EQ(slip_in(R"({"a": 1, "b: "c"})"),
              "a.json:1:10: error: a colon is missing after this name [broken-json]\n"
              "  help: write \"name\": value\n");
}

TEST(ReadJson, NumbersAsPeopleWriteThem) {
    const std::string thousands =
        "a.json:1:7: error: numbers have no thousands separator [broken-json]\n";
    EXPECT_EQ(slip_in(R"({"a": 1,204})"), thousands + "  help: write 1204\n");
    EXPECT_EQ(slip_in(R"({"a": 1,204,500, "b": 1})"), thousands + "  help: write 1204500\n");
    EXPECT_EQ(slip_in(R"({"a": 1 204 500})"), thousands + "  help: write 1204500\n");
    EXPECT_EQ(slip_in(R"({"a": 1.204.500})"), thousands + "  help: write 1204500\n");
    EXPECT_EQ(slip_in(R"({"a": 1,5})"),
              "a.json:1:7: error: decimals are written with a point [broken-json]\n"
              "  help: write 1.5\n");
    EXPECT_EQ(slip_in(R"({"a": -50%})"),
              "a.json:1:7: error: a number stands without a sign [broken-json]\n"
              "  help: write -50\n");
    EXPECT_EQ(slip_in(R"({"a": 2019-03})"),
              "a.json:1:7: error: a date is written as a text [broken-json]\n"
              "  help: put it between quotation marks: \"2019-03\"\n");
    EXPECT_EQ(slip_in(R"({"a": 5km})"),
              "a.json:1:7: error: this begins like a number, and goes on differently "
              "[broken-json]\n  help: put it between quotation marks: \"5km\"\n");
}

TEST(ReadJson, ASemicolonForAComma) {
    const std::string help = "  help: write , in its place\n";
    EXPECT_EQ(slip_in("{\"a\": \"b\";\n\"c\": 1}"),
              "a.json:1:10: error: values are separated by a comma, not by a semicolon "
              "[broken-json]\n" +
                  help);
    EXPECT_EQ(slip_in("{\"a\": 12;\n\"c\": 1}"),
              "a.json:1:9: error: values are separated by a comma, not by a semicolon "
              "[broken-json]\n" +
                  help);
}

TEST(ReadJson, SpacesThatAreNoneAreNamed) {
    EXPECT_EQ(slip_in("{\n\u00A0\"a\": 1}"),
              "a.json:2:1: error: this is a no-break space (U+00A0), which looks like a space and "
              "is none [broken-json]\n"
              "  help: delete it and type a plain space with the space bar\n");
    EXPECT_EQ(slip_in("{\"a\":\u202F1}"),
              "a.json:1:6: error: this is a special space (U+202F), which JSON does not know "
              "[broken-json]\n"
              "  help: delete it and type a plain space with the space bar\n");
    EXPECT_EQ(slip_in("{\"a\": 1\u0085}"),
              "a.json:1:8: error: an invisible character stands here (U+0085) [broken-json]\n"
              "  help: delete it; it may have come with text pasted from another program\n");
}

TEST(ReadJson, AMissingFirstBrace) {
    EXPECT_EQ(slip_in("\n\"a\": 1\n}"),
              "a.json:2:1: error: a { is missing before this [broken-json]\n"
              "  help: the file begins with { and ends with }\n");
}

}  // namespace puebla
