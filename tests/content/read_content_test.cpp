#include <gtest/gtest.h>

#include "content/content_tree.h"
#include "text_of.h"

namespace puebla {

namespace {

struct Read {
    MemoryFileSystem files;
    Diagnostics problems;
    ContentTree tree;

    std::string english() const { return text_of(problems, files); }
};

Read read(std::map<std::string, std::string> files, unsigned workers = 1) {
    Read result;
    files.emplace("content/site.json", "{}");
    result.files = MemoryFileSystem(std::move(files));
    result.tree = read_content(result.files, Workers{workers}, result.problems);
    return result;
}

// One line for each collection and entry, with the files that have a role there.
std::string outline_of(const ContentTree& tree) {
    std::string text = "\n";
    for (const CollectionFiles& collection : tree.collections) {
        text += collection.name + " " + to_json(collection.settings) + "\n";
        for (const EntryFiles& entry : collection.entries) {
            text += fmt::format("  {} {} at {}{}", entry.name, to_json(entry.record),
                                entry.record_file, entry.broken ? " broken" : "");
            for (const auto& [language, prose] : entry.prose) {
                text += fmt::format(" {}={}", language, prose.text);
            }
            for (const std::string& attachment : entry.attachments) {
                text += " +" + attachment;
            }
            text += "\n";
        }
    }
    return text;
}

}  // namespace

class ReadContent : public testing::TestWithParam<unsigned> {};

TEST_P(ReadContent, EveryFileFindsItsRole) {
    const Read result = read({{"content/members/collection.json", R"({"name": 1})"},
                              {"content/members/mexico/record.json", R"({"a": 2})"},
                              {"content/members/mexico/es.md", "hola"},
                              {"content/members/mexico/en.md", "hello"},
                              {"content/members/mexico/map.pdf", "%PDF"},
                              {"content/members/mexico/maps/es.md", "an attachment"},
                              {"content/members/belize/en.md", "no record"},
                              {"content/terms/collection.json", "{}"},
                              {"content/terms/records.json", R"([{"id": "z"}, {"id": "a"}])"},
                              {"content/.theme/layouts/x.html", "not content"},
                              {"content/members/.draft/es.md", "not content"},
                              {"content/members/mexico/.es.md.swp", "not content"}},
                             GetParam());
    EXPECT_EQ(result.english(), "\n");
    EXPECT_EQ(outline_of(result.tree), R"(
members {"name":1}
  belize null at content/members/belize en=no record
  mexico {"a":2} at content/members/mexico/record.json en=hello es=hola +content/members/mexico/map.pdf +content/members/mexico/maps/es.md
terms {}
  z {"id":"z"} at content/terms/records.json
  a {"id":"a"} at content/terms/records.json
)");
}

INSTANTIATE_TEST_SUITE_P(Workers, ReadContent, testing::Values(1U, 8U));

TEST(ReadContent, WithoutSiteJsonNothingIsUnderstood) {
    const MemoryFileSystem files;
    Diagnostics problems;
    read_content(files, {}, problems);
    EXPECT_EQ(text_of(problems, files), R"(
error: there is no content/site.json here [file-missing]
  help: run puebla in the folder that holds content/ and themes/, or name it with --source
)");
}

TEST(ReadContent, AFileWithoutARoleIsLeftOutWithAWarning) {
    const Read result = read({{"content/sites.json", "{}"},
                              {"content/members/collection.json", "{}"},
                              {"content/members/colection.json", "{}"},
                              {"content/members/notes.txt", ""}});
    EXPECT_EQ(result.english(), R"(
content/members/colection.json: warning: this file has no role here and is left out [stray-file]
  help: did you mean "collection.json"?
content/members/notes.txt: warning: this file has no role here and is left out [stray-file]
  help: there is: collection.json, records.json
content/sites.json: warning: this file has no role here and is left out [stray-file]
  help: did you mean "site.json"?
)");
}

TEST(ReadContent, AFileOfAlmostTheRightNameIsTheOnlyMessage) {
    const Read result = read({{"content/members/colection.json", "{}"},
                              {"content/members/mexico/es.md", "hola"},
                              {"content/topics/collection.json", "{}"},
                              {"content/topics/rights/recrod.json", "{}"},
                              {"content/topics/rights/es.md", "hola"},
                              {"content/topics/labour/report.csv", ""},
                              {"content/topics/labour/data/records.json", "[]"}});
    EXPECT_EQ(result.english(), R"(
content/members/colection.json: error: "collection.json" is missing here, and this file has almost its name [stray-file]
  help: rename it to "collection.json"
content/topics/rights/recrod.json: error: "record.json" is missing here, and this file has almost its name [stray-file]
  help: rename it to "record.json"
)");
    EXPECT_EQ(outline_of(result.tree), R"(
members null
  mexico null at content/members/mexico es=hola
topics {}
  labour null at content/topics/labour +content/topics/labour/data/records.json +content/topics/labour/report.csv
  rights null at content/topics/rights broken es=hola +content/topics/rights/recrod.json
)");
    MemoryFileSystem files;
    files.write("content/stie.json", "{}");
    Diagnostics problems;
    read_content(files, {}, problems);
    EXPECT_EQ(text_of(problems, files), R"(
content/stie.json: error: "site.json" is missing here, and this file has almost its name [stray-file]
  help: rename it to "site.json"
)");
}

TEST(ReadContent, AFolderInPlaceOfAFileIsReportedAsThat) {
    const Read result = read({{"content/members/collection.json/notes.txt", ""},
                              {"content/members/collection.json/more/notes.txt", ""},
                              {"content/topics/collection.json", "{}"},
                              {"content/topics/rights/record.json/notes.txt", ""},
                              {"content/topics/labour/es.md/notes.txt", ""},
                              {"content/topics/labour/maps/es.md/notes.txt", ""}});
    EXPECT_EQ(result.english(), R"(
content/members/collection.json: error: this must be a file, and it is a folder [file-unreadable]
  help: take out what it holds, and write the file in its place
content/topics/labour/es.md: error: this must be a file, and it is a folder [file-unreadable]
  help: take out what it holds, and write the file in its place
content/topics/rights/record.json: error: this must be a file, and it is a folder [file-unreadable]
  help: take out what it holds, and write the file in its place
)");
    EXPECT_EQ(outline_of(result.tree), R"(
members null
topics {}
  labour null at content/topics/labour broken +content/topics/labour/maps/es.md/notes.txt
  rights null at content/topics/rights broken
)");
}

TEST(ReadContent, AnEmptyFolderIsLeftOutWithAWarning) {
    // What begins with a dot is not content.
    const Read result = read({{"content/members/collection.json", "{}"},
                              {"content/members/mexico/.keep", ""},
                              {"content/members/.old/es.md", ""},
                              {"content/topics/.keep", ""}});
    EXPECT_EQ(result.english(), R"(
content/members/mexico: warning: this folder is empty and is left out [stray-file]
  help: write the record and the texts of the entry in it, or delete it
content/topics: warning: this folder is empty and is left out [stray-file]
  help: write collection.json in it, or delete it
)");
}

TEST(ReadContent, AnEmptyTableIsToldToBeAList) {
    const Read result =
        read({{"content/terms/collection.json", ""}, {"content/terms/records.json", " "}});
    EXPECT_EQ(result.english(), R"(
content/terms/collection.json: error: this file is empty [empty-file]
  help: write its fields between braces: { }
content/terms/records.json: error: this file is empty [empty-file]
  help: write a list: [ ]
)");
}

TEST(ReadContent, AFolderWithoutSettingsIsReportedAndStaysWithoutThem) {
    const Read result = read({{"content/members/mexico/es.md", "hola"}});
    EXPECT_EQ(result.english(), R"(
content/members: error: the folder "members" has no collection.json [collection-missing]
  help: add one, or move the files into an entry of a collection
)");
    EXPECT_EQ(outline_of(result.tree), R"(
members null
  mexico null at content/members/mexico es=hola
)");
}

TEST(ReadContent, WhatCannotBeReadLeavesItsEntryBroken) {
    const Read result = read({{"content/m/collection.json", "{}"},
                              {"content/m/a/record.json", "{"},
                              {"content/m/b/record.json", "[]"},
                              {"content/m/c/es.md", "\xFF"}});
    EXPECT_EQ(outline_of(result.tree), R"(
m {}
  a null at content/m/a/record.json broken
  b [] at content/m/b/record.json broken
  c null at content/m/c broken
)");
}

TEST(ReadContent, AFileThatIsNoObjectIsNeverDroppedInSilence) {
    const Read made = read({
        {"content/books/collection.json", "3"},
        {"content/books/one/record.json", "[]"},
        {"content/books/two/record.json", "null"},
        {"content/terms/collection.json", "{}"},
        {"content/terms/records.json", "null"},
    });
    EXPECT_EQ(made.english(), R"(
content/books/collection.json:1:1: error: this file must hold an object, not a whole number [wrong-type]
  1 | 3
    | ^
  help: write its fields between braces: { … }
content/books/one/record.json:1:1: error: this file must hold an object, not a list [wrong-type]
  1 | []
    | ^
  help: write its fields between braces: { … }
content/books/two/record.json:1:1: error: this file must hold an object, not null [wrong-type]
  1 | null
    | ^~~~
  help: write its fields between braces: { … }
content/terms/records.json:1:1: error: records.json holds a list of records, not null [wrong-type]
  1 | null
    | ^~~~
  help: put the records between brackets: [ {…}, {…} ]
)");
}

TEST(ReadContent, MistakesInATableAreReportedAtTheRecord) {
    const Read result = read({{"content/terms/collection.json", "{}"},
                              {"content/terms/b/es.md", "# B"},
                              {"content/terms/records.json", R"([
  {"id": "a"},
  {"name": "no id"},
  {"id": 5},
  "b",
  {"id": "a"},
  {"id": "b"}
])"}});
    EXPECT_EQ(result.english(), R"(
content/terms/b: error: records.json has an entry "b" too [duplicate-entry]
  help: keep one of them
content/terms/records.json:3:3: error: this record has no "id" [missing-field]
  3 |   {"name": "no id"},
    |   ^
  help: give every record an "id" of lower-case letters, digits and hyphens
content/terms/records.json:4:10: error: an "id" is a text, not a whole number [wrong-type]
  4 |   {"id": 5},
    |          ^
  help: put it in quotation marks, in lower-case letters, digits and hyphens
content/terms/records.json:5:3: error: a record is an object, not a text [wrong-type]
  5 |   "b",
    |   ^~~
  help: write it between braces: {"id": "…", …}
content/terms/records.json:6:10: error: the id "a" is given twice [duplicate-entry]
  6 |   {"id": "a"},
    |          ^~~
  help: give this record another id, or remove it if it was copied by mistake
)");
    EXPECT_EQ(outline_of(result.tree), R"(
terms {}
  a {"id":"a"} at content/terms/records.json
  b {"id":"b"} at content/terms/records.json
)");
}

TEST(ReadContent, ATableIsAList) {
    const Read result =
        read({{"content/terms/collection.json", "{}"}, {"content/terms/records.json", "{}"}});
    EXPECT_EQ(result.english(), R"(
content/terms/records.json:1:1: error: records.json holds a list of records, not an object [wrong-type]
  1 | {}
    | ^
  help: put the records between brackets: [ {…}, {…} ]
)");
}

}  // namespace puebla
