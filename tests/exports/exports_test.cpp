#include "exports/exports.h"

#include <thread>

#include "exports/exported_site.h"

namespace puebla {
namespace {

TEST(ExportFiles, OnceForTheSiteOrForEachLanguage) {
    const ExportedSite site = exported({});
    std::string paths;
    for (const OutputFile& file : export_files(site.site, site.pages)) {
        paths += file.path + "\n";
    }
    EXPECT_EQ(paths, "sitemap.xml\nrobots.txt\nes/feed.xml\nen/feed.xml\n");
}

TEST(ExportFiles, RecipesOutliveWhoAskedForThem) {
    std::vector<OutputFile> files;
    {
        const ExportedSite site = exported(documents());
        files = export_files(site.site, site.pages);
    }
    EXPECT_EQ(found(files.front().make().bytes, "//s:loc").size(), 10U);
}

TEST(ExportFiles, SeveralThreadsMayMakeThem) {
    const ExportedSite site = exported(documents());
    const auto files = export_files(site.site, site.pages);
    std::vector<std::string> bytes(files.size() * 2);
    {
        std::vector<std::jthread> threads;
        threads.reserve(bytes.size());
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            threads.emplace_back([&, i] { bytes[i] = files[i % files.size()].make().bytes; });
        }
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        EXPECT_EQ(bytes[i], files[i % files.size()].make().bytes);
    }
}

TEST(Robots, EverythingMayBeReadAndTheSitemapIsNamed) {
    EXPECT_EQ(exported({}).file("robots.txt"),
              "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n");
}

}  // namespace
}  // namespace puebla
