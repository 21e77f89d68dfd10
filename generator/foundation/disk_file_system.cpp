#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>

#include <fmt/format.h>

#include "foundation/file_system.h"

namespace puebla {

namespace fs = std::filesystem;

namespace {

class OpenFile {
  public:
    explicit OpenFile(const fs::path& path)
        : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}
    ~OpenFile() {
        if (descriptor_ >= 0) {
            close(descriptor_);
        }
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

// Reads until the end, whatever size the file had when it was opened: it may grow meanwhile.
ReadResult read_all(int descriptor, std::size_t expected, std::uintmax_t limit) {
    std::string bytes(expected, '\0');
    std::size_t filled = 0;
    while (true) {
        if (filled == bytes.size()) {
            bytes.resize(bytes.size() + 4096);
        }
        const ssize_t count = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (count < 0) {
            return {std::nullopt, ReadFailure::unreadable};
        }
        if (count == 0) {
            bytes.resize(filled);
            return {std::move(bytes), {}};
        }
        if (filled > limit) {
            return {std::nullopt, ReadFailure::too_large};
        }
        filled += static_cast<std::size_t>(count);
    }
}

// Where an open file really lies, all links followed; the kernel knows it, and asking it about what
// is open leaves no moment in which the file could be exchanged for another one (proc(5)).
fs::path real_path(int descriptor, const fs::path& opened_as) {
    std::string real(PATH_MAX, '\0');
    const std::string name = fmt::format("/proc/self/fd/{}", descriptor);
    const ssize_t length = readlink(name.c_str(), real.data(), real.size());
    if (length < 0) {
        std::error_code failure;
        return fs::canonical(opened_as, failure);
    }
    real.resize(static_cast<std::size_t>(length));
    return real;
}

bool may_be_opened(const fs::path& folder) {
    return faccessat(AT_FDCWD, folder.c_str(), R_OK | X_OK, AT_EACCESS) == 0;
}

bool starts_with_path(const fs::path& path, const fs::path& root) {
    const auto [root_end, path_end] =
        std::mismatch(root.begin(), root.end(), path.begin(), path.end());
    return root_end == root.end();
}

}  // namespace

DiskFileSystem::DiskFileSystem(const fs::path& root, std::uintmax_t largest_file)
    : root_(fs::weakly_canonical(root)), largest_file_(largest_file) {}

ReadFailure DiskFileSystem::why_closed(const fs::path& full, int reason) const {
    if (reason == ENOENT || reason == ENOTDIR || reason == ELOOP) {
        return ReadFailure::missing;
    }
    std::error_code failure;
    const fs::path real = fs::canonical(full, failure);
    return failure || starts_with_path(real, root_) ? ReadFailure::unreadable
                                                    : ReadFailure::outside;
}

ReadResult DiskFileSystem::read(const std::string& path) const {
    const fs::path full = root_ / path;
    const OpenFile file(full);
    struct stat facts {};
    if (file.descriptor() < 0) {
        return {std::nullopt, why_closed(full, errno)};
    }
    if (!starts_with_path(real_path(file.descriptor(), full), root_)) {
        return {std::nullopt, ReadFailure::outside};
    }
    if (fstat(file.descriptor(), &facts) != 0) {
        return {std::nullopt, ReadFailure::unreadable};
    }
    if (!S_ISREG(facts.st_mode)) {
        return {std::nullopt, ReadFailure::no_file};
    }
    const auto size = static_cast<std::uintmax_t>(facts.st_size);
    if (size > largest_file_) {
        return {std::nullopt, ReadFailure::too_large};
    }
    return read_all(file.descriptor(), static_cast<std::size_t>(size) + 1, largest_file_);
}

std::vector<std::string> DiskFileSystem::files_below(const std::string& folder) const {
    std::vector<std::string> paths;
    std::vector<std::string> folders = {folder};  // grows while it is read
    for (std::size_t i = 0; i < folders.size(); ++i) {
        const std::string above = folders[i].empty() ? "" : folders[i] + "/";
        std::error_code failure;
        fs::directory_iterator entry(root_ / folders[i], failure);
        for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
            std::error_code unknown;
            // Links to folders are not entered: their files would appear under two names.
            const bool below = entry->is_directory(unknown) && !entry->is_symlink(unknown);
            const bool enter = below && may_be_opened(entry->path());
            (enter ? folders : paths).push_back(above + entry->path().filename().string());
        }
        // One that was removed meanwhile is not there; the others are listed all the same.
        if (i > 0 && failure && failure != std::errc::no_such_file_or_directory) {
            paths.push_back(folders[i]);
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<std::string> DiskFileSystem::folders_in(const std::string& folder) const {
    std::vector<std::string> names;
    std::error_code failure;
    for (fs::directory_iterator entry(root_ / folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        std::error_code unknown;
        if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) {
            names.push_back(entry->path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool DiskFileSystem::is_folder(const std::string& path) const {
    std::error_code failure;
    return fs::is_directory(fs::symlink_status(root_ / path, failure));
}

bool DiskFileSystem::exists(const std::string& path) const {
    std::error_code failure;
    return fs::exists(root_ / path, failure);
}

}  // namespace puebla
