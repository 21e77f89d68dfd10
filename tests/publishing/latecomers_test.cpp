// What the owner of the folder does after the build has looked is not lost.

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

#include "publishing/published_folder.h"

namespace puebla {
namespace {

namespace fs = std::filesystem;

class Latecomers : public PublishedFolder {
  protected:
    // Publishes the files; the owner acts when all is ready and nothing has been exchanged.
    template <typename Act>
    std::string publish_while(const Files& files, const Act& act) {
        Diagnostics problems;
        auto staging = Staging::open(site(), PublishMode::exchange, problems);
        for (const auto& [path, text] : files) {
            staging->write(path, text, problems);
        }
        EXPECT_TRUE(staging->complete(problems));
        act();
        EXPECT_TRUE(staging->publish(problems));
        return text_of(problems);
    }

    fs::path previous() const { return root() / ".site.puebla/previous"; }
    fs::path aside() const { return root() / ".site.puebla/aside"; }
};

TEST_F(Latecomers, AreCarriedOver) {
    publish({{"es/a.html", "1"}});
    write_text(site() / "known.txt", "known");
    EXPECT_EQ(publish_while({{"es/a.html", "2"}},
                            [&] {
                                write_text(site() / "es/late.txt", "late");
                                write_text(site() / "new/deep/file", "in new folders");
                                fs::create_directories(site() / "empty");
                                fs::permissions(site() / "empty", fs::perms(0700));
                                fs::create_symlink("nowhere", site() / "link");
                            }),
              "");
    const Files wanted = {{"es/a.html", "2"},
                          {"es/late.txt", "late"},
                          {"known.txt", "known"},
                          {"new/deep/file", "in new folders"},
                          {"link", "→ nowhere"}};
    EXPECT_EQ(content(), wanted);
    EXPECT_EQ(fs::status(site() / "empty").permissions(), fs::perms(0700));
    EXPECT_FALSE(fs::exists(aside()));
}

TEST_F(Latecomers, MayReplaceRemoveAndRename) {
    publish({{"a.html", "1"}});
    for (const char* name : {"replaced", "removed", "renamed", "kept"}) {
        write_text(site() / name, name);
    }
    EXPECT_EQ(publish_while({{"a.html", "2"}},
                            [&] {
                                write_text(site() / "temporary", "a new one");
                                fs::rename(site() / "temporary", site() / "replaced");
                                fs::remove(site() / "removed");
                                fs::rename(site() / "renamed", site() / "other name");
                            }),
              "");
    const Files wanted = {
        {"a.html", "2"}, {"kept", "kept"}, {"replaced", "a new one"}, {"other name", "renamed"}};
    EXPECT_EQ(content(), wanted);
    publish({{"a.html", "3"}});
    publish({{"a.html", "2"}});
    EXPECT_EQ(content(), wanted);
}

TEST_F(Latecomers, WhoseNameANewPageTookAreKeptAside) {
    publish({{"a.html", "1"}});
    EXPECT_EQ(publish_while({{"a.html", "2"}, {"es/b.html", "page"}},
                            [&] { write_text(site() / "es/b.html", "mine"); }),
              "warning: \"TMP/site/es/b.html\" was put into the output while the site was being "
              "published, and could not be carried over: the name was taken meanwhile "
              "[output-in-the-way]\n"
              "  help: it is kept as \"TMP/.site.puebla/aside/es/b.html\": move it back, under "
              "another name if need be\n");
    EXPECT_EQ(content(), (Files{{"a.html", "2"}, {"es/b.html", "page"}}));
    EXPECT_EQ(read_text_of(aside() / "es/b.html"), "mine");
    publish({{"a.html", "3"}});
    publish({{"a.html", "4"}});
    EXPECT_EQ(read_text_of(aside() / "es/b.html"), "mine");
}

TEST_F(Latecomers, InTheFormerTreeAreFoundByTheNextBuild) {
    publish({{"a.html", "1"}});
    write_text(site() / "own/removed", "x");
    publish({{"a.html", "2"}});
    write_text(previous() / "own/report", "by somebody who works inside the folder");
    write_text(previous() / "a.html", "ours, whatever it holds");
    fs::remove(site() / "own/removed");
    publish({{"a.html", "3"}});
    EXPECT_EQ(content(),
              (Files{{"a.html", "3"}, {"own/report", "by somebody who works inside the folder"}}));
}

TEST_F(Latecomers, InTheFormerTreeDoNotReplaceWhatTheOwnerHasNow) {
    publish({{"a.html", "1"}});
    write_text(site() / "notes", "first");
    publish({{"a.html", "2"}});
    fs::remove(previous() / "notes");
    write_text(previous() / "notes", "there");
    fs::remove(site() / "notes");
    write_text(site() / "notes", "here");
    publish({{"a.html", "3"}});
    EXPECT_EQ(content(), (Files{{"a.html", "3"}, {"notes", "here"}}));
    EXPECT_EQ(read_text_of(aside() / "notes"), "there");
}

TEST_F(Latecomers, AreFoundAfterADeathRightAfterTheExchange) {
    publish({{"a.html", "1"}});
    write_text(site() / "known", "known");
    const pid_t child = ::fork();
    if (child == 0) {
        Diagnostics problems;
        auto staging = Staging::open(site(), PublishMode::exchange, problems);
        staging->write("a.html", "2", problems);
        staging->complete(problems);
        write_text(site() / "late", "late");
        // What publish() does until the exchange, and no more.
        fs::rename(root() / ".site.puebla/next", previous());
        ::renameat2(AT_FDCWD, previous().c_str(), AT_FDCWD, site().c_str(), RENAME_EXCHANGE);
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    EXPECT_EQ(content(), (Files{{"a.html", "2"}, {"known", "known"}}));
    publish({{"a.html", "3"}});
    EXPECT_EQ(content(), (Files{{"a.html", "3"}, {"known", "known"}, {"late", "late"}}));
}

}  // namespace
}  // namespace puebla
