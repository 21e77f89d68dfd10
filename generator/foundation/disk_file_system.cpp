#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "foundation/file_system.h"

namespace puebla {

namespace fs = std::filesystem;

namespace {

class OpenFile {
  public:
    explicit OpenFile(const fs::path& path)
        : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
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

// Reads until the end, whatever size the file had when it was opened.
std::optional<std::string> read_all(int descriptor, std::size_t expected, std::uintmax_t limit) {
    std::string bytes(expected, '\0');
    std::size_t filled = 0;
    while (true) {
        if (filled == bytes.size()) {
            bytes.resize(bytes.size() + 4096);
        }
        const ssize_t count = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (count < 0 || filled > limit) {
            return std::nullopt;
        }
        if (count == 0) {
            bytes.resize(filled);
            return bytes;
        }
        filled += static_cast<std::size_t>(count);
    }
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

bool DiskFileSystem::inside(const fs::path& full) const {
    std::error_code failure;
    const fs::path real = fs::canonical(full, failure);
    return !failure && starts_with_path(real, root_);
}

ReadResult DiskFileSystem::read(const std::string& path) const {
    const fs::path full = root_ / path;
    struct stat facts {};
    if (lstat(full.c_str(), &facts) != 0) {
        return {std::nullopt, errno == EACCES ? ReadFailure::unreadable : ReadFailure::missing};
    }
    if (!inside(full)) {
        // A link to nowhere is missing; a link to another place is outside.
        std::error_code failure;
        return {std::nullopt,
                fs::exists(full, failure) ? ReadFailure::outside : ReadFailure::missing};
    }
    const OpenFile file(full);
    if (file.descriptor() < 0 || fstat(file.descriptor(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
        return {std::nullopt, ReadFailure::unreadable};
    }
    const auto size = static_cast<std::uintmax_t>(facts.st_size);
    if (size > largest_file_) {
        return {std::nullopt, ReadFailure::too_large};
    }
    auto bytes = read_all(file.descriptor(), static_cast<std::size_t>(size) + 1, largest_file_);
    return {std::move(bytes), ReadFailure::unreadable};
}

std::vector<std::string> DiskFileSystem::files_below(const std::string& folder) const {
    std::vector<std::string> paths;
    std::error_code failure;
    const fs::path start = folder.empty() ? root_ : root_ / folder;
    // Links to folders are not entered: their files would appear under two names.
    fs::recursive_directory_iterator walk(start, fs::directory_options::skip_permission_denied,
                                          failure);
    while (!failure && walk != fs::recursive_directory_iterator()) {
        std::error_code unknown;
        const bool below = walk->is_directory(unknown) && !walk->is_symlink(unknown);
        if (!below || !may_be_opened(walk->path())) {
            paths.push_back(walk->path().lexically_relative(root_).generic_string());
        }
        walk.increment(failure);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
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
