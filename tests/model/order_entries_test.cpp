#include "model/order_entries.h"

#include <gtest/gtest.h>

#include "site_from.h"

namespace puebla {

namespace {

// A table of words with this order and these records.
Site words(const std::string& order, const std::string& records) {
    const TestSite site = site_from({{"content/words/collection.json", R"({
"name": {"es": "Palabras", "en": "Words"}, "title": "t", "order": )" + order +
                                                                           R"(,
"record": {"properties": {
  "t": {"format": "localized"}, "s": {"type": "string"}, "d": {"format": "partial-date"},
  "n": {"type": "number"}, "l": {"format": "localized"}}}})"},
                                     {"content/words/records.json", "[" + records + "]"}});
    EXPECT_EQ(site.english(), "\n");
    return site.site;
}

std::string row(const std::string& id, const std::string& es, const std::string& en,
                const std::string& more = "") {
    return R"({"id": ")" + id + R"(", "t": {"es": ")" + es + R"(", "en": ")" + en + "\"}" + more +
           "}";
}

std::string title(const std::string& id, const std::string& more) {
    return row(id, "t", "t", more);
}

}  // namespace

TEST(OrderEntries, TitlesSortAsEachLanguageOrdersWords) {
    const Site site =
        words(R"(["title"])", row("a", "Ñandú", "Rhea") + "," + row("b", "Oso", "Bear") + "," +
                                  row("c", "nutria", "otter") + "," + row("d", "Águila", "Eagle") +
                                  "," + row("e", "Grupo 10", "Group 10") + "," +
                                  row("f", "Grupo 9", "Group 9"));
    EXPECT_EQ(order_of(site, "words", 0), "d f e c a b");
    EXPECT_EQ(order_of(site, "words", 1), "b d f e c a");
}

TEST(OrderEntries, DatesSortFromTheWholeToItsParts) {
    const std::string rows = title("a", R"(, "d": "2024-09-19")") + "," +
                             title("b", R"(, "d": "2024")") + "," +
                             title("c", R"(, "d": "2024-09")") + "," +
                             title("d", R"(, "d": "1996-12-31")") + "," + title("e", "");
    EXPECT_EQ(order_of(words(R"(["d"])", rows), "words"), "d b c a e");
    EXPECT_EQ(order_of(words(R"(["-d"])", rows), "words"), "a c b d e");
}

TEST(OrderEntries, NumbersSortByValue) {
    const std::string rows = title("a", R"(, "n": 10)") + "," + title("b", R"(, "n": 9.5)") + "," +
                             title("c", R"(, "n": -1)") + "," + title("d", "");
    EXPECT_EQ(order_of(words(R"(["n"])", rows), "words"), "c b a d");
    EXPECT_EQ(order_of(words(R"(["-n"])", rows), "words"), "a b c d");
}

TEST(OrderEntries, LaterKeysDecideBetweenEquals) {
    const std::string rows = title("a", R"(, "s": "x", "n": 1)") + "," +
                             title("b", R"(, "s": "x", "n": 2)") + "," +
                             title("c", R"(, "s": "a", "n": 1)");
    EXPECT_EQ(order_of(words(R"(["s", "-n"])", rows), "words"), "c b a");
}

TEST(OrderEntries, EqualEntriesKeepTheirOrder) {
    EXPECT_EQ(
        order_of(words(R"(["s"])", title("z", "") + "," + title("m", "") + "," + title("a", "")),
                 "words"),
        "z m a");
}

TEST(OrderEntries, LocalizedFieldsSortByTheLanguage) {
    const Site site = words(R"(["l"])", title("a", R"(, "l": {"es": "uno", "en": "one"})") + "," +
                                            title("b", R"(, "l": {"es": "dos", "en": "two"})"));
    EXPECT_EQ(order_of(site, "words", 0), "b a");
    EXPECT_EQ(order_of(site, "words", 1), "a b");
}

}  // namespace puebla
