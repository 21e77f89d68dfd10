#include "pages/page.h"

#include <gtest/gtest.h>

namespace puebla {

TEST(PathOf, AFolderIsItsIndexFile) {
    EXPECT_EQ(path_of(""), "index.html");
    EXPECT_EQ(path_of("es/"), "es/index.html");
    EXPECT_EQ(path_of("es/404.html"), "es/404.html");
}

}  // namespace puebla
