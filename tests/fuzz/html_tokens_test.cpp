#include "fuzz/html_tokens.h"

#include <gtest/gtest.h>

namespace puebla::fuzz {
namespace {

// "<p a=b>", "</p>", 'text', #raw#, !comment!, ?unfinished?
std::string shown(std::string_view html) {
    constexpr std::string_view edges = "''##<></!!??";
    std::string result;
    for (const HtmlToken& token : html_tokens(html)) {
        const auto kind = static_cast<std::size_t>(token.kind) * 2;
        const bool tag =
            token.kind == HtmlToken::Kind::start_tag || token.kind == HtmlToken::Kind::end_tag;
        result += result.empty() ? "" : " ";
        result += tag && token.kind == HtmlToken::Kind::end_tag ? "</" : edges.substr(kind, 1);
        result += tag ? std::string_view(token.name) : token.source;
        for (const HtmlAttribute& one : token.attributes) {
            result += " " + one.name;
            result += one.quote == '\0' ? "=" : "=" + std::string(1, one.quote);
            result += one.value;
        }
        result += tag ? std::string_view(">") : edges.substr(kind + 1, 1);
    }
    return result;
}

TEST(HtmlTokens, TagsAndTheirAttributes) {
    EXPECT_EQ(shown("a<P Title='x>y' b = c d/e>z</P >"), "'a' <p title='x>y b=c d= e=> 'z' </p>");
    EXPECT_EQ(shown("<a/b=\"c\"d>"), "<a b=\"c d=>");
    EXPECT_EQ(shown("1 < 2 <3"), "'1 < 2 <3'");
    EXPECT_EQ(shown("a <p title=\"b"), "'a ' ?<p title=\"b title=\"b?");
}

TEST(HtmlTokens, CommentsAndWhatBrowsersTakeForThem) {
    EXPECT_EQ(shown("<!-- a --!>b<!-->c<!--->d<?e>f</ g>"),
              "!<!-- a --!>! 'b' !<!-->! 'c' !<!--->! 'd' !<?e>! 'f' !</ g>!");
    EXPECT_EQ(shown("<!DOCTYPE html>a<!-- b"), "!<!DOCTYPE html>! 'a' ?<!-- b?");
}

TEST(HtmlTokens, WhatAnElementHoldsMayNotBeMarkup) {
    EXPECT_EQ(shown("<title><b></Title>a"), "<title> '<b>' </title> 'a'");
    EXPECT_EQ(shown("<style><b></styles></style >a"), "<style> #<b></styles># </style> 'a'");
    EXPECT_EQ(shown("<svg><style><b></svg><style><b>"), "<svg> <style> <b> </svg> <style> #<b>#");
    EXPECT_EQ(shown("<plaintext></plaintext>"), "<plaintext> #</plaintext>#");
}

TEST(HtmlTokens, ScriptsMayHoldScriptsInComments) {
    EXPECT_EQ(shown("<script>a</script>b"), "<script> #a# </script> 'b'");
    EXPECT_EQ(shown("<script><!--<script>a</script>b</script>c--></script>d"),
              "<script> #<!--<script>a</script>b# </script> 'c-->' </script> 'd'");
    EXPECT_EQ(shown("<script><!--><script>a</script>b"), "<script> #<!--><script>a# </script> 'b'");
}

}  // namespace
}  // namespace puebla::fuzz
