#include "pages/fill_pages.h"

#include <gtest/gtest.h>

#include "pages_of.h"

namespace puebla {

namespace {

// Beside the pages of a test: members with pages, terms on a list of two pages, places nowhere.
Files usual_targets() {
    return {
        {"content/members/collection.json",
         R"({"name": {"es": "Miembros", "en": "Members"}, "prose": "optional", "title": "t",
"address": {"list": {"es": "miembros/", "en": "members/"}, "entry": {"es": "miembros/{slug}/", "en": "members/{slug}/"}},
"record": {"properties": {"t": {"format": "localized"}}}})"},
        {"content/members/mexico/record.json", R"({"t": {"es": "México", "en": "Mexico"}})"},
        {"content/members/mexico/es.md", "# México\n\n## Historia {#historia}\n\nTexto.\n"},
        {"content/members/mexico/en.md", "# Mexico\n\n## History {#historia}\n\nText.\n"},
        {"content/members/belize/record.json", R"({"t": {"es": "Belice", "en": "Belize"}})"},
        {"content/members/gone/record.json", R"({"t": {"es": "X", "en": "X"}, "draft": true})"},
        {"content/members/broken/record.json", "{}}"},
        {"content/terms/collection.json",
         R"({"name": {"es": "Glosario", "en": "Glossary"}, "title": "t", "page_size": 1,
"address": {"list": {"es": "glosario/", "en": "glossary/"}},
"record": {"properties": {"t": {"format": "localized"}}}})"},
        {"content/terms/records.json", R"([{"id": "asylum", "t": {"es": "Asilo", "en": "Asylum"}},
{"id": "refuge", "t": {"es": "Refugio", "en": "Refuge"}}])"},
        {"content/places/collection.json",
         R"({"name": {"es": "Lugares", "en": "Places"}, "prose": "none", "title": "t",
"record": {"properties": {"t": {"type": "string"}}}})"},
        {"content/places/puebla/record.json", R"({"t": "Puebla"})"},
    };
}

TestPages filled(Files files, const FillOptions& options = {}) {
    files.merge(usual_targets());
    TestPages site = pages_from(std::move(files));
    // What stands here is only the syntax error that is always there.
    EXPECT_EQ(site.problems.count(Severity::error), 1U);
    site.problems = {};
    site.pages = fill_pages(site.site, std::move(site.pages), options, site.problems);
    return site;
}

// A page "one" with this Spanish body; its English body is a word.
TestPages page(const std::string& body) {
    return filled({{"content/pages/one/es.md", "# Uno\n" + body},
                   {"content/pages/one/en.md", "# One\n\nWord.\n"}});
}

std::string body_of(const TestPages& site, const std::string& address = "es/uno/") {
    const Page& found = site.at(address);
    return found.body ? "\n" + found.body->text : "no body";
}

// What stands in the only paragraph, after its link to itself.
std::string body(const std::string& text) {
    const TestPages site = page(text);
    EXPECT_EQ(site.english(), "\n");
    const std::string html = body_of(site);
    const std::string_view after = "¶</a> ";
    const std::size_t begin = html.find(after) + after.size();
    return html.substr(begin, html.find("</p>") - begin);
}

}  // namespace

TEST(FillPages, LinksToEntriesBecomeRelativeAddresses) {
    EXPECT_EQ(body("[a](members/mexico)\n"), "<a href=\"../miembros/mexico/\">a</a>");
    EXPECT_EQ(body("[a](members/mexico#historia)\n"),
              "<a href=\"../miembros/mexico/#historia\">a</a>");
    EXPECT_EQ(body("[a](pages/home)\n"), "<a href=\"../\">a</a>");
    EXPECT_EQ(body("[a](pages/one)\n"), "<a href=\"./\">a</a>");
    EXPECT_EQ(body("[a](members)\n"), "<a href=\"../miembros/\">a</a>");
    EXPECT_EQ(body("[a](#b1)\n"), "<a href=\"#b1\">a</a>");
}

TEST(FillPages, OtherAddressesStay) {
    EXPECT_EQ(body("[a](https://example.org/x?y#z)\n"),
              "<a href=\"https://example.org/x?y#z\">a</a>");
    EXPECT_EQ(body("[a](mailto:a@example.org)\n"), "<a href=\"mailto:a@example.org\">a</a>");
}

TEST(FillPages, TheLinksOfABrokenEntryAreToldInTheSameRun) {
    const TestPages site = filled(
        {{"content/members/broken/es.md",
          "# Roto\n\n[A](members/mexco) [b](members/mexico#historias) [c](#d) [](./e.pdf)\n"}});
    EXPECT_EQ(site.english(), R"(
content/members/broken/es.md:3:5: error: no entry is called "members/mexco" [link-target-missing]
  3 | [A](members/mexco) [b](members/mexico#historias) [c](#d) [](./e.pdf)
    |     ^~~~~~~~~~~~~
  help: did you mean "members/mexico"?
content/members/broken/es.md:3:24: error: the page "México" has no place called "historias" [link-fragment-missing]
  3 | [A](members/mexco) [b](members/mexico#historias) [c](#d) [](./e.pdf)
    |                        ^~~~~~~~~~~~~~~~~~~~~~~~
  help: did you mean "historia"?
content/members/broken/es.md:3:61: error: there is no file "e.pdf" beside this text [attachment-missing]
  3 | …s/mexco) [b](members/mexico#historias) [c](#d) [](./e.pdf)
    |                                                    ^~~~~~~
  help: put the file into content/members/broken
)");
}

TEST(FillPages, AnEmptyTextTakesTheTitleOfItsTarget) {
    EXPECT_EQ(body("[](members/mexico)\n"), "<a href=\"../miembros/mexico/\">México</a>");
    EXPECT_EQ(body("[](members)\n"), "<a href=\"../miembros/\">Miembros</a>");
    EXPECT_EQ(body("[](terms/refuge)\n"), "<a href=\"../glosario/2/#refuge\">Refugio</a>");
}

TEST(FillPages, ATitleInAnotherLanguageIsMarked) {
    const TestPages site = filled({{"content/pages/one/es.md", "# Uno\n\n[](pages/two)\n"},
                                   {"content/pages/one/en.md", "# One\n\nWord.\n"},
                                   {"content/pages/two/en.md", "# Two\n\nWord.\n"}});
    EXPECT_NE(body_of(site).find("<a href=\"../two/\" hreflang=\"en\" lang=\"en\">Two</a>"),
              std::string::npos)
        << body_of(site);
}

TEST(FillPages, EntriesWithoutAPageAreAnchorsOfTheirList) {
    EXPECT_EQ(body("[a](terms/asylum)\n"), "<a href=\"../glosario/#asylum\">a</a>");
    EXPECT_EQ(body("[a](terms/refuge)\n"), "<a href=\"../glosario/2/#refuge\">a</a>");
}

TEST(FillPages, ALinkThatLeadsNowhereIsReportedWhereItIsWritten) {
    const TestPages site = page("\nVea [la **ficha**](members/mexco) y [esto](nada).\n");
    EXPECT_EQ(site.english(), R"(
content/pages/one/es.md:3:20: error: no entry is called "members/mexco" [link-target-missing]
  3 | Vea [la **ficha**](members/mexco) y [esto](nada).
    |                    ^~~~~~~~~~~~~
  help: did you mean "members/mexico"?
content/pages/one/es.md:3:44: error: no entry is called "nada" [link-target-missing]
  3 | Vea [la **ficha**](members/mexco) y [esto](nada).
    |                                            ^~~~
  help: there is: members, members/belize, members/mexico, pages, pages/home, pages/one, places, places/puebla, terms, terms/asylum, terms/refuge
)");
    EXPECT_EQ(site.spanish().substr(0, site.spanish().find('\n', 1)),
              "\ncontent/pages/one/es.md:3:20: error: ninguna entrada se llama «members/mexco» "
              "[link-target-missing]");
    // The text stays, the link does not.
    EXPECT_NE(body_of(site).find("Vea la <strong>ficha</strong> y esto."), std::string::npos);
}

TEST(FillPages, ALinkToADraft) {
    EXPECT_EQ(page("\n[a](members/gone)\n").english(), R"(
content/pages/one/es.md:3:5: error: "members/gone" is a draft and is not published [link-to-draft]
  3 | [a](members/gone)
    |     ^~~~~~~~~~~~
  help: publish it, or remove this link
)");
}

TEST(FillPages, ALinkToSomethingBrokenStaysSilent) {
    EXPECT_EQ(page("\n[a](members/broken)\n").english(), "\n");
}

TEST(FillPages, ALinkToWhatHasNoPage) {
    EXPECT_EQ(page("\n[a](places/puebla) [b](places)\n").english(), R"(
content/pages/one/es.md:3:5: error: "places/puebla" has no page of its own [link-target-missing]
  3 | [a](places/puebla) [b](places)
    |     ^~~~~~~~~~~~~
  help: link to a page that speaks of it, or leave the text without a link
content/pages/one/es.md:3:24: error: "places" has no page of its own [link-target-missing]
  3 | [a](places/puebla) [b](places)
    |                        ^~~~~~
  help: link to a page that speaks of it, or leave the text without a link
)");
}

TEST(FillPages, ALinkToAPageWhoseAddressIsTakenStaysSilent) {
    Files files = usual_targets();
    files["content/pages/one/es.md"] = "# Igual\n\n[a](pages/two) [b](pages/one)\n";
    files["content/pages/one/en.md"] = "# One\n";
    files["content/pages/two/es.md"] = "# Igual\n";
    files["content/pages/two/en.md"] = "# Two\n";
    TestPages site = pages_from(std::move(files));
    site.problems = {};
    fill_pages(site.site, std::move(site.pages), {}, site.problems);
    EXPECT_EQ(site.english(), "\n");
}

TEST(FillPages, ALinkWithoutATarget) {
    EXPECT_EQ(page("\n[a]()\n").problems.all().at(0).message.en, "this link leads nowhere");
}

TEST(FillPages, AFragmentMustExistOnItsTarget) {
    const TestPages site = page("\n## Aquí {#aca}\n\n[a](members/mexico#historias) [b](#acá)\n");
    EXPECT_EQ(site.english(), R"(
content/pages/one/es.md:5:5: error: the page "México" has no place called "historias" [link-fragment-missing]
  5 | [a](members/mexico#historias) [b](#acá)
    |     ^~~~~~~~~~~~~~~~~~~~~~~~
  help: did you mean "historia"?
content/pages/one/es.md:5:35: error: the page "Uno" has no place called "acá" [link-fragment-missing]
  5 | [a](members/mexico#historias) [b](#acá)
    |                                   ^~~~
  help: did you mean "aca"?
)");
    EXPECT_NE(site.spanish().find("la página «Uno» no tiene un lugar llamado «acá»"),
              std::string::npos);
}

TEST(FillPages, WhatALayoutAddsCannotBeJudgedYet) {
    EXPECT_EQ(page("\n[a](members#x) [b](members/belize#x) [c](terms/asylum#x)\n").english(), "\n");
}

TEST(FillPages, AttachmentsAreFoundBesideTheText) {
    const Files files = {
        {"content/pages/one/es.md",
         "# Uno\n\n[a](./map.pdf#page=2) [b](./old/map.pdf) ![Mapa](./map.png) [](./map.pdf)\n"},
        {"content/pages/one/en.md", "# One\n\n[a](./map.pdf)\n"},
        {"content/pages/one/map.pdf", ""},
        {"content/pages/one/map.png", ""},
        {"content/pages/one/old/map.pdf", ""},
        {"content/pages/one/unused.pdf", ""},
    };
    const TestPages site = filled(files);
    EXPECT_EQ(site.english(), "\n");
    const std::string html = body_of(site);
    EXPECT_NE(html.find("href=\"../../files/pages/one/map.pdf#page=2\">a</a>"), std::string::npos);
    EXPECT_NE(html.find("href=\"../../files/pages/one/old/map.pdf\">b</a>"), std::string::npos);
    EXPECT_NE(html.find("src=\"../../files/pages/one/map.png\""), std::string::npos);
    EXPECT_NE(html.find(">map.pdf</a>"), std::string::npos);
    EXPECT_EQ(site.pages.attachments,
              (std::vector<std::pair<std::string, std::string>>{
                  {"content/pages/one/map.pdf", "files/pages/one/map.pdf"},
                  {"content/pages/one/map.png", "files/pages/one/map.png"},
                  {"content/pages/one/old/map.pdf", "files/pages/one/old/map.pdf"}}));
}

TEST(FillPages, AMissingAttachmentIsReported) {
    const TestPages site = filled({{"content/pages/one/es.md", "# Uno\n\n[a](./mapa.pdf)\n"},
                                   {"content/pages/one/en.md", "# One\n"},
                                   {"content/pages/one/map.pdf", ""}});
    EXPECT_EQ(site.english(), R"(
content/pages/one/es.md:3:5: error: there is no file "mapa.pdf" beside this text [attachment-missing]
  3 | [a](./mapa.pdf)
    |     ^~~~~~~~~~
  help: did you mean "./map.pdf"?
)");
    EXPECT_EQ(page("\n[a](./../../../site.json)\n").english(), R"(
content/pages/one/es.md:3:5: error: there is no file "../../../site.json" beside this text [attachment-missing]
  3 | [a](./../../../site.json)
    |     ^~~~~~~~~~~~~~~~~~~~
  help: a text can link only to files of its own folder: put a copy there
)");
    EXPECT_EQ(page("\n[a](./acta.pdf)\n").english(), R"(
content/pages/one/es.md:3:5: error: there is no file "acta.pdf" beside this text [attachment-missing]
  3 | [a](./acta.pdf)
    |     ^~~~~~~~~~
  help: put the file into content/pages/one
)");
}

TEST(FillPages, AFileThatIsForTheGeneratorIsNotPublished) {
    EXPECT_EQ(page("\n[a](./record.json) [b](./es.md) [c](./.oculto)\n").english(), R"(
content/pages/one/es.md:3:5: error: the record of an entry is not published as a file [attachment-missing]
  3 | [a](./record.json) [b](./es.md) [c](./.oculto)
    |     ^~~~~~~~~~~~~
  help: link to the entry: pages/one; data for readers go into a file of another name
content/pages/one/es.md:3:24: error: the text of an entry is not published as a file [attachment-missing]
  3 | [a](./record.json) [b](./es.md) [c](./.oculto)
    |                        ^~~~~~~
  help: link to the entry, and readers get it in their language: pages/one
content/pages/one/es.md:3:37: error: a name that begins with a dot is hidden, and is not published [attachment-missing]
  3 | [a](./record.json) [b](./es.md) [c](./.oculto)
    |                                     ^~~~~~~~~
  help: rename it without the dot: ./oculto
)");
}

TEST(FillPages, APictureLiesBesideItsText) {
    const TestPages site =
        filled({{"content/pages/one/es.md",
                 "# Uno\n\n![f](/images/f.jpg) ![g](g.jpg) ![h](members/mexico)\n"},
                {"content/pages/one/en.md", "# One\n"},
                {"content/pages/one/g.jpg", ""}});
    EXPECT_EQ(site.english(), R"(
content/pages/one/es.md:3:6: error: a picture lies beside its text, and its address begins with ./ [attachment-missing]
  3 | ![f](/images/f.jpg) ![g](g.jpg) ![h](members/mexico)
    |      ^~~~~~~~~~~~~
  help: put the file into content/pages/one and write: ![…](./f.jpg)
content/pages/one/es.md:3:26: error: a picture lies beside its text, and its address begins with ./ [attachment-missing]
  3 | ![f](/images/f.jpg) ![g](g.jpg) ![h](members/mexico)
    |                          ^~~~~
  help: write: ![…](./g.jpg)
content/pages/one/es.md:3:38: error: a picture lies beside its text, and its address begins with ./ [attachment-missing]
  3 | ![f](/images/f.jpg) ![g](g.jpg) ![h](members/mexico)
    |                                      ^~~~~~~~~~~~~~
  help: put the file into content/pages/one and write: ![…](./name)
)");
}

TEST(FillPages, APictureOfAnotherSiteIsRefused) {
    const TestPages site = page("\n![Mapa](https://example.com/map.png)\n");
    EXPECT_EQ(site.english(), R"(
content/pages/one/es.md:3:9: error: this picture lies on another site [external-picture]
  3 | ![Mapa](https://example.com/map.png)
    |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  help: put the file beside this text and write ./name
)");
}

TEST(FillPages, WhereALanguageHasNoTextAnotherStandsIn) {
    FillOptions options;
    options.phrase = [](LanguageIndex language, std::string_view phrase, std::string_view) {
        return fmt::format("{}-{}", language, phrase);
    };
    const TestPages site =
        filled({{"content/pages/one/en.md",
                 "# One\n\n> [!NOTE]\n> See [](members/mexico).\n\n[x](pages/nowhere)\n"}},
               options);
    // The same problem of the same text is told once.
    EXPECT_EQ(site.problems.sorted().size(), 1U);
    EXPECT_EQ(site.problems.all().at(0).message.en, "no entry is called \"pages/nowhere\"");
    const std::string es = body_of(site, "es/one/");
    EXPECT_NE(es.find("<a href=\"../miembros/mexico/\">México</a>"), std::string::npos) << es;
    EXPECT_NE(es.find("0-note"), std::string::npos) << es;
    EXPECT_NE(body_of(site, "en/one/").find("<a href=\"../members/mexico/\">Mexico</a>"),
              std::string::npos);
    EXPECT_EQ(body_of(site, "es/miembros/belice/"), "no body");
}

TEST(FillPages, ContentsAnchorsAndDescriptionComeFromTheText) {
    const TestPages site = page("\n## Primera *parte*\n\nHola,\nmundo.\n\n### Detalle {#d}\n");
    const Page& found = site.at("es/uno/");
    std::string contents;
    for (const Heading& heading : found.contents) {
        contents += fmt::format("{} {} {}\n", heading.level, heading.anchor, heading.title);
    }
    EXPECT_EQ(contents, "2 s1 Primera parte\n3 d Detalle\n");
    EXPECT_EQ(found.anchors, (std::vector<std::string>{"b1", "d", "s1"}));
    EXPECT_EQ(found.description, "Hola, mundo.");
}

TEST(FillPages, ALongDescriptionIsCutAtAWord) {
    std::string words = "\n";
    for (int i = 0; i < 60; ++i) {
        words += "año ";
    }
    const std::string description = page(words + "\n").at("es/uno/").description;
    EXPECT_EQ(description.substr(description.size() - 12), "año año…");
    EXPECT_EQ(page("\n" + std::string(300, 'x') + "\n").at("es/uno/").description,
              std::string(160, 'x') + "…");
}

TEST(FillPages, OneWorkerOrManyGiveTheSame) {
    Files files;
    for (int i = 0; i < 40; ++i) {
        const std::string folder = fmt::format("content/pages/p{}/", i);
        files[folder + "es.md"] =
            fmt::format("# P{}\n\n[](pages/p{}) [](pages/q{})\n", i, 39 - i, i);
        files[folder + "en.md"] = fmt::format("# P{}\n\n[](members/mexico#{})\n", i, i);
    }
    FillOptions many;
    many.workers.count = 8;
    const TestPages one = filled(files);
    const TestPages eight = filled(files, many);
    EXPECT_EQ(one.problems.all(), eight.problems.all());
    for (std::size_t i = 0; i < one.pages.pages.size(); ++i) {
        const auto& a = one.pages.pages[i].body;
        const auto& b = eight.pages.pages[i].body;
        EXPECT_EQ(a ? a->text : "", b ? b->text : "");
    }
}

}  // namespace puebla
