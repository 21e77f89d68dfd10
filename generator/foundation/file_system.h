// Reading files, from the disk or from memory.
//
// Paths are relative to a root, use '/' and hold no "." or "..". Listings are sorted by byte, so
// that the same files give the same site on every machine. Nothing here writes.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puebla {

// `no_file` is a folder, a pipe, a device.
enum class ReadFailure { missing, outside, unreadable, no_file, too_large };

struct ReadResult {
    std::optional<std::string> bytes;
    ReadFailure failure = ReadFailure::missing;  // meaningful where bytes is empty
};

class FileSystem {
  public:
    virtual ~FileSystem() = default;

    virtual ReadResult read(const std::string& path) const = 0;

    // All files below a folder, recursively, as full paths ("" is the root); empty where there is
    // no such folder. What cannot be followed (a link that leads out of the root, a folder that
    // may not be opened) is listed too: reading it says why it cannot be used.
    virtual std::vector<std::string> files_below(const std::string& folder) const = 0;

    // The names of the folders right below a folder.
    virtual std::vector<std::string> folders_in(const std::string& folder) const = 0;

    virtual bool exists(const std::string& path) const = 0;

    // Whether a path that was listed is a folder that may not be opened, and no file.
    virtual bool is_folder(const std::string& path) const = 0;
};

// A folder of the disk. A symbolic link is followed only to places inside the root.
class DiskFileSystem : public FileSystem {
  public:
    explicit DiskFileSystem(const std::filesystem::path& root,
                            std::uintmax_t largest_file = default_limit);

    ReadResult read(const std::string& path) const override;
    std::vector<std::string> files_below(const std::string& folder) const override;
    std::vector<std::string> folders_in(const std::string& folder) const override;
    bool exists(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;

    static constexpr std::uintmax_t default_limit = std::uintmax_t{64} * 1024 * 1024;

  private:
    ReadFailure why_closed(const std::filesystem::path& full, int reason) const;

    std::filesystem::path root_;  // canonical
    std::uintmax_t largest_file_;
};

class MemoryFileSystem : public FileSystem {
  public:
    MemoryFileSystem() = default;
    MemoryFileSystem(std::map<std::string, std::string> files) : files_(std::move(files)) {}

    void write(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }

    ReadResult read(const std::string& path) const override;
    std::vector<std::string> files_below(const std::string& folder) const override;
    std::vector<std::string> folders_in(const std::string& folder) const override;
    bool exists(const std::string& path) const override;
    bool is_folder(const std::string&) const override { return false; }

  private:
    std::map<std::string, std::string> files_;
};

}  // namespace puebla
