#include "rendering/page_record.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "pages/fill_pages.h"
#include "pages/plan_pages.h"
#include "site_from.h"

namespace puebla {
namespace {

// The names in the first table below a heading of themes/README.md.
std::set<std::string> documented(const std::string& heading) {
    std::ifstream file("themes/README.md");
    std::set<std::string> names;
    bool below = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("### ")) {
            below = line == "### " + heading;
        } else if (below && line.empty() && !names.empty()) {
            break;
        } else if (below && line.starts_with("| `")) {
            names.insert(line.substr(3, line.find('`', 3) - 3));
        }
    }
    return names;
}

std::set<std::string> names_of(const templates::Value& value) {
    std::set<std::string> names;
    for (const auto& [name, part] : value.map().items()) {
        names.insert(name);
    }
    return names;
}

struct Rendered {
    TestSite made;
    PageSet pages;
    Theme theme;
    std::unique_ptr<PageRecords> records;

    // The page at an address.
    templates::Value page(const std::string& address) const {
        return *variables(address).find("page");
    }
    templates::Map variables(const std::string& address) const {
        for (PageIndex index = 0; index < pages.pages.size(); ++index) {
            if (pages.pages[index].address == address) {
                return records->variables_for(index);
            }
        }
        ADD_FAILURE() << "no page at " << address;
        return {};
    }
};

std::unique_ptr<Rendered> records_from(Files files) {
    auto result = std::make_unique<Rendered>();
    result->made = site_from(std::move(files));
    PageSet planned = plan_pages(result->made.site, result->made.problems);
    result->pages = fill_pages(result->made.site, std::move(planned), {}, result->made.problems);
    result->records =
        std::make_unique<PageRecords>(result->made.site, result->pages, result->theme);
    return result;
}

const Files countries = {
    {"content/countries/collection.json", R"({
  "name": {"es": "Países", "en": "Countries"},
  "address": {"list": {"es": "paises/", "en": "countries/"},
              "entry": {"es": "paises/{slug}/", "en": "countries/{slug}/"}},
  "totals": ["people"],
  "record": {"type": "object", "properties": {
    "people": {"type": "integer", "label": {"es": "Población", "en": "Population"}}}}
})"},
    {"content/countries/chile/record.json", R"({"people": 19000000})"},
    {"content/countries/chile/es.md", "# Chile\n\nUn país.\n\n## Historia\n"},
    {"content/countries/chile/en.md", "# Chile\n\nA country.\n\n## History\n"},
    {"content/countries/peru/record.json", R"({"people": 34000001})"},
    {"content/countries/peru/es.md", "# Perú\n"},
    {"content/years/collection.json", R"({
  "name": {"es": "Años", "en": "Years"},
  "title": "name",
  "address": {"list": {"es": "anos/", "en": "years/"}},
  "order": ["-name"],
  "record": {"type": "object", "properties": {
    "name": {"type": "string"},
    "host": {"type": "string", "format": "reference", "collection": "countries", "inverse": "hosted"}}}
})"},
    {"content/years/records.json",
     R"([{"id": "y1", "name": "1999", "host": "countries/chile"},
         {"id": "y2", "name": "2003", "host": "countries/chile"}])"},
};

TEST(PageRecord, EveryNameIsInTheReadmeAndTheOtherWayRound) {
    const auto site = records_from(countries);
    const std::set<std::string> page = documented("page");
    ASSERT_FALSE(page.empty());
    for (const char* address : {"", "es/", "es/paises/", "es/paises/chile/", "en/404.html"}) {
        EXPECT_EQ(names_of(site->page(address)), page) << address;
    }
    // A row of a table has no page of its own and yet the same names.
    const templates::Value years = site->page("es/anos/");
    EXPECT_EQ(names_of(years.find("entries")->list().at(0)), page);
    EXPECT_EQ(names_of(*site->variables("es/").find("site")), documented("site"));
    EXPECT_EQ(names_of(site->page("es/").find("versions")->list().at(0)), documented("version"));
    EXPECT_EQ(names_of(site->page("es/paises/chile/").find("facts")->list().at(0)),
              documented("fact"));
    EXPECT_EQ(names_of(*site->page("es/paises/").find("collection")), documented("collection"));
}

TEST(PageRecord, ARelationIsReadableFromBothEnds) {
    const auto site = records_from(countries);
    const templates::Value chile = site->page("en/countries/chile/");
    const templates::List& hosted = chile.find("referring")->find("hosted")->list();
    ASSERT_EQ(hosted.size(), 2U);
    EXPECT_EQ(hosted[0].find("title")->text(), "2003");
    EXPECT_EQ(hosted[0].find("url")->address().path, "en/years/#y2");
    EXPECT_EQ(hosted[0].find("record")->find("host")->find("ref")->text(), "countries/chile");
    const templates::Value peru = site->page("en/countries/peru/");
    EXPECT_TRUE(peru.find("referring")->find("hosted")->list().empty());
}

TEST(PageRecord, TotalsAreExact) {
    const auto site = records_from(countries);
    EXPECT_EQ(site->page("es/paises/").find("totals")->find("people")->integer(), 53000001);
}

TEST(PageRecord, APageWithoutItsOwnTextSaysSo) {
    const auto site = records_from(countries);
    const templates::Value peru = site->page("en/countries/peru/");
    EXPECT_TRUE(peru.find("missing_translation")->boolean());
    EXPECT_EQ(peru.find("body_language")->find("code")->text(), "es");
    EXPECT_EQ(peru.find("title")->foreign_text().language, "es");
    EXPECT_TRUE(peru.find("alternates")->list().empty());
    // The Spanish page names only itself: the English one is no version of the text.
    EXPECT_EQ(site->page("es/paises/peru/").find("alternates")->list().size(), 1U);
}

}  // namespace
}  // namespace puebla
