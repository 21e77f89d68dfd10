#include "exports/xml_writer.h"

#include "exports/exported_site.h"

namespace puebla {
namespace {

std::string read_back(const std::string& text) {
    XmlWriter xml;
    xml.element("e", text, {{"a", text}});
    const std::string document = xml.finish();
    const auto content = found(document, "/e");
    const auto attribute = found(document, "/e/@a");
    return content == attribute ? content.at(0) : content.at(0) + " | " + attribute.at(0);
}

TEST(XmlWriter, TextComesBackAsItWas) {
    for (const char* text : {"<a href=\"x\">&amp; 'y'</a>", "]]>", "ñ 移 🙂 \u00A0 \u2028",
                             "&#0; &lt; %", "line\nline\ttab"}) {
        EXPECT_EQ(read_back(text), text);
    }
}

TEST(XmlWriter, WhatXmlCannotHoldBecomesASpace) {
    EXPECT_EQ(read_back(std::string("a\0b\x1b[31mc\x08", 10)), "a b [31mc ");
    EXPECT_EQ(read_back("a\xEF\xBF\xBE"
                        "b\xEF\xBF\xBF"),
              "a b ");
    EXPECT_EQ(read_back("\uFFFD"), "\uFFFD");
}

}  // namespace
}  // namespace puebla
