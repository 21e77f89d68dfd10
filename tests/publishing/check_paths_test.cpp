#include "publishing/check_paths.h"

#include <gtest/gtest.h>

#include "text_of.h"

namespace puebla {

namespace {

// What the author of these files is told; "path < source" is a copy of a file of theirs.
std::string problems_of(const std::vector<std::string>& paths,
                        MessageLanguage language = MessageLanguage::english) {
    std::vector<OutputFile> files;
    for (const std::string& path : paths) {
        const std::size_t from = path.find(" < ");
        files.push_back({path.substr(0, from), nullptr,
                         from == std::string::npos ? "" : path.substr(from + 3)});
    }
    Diagnostics problems;
    check_paths(files, problems);
    return text_of(problems, MemoryFileSystem(), language);
}

}  // namespace

TEST(CheckPaths, FilesThatCanLieInOneFolderAreSilent) {
    EXPECT_EQ(problems_of({"index.html", "es/index.html", "es/feed.xml",
                           "files/a/el \"año\" l'été.pdf < content/a/x.pdf"}),
              "\n");
}

TEST(CheckPaths, APathThatCannotBeWrittenIsReportedAtItsSource) {
    EXPECT_EQ(problems_of({"files/a/b\\c.csv < content/a/b\\c.csv", "es/../x.html", "README.md",
                           "es/\x01.html", ".puebla/x", "es/" + std::string(300, 'a')}),
              R"(
.puebla/x: error: the site cannot have a file ".puebla/x": Puebla uses that name itself [output-path-impossible]
  help: rename the file, or shorten the slug
README.md: error: the site cannot have a file "README.md": that name belongs to the owner of the folder [output-path-impossible]
  help: rename the file, or shorten the slug
content/a/b\c.csv: error: the site cannot have a file "files/a/b\c.csv": it holds a backslash [output-path-impossible]
  help: rename the file, or shorten the slug
es/ .html: error: the site cannot have a file "es/ .html": it holds an invisible character [output-path-impossible]
  help: rename the file, or shorten the slug
es/../x.html: error: the site cannot have a file "es/../x.html": a step of it is empty or leads out [output-path-impossible]
  help: rename the file, or shorten the slug
)" + ("es/" + std::string(300, 'a') + ": error: the site cannot have a file \"es/" +
      std::string(300, 'a') +
      "\": a name in it is too long [output-path-impossible]\n"
      "  help: rename the file, or shorten the slug\n"));
}

TEST(CheckPaths, TwoFilesNeverHaveOnePath) {
    EXPECT_EQ(problems_of({"files/a/x.pdf", "files/a/x.pdf < content/a/x.pdf"}), R"(
content/a/x.pdf: error: two files of the site would be "files/a/x.pdf" [output-path-twice]
  help: choose another address or name for one of them
)");
    EXPECT_EQ(problems_of({"es/feed.xml/index.html", "es/feed.xml"}, MessageLanguage::spanish), R"(
es/feed.xml/index.html: error: «es/feed.xml» sería a la vez un archivo y una carpeta del sitio [output-path-twice]
  ayuda: elija otra dirección u otro nombre para uno de los dos
)");
}

TEST(CheckPaths, NamesThatDifferInCapitalsAreWarnedOf) {
    EXPECT_EQ(problems_of({"files/a/Acta.pdf < content/a/Acta.pdf",
                           "files/a/acta.pdf < content/a/acta.pdf"}),
              R"(
content/a/acta.pdf: warning: "files/a/Acta.pdf" and "files/a/acta.pdf" differ only in capital letters, which Windows and macOS do not tell apart [paths-differ-by-case]
  help: give one of them another name
)");
}

}  // namespace puebla
