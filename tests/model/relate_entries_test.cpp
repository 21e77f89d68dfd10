#include "model/relate_entries.h"

#include <gtest/gtest.h>

#include "site_from.h"

namespace puebla {

namespace {

constexpr const char* plain = R"({"name": {"es": "X", "en": "X"}, "prose": "none", "title": "t",
"record": {"properties": {"t": {"type": "string"}}}})";

// Authors ana and luis, an empty collection of places, and a book with these fields and record.
TestSite book(const std::string& properties, const std::string& record) {
    return site_from({
        {"content/authors/collection.json", plain},
        {"content/authors/ana/record.json", R"({"t": "Ana"})"},
        {"content/authors/luis/record.json", R"({"t": "Luis"})"},
        {"content/authors/later/record.json", R"({"t": "Later", "draft": true})"},
        {"content/authors/broken/record.json", "{"},
        {"content/places/collection.json", plain},
        {"content/books/collection.json",
         R"({"name": {"es": "X", "en": "X"}, "prose": "none", "title": "t",
"record": {"properties": {"t": {"type": "string"}, )" +
             properties + "}}}"},
        {"content/books/one/record.json", record},
    });
}

// Without the syntax error that is always there.
std::string problems_of(const std::string& properties, const std::string& record,
                        MessageLanguage language = MessageLanguage::english) {
    const TestSite site = book(properties, record);
    Diagnostics here;
    for (const Diagnostic& one : site.problems.all()) {
        if (one.code != "broken-json") {
            here.error(one.code, one.place, one.message, one.help);
        }
    }
    return text_of(here, site.files, language);
}

std::string relations_of(const Site& site) {
    std::string text;
    for (const Relation& relation : site.relations) {
        text += fmt::format("{} -> {} as {}\n", site.entries[relation.from].ref,
                            site.entries[relation.to].ref, relation.inverse);
    }
    return text;
}

}  // namespace

TEST(RelateEntries, EveryReferenceIsFollowedFromBothEnds) {
    const TestSite site = book(R"(
"author": {"format": "reference", "collection": "authors"},
"readers": {"type": "array", "items": {"format": "reference", "collection": "authors", "inverse": "read"}},
"sources": {"type": "array", "items": {"type": "object", "properties": {
  "by": {"format": "reference", "collection": "authors"},
  "from": {"format": "reference", "collection": ["authors", "pages"], "inverse": "cited"}}}})",
                               R"({"t": "One",
"author": "authors/ana",
"readers": ["authors/luis", "authors/ana"],
"sources": [{"by": "authors/luis", "from": "pages/home"}]})");
    EXPECT_EQ(relations_of(site.site),
              "books/one -> authors/ana as books\n"
              "books/one -> authors/luis as read\n"
              "books/one -> authors/ana as read\n"
              "books/one -> authors/luis as \n"
              "books/one -> pages/home as cited\n");
    EXPECT_EQ(find_collection(site.site, "authors")->inverses,
              (std::vector<std::string>{"books", "read", "cited"}));
    EXPECT_EQ(find_collection(site.site, "pages")->inverses, std::vector<std::string>{"cited"});
}

TEST(RelateEntries, AnUnknownReferenceGetsASuggestionFromItsCollection) {
    const std::string field = R"("author": {"format": "reference", "collection": "authors"})";
    EXPECT_EQ(problems_of(field, R"({"t": "ñ", "author": "authors/anna"})"), R"(
content/books/one/record.json:1:22: error: no entry is called "authors/anna" [unknown-reference]
  1 | {"t": "ñ", "author": "authors/anna"}
    |                      ^~~~~~~~~~~~~~
  help: did you mean "authors/ana"?
)");
    EXPECT_EQ(problems_of(field, R"({"t": "ñ", "author": "Ana"})", MessageLanguage::spanish), R"(
content/books/one/record.json:1:22: error: ninguna entrada se llama «Ana» [unknown-reference]
  1 | {"t": "ñ", "author": "Ana"}
    |                      ^~~~~
  ayuda: hay: authors/ana, authors/luis
)");
}

TEST(RelateEntries, TheReferencesOfABrokenRecordAreToldInTheSameRun) {
    EXPECT_EQ(problems_of(R"("by": {"format": "reference", "collection": "authors"},
"year": {"type": "integer"})",
                          R"({"t": "Uno", "year": "2020", "by": "authors/luiz"})"),
              R"(
content/books/one/record.json:1:22: error: this must be a whole number, not a text [wrong-type]
  1 | {"t": "Uno", "year": "2020", "by": "authors/luiz"}
    |                      ^~~~~~
  help: remove the quotation marks: 2020
content/books/one/record.json:1:36: error: no entry is called "authors/luiz" [unknown-reference]
  1 | {"t": "Uno", "year": "2020", "by": "authors/luiz"}
    |                                    ^~~~~~~~~~~~~~
  help: did you mean "authors/luis"?
)");
    EXPECT_EQ(problems_of(R"("n": {"type": "integer"})", R"({"parent": "books/x", "n": ""})"), R"(
content/books/one/record.json:1:12: error: no entry is called "books/x" [unknown-reference]
  1 | {"parent": "books/x", "n": ""}
    |            ^~~~~~~~~
  help: there is: authors/ana, authors/luis, pages/home
content/books/one/record.json:1:28: error: this must be a whole number, not a text [wrong-type]
  1 | {"parent": "books/x", "n": ""}
    |                            ^~
  help: write it in digits, without quotation marks: 12
)");
}

TEST(RelateEntries, AReferenceToAnotherCollection) {
    EXPECT_EQ(
        problems_of(R"("author": {"format": "reference", "collection": ["authors", "places"]})",
                    R"({"t": "ñ", "author": "pages/home"})"),
        R"(
content/books/one/record.json:1:22: error: "pages/home" is not in the collection this field refers to [wrong-collection]
  1 | {"t": "ñ", "author": "pages/home"}
    |                      ^~~~~~~~~~~~
  help: name an entry of "authors", "places"
)");
}

TEST(RelateEntries, AReferenceToADraft) {
    EXPECT_EQ(problems_of(R"("author": {"format": "reference", "collection": "authors"})",
                          R"({"t": "x", "author": "authors/later"})"),
              R"(
content/books/one/record.json:1:22: error: "authors/later" is a draft and is not published [link-to-draft]
  1 | {"t": "x", "author": "authors/later"}
    |                      ^~~~~~~~~~~~~~~
  help: publish it, or remove this reference
)");
}

TEST(RelateEntries, AReferenceToSomethingBrokenStaysSilent) {
    EXPECT_EQ(problems_of(R"("author": {"format": "reference", "collection": "authors"})",
                          R"({"t": "x", "author": "authors/broken"})"),
              "\n");
}

TEST(RelateEntries, WhereTheCollectionOfAFieldIsUnknownItsValuesAreNotToBlame) {
    EXPECT_EQ(problems_of(R"(
"author": {"format": "reference", "collection": "autors"})",
                          R"({"t": "x", "author": "authors/ana"})"),
              R"(
content/books/collection.json:3:1: error: "author" refers to the collection "autors", which does not exist [unknown-collection]
  3 | "author": {"format": "reference", "collection": "autors"}}}}
    | ^~~~~~~~
  help: did you mean "authors"?
)");
}

TEST(RelateEntries, ManyUnknownReferencesAreAllReported) {
    Files files = {{"content/authors/collection.json", plain},
                   {"content/books/collection.json", R"({"name": {"es": "X", "en": "X"},
"prose": "none", "title": "t", "record": {"properties": {"t": {"type": "string"},
"authors": {"type": "array", "items": {"format": "reference", "collection": "authors"}}}}})"}};
    for (int i = 0; i < 200; ++i) {
        files[fmt::format("content/authors/author-{}/record.json", i)] = R"({"t": "x"})";
    }
    std::string record = R"({"t": "x", "authors": [)";
    for (int i = 0; i < 200; ++i) {
        record += fmt::format("{}\"members/author-{}\"", i == 0 ? "" : ", ", i);
    }
    files["content/books/one/record.json"] = record + "]}";
    const auto site = site_from(std::move(files));
    EXPECT_EQ(site.problems.count(Severity::error), 200U);
}

// Of so many the first thousand are shown.
TEST(RelateEntries, OfThousandsOfUnknownReferencesTheFirstGetASuggestion) {
    std::string table = "[";
    for (int i = 0; i < 3000; ++i) {
        table += fmt::format(R"({}{{"id": "r{}", "t": "T", "to": "pages/hom"}})", i ? "," : "", i);
    }
    const TestSite site = site_from({{"content/rows/collection.json", R"({
  "name": {"es": "Filas", "en": "Rows"}, "title": "t",
  "record": {"properties": {"t": {"type": "string"},
    "to": {"format": "reference", "collection": "pages"}}}})"},
                                     {"content/rows/records.json", table + "]"}});
    ASSERT_EQ(site.problems.all().size(), 3000U);
    EXPECT_EQ(site.problems.all()[999].help.en, "did you mean \"pages/home\"?");
    EXPECT_EQ(site.problems.all()[2999].help, Message());
}

}  // namespace puebla
