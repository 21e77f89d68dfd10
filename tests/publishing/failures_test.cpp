// Whatever goes wrong, the published site stays whole.

#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "publishing/published_folder.h"

namespace puebla {
namespace {

using PublishingFailure = PublishedFolder;

// A small disk of its own; only root may make one.
class SmallDisk {
  public:
    explicit SmallDisk(const std::filesystem::path& place, const char* options = "size=256k")
        : place_(place) {
        std::filesystem::create_directories(place);
        mounted_ = ::mount("tmpfs", place.c_str(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk() {
        if (mounted_) {
            ::umount2(place_.c_str(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool mounted() const { return mounted_; }
    void make_read_only() const {
        EXPECT_EQ(::mount("tmpfs", place_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr), 0);
    }

  private:
    std::filesystem::path place_;
    bool mounted_ = false;
};

constexpr const char* not_root = "only root can make a small disk for this test";

TEST_F(PublishingFailure, DroppedBuildLeavesNoTrace) {
    publish({{"a.html", "1"}});
    publish({{"a.html", "2"}});
    const auto before = identities();
    {
        Diagnostics problems;
        auto staging = Staging::open(site(), PublishMode::exchange, problems);
        staging->write("a.html", "3", problems);
        staging->write("b.html", "b", problems);
    }
    EXPECT_EQ(identities(), before);
    EXPECT_EQ(names_beside(), (std::vector<std::string>{"lock"}));
    EXPECT_EQ(publish({{"a.html", "4"}}), "1 files, 1 changed, 0 removed, 0 kept\n");
}

TEST_F(PublishingFailure, SecondBuildAtTheSameTimeIsRefused) {
    publish({{"a.html", "1"}});
    Diagnostics problems;
    const auto first = Staging::open(site(), PublishMode::exchange, problems);
    EXPECT_EQ(publish({{"a.html", "2"}}),
              "error: another build is writing to \"TMP/site\" [output-in-use]\n"
              "  help: wait until it has finished\n");
}

TEST_F(PublishingFailure, BuildInPlaceAndOneBesideTheOutputKeepApart) {
    publish({{"a.html", "1"}});
    for (const PublishMode first : {PublishMode::exchange, PublishMode::in_place}) {
        for (const PublishMode second : {PublishMode::exchange, PublishMode::in_place}) {
            Diagnostics problems;
            const auto running = Staging::open(site(), first, problems);
            EXPECT_EQ(publish({{"a.html", "2"}}, second),
                      "error: another build is writing to \"TMP/site\" [output-in-use]\n"
                      "  help: wait until it has finished\n");
        }
    }
    EXPECT_EQ(content(), (Files{{"a.html", "1"}}));
}

TEST_F(PublishingFailure, FirstBuildsKeepApartToo) {
    Diagnostics problems;
    auto beside = Staging::open(site(), PublishMode::exchange, problems);
    beside->write("a.html", "1", problems);
    EXPECT_EQ(publish({{"a.html", "2"}}, PublishMode::in_place),
              "1 files, 1 changed, 0 removed, 0 kept\n");
    EXPECT_FALSE(finish(*beside, problems));
    EXPECT_EQ(text_of(problems),
              "error: \"TMP/site\" was moved or replaced while the site was built "
              "[output-in-use]\n"
              "  help: build again\n");
    EXPECT_EQ(content(), (Files{{"a.html", "2"}}));
}

TEST_F(PublishingFailure, KilledBuildLeavesTheOldSiteAndIsClearedAway) {
    for (const PublishMode mode : {PublishMode::exchange, PublishMode::in_place}) {
        publish({{"a.html", "1"}, {"es/b.html", "b"}}, mode);
        const Files before = content();
        const pid_t child = ::fork();
        if (child == 0) {
            Diagnostics problems;
            auto staging = Staging::open(site(), mode, problems);
            staging->write("a.html", "half", problems);
            staging->write("es/c.html", "done", problems);
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
        Files now = content();
        std::erase_if(now, [](const auto& file) { return file.first.starts_with(".puebla/"); });
        EXPECT_EQ(now, before);

        EXPECT_EQ(publish(before, mode), "2 files, 0 changed, 0 removed, 0 kept\n");
        EXPECT_EQ(content(), before);
        EXPECT_FALSE(std::filesystem::exists(root() / ".site.puebla/next"));
        EXPECT_FALSE(std::filesystem::exists(site() / ".puebla"));
    }
}

TEST_F(PublishingFailure, BuildsKilledAtAnyMomentShowOneSiteOrTheOther) {
    // A reader looks in the while: all pages it finds in one look at the folder are of one build.
    const auto site_number = [](int number) {
        Files files;
        for (int i = 0; i < 40; ++i) {
            files["p" + std::to_string(i) + "/index.html"] = std::to_string(number);
        }
        return files;
    };
    publish(site_number(0));
    for (int round = 1; round <= 30; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            publish(site_number(round));
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(round) * 400);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const Files seen = content();
        EXPECT_EQ(seen, site_number(std::stoi(seen.at("p0/index.html")))) << round;
        const std::string command =
            "cd " + site().string() + " && sha256sum --strict --quiet -c .puebla-manifest";
        EXPECT_EQ(std::system(command.c_str()), 0);  // NOLINT(cert-env33-c): no input in it
    }
    EXPECT_EQ(publish(site_number(99)), "40 files, 40 changed, 0 removed, 0 kept\n");
}

TEST_F(PublishingFailure, BuildInPlaceThatStopsHalfwayIsFinishedByTheNext) {
    publish({{"a.html", "1"}, {"z/b.html", "1"}}, PublishMode::in_place);
    {
        const SmallDisk obstacle(site() / "z");
        if (!obstacle.mounted()) {
            GTEST_SKIP() << not_root;
        }
        EXPECT_EQ(
            publish({{"a.html", "2"}, {"c.html", "2"}, {"z/b.html", "2"}}, PublishMode::in_place),
            "error: publishing stopped at \"TMP/site/z/b.html\" (it lies on another "
            "disk), so the folder now holds pages of two builds [output-mixed]\n"
            "  help: put that right and build again\n");
    }
    EXPECT_EQ(content(), (Files{{"a.html", "2"}, {"c.html", "2"}, {"z/b.html", "1"}}));
    const Files next = {{"a.html", "3"}, {"c.html", "3"}, {"z/b.html", "3"}};
    EXPECT_EQ(publish(next, PublishMode::in_place), "3 files, 3 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(content(), next);
}

TEST_F(PublishingFailure, FullDiskLeavesTheOldSite) {
    const SmallDisk disk(root() / "disk");
    if (!disk.mounted()) {
        GTEST_SKIP() << not_root;
    }
    const auto output = root() / "disk/site";
    EXPECT_EQ(publish_to(output, {{"a.html", "1"}}), "1 files, 1 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(publish_to(output, {{"a.html", "2"},
                                  {"b.html", std::string(300'000, 'b')},
                                  {"c.html", std::string(300'000, 'c')}}),
              "error: there is no room left on the disk to write \"TMP/disk/site/b.html\" "
              "[disk-full]\n"
              "  help: make room and build again\n");
    EXPECT_EQ(content_of(output), (Files{{"a.html", "1"}}));
    EXPECT_EQ(publish_to(output, {{"a.html", "3"}}), "1 files, 1 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(content_of(output), (Files{{"a.html", "3"}}));
}

TEST_F(PublishingFailure, MountPointIsRefusedUnlessInPlace) {
    const SmallDisk disk(site());
    if (!disk.mounted()) {
        GTEST_SKIP() << not_root;
    }
    EXPECT_EQ(publish({{"a.html", "1"}}),
              "error: \"TMP/site\" cannot be exchanged for a new folder in one step: it is a mount "
              "point, or its file system cannot do it [cannot-exchange]\n"
              "  help: choose a folder below it with --out, or write into it file by file with "
              "--in-place; readers may then see old and new pages together for a moment\n");
    EXPECT_FALSE(std::filesystem::exists(root() / ".site.puebla"));
    EXPECT_EQ(publish({{"a.html", "1"}}, PublishMode::in_place),
              "1 files, 1 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(
        publish({{"a.html", "2"}, {"b.html", std::string(300'000, 'b')}}, PublishMode::in_place),
        "error: there is no room left on the disk to write \"TMP/site/b.html\" [disk-full]\n"
        "  help: make room and build again\n");
    EXPECT_EQ(content(), (Files{{"a.html", "1"}}));
}

TEST_F(PublishingFailure, ReadOnlyDiskIsReported) {
    const SmallDisk disk(root() / "disk");
    if (!disk.mounted()) {
        GTEST_SKIP() << not_root;
    }
    const auto output = root() / "disk/site";
    publish_to(output, {{"a.html", "1"}});
    disk.make_read_only();
    EXPECT_EQ(publish_to(output, {{"a.html", "2"}}),
              "error: \"TMP/disk/.site.puebla\" cannot be written: the disk is read-only "
              "[output-not-writable]\n"
              "  help: mount the disk for writing, or choose another folder with --out\n");
    EXPECT_EQ(content_of(output), (Files{{"a.html", "1"}}));
}

TEST_F(PublishingFailure, OutputThatVanishesMeanwhileIsReported) {
    publish({{"a.html", "1"}, {"b.html", "b"}});
    Diagnostics problems;
    auto staging = Staging::open(site(), PublishMode::exchange, problems);
    staging->write("a.html", "2", problems);
    staging->write("b.html", "b", problems);
    std::filesystem::rename(site(), root() / "moved");
    EXPECT_FALSE(finish(*staging, problems));
    EXPECT_EQ(text_of(problems),
              "error: \"TMP/site\" was moved or replaced while the site was built "
              "[output-in-use]\n"
              "  help: build again\n");
    EXPECT_EQ(content_of(root() / "moved"), (Files{{"a.html", "1"}, {"b.html", "b"}}));
}

TEST_F(PublishingFailure, PathsThatLeaveTheFolderAreRefused) {
    EXPECT_EQ(publish({{"../outside.html", "x"}, {"a.html", "a"}}),
              "error: the site cannot have a file \"../outside.html\": a step of it is empty or "
              "leads out [output-path-impossible]\n"
              "  help: rename the file, or shorten the slug\n");
    EXPECT_FALSE(std::filesystem::exists(root() / "outside.html"));
    EXPECT_FALSE(std::filesystem::exists(site()));
}

TEST_F(PublishingFailure, TwoFilesOfOneNameAreRefused) {
    Diagnostics problems;
    auto staging = Staging::open(site(), PublishMode::exchange, problems);
    EXPECT_TRUE(staging->write("a.html", "1", problems));
    EXPECT_FALSE(staging->write("a.html", "2", problems));
    EXPECT_FALSE(finish(*staging, problems));
    EXPECT_EQ(text_of(problems),
              "error: two files of the site would be \"a.html\" [output-path-twice]\n"
              "  help: choose another address or name for one of them\n");
}

TEST_F(PublishingFailure, RootOfTheDiskIsNoOutput) {
    EXPECT_EQ(publish_to("/", {{"a.html", "a"}}),
              "error: \"/\" is the root of the disk [output-not-ours]\n"
              "  help: choose another folder with --out\n");
}

TEST_F(PublishingFailure, MessagesSpeakSpanishToo) {
    write_text(site() / "tesis.odt", "x");
    Diagnostics problems;
    EXPECT_FALSE(Staging::open(site(), PublishMode::exchange, problems));
    EXPECT_EQ(problems.all().at(0).message.es,
              "la carpeta «" + site().string() +
                  "» contiene archivos que Puebla no escribió, como «tesis.odt»");
}

}  // namespace
}  // namespace puebla
