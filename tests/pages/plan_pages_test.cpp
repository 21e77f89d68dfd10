#include "pages/plan_pages.h"

#include <gtest/gtest.h>

#include "pages_of.h"

namespace puebla {

namespace {

void add_page(Files& files, const std::string& name, const std::string& es, const std::string& en,
              const std::string& record = "{}") {
    files["content/pages/" + name + "/record.json"] = record;
    files["content/pages/" + name + "/es.md"] = "# " + es + "\n";
    files["content/pages/" + name + "/en.md"] = "# " + en + "\n";
}

// A collection of members with these settings, and members belize, cuba and mexico.
Files members(const std::string& settings) {
    return {
        {"content/members/collection.json",
         R"({"name": {"es": "Miembros", "en": "Members"}, "title": "name", "prose": "none",
"record": {"properties": {"name": {"format": "localized"}}}, )" +
             settings + "}"},
        {"content/members/belize/record.json", R"({"name": {"es": "Belice", "en": "Belize"}})"},
        {"content/members/cuba/record.json", R"({"name": {"es": "Cuba", "en": "Cuba"}})"},
        {"content/members/mexico/record.json", R"({"name": {"es": "México", "en": "Mexico"}})"},
    };
}

constexpr const char* both_addresses =
    R"("address": {"list": {"es": "miembros/", "en": "members/"}, "entry": {"es": "miembros/{slug}/", "en": "members/{slug}/"}})";

std::string breadcrumb_of(const TestPages& site, const std::string& address) {
    std::string text;
    for (const PageIndex index : site.at(address).breadcrumb) {
        text += site.pages.pages[index].address + " > ";
    }
    return text + address;
}

std::string versions_of(const TestPages& site, const std::string& address) {
    std::string text;
    for (const PageIndex index : site.at(address).versions) {
        text += (text.empty() ? "" : " ") + site.pages.pages[index].address;
    }
    return text;
}

std::string kind_and_layout(const Page& page) {
    const char* const kinds[] = {"doorway", "home", "entry", "list", "not found"};
    return std::string(kinds[static_cast<int>(page.kind)]) + " " + page.layout + " " + page.title;
}

}  // namespace

TEST(PlanPages, EverySiteHasADoorwayHomesAndNotFoundPages) {
    const TestPages site = pages_from({});
    EXPECT_EQ(site.english(), "\n");
    EXPECT_EQ(addresses_of(site.pages), R"(

es/
es/404.html
404.html
en/
en/404.html
)");
    EXPECT_EQ(kind_and_layout(site.at("")), "doorway doorway Sitio");
    EXPECT_EQ(kind_and_layout(site.at("es/")), "home home Inicio");
    EXPECT_EQ(kind_and_layout(site.at("en/404.html")), "not found not-found 404");
    EXPECT_EQ(versions_of(site, ""), "es/ en/");
    EXPECT_EQ(versions_of(site, "es/"), "es/ en/");
    EXPECT_EQ(versions_of(site, "es/404.html"), "es/404.html en/");
    EXPECT_EQ(versions_of(site, "404.html"), "404.html en/");
    EXPECT_EQ(breadcrumb_of(site, ""), "");
    EXPECT_EQ(breadcrumb_of(site, "es/"), "es/");
    EXPECT_EQ(breadcrumb_of(site, "en/404.html"), "en/ > en/404.html");
}

TEST(PlanPages, AddressesAreTranslatedAndVersionsFoundByIdentity) {
    const TestPages site = pages_from(members(both_addresses));
    EXPECT_EQ(site.english(), "\n");
    EXPECT_EQ(addresses_of(site.pages), R"(

es/
es/miembros/
es/miembros/belice/
es/miembros/cuba/
es/miembros/mexico/
es/404.html
404.html
en/
en/members/
en/members/belize/
en/members/cuba/
en/members/mexico/
en/404.html
)");
    EXPECT_EQ(versions_of(site, "es/miembros/belice/"), "es/miembros/belice/ en/members/belize/");
    EXPECT_EQ(versions_of(site, "en/members/"), "es/miembros/ en/members/");
    EXPECT_EQ(kind_and_layout(site.at("en/members/")), "list list Members");
    EXPECT_EQ(kind_and_layout(site.at("en/members/cuba/")), "entry entry Cuba");
    EXPECT_EQ(breadcrumb_of(site, "es/miembros/cuba/"), "es/ > es/miembros/ > es/miembros/cuba/");
}

TEST(PlanPages, PatternsAreFilledFromTheRecord) {
    const TestPages site = pages_from({
        {"content/countries/collection.json",
         R"({"name": {"es": "X", "en": "X"}, "prose": "none", "title": "n",
"record": {"properties": {"n": {"format": "localized"}}}})"},
        {"content/countries/mx/record.json", R"({"n": {"es": "México", "en": "Mexico"}})"},
        {"content/documents/collection.json",
         R"({"name": {"es": "X", "en": "X"}, "prose": "none", "title": "n",
"address": {"entry": {"es": "d/{type.slug}/{date.year}/{number}/{symbol}/{country.slug}/{slug}/",
                      "en": "d/{type.slug}/{date.year}-{number}/{slug}/"}},
"record": {"properties": {
  "n": {"format": "localized"}, "date": {"format": "partial-date"}, "number": {"type": "integer"},
  "symbol": {"type": "string"}, "country": {"format": "reference", "collection": "countries"},
  "type": {"enum": ["declaration", "other"], "labels": {"declaration": {
    "name": {"es": "Declaración", "en": "Declaration"},
    "slug": {"es": "declaraciones", "en": "declarations"}}}}}}})"},
        {"content/documents/one/record.json",
         R"({"n": {"es": "Año", "en": "Year"}, "date": "2022-04", "number": 7,
"symbol": "PP/DEC 1", "country": "countries/mx", "type": "declaration"})"},
        {"content/documents/two/record.json",
         R"({"n": {"es": "Dos", "en": "Two"}, "date": "1996", "number": 0,
"symbol": "x", "country": "countries/mx", "type": "other"})"},
    });
    EXPECT_EQ(site.english(), "\n");
    EXPECT_NE(addresses_of(site.pages).find("\nes/d/declaraciones/2022/7/pp-dec-1/mexico/ano/\n"),
              std::string::npos);
    EXPECT_NE(addresses_of(site.pages).find("\nen/d/declarations/2022-7/year/\n"),
              std::string::npos);
    EXPECT_NE(addresses_of(site.pages).find("\nen/d/other/1996-0/two/\n"), std::string::npos);
}

TEST(PlanPages, APatternThatCannotBeFilledIsReported) {
    const auto problems_of = [](const std::string& pattern) {
        return pages_from({{"content/books/collection.json",
                            R"({"name": {"es": "X", "en": "X"}, "prose": "none", "title": "n",
"record": {"properties": {"n": {"type": "string"}, "date": {"format": "partial-date"}, "list": {"type": "array"}}},
"address": {"entry": {"es": "a/{slug}/", "en": ")" +
                                pattern + R"("}}})"},
                           {"content/books/one/record.json", R"({"n": "…", "list": []})"}})
            .english();
    };
    EXPECT_EQ(problems_of("b/{slg}/"), R"(
content/books/collection.json:3:48: error: the address names the field "slg", which does not exist [bad-setting]
  3 | "address": {"entry": {"es": "a/{slug}/", "en": "b/{slg}/"}}}
    |                                                ^~~~~~~~~~
  help: did you mean "slug"?
)");
    EXPECT_EQ(problems_of("b/{slug/"), R"(
content/books/collection.json:3:48: error: this { is not closed [bad-setting]
  3 | "address": {"entry": {"es": "a/{slug}/", "en": "b/{slug/"}}}
    |                                                ^~~~~~~~~~
)");
    EXPECT_EQ(problems_of("{n.year}/"), R"(
content/books/collection.json:3:48: error: "n" has no part "year" for an address [bad-setting]
  3 | "address": {"entry": {"es": "a/{slug}/", "en": "{n.year}/"}}}
    |                                                ^~~~~~~~~~~
  help: a date has "year"; an enumeration and a reference have "slug"
)");
    EXPECT_EQ(problems_of("{list}/"), R"(
content/books/collection.json:3:48: error: the field "list" cannot be part of an address [bad-setting]
  3 | "address": {"entry": {"es": "a/{slug}/", "en": "{list}/"}}}
    |                                                ^~~~~~~~~
)");
    EXPECT_EQ(problems_of("{date.year}/"), R"(
content/books/one/record.json: error: the address of this entry needs the field "date" [missing-field]
)");
    EXPECT_EQ(problems_of("{n}/"), R"(
content/books/one/record.json:1:7: error: this gives no part of an address [bad-slug]
  1 | {"n": "…", "list": []}
    |       ^~~
  help: write at least one letter or digit
)");
}

TEST(PlanPages, AWholeSentenceIsNoPartOfAnAddress) {
    const TestPages site = pages_from(
        {{"content/books/collection.json",
          R"({"name": {"es": "X", "en": "X"}, "prose": "none",
"title": "n", "record": {"properties": {"n": {"type": "string"}}},
"address": {"entry": {"es": "{n}/", "en": "{n}/"}}})"},
         {"content/books/one/record.json", "{\"n\":\n\"" + std::string(101, 'a') + "\"}"}});
    EXPECT_EQ(site.problems.sorted().at(0).message.en, "this is too long for a part of an address");
    EXPECT_EQ(site.problems.sorted().size(), 1U);
}

TEST(PlanPages, PagesStandBelowTheirParents) {
    Files files;
    add_page(files, "about", "Acerca", "About", R"({"parent": "pages/home"})");
    add_page(files, "money", "Dinero", "Money", R"({"parent": "pages/about"})");
    add_page(files, "map", "Mapa", "Map");
    const TestPages site = pages_from(files);
    EXPECT_EQ(site.english(), "\n");
    EXPECT_EQ(addresses_of(site.pages), R"(

es/
es/acerca/
es/acerca/dinero/
es/mapa/
es/404.html
404.html
en/
en/about/
en/map/
en/about/money/
en/404.html
)");
    EXPECT_EQ(breadcrumb_of(site, "es/acerca/dinero/"), "es/ > es/acerca/ > es/acerca/dinero/");
    EXPECT_EQ(breadcrumb_of(site, "es/acerca/"), "es/ > es/acerca/");
}

TEST(PlanPages, AListHasThePlaceOfItsCollection) {
    Files files = members(std::string(both_addresses) + R"(, "parent": "pages/about")");
    add_page(files, "about", "Acerca", "About");
    const TestPages site = pages_from(files);
    EXPECT_EQ(breadcrumb_of(site, "es/miembros/"), "es/ > es/acerca/ > es/miembros/");
    EXPECT_EQ(breadcrumb_of(site, "es/miembros/cuba/"),
              "es/ > es/acerca/ > es/miembros/ > es/miembros/cuba/");
}

TEST(PlanPages, APageIsNotItsOwnBreadcrumb) {
    Files files;
    add_page(files, "about", "Acerca", "About");
    files["content/pages/collection.json"] =
        R"({"name": {"es": "P", "en": "P"}, "parent": "pages/about",
"address": {"entry": {"es": "{slug}/", "en": "{slug}/"}}})";
    EXPECT_EQ(breadcrumb_of(pages_from(files), "es/acerca/"), "es/ > es/acerca/");
}

TEST(PlanPages, PagesBelowThemselvesLeaveTheOthersInPlace) {
    Files files = members(R"("address": {"list": {"es": "m/", "en": "m/"}})");
    files["content/members/cuba/record.json"] =
        R"({"name": {"es": "Cuba", "en": "Cuba"}, "parent": "members/mexico"})";
    files["content/members/mexico/record.json"] =
        R"({"name": {"es": "México", "en": "Mexico"}, "parent": "members/cuba"})";
    add_page(files, "a", "A", "A", R"({"parent": "pages/b"})");
    add_page(files, "b", "B", "B", R"({"parent": "pages/a"})");
    add_page(files, "c", "C", "C", R"({"parent": "pages/b"})");
    const TestPages site = pages_from(files);
    EXPECT_EQ(site.problems.count(Severity::error), 4U);
    EXPECT_EQ(breadcrumb_of(site, "es/b/c/"), "es/ > es/b/ > es/b/c/");
}

TEST(PlanPages, AParentWithoutAPageIsReported) {
    Files files = members(R"("address": {"list": {"es": "m/", "en": "m/"}})");
    add_page(files, "a", "A", "A", R"({"parent": "members/cuba"})");
    EXPECT_EQ(pages_from(files).english(), R"(
content/pages/a/record.json:1:12: error: "members/cuba" has no page of its own [link-target-missing]
  1 | {"parent": "members/cuba"}
    |            ^~~~~~~~~~~~~~
)");
}

TEST(PlanPages, ALadderOfPagesEndsSomewhere) {
    Files files;
    add_page(files, "p0", "P0", "P0");
    for (int i = 1; i <= 22; ++i) {
        const std::string title = fmt::format("P{}", i);
        add_page(files, fmt::format("p{}", i), title, title,
                 fmt::format(R"({{"parent": "pages/p{}"}})", i - 1));
    }
    EXPECT_EQ(pages_from(files).english(), R"(
content/pages/p21/record.json:1:12: error: more than 20 pages are above this one, one below the other [nesting-too-deep]
  1 | {"parent": "pages/p20"}
    |            ^~~~~~~~~~~
  help: choose a "parent" that is nearer to the home page
content/pages/p22/record.json:1:12: error: more than 20 pages are above this one, one below the other [nesting-too-deep]
  1 | {"parent": "pages/p21"}
    |            ^~~~~~~~~~~
  help: choose a "parent" that is nearer to the home page
)");
}

TEST(PlanPages, TwoPagesNeverShareAnAddress) {
    Files files;
    add_page(files, "one", "Título", "One", R"({"slug": {"es": "igual", "en": "one"}})");
    add_page(files, "two", "Otro", "Two", R"({"slug": {"es": "igual", "en": "two"}})");
    const TestPages site = pages_from(files);
    EXPECT_EQ(site.english(), R"(
content/pages/one/record.json:1:17: error: the address "es/igual/" is already that of content/pages/two/record.json [duplicate-address]
  1 | {"slug": {"es": "igual", "en": "one"}}
    |                 ^~~~~~~
  help: give one of them another slug in its record: "slug": {…}
content/pages/two/record.json:1:17: error: the address "es/igual/" is also that of content/pages/one/record.json [duplicate-address]
  1 | {"slug": {"es": "igual", "en": "two"}}
    |                 ^~~~~~~
  help: give one of them another slug in its record: "slug": {…}
)");
    EXPECT_EQ(site.spanish(), R"(
content/pages/one/record.json:1:17: error: la dirección «es/igual/» ya es la de content/pages/two/record.json [duplicate-address]
  1 | {"slug": {"es": "igual", "en": "one"}}
    |                 ^~~~~~~
  ayuda: dé otro slug a una de las dos en su registro: "slug": {…}
content/pages/two/record.json:1:17: error: la dirección «es/igual/» es también la de content/pages/one/record.json [duplicate-address]
  1 | {"slug": {"es": "igual", "en": "two"}}
    |                 ^~~~~~~
  ayuda: dé otro slug a una de las dos en su registro: "slug": {…}
)");
    // The first in the order of the language keeps it; the other's English page remains.
    EXPECT_EQ(site.site.entries[*site.at("es/igual/").entry].ref, "pages/two");
    EXPECT_EQ(versions_of(site, "en/one/"), "es/ en/one/");
}

TEST(PlanPages, EntriesWithoutARecordShareAnAddress) {
    const TestPages site = pages_from({{"content/pages/one/es.md", "# Igual\n"},
                                       {"content/pages/one/en.md", "# One\n"},
                                       {"content/pages/two/es.md", "# Igual\n"},
                                       {"content/pages/two/en.md", "# Two\n"}});
    EXPECT_EQ(site.english(), R"(
content/pages/one: error: the address "es/igual/" is also that of content/pages/two [duplicate-address]
  help: give one of them another slug in its record: "slug": {…}
content/pages/two: error: the address "es/igual/" is already that of content/pages/one [duplicate-address]
  help: give one of them another slug in its record: "slug": {…}
)");
}

TEST(PlanPages, ALongListHasSeveralPages) {
    const TestPages site = pages_from(
        members(R"("page_size": 2, "address": {"list": {"es": "miembros/", "en": "members/"}})"));
    EXPECT_EQ(addresses_of(site.pages), R"(

es/
es/miembros/
es/miembros/2/
es/404.html
404.html
en/
en/members/
en/members/2/
en/404.html
)");
    EXPECT_EQ(site.at("es/miembros/2/").number, 2U);
    EXPECT_EQ(site.at("es/miembros/2/").total, 2U);
    EXPECT_EQ(site.site.entries[site.at("es/miembros/2/").entries.at(0)].name, "mexico");
    EXPECT_EQ(site.at("es/miembros/").entries.size(), 2U);
    EXPECT_EQ(versions_of(site, "es/miembros/2/"), "es/miembros/2/ en/members/2/");
    EXPECT_EQ(breadcrumb_of(site, "es/miembros/2/"), "es/ > es/miembros/ > es/miembros/2/");
}

TEST(PlanPages, AListWhoseSecondPageIsTakenEndsBeforeIt) {
    Files files = members(R"("page_size": 1, "address": {"list": {"es": "m/", "en": "members/"}})");
    files["content/books/collection.json"] = R"({"name": {"es": "B", "en": "B"},
"address": {"list": {"es": "m/2/", "en": "books/"}}})";
    const TestPages site = pages_from(files);
    EXPECT_EQ(site.english(), R"(
content/books/collection.json:2:28: error: the address "es/m/2/" is also that of content/members/collection.json [duplicate-address]
  2 | "address": {"list": {"es": "m/2/", "en": "books/"}}}
    |                            ^~~~~~
  help: change one of the addresses, or the slug of the entry
content/members/collection.json:2:105: error: the address "es/m/2/" is already that of content/books/collection.json [duplicate-address]
  2 | …d"}}}, "page_size": 1, "address": {"list": {"es": "m/", "en": "members/"}}}
    |                                                    ^~~~
  help: change one of the addresses, or the slug of the entry
)");
    EXPECT_EQ(site.at("es/m/").total, 1U);
    EXPECT_EQ(versions_of(site, "en/members/2/"), "es/m/ en/members/2/");
    EXPECT_EQ(versions_of(site, "en/members/3/"), "es/m/ en/members/3/");
}

TEST(PlanPages, AnEmptyListIsAPage) {
    const TestPages site = pages_from({{"content/books/collection.json",
                                        R"({"name": {"es": "Libros", "en": "Books"}, "page_size": 5,
"address": {"list": {"es": "libros/", "en": "books/"}}})"}});
    EXPECT_EQ(site.at("es/libros/").entries.size(), 0U);
    EXPECT_EQ(site.at("es/libros/").total, 1U);
}

TEST(PlanPages, APageWithoutItsTranslationExistsAndSaysSo) {
    const TestPages site = pages_from({{"content/pages/one/en.md", "# One\n"}});
    const Page& es = site.at("es/one/");
    EXPECT_EQ(es.title, "One");
    EXPECT_EQ(es.title_language, 1U);
    EXPECT_EQ(es.body_language, 1U);
    EXPECT_FALSE(es.available);
    EXPECT_TRUE(site.at("en/one/").available);
    EXPECT_EQ(versions_of(site, "es/one/"), "es/one/ en/one/");
}

TEST(PlanPages, ARecordMayChooseItsLayout) {
    Files files;
    files["content/pages/collection.json"] = R"({"name": {"es": "P", "en": "P"},
"layout": {"entry": "plain"}, "address": {"entry": {"es": "{slug}/", "en": "{slug}/"}},
"record": {"properties": {"layout": {"type": "string"}}}})";
    add_page(files, "one", "Uno", "One", R"({"layout": "index"})");
    add_page(files, "two", "Dos", "Two");
    add_page(files, "home", "Inicio", "Home", R"({"layout": "front"})");
    const TestPages site = pages_from(files);
    EXPECT_EQ(site.at("es/uno/").layout, "index");
    EXPECT_EQ(site.at("es/dos/").layout, "plain");
    EXPECT_EQ(site.at("es/").layout, "front");
}

TEST(PlanPages, EntriesOfATableStandOnTheirList) {
    const TestPages site = pages_from(
        members(R"("page_size": 2, "address": {"list": {"es": "miembros/", "en": "members/"}})"));
    const auto place = [&](const std::string& ref, LanguageIndex language) {
        const auto found =
            place_of(site.site, site.pages, site.site.entry_by_ref.at(ref), language);
        return found ? site.pages.pages[found->page].address + "#" + found->anchor : "nowhere";
    };
    EXPECT_EQ(place("members/belize", 0), "es/miembros/#belize");
    EXPECT_EQ(place("members/mexico", 1), "en/members/2/#mexico");
    EXPECT_EQ(place("pages/home", 1), "en/#");
}

TEST(PlanPages, WithoutLanguagesThereAreNoPages) {
    EXPECT_EQ(addresses_of(pages_from({{"content/site.json", "{}"}}).pages), "\n");
}

TEST(PlanPages, WithoutAHomeTheOtherPagesStay) {
    Files files;
    add_page(files, "one", "Uno", "One");
    files["content/pages/home/es.md"] = "sin título";
    const TestPages site = pages_from(files);
    EXPECT_EQ(versions_of(site, "es/uno/"), "es/uno/ en/one/");
    EXPECT_EQ(breadcrumb_of(site, "es/uno/"), "es/uno/");
}

}  // namespace puebla
