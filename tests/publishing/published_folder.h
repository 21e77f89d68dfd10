// A folder of its own for each test of publishing, and its content as text.

#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "foundation/file_system.h"
#include "foundation/show_diagnostics.h"
#include "publishing/staging.h"

namespace puebla {

using Files = std::map<std::string, std::string>;

inline void write_text(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

inline std::string read_text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

class PublishedFolder : public ::testing::Test {
  public:
    PublishedFolder(const PublishedFolder&) = delete;
    PublishedFolder& operator=(const PublishedFolder&) = delete;

  protected:
    PublishedFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "puebla-XXXXXX").string();
        root_ = std::filesystem::canonical(::mkdtemp(pattern.data()));
    }
    ~PublishedFolder() override { std::filesystem::remove_all(root_); }

    std::filesystem::path root() const { return root_; }
    std::filesystem::path site() const { return root_ / "site"; }

    // Publishes the files; says "3 files, 2 changed, 1 removed, 0 kept", or the problems.
    std::string publish(const Files& files, PublishMode mode = PublishMode::exchange) {
        return publish_to(site(), files, mode);
    }

    static std::optional<PublishReport> finish(Staging& staging, Diagnostics& problems) {
        return staging.complete(problems) ? staging.publish(problems) : std::nullopt;
    }

    std::string publish_to(const std::filesystem::path& output, const Files& files,
                           PublishMode mode = PublishMode::exchange) {
        Diagnostics problems;
        std::string result;
        if (auto staging = Staging::open(output, mode, problems)) {
            for (const auto& [path, text] : files) {
                staging->write(path, text, problems);
            }
            if (const auto report = finish(*staging, problems)) {
                result = fmt::format("{} files, {} changed, {} removed, {} kept\n", report->files,
                                     report->changed, report->removed, report->kept);
            }
        }
        return result + text_of(problems);
    }

    // The folder of the test is shown as TMP.
    std::string text_of(const Diagnostics& problems) const {
        std::string text = show_diagnostics(problems, MemoryFileSystem(), MessageLanguage::english);
        for (std::size_t at = 0; (at = text.find(root_.string(), at)) != std::string::npos;) {
            text.replace(at, root_.string().size(), "TMP");
        }
        return text;
    }

    // Every file below a folder with its text, and "→ target" for symbolic links; the manifest is
    // left out.
    static Files content_of(const std::filesystem::path& folder) {
        Files files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            const std::string path = entry.path().lexically_relative(folder).generic_string();
            if (entry.is_symlink()) {
                files[path] = "→ " + std::filesystem::read_symlink(entry.path()).string();
            } else if (entry.is_regular_file() && path != ".puebla-manifest") {
                files[path] = read_text_of(entry.path());
            }
        }
        return files;
    }
    Files content() const { return content_of(site()); }

    // Inode and time of everything below the site and of the site itself.
    std::map<std::string, std::string> identities() const {
        std::map<std::string, std::string> result{{".", identity_of(site())}};
        for (const auto& entry : std::filesystem::recursive_directory_iterator(site())) {
            result[entry.path().lexically_relative(site()).generic_string()] =
                identity_of(entry.path());
        }
        return result;
    }

    static std::string identity_of(const std::filesystem::path& path) {
        struct stat status {};
        EXPECT_EQ(::lstat(path.c_str(), &status), 0) << path;
        return fmt::format("{} {}.{}", status.st_ino, status.st_mtim.tv_sec,
                           status.st_mtim.tv_nsec);
    }

    std::vector<std::string> names_beside() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(root_ / ".site.puebla")) {
            names.push_back(entry.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }

  private:
    std::filesystem::path root_;
};

}  // namespace puebla
