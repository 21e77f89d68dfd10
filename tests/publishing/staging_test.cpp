// What a folder holds after builds that go well.

#include "publishing/staging.h"

#include <thread>

#include "publishing/published_folder.h"

namespace puebla {
namespace {

using StagingTest = PublishedFolder;

TEST_F(StagingTest, FirstBuildMakesTheFolder) {
    const Files files = {{"index.html", "doorway"}, {"es/index.html", "inicio"}, {"empty", ""}};
    EXPECT_EQ(publish(files), "3 files, 3 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(content(), files);
    EXPECT_EQ(read_text_of(site() / ".puebla-manifest"),
              "# Puebla manifest 1\n"
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n"
              "e980e67bc2f06641f23e62a14329c883c6e31203df3cf26a4c364df2e5d9d081  es/index.html\n"
              "ace8f89851d1e64d3be3652ff2c9f17a51d0f263c316a8eeda61721e532b6867  index.html\n");
}

TEST_F(StagingTest, ManifestSatisfiesSha256sum) {
    publish({{"index.html", "doorway"}, {"assets/a.css", "a"}});
    publish({{"index.html", "doorway"}, {"assets/b.css", "b"}});
    const std::string command =
        "cd " + site().string() + " && sha256sum --strict --quiet -c .puebla-manifest";
    EXPECT_EQ(std::system(command.c_str()), 0);  // NOLINT(cert-env33-c): no input in it
}

TEST_F(StagingTest, NextBuildChangesWhatDiffers) {
    publish({{"a.html", "one"}, {"b.html", "same"}, {"old/c.html", "gone"}});
    const std::string same = identity_of(site() / "b.html");
    EXPECT_EQ(publish({{"a.html", "two"}, {"b.html", "same"}, {"new/d.html", "come"}}),
              "3 files, 2 changed, 1 removed, 0 kept\n");
    EXPECT_EQ(content(), (Files{{"a.html", "two"}, {"b.html", "same"}, {"new/d.html", "come"}}));
    EXPECT_EQ(identity_of(site() / "b.html"), same);
    EXPECT_FALSE(std::filesystem::exists(site() / "old"));
}

TEST_F(StagingTest, NothingIsTouchedWhereNothingChanged) {
    const Files files = {{"a.html", "one"}, {"es/b.html", "two"}};
    publish(files);
    const auto before = identities();
    EXPECT_EQ(publish(files), "2 files, 0 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(identities(), before);
}

TEST_F(StagingTest, ManyBuildsOnTopOfEachOther) {
    // Every build reuses the tree that was published two builds before.
    for (int i = 0; i < 12; ++i) {
        Files files = {{"always.html", "same"}};
        for (int k = 0; k < 6; ++k) {
            if ((i + k) % 5 != 0) {
                files["d" + std::to_string(k) + "/page.html"] = std::to_string(i / (k + 1));
            }
        }
        files[i % 2 == 0 ? "swap" : "swap/inside"] = "a file, then a folder";
        publish(files);
        EXPECT_EQ(content(), files) << i;
    }
    EXPECT_EQ(names_beside(), (std::vector<std::string>{"lock", "previous"}));
}

TEST_F(StagingTest, FileThatWasTamperedWithIsRepaired) {
    publish({{"a.html", "right"}, {"b.html", "b"}});
    write_text(site() / "a.html", "wrong");  // the same length and, for all we know, the same time
    std::filesystem::remove(site() / "b.html");
    EXPECT_EQ(publish({{"a.html", "right"}, {"b.html", "b"}}),
              "2 files, 2 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(content(), (Files{{"a.html", "right"}, {"b.html", "b"}}));
}

TEST_F(StagingTest, LinkInPlaceOfAPageIsReplacedAndNotFollowed) {
    write_text(root() / "elsewhere", "secret");
    publish({{"a.html", "secret"}});
    std::filesystem::remove(site() / "a.html");
    std::filesystem::create_symlink(root() / "elsewhere", site() / "a.html");
    EXPECT_EQ(publish({{"a.html", "secret"}}), "1 files, 1 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(content(), (Files{{"a.html", "secret"}}));
    EXPECT_EQ(read_text_of(root() / "elsewhere"), "secret");
}

TEST_F(StagingTest, OneGenerationOfAssetsStays) {
    publish({{"index.html", "1"}, {"assets/site.1.css", "one"}});
    EXPECT_EQ(publish({{"index.html", "2"}, {"assets/site.2.css", "two"}}),
              "2 files, 2 changed, 0 removed, 1 kept\n");
    EXPECT_EQ(
        content(),
        (Files{{"index.html", "2"}, {"assets/site.1.css", "one"}, {"assets/site.2.css", "two"}}));

    // A build that leaves the assets alone leaves the older ones too.
    publish({{"index.html", "3"}, {"assets/site.2.css", "two"}});
    EXPECT_EQ(content().count("assets/site.1.css"), 1U);

    EXPECT_EQ(publish({{"index.html", "4"}, {"assets/site.3.css", "three"}}),
              "2 files, 2 changed, 1 removed, 1 kept\n");
    EXPECT_EQ(
        content(),
        (Files{{"index.html", "4"}, {"assets/site.2.css", "two"}, {"assets/site.3.css", "three"}}));
}

TEST_F(StagingTest, OlderAssetThatSomeoneChangedIsNotKept) {
    publish({{"assets/site.1.css", "one"}});
    write_text(site() / "assets/site.1.css", "changed");
    EXPECT_EQ(publish({{"assets/site.2.css", "two"}}), "1 files, 1 changed, 1 removed, 0 kept\n");
    EXPECT_EQ(content(), (Files{{"assets/site.2.css", "two"}}));
}

TEST_F(StagingTest, OutputThatIsALinkIsPublishedWhereItLeads) {
    std::filesystem::create_symlink("real/place", site());
    EXPECT_EQ(publish({{"a.html", "a"}}), "1 files, 1 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(publish({{"a.html", "b"}}), "1 files, 1 changed, 0 removed, 0 kept\n");
    EXPECT_TRUE(std::filesystem::is_symlink(site()));
    EXPECT_EQ(content_of(root() / "real/place"), (Files{{"a.html", "b"}}));
}

TEST_F(StagingTest, PermissionsOfTheOutputStay) {
    publish({{"a.html", "a"}});
    std::filesystem::permissions(site(), std::filesystem::perms(02750));
    publish({{"a.html", "b"}});
    publish({{"a.html", "c"}});
    EXPECT_EQ(std::filesystem::status(site()).permissions(), std::filesystem::perms(02750));
}

TEST_F(StagingTest, SeveralThreadsMayWriteAtOnce) {
    Files files;
    for (int i = 0; i < 200; ++i) {
        files["es/" + std::to_string(i % 20) + "/" + std::to_string(i) + "/index.html"] =
            std::string(static_cast<std::size_t>(i) * 10, 'x');
    }
    Diagnostics problems;
    auto staging = Staging::open(site(), PublishMode::exchange, problems);
    ASSERT_TRUE(staging);
    {
        std::vector<std::jthread> threads;
        threads.reserve(4);
        for (std::size_t first = 0; first < 4; ++first) {
            threads.emplace_back([&, first] {
                Diagnostics own;
                std::size_t number = 0;
                for (const auto& [path, text] : files) {
                    if (number++ % 4 == first) {
                        EXPECT_TRUE(staging->write(path, text, own));
                    }
                }
            });
        }
    }
    EXPECT_EQ(finish(*staging, problems)->files, 200U);
    EXPECT_EQ(content(), files);
}

}  // namespace
}  // namespace puebla
