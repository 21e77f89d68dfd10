#include "model/shape_collection.h"

#include <gtest/gtest.h>

#include "site_from.h"

namespace puebla {

namespace {

TestSite collection(const std::string& json) {
    return site_from({{"content/books/collection.json", json}});
}

std::string problems_of(const std::string& json) {
    return collection(json).english();
}

// With the names that must be there, on the first line; `more` begins on the second.
std::string named(const std::string& more) {
    return "{\"name\": {\"es\": \"Libros\", \"en\": \"Books\"},\n" + more + "}";
}

std::string properties(const std::string& fields) {
    return named("\"record\": {\"type\": \"object\", \"properties\": {\n" + fields + "}}");
}

}  // namespace

TEST(ShapeCollection, ReadsTheSettings) {
    const TestSite site = collection(R"({
  "$schema": "x.json",
  "name": {"es": "Libros", "en": "Books"},
  "entry_name": {"es": "libro", "en": "book"},
  "intro": {"es": "Hola", "en": "Hello"},
  "parent": "pages/home",
  "address": {"list": {"es": "libros/", "en": "books/"}, "entry": {"es": "l/{slug}/", "en": "b/{slug}/"}},
  "layout": {"list": "shelf", "entry": "book"},
  "title": "name",
  "prose": "optional",
  "order": ["-date", "title"],
  "page_size": 10,
  "feed": "date",
  "totals": ["pages"],
  "record": {"type": "object", "properties": {
    "date": {"type": "string", "format": "partial-date"},
    "name": {"type": "string"},
    "pages": {"type": "integer"}}}
})");
    EXPECT_EQ(site.english(), "\n");
    const Collection& books = *find_collection(site.site, "books");
    EXPECT_EQ(*books.entry_name.find(0), "libro");
    EXPECT_EQ(books.entry_address.find(1)->text, "b/{slug}/");
    EXPECT_EQ(books.list_layout + books.entry_layout, "shelfbook");
    EXPECT_EQ(books.parent->text, "pages/home");
    EXPECT_EQ(books.prose, ProseRule::optional);
    EXPECT_EQ(books.order[0].field, "date");
    EXPECT_TRUE(books.order[0].descending);
    EXPECT_FALSE(books.order[1].descending);
    EXPECT_EQ(books.page_size, 10U);
    EXPECT_EQ(books.totals, std::vector<std::string>{"pages"});
    EXPECT_EQ(books.fields.size(), 3U);
}

TEST(ShapeCollection, WithoutANameIsReported) {
    EXPECT_EQ(problems_of("{}"), R"(
content/books/collection.json:1:1: error: this collection has no "name" [missing-field]
  1 | {}
    | ^
  help: add "name": {…} with a text per language
)");
}

TEST(ShapeCollection, UnknownSettingsGetASuggestion) {
    EXPECT_EQ(problems_of(named(R"("adress": {}, "layout": {"entries": "x"})")), R"(
content/books/collection.json:2:1: error: collection.json has no field "adress" [unknown-field]
  2 | "adress": {}, "layout": {"entries": "x"}}
    | ^~~~~~~~
  help: did you mean "address"?
content/books/collection.json:2:26: error: "layout" has no field "entries" [unknown-field]
  2 | "adress": {}, "layout": {"entries": "x"}}
    |                          ^~~~~~~~~
  help: there is: list, entry
)");
}

TEST(ShapeCollection, AddressesHaveTheirForm) {
    EXPECT_EQ(problems_of(named(R"("address": {
"list": {"es": "/libros/", "en": "books"},
"entry": {"es": "libros//{slug}/"}
})")),
              R"(
content/books/collection.json:3:16: error: an address ends with one / and does not begin with one [bad-setting]
  3 | "list": {"es": "/libros/", "en": "books"},
    |                ^~~~~~~~~~
  help: write it like "members/{slug}/"
content/books/collection.json:3:34: error: an address ends with one / and does not begin with one [bad-setting]
  3 | "list": {"es": "/libros/", "en": "books"},
    |                                  ^~~~~~~
  help: write it like "members/{slug}/"
content/books/collection.json:4:10: error: this address is missing in "en" [bad-setting]
  4 | "entry": {"es": "libros//{slug}/"}
    |          ^
  help: write it like "members/", in every language of the site
content/books/collection.json:4:17: error: an address ends with one / and does not begin with one [bad-setting]
  4 | "entry": {"es": "libros//{slug}/"}
    |                 ^~~~~~~~~~~~~~~~~
  help: write it like "members/{slug}/"
)");
}

TEST(ShapeCollection, AddressesDoNotGrowWithoutMeasure) {
    EXPECT_EQ(problems_of(named(R"("address": {
"list": {"es": "libros/", "en": "books/"},
"entry": {"es": "{parent}{slug}/", "en": "{parent}a/{parent}{slug}/"}
})")),
              R"(
content/books/collection.json:4:42: error: this address is too long, or names {parent} twice [bad-setting]
  4 | "entry": {"es": "{parent}{slug}/", "en": "{parent}a/{parent}{slug}/"}
    |                                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: write it like "{parent}{slug}/"
)");
    std::string slugs;
    for (int i = 0; i < 1000; ++i) {
        slugs += "{slug}/";
    }
    EXPECT_NE(problems_of(named(R"("address": {"entry": {"es": ")" + slugs + R"(", "en": "a/"}})"))
                  .find("this address is too long"),
              std::string::npos);
}

TEST(ShapeCollection, AddressesStayInTheSiteAndInPlainLetters) {
    EXPECT_EQ(problems_of(named(R"("address": {
"list": {"es": "../fuera/", "en": "países/"},
"entry": {"es": "a b/{slug}/", "en": "v1.0/{slug}/"}
})")),
              R"(
content/books/collection.json:3:16: error: an address consists of letters without accents, digits, "-", "_" and ".", and no step of it begins with "." [bad-setting]
  3 | "list": {"es": "../fuera/", "en": "países/"},
    |                ^~~~~~~~~~~
  help: write it like "members/{slug}/"
content/books/collection.json:3:35: error: an address consists of letters without accents, digits, "-", "_" and ".", and no step of it begins with "." [bad-setting]
  3 | "list": {"es": "../fuera/", "en": "países/"},
    |                                   ^~~~~~~~~
  help: write it like "members/{slug}/"
content/books/collection.json:4:17: error: an address consists of letters without accents, digits, "-", "_" and ".", and no step of it begins with "." [bad-setting]
  4 | "entry": {"es": "a b/{slug}/", "en": "v1.0/{slug}/"}
    |                 ^~~~~~~~~~~~~
  help: write it like "members/{slug}/"
)");
}

TEST(ShapeCollection, SettingsThatNameFieldsNameFieldsThatExist) {
    EXPECT_EQ(problems_of(named(R"("record": {"properties": {"date": {"format": "partial-date"}}},
"order": ["-dat", "title"],
"title": "name",
"feed": "data",
"totals": ["sum"])")),
              R"(
content/books/collection.json:3:11: error: the records of this collection have no field "dat" [bad-setting]
  3 | "order": ["-dat", "title"],
    |           ^~~~~~
  help: did you mean "date"?
content/books/collection.json:4:10: error: the records of this collection have no field "name" [bad-setting]
  4 | "title": "name",
    |          ^~~~~~
  help: there is: title, date
content/books/collection.json:5:9: error: the records of this collection have no field "data" [bad-setting]
  5 | "feed": "data",
    |         ^~~~~~
  help: did you mean "date"?
content/books/collection.json:6:12: error: the records of this collection have no field "sum" [bad-setting]
  6 | "totals": ["sum"]}
    |            ^~~~~
  help: there is: date
)");
}

TEST(ShapeCollection, SettingsThatNameFieldsNameFieldsTheyCanUse) {
    EXPECT_EQ(problems_of(named(R"("record": {"properties": {
"n": {"format": "names"}, "p": {"format": "period"}, "l": {"type": "array"}, "t": {"type": "string"}}},
"order": ["n", "-p", "t"],
"title": "l",
"feed": "t",
"totals": ["title", "t"])")),
              R"(
content/books/collection.json:4:11: error: entries cannot be put in order by the field "n" [bad-setting]
  4 | "order": ["n", "-p", "t"],
    |           ^~~
  help: name a field that holds a text, a date or a number, or "title"
content/books/collection.json:4:16: error: entries cannot be put in order by the field "p" [bad-setting]
  4 | "order": ["n", "-p", "t"],
    |                ^~~~
  help: name a field that holds a text, a date or a number, or "title"
content/books/collection.json:5:10: error: titles cannot be made from the field "l" [bad-setting]
  5 | "title": "l",
    |          ^~~
  help: name a field that holds a text or a history of names
content/books/collection.json:6:9: error: news cannot be dated by the field "t" [bad-setting]
  6 | "feed": "t",
    |         ^~~
  help: name a field with "format": "partial-date"
content/books/collection.json:7:12: error: the records of this collection have no field "title" [bad-setting]
  7 | "totals": ["title", "t"]}
    |            ^~~~~~~
  help: there is: n, p, l, t
content/books/collection.json:7:21: error: sums cannot be made of the field "t" [bad-setting]
  7 | "totals": ["title", "t"]}
    |                     ^~~
  help: name a field that holds whole numbers or amounts of money
)");
}

TEST(ShapeCollection, WrongRulesAndSizes) {
    EXPECT_EQ(problems_of(named(R"("prose": "requird",
"page_size": 0,
"parent": "pages/hme")")),
              R"(
content/books/collection.json:2:10: error: there is no prose rule "requird" [bad-setting]
  2 | "prose": "requird",
    |          ^~~~~~~~~
  help: did you mean "required"?
content/books/collection.json:3:14: error: this must be 1 or more [out-of-range]
  3 | "page_size": 0,
    |              ^
content/books/collection.json:4:11: error: no entry is called "pages/hme" [unknown-reference]
  4 | "parent": "pages/hme"}
    |           ^~~~~~~~~~~
  help: did you mean "pages/home"?
)");
}

TEST(ReadFields, MistakesInASchemaAreReportedInIt) {
    EXPECT_EQ(problems_of(properties(R"("a": {"type": "strng"},
"b": {"typ": "string"},
"c": 5,
"d": {"type": "string", "pattern": "("},
"e": {"enum": ["x"], "labels": {"y": {}, "x": {"nme": {}, "slug": {"es": "ü/"}}}},
"f": {"format": "reference", "collection": "page"},
"g": {"label": {"es": "G"}})")),
              R"(
content/books/collection.json:3:15: error: there is no type "strng" [bad-setting]
  3 | "a": {"type": "strng"},
    |               ^~~~~~~
  help: did you mean "string"?
content/books/collection.json:4:7: error: a schema has no field "typ" [unknown-field]
  4 | "b": {"typ": "string"},
    |       ^~~~~
  help: did you mean "type"?
content/books/collection.json:5:6: error: this must be an object, not a whole number [wrong-type]
  5 | "c": 5,
    |      ^
  help: write its fields between braces: { … }
content/books/collection.json:6:36: error: this pattern is not a regular expression [bad-setting]
  6 | "d": {"type": "string", "pattern": "("},
    |                                    ^~~
  help: write it like "^[0-9]{4}$", which asks for four digits
content/books/collection.json:7:33: error: "enum" has no field "y" [unknown-field]
  7 | "e": {"enum": ["x"], "labels": {"y": {}, "x": {"nme": {}, "slug": {"es": "ü/"}}}},
    |                                 ^~~
  help: did you mean "x"?
content/books/collection.json:7:48: error: a label has no field "nme" [unknown-field]
  7 | "e": {"enum": ["x"], "labels": {"y": {}, "x": {"nme": {}, "slug": {"es": "ü/"}}}},
    |                                                ^~~~~
  help: did you mean "name"?
content/books/collection.json:7:74: error: "ü/" cannot be part of an address [bad-slug]
  7 | …abels": {"y": {}, "x": {"nme": {}, "slug": {"es": "ü/"}}}},
    |                                                    ^~~~
  help: write "u"
content/books/collection.json:8:1: error: "f" refers to the collection "page", which does not exist [unknown-collection]
  8 | "f": {"format": "reference", "collection": "page"},
    | ^~~
  help: did you mean "pages"?
content/books/collection.json:9:16: warning: this label has no text in "en" [translation-missing]
  9 | "g": {"label": {"es": "G"}}}}}
    |                ^
  help: readers get it in another language until it is added
)");
}

TEST(ReadFields, RequiredNamesAProperty) {
    EXPECT_EQ(problems_of(named(R"("record": {"properties": {"date": {}}, "required": ["dat"]})")),
              R"(
content/books/collection.json:2:52: error: "required" names "dat", which is not among the properties [bad-setting]
  2 | …record": {"properties": {"date": {}}, "required": ["dat"]}}
    |                                                    ^
  help: did you mean "date"?
)");
}

TEST(ReadFields, WhatIsNoSchemaIsReportedAndRecordsAreNotJudgedByIt) {
    EXPECT_EQ(problems_of(named(R"("record": [])")), R"(
content/books/collection.json:2:11: error: this must be an object, not a list [wrong-type]
  2 | "record": []}
    |           ^
  help: write its fields between braces: { … }
)");
    EXPECT_EQ(problems_of(named(R"("record": {"properties": {"a": {"$ref": "#/properties/a"}}})")),
              R"(
content/books/collection.json:2:41: error: this reference leads back to itself [bad-setting]
  2 | "record": {"properties": {"a": {"$ref": "#/properties/a"}}}}
    |                                         ^~~~~~~~~~~~~~~~
  help: let it lead to a schema that does not need it
)");
}

TEST(ReadFields, APatternThatIsNoneDoesNotStopTheRecords) {
    const TestSite site = site_from({{"content/books/collection.json",
                                      properties(R"("d": {"type": "string", "pattern": "["})")},
                                     {"content/books/one/record.json", R"({"d": "x"})"},
                                     {"content/books/one/es.md", "# Uno\n"},
                                     {"content/books/one/en.md", "# One\n"}});
    EXPECT_EQ(site.english(), R"(
content/books/collection.json:3:36: error: this pattern is not a regular expression [bad-setting]
  3 | "d": {"type": "string", "pattern": "["}}}}
    |                                    ^~~
  help: write it like "^[0-9]{4}$", which asks for four digits
)");
}

}  // namespace puebla
