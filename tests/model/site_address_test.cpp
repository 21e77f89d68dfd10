#include "model/site_address.h"

#include <gtest/gtest.h>

namespace puebla {

TEST(SiteAddress, ASchemeAHostAndPerhapsFolders) {
    for (const char* address :
         {"https://example.org/", "https://example.org", "http://localhost:8000/",
          "https://example.org/portal/", "https://example.org/a/b", "https://192.0.2.1/",
          "https://[2001:db8::1]:8080/", "https://xn--migracin-b4a.example/",
          "https://e.org/~a/%20/"}) {
        EXPECT_EQ(fault_of_site_address(address).en, "") << address;
    }
}

TEST(SiteAddress, WhatElseItCannotBe) {
    const auto fault = [](const char* address) { return fault_of_site_address(address).en; };
    EXPECT_EQ(fault(""), "it does not begin with https://");
    EXPECT_EQ(fault("example.org"), "it does not begin with https://");
    EXPECT_EQ(fault("ftp://example.org/"), "it does not begin with https://");
    EXPECT_EQ(fault("https://"), "the name of the host is missing");
    EXPECT_EQ(fault("https:///a/"), "the name of the host is missing");
    EXPECT_EQ(fault("https://user:pw@example.org/"),
              "it names a user, and everybody would read that");
    EXPECT_EQ(fault("https://example.org/?lang=es"),
              "what begins with \"?\" or \"#\" is no part of it");
    EXPECT_EQ(fault("https://example.org#top"), "what begins with \"?\" or \"#\" is no part of it");
    EXPECT_EQ(fault("https://exa mple.org/"), "\"exa mple.org\" is not the name of a host");
    EXPECT_EQ(fault("https://migración.example/"),
              "\"migración.example\" is not the name of a host");
    EXPECT_EQ(fault("https://example.org:/"), "\"example.org:\" is not the name of a host");
    EXPECT_EQ(fault("https://example.org:8o/"), "\"example.org:8o\" is not the name of a host");
    EXPECT_EQ(fault("https://[::1/"), "\"[::1\" is not the name of a host");
    const std::string folders = "its folders must be plain: no \"//\", \".\" or \"..\"";
    EXPECT_EQ(fault("https://example.org//b/"), folders);
    EXPECT_EQ(fault("https://example.org/a/../b/"), folders);
    EXPECT_EQ(fault("https://example.org/."), folders);
    EXPECT_EQ(fault("https://example.org/a b/"), "it holds characters that addresses cannot have");
    EXPECT_EQ(fault("https://example.org/\\/"), "it holds characters that addresses cannot have");
}

}  // namespace puebla
