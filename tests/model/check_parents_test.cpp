#include "model/check_parents.h"

#include <gtest/gtest.h>

#include "site_from.h"

namespace puebla {

namespace {

// Pages that stand below each other: {{"a", "pages/b"}, …}.
TestSite pages(const std::map<std::string, std::string>& parents) {
    Files files;
    for (const auto& [name, parent] : parents) {
        files["content/pages/" + name + "/record.json"] = "{\"parent\": \"" + parent + "\"}";
        files["content/pages/" + name + "/es.md"] = "# " + name + "\n";
        files["content/pages/" + name + "/en.md"] = "# " + name + "\n";
    }
    return site_from(std::move(files));
}

}  // namespace

TEST(CheckParents, AParentIsAnEntry) {
    EXPECT_EQ(pages({{"a", "pages/home"}, {"b", "pages/a"}}).english(), "\n");
    EXPECT_EQ(pages({{"a", "pages/hom"}}).english(), R"(
content/pages/a/record.json:1:12: error: no entry is called "pages/hom" [unknown-reference]
  1 | {"parent": "pages/hom"}
    |            ^~~~~~~~~~~
  help: did you mean "pages/home"?
)");
}

TEST(CheckParents, EveryPageOfACircleIsReportedAndTheOthersAreNot) {
    const TestSite site =
        pages({{"a", "pages/b"}, {"b", "pages/c"}, {"c", "pages/b"}, {"d", "pages/d"}});
    EXPECT_EQ(site.english(), R"(
content/pages/b/record.json:1:12: error: this page is below itself: pages/b → pages/c → pages/b [parent-loop]
  1 | {"parent": "pages/c"}
    |            ^~~~~~~~~
  help: change or remove "parent" in one of them
content/pages/c/record.json:1:12: error: this page is below itself: pages/c → pages/b → pages/c [parent-loop]
  1 | {"parent": "pages/b"}
    |            ^~~~~~~~~
  help: change or remove "parent" in one of them
content/pages/d/record.json:1:12: error: this page is below itself: pages/d → pages/d [parent-loop]
  1 | {"parent": "pages/d"}
    |            ^~~~~~~~~
  help: change or remove "parent" in one of them
)");
    EXPECT_EQ(pages({{"d", "pages/d"}}).spanish(), R"(
content/pages/d/record.json:1:12: error: esta página está debajo de sí misma: pages/d → pages/d [parent-loop]
  1 | {"parent": "pages/d"}
    |            ^~~~~~~~~
  ayuda: cambie o quite «parent» en una de ellas
)");
    EXPECT_TRUE(find_entry(site.site, "pages/a")->parent);
    EXPECT_FALSE(find_entry(site.site, "pages/b")->parent);
    EXPECT_FALSE(find_entry(site.site, "pages/d")->parent);
}

}  // namespace puebla
