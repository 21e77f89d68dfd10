#include "fuzz/bundle.h"

#include <gtest/gtest.h>

namespace puebla::fuzz {
namespace {

TEST(Bundle, HoldsSeveralFiles) {
    EXPECT_EQ(unbundle("a\nb", "x"), (Files{{"x", "a\nb"}}));
    EXPECT_EQ(unbundle("a\n=== y/z\nb\n=== y/w\n", "x"),
              (Files{{"x", "a\n"}, {"y/z", "b\n"}, {"y/w", ""}}));
    EXPECT_EQ(unbundle("=== y\nb\n=== y\nc", "x"), (Files{{"y", "c"}}));
    EXPECT_EQ(unbundle("", "x"), (Files{{"x", ""}}));
}

TEST(Bundle, LeavesOutWhatNoDiskCouldHold) {
    EXPECT_EQ(unbundle("=== ../y\nb\n=== /y\nb\n=== y/\nb\n=== \nb\n=== y//z\nb", "x"), Files{});
    EXPECT_EQ(unbundle("=== y\na=== y-\nb\n=== y/z\nc\n=== y-\nd\n", "x"),
              (Files{{"y", "a=== y-\nb\n"}, {"y-", "d\n"}}));
}

}  // namespace
}  // namespace puebla::fuzz
