#include "foundation/suggestion.h"

#include <gtest/gtest.h>

namespace puebla {

TEST(NearestName, IsFoundByOneMistake) {
    const std::vector<std::string_view> known = {"members/mexico", "members/belize", "title"};
    EXPECT_EQ(nearest_name("titel", known), "title");   // swapped
    EXPECT_EQ(nearest_name("titl", known), "title");    // left out
    EXPECT_EQ(nearest_name("tittle", known), "title");  // put in
    EXPECT_EQ(nearest_name("tutle", known), "title");   // replaced
    EXPECT_EQ(nearest_name("Title", known), "title");   // upper case
    EXPECT_EQ(nearest_name("title", known), "title");   // right
    EXPECT_EQ(nearest_name("member/mexico", known), "members/mexico");
    EXPECT_EQ(nearest_name("members/méxico", known), "members/mexico");
}

TEST(NearestName, IsNoneWhereMoreThanAThirdDiffers) {
    EXPECT_EQ(nearest_name("abcdef", {"abcdxy"}), "abcdxy");
    EXPECT_EQ(nearest_name("abcdef", {"abcxyz"}), "");
    EXPECT_EQ(nearest_name("ab", {"ac"}), "ac");
    EXPECT_EQ(nearest_name("ab", {"cd"}), "");
    EXPECT_EQ(nearest_name("", {"abc"}), "");
    EXPECT_EQ(nearest_name("abc", {}), "");
}

TEST(NearestName, IsTheNearestAndAmongEqualsTheFirst) {
    EXPECT_EQ(nearest_name("abcdef", {"abcdxy", "abcdex", "abcdey"}), "abcdex");
    EXPECT_EQ(nearest_name("abcdef", {"abcdex", "abcdef"}), "abcdef");
}

TEST(NearestName, CountsCharactersNotBytes) {
    EXPECT_EQ(nearest_name("ñññ", {"ñññe"}), "ñññe");
    EXPECT_EQ(nearest_name("año", {"ano"}), "ano");
}

TEST(NearestName, SwapsOnlyNeighbours) {
    EXPECT_EQ(nearest_name("acb", {"abc"}), "abc");
    EXPECT_EQ(nearest_name("cba", {"abc"}), "");
}

TEST(NearestName, AnEndlessNameIsNoMistyping) {
    const std::string endless(1'000'000, 'a');
    EXPECT_EQ(nearest_name(endless, {endless}), "");
    EXPECT_EQ(nearest_name("aaaa", {endless}), "");
}

TEST(DidYouMean, OffersTheNearestOrASmallSet) {
    EXPECT_EQ(did_you_mean("titel", {"title", "date"}),
              (Message{"did you mean \"title\"?", "¿quiso decir «title»?"}));
    EXPECT_EQ(did_you_mean("color", {"title", "date"}),
              (Message{"there is: title, date", "hay: title, date"}));
    EXPECT_EQ(did_you_mean("color", std::vector<std::string>(13, "title")), Message());
    EXPECT_EQ(did_you_mean("color", {}), Message());
}

}  // namespace puebla
