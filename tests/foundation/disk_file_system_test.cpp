#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "foundation/file_system.h"

namespace puebla {

namespace fs = std::filesystem;

namespace {

std::string answer(const FileSystem& files, const std::string& path) {
    const ReadResult result = files.read(path);
    if (result.bytes) {
        return *result.bytes;
    }
    switch (result.failure) {
        case ReadFailure::missing:
            return "missing";
        case ReadFailure::outside:
            return "outside";
        case ReadFailure::unreadable:
            return "unreadable";
        case ReadFailure::no_file:
            return "no file";
        case ReadFailure::too_large:
            return "too large";
    }
    return "?";
}

// Permissions do not bind the superuser, who may run the tests; nobody is bound by them.
class AsNobody {
  public:
    AsNobody() : before_(geteuid()) {
        if (before_ == 0 && seteuid(65534) != 0) {
            throw std::runtime_error("cannot become nobody");
        }
    }
    ~AsNobody() {
        if (seteuid(before_) != 0) {
            std::terminate();
        }
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

  private:
    uid_t before_;
};

class DiskFiles : public testing::Test {
  public:
    DiskFiles(const DiskFiles&) = delete;
    DiskFiles& operator=(const DiskFiles&) = delete;

  protected:
    DiskFiles() {
        std::string pattern = (fs::temp_directory_path() / "puebla-files-XXXXXX").string();
        top_ = mkdtemp(pattern.data());
        before_ = umask(022);  // whatever the tester's is
        fs::permissions(top_, fs::perms::group_all | fs::perms::others_all, fs::perm_options::add);
        root_ = top_ / "root";
        fs::create_directories(root_ / "content" / "a");
    }
    ~DiskFiles() override {
        umask(before_);
        fs::remove_all(top_);
    }
    void write(const fs::path& path, const std::string& bytes) {
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }

    fs::path top_;
    fs::path root_;
    mode_t before_ = 0;
};

}  // namespace

TEST_F(DiskFiles, AreReadAsTheyAre) {
    const std::string bytes("\xEF\xBB\xBF\0\r\nñ", 8);
    write(root_ / "content/a/es.md", bytes);
    write(root_ / "content/a/empty", "");
    const DiskFileSystem files(root_);
    EXPECT_EQ(answer(files, "content/a/es.md"), bytes);
    EXPECT_EQ(answer(files, "content/a/empty"), "");
    EXPECT_EQ(answer(files, "content/a/en.md"), "missing");
    EXPECT_EQ(answer(files, "content/a"), "no file");
    EXPECT_EQ(files.folders_in("content"), std::vector<std::string>{"a"});
    EXPECT_EQ(files.folders_in(""), std::vector<std::string>{"content"});
    EXPECT_TRUE(files.exists("content/a"));
    EXPECT_FALSE(files.exists("content/b"));
}

TEST_F(DiskFiles, AreListedByByteFromAnyFolder) {
    write(root_ / "content/b.md", "");
    write(root_ / "content/a/z.md", "");
    write(root_ / "content/a/á.md", "");
    write(root_ / "content/a/.x/B.md", "");
    write(root_ / "other.md", "");
    const DiskFileSystem files(root_);
    EXPECT_EQ(files.files_below("content"),
              (std::vector<std::string>{"content/a/.x/B.md", "content/a/z.md", "content/a/á.md",
                                        "content/b.md"}));
    EXPECT_EQ(files.files_below("").size(), 5U);
    EXPECT_EQ(files.files_below("nowhere"), std::vector<std::string>());
}

TEST_F(DiskFiles, LinksAreFollowedInsideTheFolderOnly) {
    write(root_ / "content/a/es.md", "inside");
    write(top_ / "secret.md", "secret");
    write(top_ / "root-beside/x.md", "secret");
    const auto link = [&](const char* to, const char* name) {
        fs::create_symlink(to, root_ / "content" / name);
    };
    link("a/es.md", "1-inside.md");
    link("../../secret.md", "2-outside.md");
    link("/etc/passwd", "3-absolute.md");
    link("../../root-beside/x.md", "4-beside.md");
    link("nothing.md", "5-nowhere.md");
    link("6-loop.md", "6-loop.md");
    link("a", "7-folder");
    link("..", "8-up");
    const DiskFileSystem files(root_);
    EXPECT_EQ(answer(files, "content/1-inside.md"), "inside");
    EXPECT_EQ(answer(files, "content/2-outside.md"), "outside");
    EXPECT_EQ(answer(files, "content/3-absolute.md"), "outside");
    EXPECT_EQ(answer(files, "content/4-beside.md"), "outside");
    EXPECT_EQ(answer(files, "content/5-nowhere.md"), "missing");
    EXPECT_EQ(answer(files, "content/6-loop.md"), "missing");
    EXPECT_EQ(answer(files, "content/7-folder"), "no file");
    // All are listed, so that reading says why they cannot be used; no folder is entered twice.
    EXPECT_EQ(files.files_below("content"),
              (std::vector<std::string>{"content/1-inside.md", "content/2-outside.md",
                                        "content/3-absolute.md", "content/4-beside.md",
                                        "content/5-nowhere.md", "content/6-loop.md",
                                        "content/7-folder", "content/8-up", "content/a/es.md"}));
}

TEST_F(DiskFiles, TheRootItselfMayBeALink) {
    write(root_ / "content/a/es.md", "inside");
    fs::create_directory_symlink("root", top_ / "link");
    const DiskFileSystem files(top_ / "link");
    EXPECT_EQ(answer(files, "content/a/es.md"), "inside");
    EXPECT_EQ(files.files_below(""), std::vector<std::string>{"content/a/es.md"});
}

TEST_F(DiskFiles, NobodyWaitsForWhatIsNoFile) {
    ASSERT_EQ(mkfifo((root_ / "content/pipe.md").c_str(), 0666), 0);
    const DiskFileSystem files(root_);
    EXPECT_EQ(answer(files, "content/pipe.md"), "no file");
    EXPECT_EQ(answer(files, "content"), "no file");
    EXPECT_EQ(files.files_below("content"), std::vector<std::string>{"content/pipe.md"});
    EXPECT_EQ(answer(DiskFileSystem("/dev"), "null"), "no file");
}

TEST_F(DiskFiles, AFileThatGrowsWithoutEndIsTooLarge) {
    // Its size is said to be nothing, and reading it goes on for 64 kB and more.
    const DiskFileSystem files("/proc/self", 4096);
    EXPECT_EQ(answer(files, "smaps"), "too large");
}

TEST_F(DiskFiles, FoldersAreNamedEvenWhereTheyAreEmpty) {
    write(root_ / "content/b/es.md", "");
    write(root_ / "content/c.md", "");
    fs::create_directories(root_ / "content/a/x");
    fs::create_directory_symlink("b", root_ / "content/link");
    const DiskFileSystem files(root_);
    EXPECT_EQ(files.folders_in("content"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(files.folders_in("content/b"), std::vector<std::string>());
    EXPECT_EQ(files.folders_in("nowhere"), std::vector<std::string>());
}

TEST_F(DiskFiles, LargerThanTheLimitAreRefused) {
    write(root_ / "ten", "0123456789");
    write(root_ / "eleven", "0123456789a");
    const DiskFileSystem files(root_, 10);
    EXPECT_EQ(answer(files, "ten"), "0123456789");
    EXPECT_EQ(answer(files, "eleven"), "too large");

    write(root_ / "sparse", "");
    fs::resize_file(root_ / "sparse", DiskFileSystem::default_limit + 1);
    EXPECT_EQ(answer(DiskFileSystem(root_), "sparse"), "too large");
}

TEST_F(DiskFiles, WithoutPermissionAreListedAndUnreadable) {
    write(root_ / "content/a/es.md", "closed file");
    write(root_ / "content/b/es.md", "in a closed folder");
    write(root_ / "content/c/es.md", "open");
    fs::permissions(root_ / "content/a/es.md", fs::perms::none);
    fs::permissions(root_ / "content/b", fs::perms::none);
    const DiskFileSystem files(root_);
    {
        const AsNobody nobody;
        EXPECT_EQ(files.files_below("content"),
                  (std::vector<std::string>{"content/a/es.md", "content/b", "content/c/es.md"}));
        EXPECT_EQ(answer(files, "content/a/es.md"), "unreadable");
        EXPECT_EQ(answer(files, "content/b"), "unreadable");
        EXPECT_EQ(answer(files, "content/c/es.md"), "open");
    }
    fs::permissions(root_ / "content/b", fs::perms::owner_all);
}

TEST(MemoryFiles, BehaveAsThoseOfADisk) {
    MemoryFileSystem files({{"content/a/es.md", "x"}, {"content/b.md", ""}, {"contents.md", ""}});
    files.write("content/a.md", "y");
    EXPECT_EQ(files.files_below("content"),
              (std::vector<std::string>{"content/a.md", "content/a/es.md", "content/b.md"}));
    EXPECT_EQ(files.files_below("").size(), 4U);
    EXPECT_EQ(answer(files, "content/a.md"), "y");
    EXPECT_EQ(answer(files, "content/a"), "missing");
    EXPECT_TRUE(files.exists("content/a"));
    EXPECT_FALSE(files.exists("cont"));
}

}  // namespace puebla
