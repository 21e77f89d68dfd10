#include "checks/check_links.h"

#include <gtest/gtest.h>

namespace puebla {
namespace {

std::string follow(const std::string& from, std::string_view link) {
    const auto target = follow_link(from, link, "https://example.org/");
    if (!target) {
        return "elsewhere";
    }
    return target->fragment.empty() ? target->path : target->path + "#" + target->fragment;
}

TEST(FollowLink, RelativeLinksStartFromTheFolderOfTheirPage) {
    EXPECT_EQ(follow("es/miembros/index.html", "mexico/"), "es/miembros/mexico/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", "../"), "es/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", ".."), "es/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", "../../en/members/"), "en/members/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", "./"), "es/miembros/index.html");
    EXPECT_EQ(follow("es/miembros/index.html", "../../assets/a.css"), "assets/a.css");
    EXPECT_EQ(follow("index.html", "es/"), "es/index.html");
}

TEST(FollowLink, FragmentsAndQueriesAreTakenOff) {
    EXPECT_EQ(follow("es/index.html", "#p2"), "es/index.html#p2");
    EXPECT_EQ(follow("es/index.html", "a/#p%C3%B1"), "es/a/index.html#pñ");
    EXPECT_EQ(follow("es/index.html", "buscar/?q=a/b#r"), "es/buscar/index.html#r");
    EXPECT_EQ(follow("es/index.html", "con%20espacio.pdf"), "es/con espacio.pdf");
}

TEST(FollowLink, TheBaseAddressIsTheRoot) {
    EXPECT_EQ(follow("es/index.html", "https://example.org/"), "index.html");
    EXPECT_EQ(follow("es/404.html", "https://example.org/en/members/"), "en/members/index.html");
    EXPECT_EQ(follow("es/404.html", "/en/members/"), "en/members/index.html");
}

TEST(FollowLink, OtherPlacesAreLeftAlone) {
    EXPECT_EQ(follow("es/index.html", "https://example.com/"), "elsewhere");
    EXPECT_EQ(follow("es/index.html", "//example.com/"), "elsewhere");
    EXPECT_EQ(follow("es/index.html", "mailto:a@example.org"), "elsewhere");
}

TEST(FollowLink, ALinkAboveTheRootStaysAboveIt) {
    EXPECT_EQ(follow("es/index.html", "../../x/"), "../x/index.html");
    EXPECT_EQ(follow("es/index.html", "../../../x"), "../../x");
}

}  // namespace
}  // namespace puebla
