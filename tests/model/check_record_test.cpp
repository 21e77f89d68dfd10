#include "model/check_record.h"

#include <gtest/gtest.h>

#include "site_from.h"

namespace puebla {

namespace {

// A collection "books" whose records have these properties, and one entry with this record.
TestSite book(const std::string& properties, const std::string& record,
              const std::string& more_schema = "") {
    return site_from({
        {"content/books/collection.json",
         R"({"name": {"es": "Libros", "en": "Books"}, "record": {"type": "object", "properties": {)" +
             properties + "}" + more_schema + "}}"},
        {"content/books/one/record.json", record},
        {"content/books/one/es.md", "# Uno\n"},
        {"content/books/one/en.md", "# One\n"},
    });
}

std::string problems_of(const std::string& properties, const std::string& record,
                        const std::string& more_schema = "") {
    return book(properties, record, more_schema).english();
}

}  // namespace

TEST(CheckRecord, ARecordThatFitsIsSilent) {
    EXPECT_EQ(problems_of(R"(
"t": {"type": "string", "pattern": "^[A-Z]+$"},
"l": {"type": "object", "format": "localized"},
"d": {"type": "string", "format": "partial-date"},
"r": {"type": "string", "format": "reference", "collection": "pages"},
"u": {"type": "string", "format": "uri"},
"e": {"type": "string", "enum": ["a", "b"]},
"n": {"type": "integer", "enum": [1, 2]},
"i": {"type": "integer", "minimum": 1, "maximum": 5},
"f": {"type": "number"},
"m": {"type": "integer", "format": "money"},
"b": {"type": "boolean"},
"h": {"type": "array", "format": "names"},
"p": {"type": "object", "format": "period"},
"o": {"type": "object", "properties": {"x": {"type": "string"}}},
"a": {"type": "array", "items": {"type": "string"}},
"z": {})",
                          R"({
"t": "ABC", "l": {"es": "a", "en": "b"}, "d": "2024-02-29", "r": "pages/home",
"u": "https://example.org/", "e": "a", "n": 2, "i": 5, "f": 1, "m": 100, "b": false,
"h": [{"name": {"es": "N", "en": "N"}, "acronym": {"es": "N", "en": "N"}, "from": "1996"}],
"p": {"from": "1996", "until": "2000-01"}, "o": {"x": "y"}, "a": ["x"], "z": [null],
"$schema": "x.json", "slug": {"es": "uno", "en": "one"}, "draft": false, "parent": "pages/home"
})"),
              "\n");
}

TEST(CheckRecord, AnUnknownFieldIsReportedWithASuggestion) {
    const TestSite site = book(R"("author": {"type": "string"})", R"({"autor": "Añez", "x": 1})");
    EXPECT_EQ(site.english(), R"(
content/books/one/record.json:1:2: error: the records of "books" have no field "autor" [unknown-field]
  1 | {"autor": "Añez", "x": 1}
    |  ^~~~~~~
  help: did you mean "author"?
content/books/one/record.json:1:19: error: the records of "books" have no field "x" [unknown-field]
  1 | {"autor": "Añez", "x": 1}
    |                   ^~~
  help: there is: $schema, slug, draft, parent, id, author
)");
    EXPECT_EQ(site.spanish(), R"(
content/books/one/record.json:1:2: error: los registros de «books» no tienen el campo «autor» [unknown-field]
  1 | {"autor": "Añez", "x": 1}
    |  ^~~~~~~
  ayuda: ¿quiso decir «author»?
content/books/one/record.json:1:19: error: los registros de «books» no tienen el campo «x» [unknown-field]
  1 | {"autor": "Añez", "x": 1}
    |                   ^~~
  ayuda: hay: $schema, slug, draft, parent, id, author
)");
}

TEST(CheckRecord, AMissingFieldIsReportedWithAnExample) {
    EXPECT_EQ(problems_of(R"(
"t": {"type": "string"}, "l": {"format": "localized"}, "d": {"format": "partial-date"},
"r": {"format": "reference", "collection": "pages"})",
                          "\n {}", R"(, "required": ["t", "l", "d", "r"])"),
              R"(
content/books/one/record.json:2:2: error: the field "d" is missing [missing-field]
  2 |  {}
    |  ^
  help: add "d": "2024-09-19"
content/books/one/record.json:2:2: error: the field "l" is missing [missing-field]
  2 |  {}
    |  ^
  help: add "l": {…} with a text per language
content/books/one/record.json:2:2: error: the field "r" is missing [missing-field]
  2 |  {}
    |  ^
  help: add "r": "pages/…"
content/books/one/record.json:2:2: error: the field "t" is missing [missing-field]
  2 |  {}
    |  ^
  help: add "t": …
)");
}

// As long as there are kinds of values: one text holds what is said of each.
TEST(CheckRecord, EveryWrongTypeIsShownAtTheValue) {
    EXPECT_EQ(problems_of(R"(
"t": {"type": "string"}, "l": {"format": "localized"}, "d": {"format": "partial-date"},
"r": {"format": "reference", "collection": "pages"}, "e": {"enum": ["a"]}, "i": {"type": "integer"},
"f": {"type": "number"}, "m": {"format": "money"}, "b": {"type": "boolean"},
"h": {"format": "names"}, "p": {"format": "period"}, "o": {"type": "object"},
"a": {"type": "array"})",
                          R"({
"t": 5,
"l": "á",
"d": 2024,
"r": ["pages/home"],
"e": null,
"i": 1.5,
"f": "1",
"m": "US$ 5",
"b": "yes",
"h": {},
"p": "2024",
"o": [],
"a": true
})"),
              R"(
content/books/one/record.json:2:6: error: this must be a text, not a whole number [wrong-type]
  2 | "t": 5,
    |      ^
  help: put it between quotation marks: "5"
content/books/one/record.json:3:6: error: this must be an object with a text per language, not a text [wrong-type]
  3 | "l": "á",
    |      ^~~
  help: write {"es": "á", "en": "…"}
content/books/one/record.json:4:6: error: this must be a date as a text, not a whole number [wrong-type]
  4 | "d": 2024,
    |      ^~~~
  help: put it between quotation marks: "2024"
content/books/one/record.json:5:6: error: this must be a text, not a list [wrong-type]
  5 | "r": ["pages/home"],
    |      ^
  help: write one text, between quotation marks: "…"
content/books/one/record.json:6:6: error: this must be a text, not null [wrong-type]
  6 | "e": null,
    |      ^~~~
  help: write a value, or remove the field
content/books/one/record.json:7:6: error: this must be a whole number, not a number [wrong-type]
  7 | "i": 1.5,
    |      ^~~
  help: write it without decimals
content/books/one/record.json:8:6: error: this must be a number, not a text [wrong-type]
  8 | "f": "1",
    |      ^~~
  help: remove the quotation marks: 1
content/books/one/record.json:9:6: error: this must be a whole number, not a text [wrong-type]
  9 | "m": "US$ 5",
    |      ^~~~~~~
  help: write it in digits, without quotation marks: 12
content/books/one/record.json:10:6: error: this must be true or false, not a text [wrong-type]
  10 | "b": "yes",
     |      ^~~~~
  help: write true or false, without quotation marks
content/books/one/record.json:11:6: error: this must be a list of names, not an object [wrong-type]
  11 | "h": {},
     |      ^
  help: write [{"name": {…}}]
content/books/one/record.json:12:6: error: this must be an object, not a text [wrong-type]
  12 | "p": "2024",
     |      ^~~~~~
  help: write its fields between braces: { … }
content/books/one/record.json:13:6: error: this must be an object, not a list [wrong-type]
  13 | "o": [],
     |      ^
  help: write its fields between braces: { … }
content/books/one/record.json:14:6: error: this must be a list, not true or false [wrong-type]
  14 | "a": true
     |      ^~~~
  help: put it between brackets: [true]
)");
}

TEST(CheckRecord, TheFieldsOfEveryRecordHaveTheirTypes) {
    EXPECT_EQ(problems_of("", R"({
"$schema": 1,
"slug": "uno",
"draft": "yes",
"parent": ["pages/home"]
})"),
              R"(
content/books/one/record.json:2:12: error: this must be a text, not a whole number [wrong-type]
  2 | "$schema": 1,
    |            ^
  help: put it between quotation marks: "1"
content/books/one/record.json:3:9: error: this must be an object with a text per language, not a text [wrong-type]
  3 | "slug": "uno",
    |         ^~~~~
  help: write {"es": "uno", "en": "…"}
content/books/one/record.json:4:10: error: this must be true or false, not a text [wrong-type]
  4 | "draft": "yes",
    |          ^~~~~
  help: write true or false, without quotation marks
content/books/one/record.json:5:11: error: this must be a text, not a list [wrong-type]
  5 | "parent": ["pages/home"]
    |           ^
  help: write one text, between quotation marks: "…"
)");
}

TEST(CheckRecord, LanguagesAndMissingTexts) {
    EXPECT_EQ(problems_of(R"("a": {"format": "localized"}, "b": {"format": "localized"})", R"({
"a": {"es": "hola", "fr": "salut", "en": "  "},
"b": {"es": "", "en": 5}
})"),
              R"(
content/books/one/record.json:2:6: warning: "a" has no text in "en" [translation-missing]
  2 | "a": {"es": "hola", "fr": "salut", "en": "  "},
    |      ^
  help: readers get it in another language until it is added
content/books/one/record.json:2:21: error: this site has no language "fr" [unknown-language]
  2 | "a": {"es": "hola", "fr": "salut", "en": "  "},
    |                     ^~~~
  help: there is: es, en
content/books/one/record.json:3:6: error: "b" has no text in any language [text-missing]
  3 | "b": {"es": "", "en": 5}
    |      ^
  help: write it at least in one: {"es": "…"}
content/books/one/record.json:3:23: error: this must be a text, not a whole number [wrong-type]
  3 | "b": {"es": "", "en": 5}
    |                       ^
  help: put it between quotation marks: "5"
)");
}

TEST(CheckRecord, DatesThatAreNone) {
    EXPECT_EQ(problems_of(R"("d": {"format": "partial-date"}, "p": {"format": "period"})", R"({
"d": "2023-02-29",
"p": {"from": "19/9/2024", "until": 5, "to": "2024"}
})"),
              R"(
content/books/one/record.json:2:6: error: "2023-02-29" is not in the calendar [bad-date]
  2 | "d": "2023-02-29",
    |      ^~~~~~~~~~~~
  help: correct the year, the month or the day
content/books/one/record.json:3:15: error: "19/9/2024" is not a date [bad-date]
  3 | "p": {"from": "19/9/2024", "until": 5, "to": "2024"}
    |               ^~~~~~~~~~~
  help: write year, month and day as far as they are known: "2024-09-19", "2024-09" or "2024"
content/books/one/record.json:3:37: error: this must be a date as a text, not a whole number [wrong-type]
  3 | "p": {"from": "19/9/2024", "until": 5, "to": "2024"}
    |                                     ^
  help: put it between quotation marks: "5"
content/books/one/record.json:3:40: error: a period has no field "to" [unknown-field]
  3 | "p": {"from": "19/9/2024", "until": 5, "to": "2024"}
    |                                        ^~~~
  help: there is: from, until
)");
}

TEST(CheckRecord, AnAddressOnTheWebIsWritten) {
    EXPECT_EQ(
        problems_of(R"("a": {"format": "uri"}, "b": {"format": "uri"}, "c": {"format": "uri"})",
                    R"({
"a": "javascript:x",
"b": "www.example.org",
"c": "https://example.org/página?a=1#b"
})"),
        R"(
content/books/one/record.json:2:6: error: "javascript:x" is not an address on the web [bad-uri]
  2 | "a": "javascript:x",
    |      ^~~~~~~~~~~~~~
  help: write it whole: "https://example.org/page"
content/books/one/record.json:3:6: error: "www.example.org" is not an address on the web [bad-uri]
  3 | "b": "www.example.org",
    |      ^~~~~~~~~~~~~~~~~
  help: write it whole: "https://example.org/page"
)");
}

TEST(CheckRecord, AValueOutsideAnEnumeration) {
    const TestSite site = book(R"("kind": {"enum": ["novel", "poems"]})", R"({"kind": "novela"})");
    EXPECT_EQ(site.english(), R"(
content/books/one/record.json:1:10: error: "kind" cannot be "novela" [unknown-value]
  1 | {"kind": "novela"}
    |          ^~~~~~~~
  help: did you mean "novel"?
)");
    EXPECT_EQ(site.spanish(), R"(
content/books/one/record.json:1:10: error: «kind» no puede ser «novela» [unknown-value]
  1 | {"kind": "novela"}
    |          ^~~~~~~~
  ayuda: ¿quiso decir «novel»?
)");
}

TEST(CheckRecord, NumbersOutOfRange) {
    EXPECT_EQ(
        problems_of(
            R"("a": {"type": "integer", "minimum": 1}, "b": {"type": "number", "maximum": 0.5})",
            R"({"a": 0, "b": 0.75})"),
        R"(
content/books/one/record.json:1:7: error: "a" must be 1 or more [out-of-range]
  1 | {"a": 0, "b": 0.75}
    |       ^
  help: the rule stands in content/books/collection.json
content/books/one/record.json:1:15: error: "b" must be 0.5 or less [out-of-range]
  1 | {"a": 0, "b": 0.75}
    |               ^~~~
  help: the rule stands in content/books/collection.json
)");
}

TEST(CheckRecord, TextsThatDoNotFitTheirPattern) {
    EXPECT_EQ(problems_of(R"("a": {"type": "string", "pattern": "^[A-Z]{3}$"})", R"({"a": "abc"})"),
              R"(
content/books/one/record.json:1:7: error: this is not written as "a" must be [wrong-pattern]
  1 | {"a": "abc"}
    |       ^~~~~
  help: look at the same field of other records; as a pattern, its form is ^[A-Z]{3}$
)");
}

TEST(CheckRecord, APatternTakesNoLongerThanItsTextIsLong) {
    const std::string text(1000, 'a');
    EXPECT_EQ(problems_of(R"("a": {"type": "string", "pattern": "^(a+)+$"})",
                          R"({"a": ")" + text + R"("})"),
              "\n");
    EXPECT_EQ(
        book(R"("a": {"type": "string", "pattern": "^(a+)+$"})", R"({"a": ")" + text + R"(!"})")
            .problems.all()
            .front()
            .code,
        "wrong-pattern");
    EXPECT_EQ(book(R"("a": {"type": "string", "pattern": "^a*$"})",
                   R"({"a": ")" + std::string(1'000'000, 'a') + R"("})")
                  .problems.all()
                  .front()
                  .code,
              "wrong-pattern");
}

TEST(CheckRecord, ATextTooLongForAPatternIsReported) {
    const TestSite site = book(R"("a": {"type": "string", "pattern": "^a*$"})",
                               R"({"a": ")" + std::string(300'000, 'a') + R"("})");
    EXPECT_EQ(site.problems.all().front().message.en, "this text is too long for \"a\"");
    EXPECT_EQ(site.problems.all().front().help.en,
              "a field with a pattern takes at most 1024 bytes");
}

TEST(CheckRecord, ALongTextBesideAFieldWithAPatternIsFine) {
    EXPECT_EQ(
        problems_of(R"("a": {"type": "string", "pattern": "^x$"}, "b": {"type": "string"},
"c": {"type": "array", "items": {"type": "object", "properties": {"d": {"type": "string", "pattern": "^y"}}}})",
                    R"({"a": "x", "b": ")" + std::string(5000, 'b') + R"(", "c": [{"d": "y"}]})"),
        "\n");
}

TEST(CheckRecord, AFormIsExplainedInWordsWhereTheCollectionHasThem) {
    const std::string fields = R"("a": {"type": "string", "pattern": "^[A-Z]{3}$",
"description": "Three capital letters", "description_es": "Tres letras mayúsculas"})";
    EXPECT_EQ(problems_of(fields, R"({"a": "abc"})"), R"(
content/books/one/record.json:1:7: error: this is not written as "a" must be [wrong-pattern]
  1 | {"a": "abc"}
    |       ^~~~~
  help: Three capital letters
)");
    EXPECT_EQ(book(fields, R"({"a": "abc"})").spanish(), R"(
content/books/one/record.json:1:7: error: esto no está escrito como pide «a» [wrong-pattern]
  1 | {"a": "abc"}
    |       ^~~~~
  ayuda: Tres letras mayúsculas
)");
    const std::string in_english = R"("a": {"type": "string", "pattern": "^[A-Z]{3}$",
"description": "Three capital letters"})";
    EXPECT_EQ(book(in_english, R"({"a": "abc"})").spanish(), R"(
content/books/one/record.json:1:7: error: esto no está escrito como pide «a» [wrong-pattern]
  1 | {"a": "abc"}
    |       ^~~~~
  ayuda: Three capital letters
)");
}

TEST(CheckRecord, NamesHaveTheirShape) {
    EXPECT_EQ(problems_of(R"("h": {"format": "names"})", R"({"h": [
"RCM",
{"acronym": {"es": "CRM"}, "since": "1996"},
{"name": {"es": "A", "en": "A"}, "until": "soon"}
]})"),
              R"(
content/books/one/record.json:2:1: error: this must be an object, not a text [wrong-type]
  2 | "RCM",
    | ^~~~~
  help: write its fields between braces: { … }
content/books/one/record.json:3:1: error: the field "name" is missing [missing-field]
  3 | {"acronym": {"es": "CRM"}, "since": "1996"},
    | ^
  help: add "name": {…} with a text per language
content/books/one/record.json:3:13: warning: "acronym" has no text in "en" [translation-missing]
  3 | {"acronym": {"es": "CRM"}, "since": "1996"},
    |             ^
  help: readers get it in another language until it is added
content/books/one/record.json:3:28: error: a name in "h" has no field "since" [unknown-field]
  3 | {"acronym": {"es": "CRM"}, "since": "1996"},
    |                            ^~~~~~~
  help: there is: name, acronym, from, until
content/books/one/record.json:4:43: error: "soon" is not a date [bad-date]
  4 | {"name": {"es": "A", "en": "A"}, "until": "soon"}
    |                                           ^~~~~~
  help: write year, month and day as far as they are known: "2024-09-19", "2024-09" or "2024"
)");
}

TEST(CheckRecord, FieldsInsideListsAndObjectsAreCheckedAlike) {
    EXPECT_EQ(problems_of(R"("s": {"type": "array", "items": {"type": "object",
"properties": {"uri": {"type": "string"}, "year": {"type": "integer"}}, "required": ["uri"]}})",
                          R"({"s": [{"uri": "x"}, {"url": "y", "year": "1"}]})"),
              R"(
content/books/one/record.json:1:23: error: "s" has no field "url" [unknown-field]
  1 | {"s": [{"uri": "x"}, {"url": "y", "year": "1"}]}
    |                       ^~~~~
  help: did you mean "uri"?
content/books/one/record.json:1:43: error: this must be a whole number, not a text [wrong-type]
  1 | {"s": [{"uri": "x"}, {"url": "y", "year": "1"}]}
    |                                           ^~~
  help: remove the quotation marks: 1
)");
}

TEST(CheckRecord, TheSchemaHasTheLastWord) {
    EXPECT_EQ(problems_of(R"("s": {"type": "array", "items": {"type": "object",
"properties": {"a": {"type": "string"}, "b": {"type": "string"}},
"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}})",
                          R"({"s": [{"a": "x"},
{}]})"),
              R"(
content/books/one/record.json:2:1: error: the field "a" is missing here, or the field "b" is missing here [schema-violation]
  2 | {}]}
    | ^
  help: the rule stands in content/books/collection.json
)");
    EXPECT_EQ(problems_of(R"("n": {"type": "integer", "enum": [1, 2]})", R"({"n": 3})"), R"(
content/books/one/record.json:1:7: error: this is none of the values that are allowed here [schema-violation]
  1 | {"n": 3}
    |       ^
  help: the rule stands in content/books/collection.json
)");
    EXPECT_EQ(problems_of(R"("a": {"type": "array", "items": {"type": "string"}, "minItems": 2})",
                          R"({"a": ["x"]})"),
              R"(
content/books/one/record.json:1:7: error: this list is too short: it needs 2 or more items [schema-violation]
  1 | {"a": ["x"]}
    |       ^
  help: the rule stands in content/books/collection.json
)");
}

TEST(CheckRecord, AnEmptySchemaStillAllowsTheFieldsOfEveryRecord) {
    EXPECT_EQ(
        site_from({{"content/books/collection.json",
                    R"({"name": {"es": "Libros", "en": "Books"}, "record": {"type": "object"}})"},
                   {"content/books/one/record.json", R"({"slug": {"es": "a", "en": "b"}})"},
                   {"content/books/one/es.md", "# Uno\n"},
                   {"content/books/one/en.md", "# One\n"}})
            .english(),
        "\n");
}

TEST(CheckRecord, ManyUnknownFieldsAreAllReportedInTime) {
    std::string record = "{";
    for (int i = 0; i < 5'000; ++i) {
        record += fmt::format("{}\"field{}\": 1", i == 0 ? "" : ", ", i);
    }
    EXPECT_EQ(book("", record + "}").problems.count(Severity::error), 5'000U);
}

}  // namespace puebla
