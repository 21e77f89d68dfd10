// Publishing file by file, for folders that cannot be exchanged.

#include "publishing/published_folder.h"

namespace puebla {
namespace {

class InPlace : public PublishedFolder {
  protected:
    std::string publish_in_place(const Files& files) {
        return publish(files, PublishMode::in_place);
    }
};

TEST_F(InPlace, FolderStaysTheSame) {
    EXPECT_EQ(publish_in_place({{"a.html", "1"}, {"old/b.html", "b"}, {"c.html", "c"}}),
              "3 files, 3 changed, 0 removed, 0 kept\n");
    write_text(site() / "own.txt", "own");
    const auto inode = [&] { return identity_of(site()).substr(0, identity_of(site()).find(' ')); };
    const std::string before = inode();
    const std::string unchanged = identity_of(site() / "c.html");
    EXPECT_EQ(publish_in_place({{"a.html", "2"}, {"new/d.html", "d"}, {"c.html", "c"}}),
              "3 files, 2 changed, 1 removed, 0 kept\n");
    EXPECT_EQ(content(),
              (Files{{"a.html", "2"}, {"new/d.html", "d"}, {"c.html", "c"}, {"own.txt", "own"}}));
    EXPECT_EQ(inode(), before);
    EXPECT_EQ(identity_of(site() / "c.html"), unchanged);
    EXPECT_FALSE(std::filesystem::exists(site() / "old"));
    EXPECT_FALSE(std::filesystem::exists(site() / ".puebla"));
    EXPECT_FALSE(std::filesystem::exists(root() / ".site.puebla"));
}

TEST_F(InPlace, FilesAndFoldersMayChangePlaces) {
    publish_in_place({{"swap", "a file"}, {"paws/inside", "a folder"}});
    EXPECT_EQ(publish_in_place({{"swap/inside", "a folder"}, {"paws", "a file"}}),
              "2 files, 2 changed, 2 removed, 0 kept\n");
    EXPECT_EQ(content(), (Files{{"swap/inside", "a folder"}, {"paws", "a file"}}));
}

TEST_F(InPlace, OwnersFileInTheWayStopsEverything) {
    publish_in_place({{"a.html", "1"}});
    write_text(site() / "b.html", "own");
    EXPECT_EQ(
        publish_in_place({{"a.html", "2"}, {"b.html", "b"}}),
        "error: \"TMP/site/b.html\" was not written by Puebla and stands where the site has a "
        "page or file of its own [output-in-the-way]\n"
        "  help: move it away, or rename it\n");
    EXPECT_EQ(content(), (Files{{"a.html", "1"}, {"b.html", "own"}}));
}

TEST_F(InPlace, BothWaysUnderstandEachOther) {
    publish_in_place({{"a.html", "1"}, {"assets/1.css", "1"}});
    EXPECT_EQ(publish({{"a.html", "2"}, {"assets/2.css", "2"}}),
              "2 files, 2 changed, 0 removed, 1 kept\n");
    EXPECT_EQ(publish_in_place({{"a.html", "3"}, {"assets/2.css", "2"}}),
              "2 files, 1 changed, 0 removed, 1 kept\n");
    EXPECT_EQ(content(), (Files{{"a.html", "3"}, {"assets/1.css", "1"}, {"assets/2.css", "2"}}));
}

TEST_F(InPlace, AFileIsNotTakenForTheFolder) {
    write_text(site(), "a text");
    EXPECT_EQ(publish_in_place({{"a.html", "1"}}),
              "error: \"TMP/site\" is not a folder [output-not-ours]\n"
              "  help: choose another folder with --out\n");
    EXPECT_EQ(read_text_of(site()), "a text");
}

}  // namespace
}  // namespace puebla
