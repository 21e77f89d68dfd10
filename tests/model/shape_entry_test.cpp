#include "model/shape_entry.h"

#include <gtest/gtest.h>

#include "site_from.h"

namespace puebla {

namespace {

// A page "one" with this Spanish text, and an English one.
TestSite page(const std::string& text, const std::string& record = "{}") {
    return site_from({{"content/pages/one/record.json", record},
                      {"content/pages/one/es.md", text},
                      {"content/pages/one/en.md", "# One\n"}});
}

// Its Spanish title and body, with "|" between them.
std::string title_and_body(const std::string& text) {
    const TestSite site = page(text);
    EXPECT_EQ(site.english(), "\n");
    const Entry* one = find_entry(site.site, "pages/one");
    const Prose& prose = *one->prose.find(0);
    return *one->title.find(0) + "|" + prose.text.substr(prose.body);
}

TestSite members(const std::string& settings, Files files) {
    files["content/members/collection.json"] =
        R"({"name": {"es": "Miembros", "en": "Members"}, )" + settings + "}";
    return site_from(std::move(files));
}

std::string titles_of(const TestSite& site, const std::string& ref) {
    const Entry* entry = find_entry(site.site, ref);
    const std::string* es = entry->title.find(0);
    const std::string* en = entry->title.find(1);
    return (es ? *es : "-") + " / " + (en ? *en : "-") + " / " + *entry->slug.find(0) + " / " +
           *entry->slug.find(1);
}

}  // namespace

TEST(ShapeEntry, TheFirstLineIsTheTitleAndTheRestTheBody) {
    EXPECT_EQ(title_and_body("# Título\n\nTexto.\n"), "Título|\nTexto.\n");
    EXPECT_EQ(title_and_body("# Título"), "Título|");
    EXPECT_EQ(title_and_body("\n  \n# Título\nTexto"), "Título|Texto");
    EXPECT_EQ(title_and_body("#  Título  ##\nTexto"), "Título|Texto");
    EXPECT_EQ(title_and_body("# C#\n"), "C#|");
}

TEST(ShapeEntry, ByteOrderMarksAndEveryLineEndingAreUnderstood) {
    EXPECT_EQ(title_and_body("\xEF\xBB\xBF# Título\r\nTexto\r\n"), "Título|Texto\r\n");
    EXPECT_EQ(title_and_body("\r\n\r# Título\rTexto\r"), "Título|Texto\r");
}

TEST(ShapeEntry, WithoutARecordAllItsFieldsAreMissedAtOnce) {
    const TestSite site = members(
        R"("record": {"properties": {"iso": {}, "since": {}, "note": {}}, "required": ["iso", "since"]})",
        {{"content/members/mexico/es.md", "# México\n"},
         {"content/members/mexico/en.md", "# Mexico\n"}});
    EXPECT_EQ(site.english(), R"(
content/members/mexico: error: this entry has no record.json [missing-field]
  help: write one beside its texts, with "iso", "since"
)");
}

TEST(ShapeEntry, ATextUnderAWrongNameIsNotMissingToo) {
    const TestSite site =
        site_from({{"content/pages/one/sp.md", "# Uno\n"}, {"content/pages/one/en.md", "# One\n"}});
    EXPECT_EQ(site.english(), R"(
content/pages/one/sp.md: error: this site has no language "sp" [unknown-language]
  help: there is: es, en
)");
}

TEST(ShapeEntry, WithoutATitleTheFirstLineIsShown) {
    const TestSite site = page("Hola, mundo.\n\n# Título\n");
    EXPECT_EQ(site.english(), R"(
content/pages/one/es.md:1:1: error: the file does not begin with a title [title-missing]
  1 | Hola, mundo.
    | ^~~~~~~~~~~~
  help: if this is the title, write: # Hola, mundo.
)");
    EXPECT_EQ(site.spanish(), R"(
content/pages/one/es.md:1:1: error: el archivo no comienza con un título [title-missing]
  1 | Hola, mundo.
    | ^~~~~~~~~~~~
  ayuda: si este es el título, escriba: # Hola, mundo.
)");
    EXPECT_EQ(page("\n## Título\n").english(), R"(
content/pages/one/es.md:2:1: error: the file does not begin with a title [title-missing]
  2 | ## Título
    | ^~~~~~~~~
  help: if this is the title, write: # Título
)");
    EXPECT_EQ(page("# ##\n").english(), R"(
content/pages/one/es.md:1:1: error: the file does not begin with a title [title-missing]
  1 | # ##
    | ^~~~
  help: write the title in the first line: # …
)");
    EXPECT_EQ(page("---\ntitle: Uno\n---\n").english(), R"(
content/pages/one/es.md:1:1: error: the file does not begin with a title [title-missing]
  1 | ---
    | ^~~
  help: facts about the entry belong in its record.json; the text begins with its title: # …
)");
}

TEST(ShapeEntry, ATitleWrittenAnotherWayIsToldHowToWriteIt) {
    EXPECT_EQ(page("El pozo\n====\n\nHola.\n").english(), R"(
content/pages/one/es.md:1:1: error: the file does not begin with a title [title-missing]
  1 | El pozo
    | ^~~~~~~
  help: write # and a space before the title, and delete the line ==== below it: # El pozo
)");
    EXPECT_EQ(page("   # El pozo\n\nHola.\n").english(), R"(
content/pages/one/es.md:1:1: error: the file does not begin with a title [title-missing]
  1 |    # El pozo
    | ^~~~~~~~~~~~
  help: delete the space before it, so that the line begins with #: # El pozo
)");
}

// Nothing calls it a second title then.
TEST(ShapeEntry, WhatWasToBeTheTitleIsNoPartOfTheText) {
    const auto body = [](const std::string& text) {
        const TestSite site = page(text);
        const Prose& prose = *site.site.left_out.at(0).prose.find(0);
        return prose.text.substr(prose.body);
    };
    EXPECT_EQ(body("El pozo\r\n====\r\nHola.\n"), "Hola.\n");
    EXPECT_EQ(body("\n  # El pozo\nHola.\n"), "Hola.\n");
    EXPECT_EQ(body("---\ntitle: x\n---\n\n# El pozo\nHola.\n"), "Hola.\n");
    EXPECT_EQ(body("---\ntitle: x\n---\nHola.\n"), "Hola.\n");
    EXPECT_EQ(body("Hola.\n=\n"), "Hola.\n=\n");
    EXPECT_EQ(body("---\ntitle: x\n"), "---\ntitle: x\n");
    EXPECT_EQ(body("El pozo\n----"), "");
}

TEST(ShapeEntry, AnEmptyFileIsReportedAsSuch) {
    for (const char* text : {"", "\n\n", "\r", "  \r\n\t\n", "\xEF\xBB\xBF\n", "\r\r\r"}) {
        EXPECT_EQ(page(text).english(), R"(
content/pages/one/es.md: error: this file is empty [empty-file]
  help: begin it with a title: # …
)");
    }
}

TEST(ShapeEntry, AMissingTranslationIsAWarningThatNamesTheFile) {
    const TestSite site = site_from({{"content/pages/one/en.md", "# One\n"}});
    EXPECT_EQ(site.english(), R"(
content/pages/one/en.md: warning: this text does not exist in "es" [translation-missing]
  help: the page exists all the same and says so, until someone writes es.md
)");
    EXPECT_EQ(site.spanish(), R"(
content/pages/one/en.md: advertencia: este texto no existe en «es» [translation-missing]
  ayuda: la página existe de todos modos y lo dice, hasta que alguien escriba es.md
)");
    EXPECT_EQ(titles_of(site, "pages/one"), "- / One / one / one");
}

TEST(ShapeEntry, WithoutAnyTextItIsAnError) {
    EXPECT_EQ(site_from({{"content/pages/one/record.json", "{}"}}).english(), R"(
content/pages/one/record.json: error: this entry has no text in any language [text-missing]
  help: write one beside its record: es.md, en.md
)");
    EXPECT_EQ(site_from({{"content/pages/one/map.pdf", ""}}).english(), R"(
content/pages/one: error: this entry has no text in any language [text-missing]
  help: write one beside its record: es.md, en.md
)");
}

TEST(ShapeEntry, ATextInALanguageTheSiteDoesNotHave) {
    EXPECT_EQ(site_from({{"content/pages/one/es.md", "# Uno\n"},
                         {"content/pages/one/en.md", "# One\n"},
                         {"content/pages/one/e.md", "# ?\n"}})
                  .english(),
              R"(
content/pages/one/e.md: error: this site has no language "e" [unknown-language]
  help: did you mean "es"?
)");
}

TEST(ShapeEntry, TheNameOfAnEntryIsPlain) {
    EXPECT_EQ(site_from({{"content/pages/El Niño/es.md", "# Uno\n"},
                         {"content/pages/El Niño/en.md", "# One\n"}})
                  .english(),
              R"(
content/pages/El Niño: error: "El Niño" cannot be the name of an entry [entry-name]
  help: rename it with lower-case letters without accents, digits and hyphens: el-nino
)");
    for (const char* name : {"-a", "a-", "a--b", "a_b", "A", "a.b"}) {
        const TestSite site = site_from({{fmt::format("content/pages/{}/es.md", name), "# Uno\n"}});
        EXPECT_EQ(site.problems.all().front().code, "entry-name") << name;
    }
}

TEST(ShapeEntry, ATableNamesItsEntriesAsPlainly) {
    EXPECT_EQ(members(R"("title": "name", "record": {"properties": {"name": {"type": "string"}}})",
                      {{"content/members/records.json", R"([{"id": "México", "name": "México"}])"}})
                  .english(),
              R"(
content/members/records.json:1:9: error: "México" cannot be the name of an entry [entry-name]
  1 | [{"id": "México", "name": "México"}]
    |         ^~~~~~~~
  help: rename it with lower-case letters without accents, digits and hyphens: mexico
)");
}

TEST(ShapeEntry, SlugsComeFromTheTitleOrTheRecord) {
    EXPECT_EQ(titles_of(page("# Declaración de Cancún\n"), "pages/one"),
              "Declaración de Cancún / One / declaracion-de-cancun / one");
    EXPECT_EQ(titles_of(page("# Título\n", R"({"slug": {"es": "otro"}})"), "pages/one"),
              "Título / One / otro / one");
    EXPECT_EQ(titles_of(page("# ¿…?\n"), "pages/one"), "¿…? / One / one / one");
}

TEST(ShapeEntry, ALongTitleGivesASlugThatEndsWithAWord) {
    std::string title;
    for (int i = 0; i < 40; ++i) {
        title += "palabra ";
    }
    const TestSite site = page("# " + title + "\n");
    const std::string slug = *find_entry(site.site, "pages/one")->slug.find(0);
    EXPECT_EQ(slug.size(), 95U);
    EXPECT_EQ(slug.substr(slug.size() - 16), "-palabra-palabra");
    EXPECT_EQ(page("# Uno\n", R"({"slug": {"es": ")" + std::string(101, 'a') + R"("}})")
                  .problems.all()
                  .front()
                  .code,
              "bad-slug");
}

TEST(ShapeEntry, ASlugThatIsNoneIsReported) {
    const TestSite site = page("# Uno\n", R"({"slug": {"es": "Año nuevo/", "en": "new-year"}})");
    EXPECT_EQ(site.english(), R"(
content/pages/one/record.json:1:17: error: "Año nuevo/" cannot be part of an address [bad-slug]
  1 | {"slug": {"es": "Año nuevo/", "en": "new-year"}}
    |                 ^~~~~~~~~~~~
  help: write "ano-nuevo"
)");
    EXPECT_EQ(site.spanish(), R"(
content/pages/one/record.json:1:17: error: «Año nuevo/» no puede ser parte de una dirección [bad-slug]
  1 | {"slug": {"es": "Año nuevo/", "en": "new-year"}}
    |                 ^~~~~~~~~~~~
  ayuda: escriba "ano-nuevo"
)");
}

TEST(ShapeEntry, AFieldOfTheRecordMayGiveTheTitle) {
    const std::string settings = R"("title": "name", "prose": "optional", "record": {"properties": {
        "name": {"format": "localized"}}})";
    const TestSite site = members(
        settings,
        {
            {"content/members/mexico/record.json", R"({"name": {"es": "México", "en": "Mexico"}})"},
            {"content/members/belize/record.json", R"({"name": {"es": "Belice", "en": "Belize"}})"},
            {"content/members/belize/es.md", "# Belice, el miembro\n"},
        });
    EXPECT_EQ(site.english(), "\n");
    EXPECT_EQ(titles_of(site, "members/mexico"), "México / Mexico / mexico / mexico");
    EXPECT_EQ(titles_of(site, "members/belize"),
              "Belice, el miembro / Belize / belice-el-miembro / belize");
}

TEST(ShapeEntry, ATitleFromAHistoryOfNamesIsTheCurrentOne) {
    const std::string settings = R"("title": "names", "prose": "none", "record": {"properties": {
        "names": {"format": "names"}}})";
    const TestSite site = members(settings, {{"content/members/network/record.json", R"({"names": [
        {"name": {"es": "Vieja", "en": "Old"}, "until": "2010"},
        {"name": {"es": "Nueva", "en": "New"}, "from": "2010-06"}
    ]})"}});
    EXPECT_EQ(site.english(), "\n");
    EXPECT_EQ(titles_of(site, "members/network"), "Nueva / New / nueva / new");
}

TEST(ShapeEntry, ANumberMayBeTheTitle) {
    const TestSite site = members(
        R"("title": "year", "prose": "none", "record": {"properties": {"year": {"type": "integer"}}})",
        {{"content/members/x/record.json", R"({"year": 2024})"}});
    EXPECT_EQ(titles_of(site, "members/x"), "2024 / 2024 / 2024 / 2024");
}

TEST(ShapeEntry, WithoutAnyTitleItIsReported) {
    EXPECT_EQ(members(R"("prose": "none")", {{"content/members/x/record.json", "{}"}}).english(),
              R"(
content/members/x/record.json: error: this entry has no title [title-missing]
  help: name the field that holds the titles in content/members/collection.json: "title": "name"
)");
}

TEST(ShapeEntry, RowsOfATableAreEntries) {
    const TestSite site = members(
        R"("title": "name", "order": ["name"], "record": {"properties": {"name": {"format": "localized"}}})",
        {{"content/members/records.json", R"([
{"id": "b", "name": {"es": "Zeta", "en": "Zeta"}},
{"id": "a", "name": {"es": "Eta", "en": "Eta"}, "draft": true},
{"id": "c", "name": {"es": "Alfa", "en": "Alpha"}},
{"id": "d"},
{"id": "e", "nam": 1}
])"}});
    EXPECT_EQ(site.english(), R"(
content/members/records.json: error: this entry has no title [title-missing]
  help: write it in the field "name" of its record
content/members/records.json:6:13: error: the records of "members" have no field "nam" [unknown-field]
  6 | {"id": "e", "nam": 1}
    |             ^~~~~
  help: did you mean "name"?
)");
    EXPECT_EQ(order_of(site.site, "members"), "c b");
    EXPECT_TRUE(find_entry(site.site, "members/b")->table_row);
}

}  // namespace puebla
