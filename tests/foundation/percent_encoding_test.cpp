#include "foundation/percent_encoding.h"

#include <gtest/gtest.h>

namespace puebla {
namespace {

TEST(PercentEncoding, APathIsEncodedForALinkAndBack) {
    EXPECT_EQ(percent_encoded_path("files/a b/«ñ».pdf"), "files/a%20b/%C2%AB%C3%B1%C2%BB.pdf");
    EXPECT_EQ(percent_decoded("files/a%20b/%C2%AB%c3%b1%C2%BB.pdf"), "files/a b/«ñ».pdf");
}

TEST(PercentEncoding, APercentSignAloneStays) {
    EXPECT_EQ(percent_decoded("100%"), "100%");
    EXPECT_EQ(percent_decoded("5%zz%2"), "5%zz%2");
}

}  // namespace
}  // namespace puebla
