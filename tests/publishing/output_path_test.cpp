#include "publishing/output_path.h"

#include <gtest/gtest.h>

namespace puebla {
namespace {

TEST(OutputPath, StaysInTheFolder) {
    for (const std::string& path :
         {std::string("index.html"), std::string("es/miembros/méxico/index.html"),
          std::string(".well-known/x"), std::string("a/.puebla/x"), std::string("a b/…"),
          std::string(255, 'a')}) {
        EXPECT_TRUE(is_safe_path(path)) << path;
    }
    for (const std::string& path :
         {std::string(), std::string("/etc/passwd"), std::string("../x"), std::string("a/../b"),
          std::string("a/./b"), std::string("a//b"), std::string("a/"), std::string("a\\b"),
          std::string("a\nb"), std::string("a\0b", 3), std::string("a\xff"), std::string("a\x7f"),
          std::string(".puebla-manifest"), std::string(".puebla"), std::string(".puebla/lock"),
          std::string(256, 'a'), std::string(3000, '/'), std::string(".."), std::string(".")}) {
        EXPECT_FALSE(is_safe_path(path)) << path;
    }
}

TEST(OutputPath, KnowsItsFolders) {
    EXPECT_EQ(folders_of("a/b/c.html"), (std::vector<std::string>{"a", "a/b"}));
    EXPECT_EQ(folders_of("c.html"), std::vector<std::string>{});
}

}  // namespace
}  // namespace puebla
