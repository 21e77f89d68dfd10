#include "model/shape_site.h"

#include <gtest/gtest.h>

#include "site_from.h"

namespace puebla {

namespace {

constexpr const char* languages =
    R"("languages": [{"code": "es", "locale": "es_CR", "name": "Español"}])";

// A site.json on one line, with these members besides the ones that must be there.
std::string site_json(const std::string& more) {
    return R"({"format": 1, "name": {"es": "S"}, "base": "https://x.org/", "as_of": "2024-12-31", "theme": "plain", )" +
           std::string(languages) + ", \"home\": \"pages/home\"" + more + "}";
}

// What is said of a site.json beside one page in Spanish.
std::string problems_of(const std::string& site,
                        MessageLanguage language = MessageLanguage::english) {
    const TestSite result =
        bare_site_from({{"content/site.json", site},
                        {"content/pages/collection.json", R"({"name": {"es": "Páginas"}})"},
                        {"content/pages/home/es.md", "# Inicio\n"}});
    return text_of(result.problems, result.files, language);
}

}  // namespace

TEST(ShapeSite, ReadsTheSettings) {
    const TestSite result = site_from({{"content/site.json", R"({
  "format": 1,
  "name": {"es": "Sitio", "en": "Site"},
  "short_name": {"es": "S", "en": "S"},
  "description": {"es": "D", "en": "D"},
  "contact": {"es": "C", "en": "C"},
  "licence": {"es": "L", "en": "L"},
  "base": "https://example.org/sub",
  "languages": [{"code": "es", "locale": "es_CR"}, {"code": "en", "locale": "en_001", "name": "English"}],
  "as_of": "2024-12-31",
  "theme": "plain",
  "home": "pages/home",
  "navigation": [{"to": "pages"}, {"to": "pages/home", "label": {"es": "Ir", "en": "Go"}}],
  "footer": [{"to": "pages"}],
  "options": {"colour": "red"}
})"}});
    EXPECT_EQ(result.english(), "\n");
    const Site& site = result.site;
    EXPECT_EQ(site.base, "https://example.org/sub/");
    EXPECT_EQ(site.languages[0].name, "es");
    EXPECT_EQ(site.languages[1].name, "English");
    EXPECT_EQ(*site.licence.find(1), "L");
    EXPECT_EQ(to_json(site.options), R"({"colour":"red"})");
    EXPECT_EQ(site.entries[*site.home].ref, "pages/home");
    EXPECT_EQ(site.collections[*site.navigation[0].collection].name, "pages");
    EXPECT_EQ(*site.navigation[1].label.find(1), "Go");
    EXPECT_EQ(site.footer.size(), 1U);
}

TEST(ShapeSite, OptionsOfTheCommandLineComeFirst) {
    ShapeOptions options;
    options.base = "http://localhost:8000";
    options.at = "2020-02-29";
    options.theme = "other";
    const TestSite result = site_from({}, options);
    EXPECT_EQ(result.english(), "\n");
    EXPECT_EQ(result.site.base, "http://localhost:8000/");
    EXPECT_EQ(result.site.as_of_text, "2020-02-29");
    EXPECT_EQ(result.site.theme, "other");
}

TEST(ShapeSite, ANewerFormatIsRefused) {
    EXPECT_EQ(problems_of(R"({"format": 2})"), R"(
content/site.json:1:12: error: this content has format 2; this program knows up to 1 [newer-format]
  1 | {"format": 2}
    |            ^
  help: use a newer Puebla
)");
    EXPECT_EQ(problems_of(R"({"format": 2})", MessageLanguage::spanish), R"(
content/site.json:1:12: error: este contenido tiene el formato 2; este programa conoce hasta el 1 [newer-format]
  1 | {"format": 2}
    |            ^
  ayuda: use una versión más reciente de Puebla
)");
}

TEST(ShapeSite, AnEmptyObjectIsToldWhatItNeeds) {
    EXPECT_EQ(problems_of("{}"), R"(
content/site.json:1:1: error: the field "format" is missing [missing-field]
  1 | {}
    | ^
  help: add "format": 1
content/site.json:1:1: error: the field "languages" is missing [missing-field]
  1 | {}
    | ^
  help: add "languages": [{"code": "es", "locale": "es_CR", "name": "Español"}]
)");
    EXPECT_EQ(problems_of("[]"), R"(
content/site.json:1:1: error: this must be an object, not a list [wrong-type]
  1 | []
    | ^
  help: write its fields between braces: { … }
)");
}

TEST(ShapeSite, MissingSettingsAreNamedOneByOne) {
    EXPECT_EQ(problems_of(R"({"format": 1, )" + std::string(languages) + "}"), R"(
content/site.json:1:1: error: the field "as_of" is missing [missing-field]
  1 | {"format": 1, "languages": [{"code": "es", "locale": "es_CR", "name": "Español"}]}
    | ^
  help: it says from which day "current" is computed: "as_of": "2024-12-31"
content/site.json:1:1: error: the field "base" is missing [missing-field]
  1 | {"format": 1, "languages": [{"code": "es", "locale": "es_CR", "name": "Español"}]}
    | ^
  help: add the address of the published site: "base": "https://example.org/"
content/site.json:1:1: error: the field "home" is missing [missing-field]
  1 | {"format": 1, "languages": [{"code": "es", "locale": "es_CR", "name": "Español"}]}
    | ^
  help: name the entry that opens the site: "home": "pages/home"
content/site.json:1:1: error: the field "name" is missing [missing-field]
  1 | {"format": 1, "languages": [{"code": "es", "locale": "es_CR", "name": "Español"}]}
    | ^
  help: add "name" with a text per language
content/site.json:1:1: error: the field "theme" is missing [missing-field]
  1 | {"format": 1, "languages": [{"code": "es", "locale": "es_CR", "name": "Español"}]}
    | ^
  help: name a folder of themes/: "theme": "portal"
)");
}

TEST(ShapeSite, ThereIsAnEndToTheNumberOfLanguages) {
    std::string many;
    for (int i = 0; i < 51; ++i) {
        many += fmt::format("{}\n{{\"code\": \"l{}\"}}", i > 0 ? "," : "", i);
    }
    EXPECT_EQ(problems_of(R"({"format": 1, "languages": [)" + many + "]}"), R"(
content/site.json:52:1: error: a site can have up to 50 languages [bad-setting]
  52 | {"code": "l50"}]}
     | ^
  help: remove those that no text is written in
)");
}

TEST(ShapeSite, LanguagesThatCannotBeUsedAreReported) {
    const std::string text = problems_of(R"({"format": 1, "name": {"es": "S"},
"base": "https://x.org/", "as_of": "2024-12-31", "theme": "plain", "home": "pages/home", "languages": [
{"code": "es", "locale": "es_CR", "nombre": "Español"},
{"code": "es", "locale": "es_MX"},
{"code": "../en", "locale": "en"},
{"code": "xx", "locale": "nowhere"},
"fr"
]})");
    EXPECT_EQ(text, R"(
content/site.json:3:35: error: a language has no field "nombre" [unknown-field]
  3 | {"code": "es", "locale": "es_CR", "nombre": "Español"},
    |                                   ^~~~~~~~
  help: there is: code, locale, name
content/site.json:4:10: error: the language "es" is given twice [bad-setting]
  4 | {"code": "es", "locale": "es_MX"},
    |          ^~~~
  help: give this one another code, or remove it
content/site.json:5:1: error: the language "../en" with the locale "en" cannot be used [bad-setting]
  5 | {"code": "../en", "locale": "en"},
    | ^
  help: give every language its own code, and a locale of language and country such as "es_CR"
content/site.json:6:1: error: the language "xx" with the locale "nowhere" cannot be used [bad-setting]
  6 | {"code": "xx", "locale": "nowhere"},
    | ^
  help: give every language its own code, and a locale of language and country such as "es_CR"
content/site.json:7:1: error: the language "" with the locale "" cannot be used [bad-setting]
  7 | "fr"
    | ^~~~
  help: give every language its own code, and a locale of language and country such as "es_CR"
)");
}

TEST(ShapeSite, AnAddressThatIsNoneIsReported) {
    for (const char* base : {"example.org", "ftp://example.org/", "https://", "https:///x/",
                             "https://example.org/?a", "https://exa mple.org/", ""}) {
        ShapeOptions options;
        options.base = base;
        const TestSite result = site_from({}, options);
        EXPECT_EQ(result.problems.count(Severity::error), 1U) << base;
        EXPECT_EQ(result.site.base, "https://invalid.example/") << base;
    }
}

TEST(ShapeSite, AsOfIsAFullDate) {
    for (const char* date : {"2024", "2024-12", "2024-02-30", "yesterday", ""}) {
        ShapeOptions options;
        options.at = date;
        EXPECT_EQ(site_from({}, options).problems.all().front().code, "bad-date") << date;
    }
}

TEST(ShapeSite, UnknownSettingsAndWrongTypesAreReported) {
    EXPECT_EQ(problems_of(site_json(R"(, "footter": [], "navigation": {}, "licence": 5)")), R"(
content/site.json:1:194: error: site.json has no field "footter" [unknown-field]
  1 | …s_CR", "name": "Español"}], "home": "pages/home", "footter": [], "navigation": {}, "licence": 5}
    |                                                    ^~~~~~~~~
  help: did you mean "footer"?
content/site.json:1:223: error: this must be a list, not an object [wrong-type]
  1 | …home": "pages/home", "footter": [], "navigation": {}, "licence": 5}
    |                                                    ^
  help: put it between brackets: […]
content/site.json:1:238: error: this must be an object with a text per language, not a whole number [wrong-type]
  1 | …ome", "footter": [], "navigation": {}, "licence": 5}
    |                                                    ^
  help: write {"es": "…"}
)");
}

TEST(ShapeSite, MenuItemsLeadSomewhere) {
    EXPECT_EQ(
        problems_of("{\"format\": 1, \"name\": {\"es\": \"S\"}, \"base\": \"https://x.org/\",\n" +
                    std::string(languages) + R"(,
"theme": "plain", "as_of": "2024-12-31", "home": "pages/hom",
"navigation": [
{"to": "pages/hime"},
{"label": {"es": "X"}},
{"to": "members", "lable": {}},
{"to": "pages", "label": {}}
]})"),
        R"(
content/site.json:3:50: error: no entry is called "pages/hom" [unknown-reference]
  3 | "theme": "plain", "as_of": "2024-12-31", "home": "pages/hom",
    |                                                  ^~~~~~~~~~~
  help: did you mean "pages/home"?
content/site.json:5:8: error: no entry or collection is called "pages/hime" [unknown-reference]
  5 | {"to": "pages/hime"},
    |        ^~~~~~~~~~~~
  help: did you mean "pages/home"?
content/site.json:6:1: error: this menu item has no "to" [missing-field]
  6 | {"label": {"es": "X"}},
    | ^
  help: name an entry or a collection
content/site.json:7:8: error: no entry or collection is called "members" [unknown-reference]
  7 | {"to": "members", "lable": {}},
    |        ^~~~~~~~~
  help: there is: pages, pages/home
content/site.json:7:19: error: a menu item has no field "lable" [unknown-field]
  7 | {"to": "members", "lable": {}},
    |                   ^~~~~~~
  help: did you mean "label"?
content/site.json:8:26: error: this label has no text in any language [text-missing]
  8 | {"to": "pages", "label": {}}
    |                          ^
  help: write it at least in one: {"es": "…"}
)");
}

TEST(ShapeSite, HomeIsAText) {
    std::string site = site_json("");
    site.replace(site.find("\"pages/home\""), 12, "5");
    EXPECT_EQ(problems_of(site), R"(
content/site.json:1:180: error: this must be a text, not a whole number [wrong-type]
  1 | …, "locale": "es_CR", "name": "Español"}], "home": 5}
    |                                                    ^
  help: put it between quotation marks: "5"
)");
}

TEST(ShapeSite, ABrokenSiteJsonIsReportedOnce) {
    EXPECT_EQ(site_from({{"content/site.json", "{"}}).english(), R"(
content/site.json:1:1: error: what opens here is never closed [broken-json]
  1 | {
    | ^
  help: write } where it ends
)");
}

TEST(ShapeSite, DraftsAreLeftOutUntilAskedFor) {
    const Files files = {
        {"content/pages/later/record.json", R"({"draft": true})"},
        {"content/pages/later/es.md", "# Después\n"},
        {"content/pages/later/en.md", "# Later\n"},
        {"content/pages/now/record.json", R"({"draft": false, "parent": "pages/later"})"},
        {"content/pages/now/es.md", "# Ahora\n"},
        {"content/pages/now/en.md", "# Now\n"},
    };
    const TestSite without = site_from(files);
    EXPECT_EQ(without.english(), R"(
content/pages/now/record.json:1:28: error: "pages/later" is a draft and is not published [link-to-draft]
  1 | {"draft": false, "parent": "pages/later"}
    |                            ^~~~~~~~~~~~~
  help: publish it, or remove this reference
)");
    EXPECT_EQ(order_of(without.site, "pages"), "now home");
    ShapeOptions options;
    options.drafts = true;
    const TestSite with = site_from(files, options);
    EXPECT_EQ(with.english(), "\n");
    EXPECT_EQ(order_of(with.site, "pages"), "now later home");
}

TEST(ShapeSite, WhatDependsOnSomethingBrokenStaysSilent) {
    const TestSite result = site_from({
        {"content/pages/bad/record.json", "{"},
        {"content/pages/bad/es.md", "# Mal\n"},
        {"content/pages/child/record.json", R"({"parent": "pages/bad"})"},
        {"content/pages/child/es.md", "# Hija\n"},
        {"content/pages/child/en.md", "# Child\n"},
        {"content/pages/grand/record.json", R"({"parent": "members/mexico"})"},
        {"content/pages/grand/es.md", "# Nieta\n"},
        {"content/pages/grand/en.md", "# Grandchild\n"},
        {"content/members/mexico/es.md", "# México\n"},
        {"content/teams/collection.json", "{"},
        {"content/teams/red/es.md", "no title"},
        {"content/pages/other/record.json", R"({"parent": "teams/red"})"},
        {"content/pages/other/es.md", "# Otra\n"},
        {"content/pages/other/en.md", "# Other\n"},
    });
    EXPECT_EQ(result.english(), R"(
content/members: error: the folder "members" has no collection.json [collection-missing]
  help: add one, or move the files into an entry of a collection
content/pages/bad/record.json:1:1: error: what opens here is never closed [broken-json]
  1 | {
    | ^
  help: write } where it ends
content/teams/collection.json:1:1: error: what opens here is never closed [broken-json]
  1 | {
    | ^
  help: write } where it ends
)");
}

TEST(ShapeSite, OneWorkerOrManyGiveTheSame) {
    Files files;
    for (int i = 0; i < 60; ++i) {
        const std::string folder = fmt::format("content/pages/p{}/", i);
        files[folder + "record.json"] = i % 7 == 0 ? R"({"titel": 1})" : "{}";
        files[folder + "es.md"] = fmt::format("# P{}\n", i * 37 % 60);
    }
    ShapeOptions many;
    many.workers.count = 8;
    const TestSite one = site_from(files);
    const TestSite eight = site_from(files, many);
    EXPECT_EQ(one.problems.all(), eight.problems.all());
    EXPECT_EQ(order_of(one.site, "pages"), order_of(eight.site, "pages"));
}

}  // namespace puebla
