#include "exports/exported_site.h"
#include "exports/formats.h"

namespace puebla {
namespace {

TEST(AtomFeed, HoldsTheNewestEntriesFirst) {
    Files files = documents();
    const std::string xml = exported(files).file("es/feed.xml");
    EXPECT_EQ(xml, R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es">
 <title>Sitio</title>
 <id>https://example.org/es/feed.xml</id>
 <updated>2024-09-01T00:00:00Z</updated>
 <link rel="self" type="application/atom+xml" href="https://example.org/es/feed.xml"/>
 <link rel="alternate" type="text/html" href="https://example.org/es/"/>
 <author>
  <name>Sitio</name>
 </author>
 <generator>Puebla</generator>
 <entry>
  <title>Plan</title>
  <id>https://example.org/es/documentos/plan/</id>
  <updated>2024-09-01T00:00:00Z</updated>
  <link rel="alternate" type="text/html" href="https://example.org/es/documentos/plan/"/>
 </entry>
 <entry>
  <title>Acta &amp; «anexo»</title>
  <id>https://example.org/es/documentos/acta-anexo/</id>
  <updated>2022-04-01T00:00:00Z</updated>
  <link rel="alternate" type="text/html" href="https://example.org/es/documentos/acta-anexo/"/>
  <summary>Qué se &lt;decidió&gt;.</summary>
 </entry>
</feed>
)");
}

TEST(AtomFeed, HoldsOnlyWhatExistsInItsLanguage) {
    const std::string xml = exported(documents()).file("en/feed.xml");
    EXPECT_EQ(found(xml, "/a:feed/@xml:lang"), std::vector<std::string>{"en"});
    EXPECT_EQ(found(xml, "//a:entry/a:title"), std::vector<std::string>{"Act & \"annex\""});
    EXPECT_EQ(found(xml, "//a:entry/a:summary"), std::vector<std::string>{"What was <decided>."});
    EXPECT_EQ(found(xml, "/a:feed/a:updated"), std::vector<std::string>{"2022-04-01T00:00:00Z"});
}

TEST(AtomFeed, WithoutEntriesIsDatedLikeTheSite) {
    const std::string xml = exported({}).file("es/feed.xml");
    EXPECT_EQ(found(xml, "/a:feed/a:updated"), std::vector<std::string>{"2024-12-31T00:00:00Z"});
    EXPECT_EQ(found(xml, "//a:entry"), std::vector<std::string>{});
}

TEST(AtomFeed, HasAnEnd) {
    Files files = documents();
    for (int i = 0; i < 60; ++i) {
        const std::string folder = "content/documents/d" + std::to_string(i);
        files[folder + "/record.json"] = R"({"date": "2023"})";
        files[folder + "/es.md"] = "# D " + std::to_string(i) + "\n";
    }
    const auto titles = found(exported(files).file("es/feed.xml"), "//a:entry/a:title");
    EXPECT_EQ(titles.size(), longest_feed);
    EXPECT_EQ(titles.front(), "Plan");
    EXPECT_EQ(titles.at(1), "D 0");  // one date: by address
}

}  // namespace
}  // namespace puebla
