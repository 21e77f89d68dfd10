// What no build of ours listed belongs to the owner of the folder.

#include "publishing/published_folder.h"

namespace puebla {
namespace {

using OwnersFiles = PublishedFolder;

TEST_F(OwnersFiles, AreCarriedOverUntouched) {
    publish({{"es/a.html", "1"}});
    write_text(site() / "README.md", "about");
    write_text(site() / ".gitignore", "*");
    write_text(site() / ".well-known/security.txt", "write to us");
    write_text(site() / "es/own.pdf", "beside ours");
    std::filesystem::create_directories(site() / "empty/inside");
    std::filesystem::create_symlink("es/a.html", site() / "link");
    auto before = identities();

    publish({{"es/a.html", "2"}});
    publish({{"es/a.html", "3"}});
    EXPECT_EQ(content(), (Files{{"es/a.html", "3"},
                                {"README.md", "about"},
                                {".gitignore", "*"},
                                {".well-known/security.txt", "write to us"},
                                {"es/own.pdf", "beside ours"},
                                {"link", "→ es/a.html"}}));
    EXPECT_TRUE(std::filesystem::is_directory(site() / "empty/inside"));
    auto after = identities();
    for (const char* path :
         {"README.md", ".gitignore", ".well-known/security.txt", "es/own.pdf", "link"}) {
        EXPECT_EQ(after[path], before[path]) << path;
    }
}

TEST_F(OwnersFiles, ThatAreRemovedDoNotComeBack) {
    publish({{"a.html", "1"}});
    write_text(site() / "own/file", "x");
    publish({{"a.html", "2"}});
    publish({{"a.html", "3"}});
    std::filesystem::remove_all(site() / "own");
    publish({{"a.html", "4"}});
    publish({{"a.html", "5"}});
    EXPECT_EQ(content(), (Files{{"a.html", "5"}}));
    EXPECT_FALSE(std::filesystem::exists(site() / "own"));
}

TEST_F(OwnersFiles, KeepAFolderWhosePagesWent) {
    publish({{"es/a.html", "1"}, {"b.html", "b"}});
    write_text(site() / "es/own.pdf", "x");
    publish({{"b.html", "b"}});
    EXPECT_EQ(content(), (Files{{"b.html", "b"}, {"es/own.pdf", "x"}}));
}

TEST_F(OwnersFiles, FolderWithReadmeAndGitignoreCountsAsEmpty) {
    write_text(site() / "README.md", "about");
    write_text(site() / ".gitignore", "*");
    EXPECT_EQ(publish({{"a.html", "a"}}), "1 files, 1 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(content(), (Files{{"README.md", "about"}, {".gitignore", "*"}, {"a.html", "a"}}));
}

TEST_F(OwnersFiles, FolderOfSomeoneElseIsRefused) {
    write_text(site() / "thesis.odt", "years of work");
    EXPECT_EQ(publish({{"a.html", "a"}}),
              "error: the folder \"TMP/site\" holds files that Puebla did not write, such as "
              "\"thesis.odt\" [output-not-ours]\n"
              "  help: choose another folder with --out, or empty this one\n");
    EXPECT_EQ(publish({{"a.html", "a"}}, PublishMode::in_place), publish({{"a.html", "a"}}));
    EXPECT_EQ(content(), (Files{{"thesis.odt", "years of work"}}));
    EXPECT_FALSE(std::filesystem::exists(root() / ".site.puebla"));
}

TEST_F(OwnersFiles, UnreadableManifestIsRefused) {
    publish({{"a.html", "a"}});
    write_text(site() / ".puebla-manifest", "# Puebla manifest 1\nnonsense\n");
    EXPECT_EQ(publish({{"a.html", "b"}}),
              "error: the list of files \"TMP/site/.puebla-manifest\" cannot be read, so nobody "
              "knows which files are Puebla's [output-not-ours]\n"
              "  help: choose another folder with --out, or empty this one\n");
}

TEST_F(OwnersFiles, InTheWayOfThePagesAreReported) {
    publish({{"a.html", "1"}});
    write_text(site() / "robots.txt", "mine");
    write_text(site() / "es", "a file");
    write_text(site() / "page.html/inside", "a folder");
    EXPECT_EQ(
        publish({{"a.html", "2"},
                 {"robots.txt", "theirs"},
                 {"es/index.html", "x"},
                 {"page.html", "y"}}),
        R"(error: "TMP/site/es" was not written by Puebla and stands where the site has a page or file of its own [output-in-the-way]
  help: move it away, or rename it
error: "TMP/site/page.html" was not written by Puebla and stands where the site has a page or file of its own [output-in-the-way]
  help: move it away, or rename it
error: "TMP/site/page.html/inside" was not written by Puebla and stands where the site has a page or file of its own [output-in-the-way]
  help: move it away, or rename it
error: "TMP/site/robots.txt" was not written by Puebla and stands where the site has a page or file of its own [output-in-the-way]
  help: move it away, or rename it
)");
    EXPECT_EQ(content(), (Files{{"a.html", "1"},
                                {"robots.txt", "mine"},
                                {"es", "a file"},
                                {"page.html/inside", "a folder"}}));
}

TEST_F(OwnersFiles, EqualToAPageOfTheSiteBecomeIt) {
    publish({{"a.html", "1"}});
    write_text(site() / "robots.txt", "same");
    const std::string before = identity_of(site() / "robots.txt");
    EXPECT_EQ(publish({{"a.html", "1"}, {"robots.txt", "same"}}),
              "2 files, 0 changed, 0 removed, 0 kept\n");
    EXPECT_EQ(identity_of(site() / "robots.txt"), before);
    publish({{"a.html", "1"}});
    EXPECT_EQ(content(), (Files{{"a.html", "1"}}));
}

TEST_F(OwnersFiles, LinkToAFolderIsNotFollowed) {
    write_text(root() / "elsewhere/x.html", "x");
    publish({{"a.html", "1"}});
    std::filesystem::create_directory_symlink(root() / "elsewhere", site() / "es");
    publish({{"a.html", "2"}, {"es/x.html", "new"}});
    EXPECT_EQ(content(), (Files{{"a.html", "1"}, {"es", "→ " + (root() / "elsewhere").string()}}));
    EXPECT_EQ(read_text_of(root() / "elsewhere/x.html"), "x");
}

}  // namespace
}  // namespace puebla
