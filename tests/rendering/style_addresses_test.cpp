#include "rendering/style_addresses.h"

#include <gtest/gtest.h>

namespace puebla {
namespace {

// "a.svg <a\.svg>|import b.css <@import 'b.css'>": what is meant and what stands there.
std::string addresses_of(std::string_view css) {
    std::string result;
    for (const StyleAddress& one : addresses_in_style(css)) {
        result += result.empty() ? "" : "|";
        result += (one.imported ? "import " : "") + one.text + " <" +
                  std::string(css.substr(one.span.begin, one.span.end - one.span.begin)) + ">";
    }
    return result;
}

TEST(StyleAddresses, AnAddressMayHaveQuotesOrNone) {
    EXPECT_EQ(addresses_of("p { background: url(a.svg) } q { src: url( 'b c.svg' ), URL(\"d\") }"),
              "a.svg <a.svg>|b c.svg <b c.svg>|d <d>");
}

TEST(StyleAddresses, EscapesAreUndone) {
    EXPECT_EQ(addresses_of(R"(url(a\.svg) url("b\"c\20 d") url(e\)f))"),
              R"(a.svg <a\.svg>|b"c d <b\"c\20 d>|e)f <e\)f>)");
}

TEST(StyleAddresses, CommentsAndTextsHoldNone) {
    EXPECT_EQ(
        addresses_of("/* url(a) */ p::after { content: \"url(b) /*\" } my-url(c) url(d) /* url(e"),
        "d <d>");
}

TEST(StyleAddresses, TextsOfAnImageSetAreAddresses) {
    EXPECT_EQ(addresses_of("image-set(\"a.png\" 1x, url(b.png) 2x, 'c.png' type('image/png')) 'd'"),
              "a.png <a.png>|b.png <b.png>|c.png <c.png>");
}

TEST(StyleAddresses, AnImportIsFoundHoweverItIsWritten) {
    EXPECT_EQ(
        addresses_of("@import 'a.css'; @IMPORT url(\"b.css\") layer(x) screen;\n@import c"),
        "import a.css <@import 'a.css'>|import b.css <@IMPORT url(\"b.css\") layer(x) screen>|"
        "import  <@import c>");
}

TEST(StyleAddresses, ANamespaceIsNoAddress) {
    EXPECT_EQ(
        addresses_of("@namespace svg url(http://www.w3.org/2000/svg); @media print{p{x:url(a)}}"),
        "a <a>");
}

TEST(StyleAddresses, WhatIsCutOffIsReadToTheEnd) {
    for (const std::string css : {"url(", "url( ", "url('", "url('a", "url(a", "'", "/*", "@",
                                  "@import", "\\", "url(\\", "image-set(", ")", "/*/", "url('a'"}) {
        addresses_in_style(css);
    }
}

}  // namespace
}  // namespace puebla
