#include "publishing/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace puebla {

namespace {

// The umask takes from these what it forbids.
constexpr mode_t file_mode = 0666;
constexpr mode_t folder_mode = 0777;

constexpr std::size_t chunk_size = 65536;

int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return 0;
}

// Regular files only: to open a pipe would wait for its other end.
Handle open_regular_file(int folder, const std::string& path, struct stat& status) {
    Handle file(::openat(folder, path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode)) {
        return file;
    }
    if (file) {
        errno = EINVAL;
    }
    return {};
}

ssize_t read_some(int file, std::array<char, chunk_size>& chunk) {
    ssize_t got = 0;
    do {
        got = ::read(file, chunk.data(), chunk.size());
    } while (got < 0 && errno == EINTR);
    return got;
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

OpenFolder open_listing(int parent, const std::string& path) {
    Handle folder = open_folder(parent, path.empty() ? "." : path);
    DIR* const listing = folder ? ::fdopendir(folder.get()) : nullptr;
    if (listing != nullptr) {
        folder.release();
    }
    return OpenFolder(listing);
}

bool is_folder(const dirent& entry, int listing) {
    if (entry.d_type != DT_UNKNOWN) {
        return entry.d_type == DT_DIR;
    }
    struct stat status {};
    return ::fstatat(listing, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISDIR(status.st_mode);
}

// The names right below `path`, which is "" for the folder itself.
int list_names(int folder, const std::string& path, const std::vector<std::string>& skip,
               std::vector<TreeEntry>& entries) {
    const OpenFolder listing = open_listing(folder, path);
    if (!listing) {
        return errno;
    }
    const std::string prefix = path.empty() ? "" : path + "/";
    errno = 0;
    while (const dirent* entry = ::readdir(listing.get())) {
        const std::string name = entry->d_name;
        const bool skipped = path.empty() && std::ranges::find(skip, name) != skip.end();
        if (name != "." && name != ".." && !skipped) {
            entries.push_back({prefix + name, is_folder(*entry, ::dirfd(listing.get()))});
        }
        errno = 0;
    }
    return errno;
}

}  // namespace

Handle::~Handle() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

Handle open_folder(int parent, const std::string& path) {
    return Handle(::openat(parent, path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

int write_file(int folder, const std::string& path, std::string_view bytes) {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int descriptor = ::openat(folder, path.c_str(), flags, file_mode);
    if (descriptor < 0 && errno == EEXIST) {
        if (const int error = remove_tree(folder, path)) {
            return error;
        }
        descriptor = ::openat(folder, path.c_str(), flags, file_mode);
    }
    if (descriptor < 0) {
        return errno;
    }
    const int error = write_all(descriptor, bytes);
    // Some file systems tell only now that the disk is full.
    const int closing = ::close(descriptor) == 0 ? 0 : errno;
    return error != 0 ? error : closing;
}

ExistingFile read_file(int folder, const std::string& path) {
    struct stat status {};
    const Handle file = open_regular_file(folder, path, status);
    if (!file) {
        return {{}, errno};
    }
    ExistingFile result;
    std::array<char, chunk_size> chunk;  // NOLINT(*-member-init): filled by read
    ssize_t got = 0;
    while ((got = read_some(file.get(), chunk)) > 0) {
        result.bytes.append(chunk.data(), static_cast<std::size_t>(got));
    }
    result.error = got < 0 ? errno : 0;
    return result;
}

bool holds(int folder, const std::string& path, std::string_view bytes) {
    struct stat status {};
    const Handle file = open_regular_file(folder, path, status);
    if (!file || static_cast<std::size_t>(status.st_size) != bytes.size()) {
        return false;
    }
    std::array<char, chunk_size> chunk;  // NOLINT(*-member-init): filled by read
    while (true) {
        const ssize_t got = read_some(file.get(), chunk);
        if (got <= 0) {
            return got == 0 && bytes.empty();
        }
        const auto length = static_cast<std::size_t>(got);
        if (bytes.substr(0, length) != std::string_view(chunk.data(), length)) {
            return false;
        }
        bytes.remove_prefix(length);
    }
}

bool is_same_file(int a, int b, const std::string& path) {
    struct stat one {};
    struct stat other {};
    return ::fstatat(a, path.c_str(), &one, AT_SYMLINK_NOFOLLOW) == 0 &&
           ::fstatat(b, path.c_str(), &other, AT_SYMLINK_NOFOLLOW) == 0 &&
           one.st_ino == other.st_ino && one.st_dev == other.st_dev;
}

int link_file(int from, int to, const std::string& path) {
    if (::linkat(from, path.c_str(), to, path.c_str(), 0) == 0) {
        return 0;
    }
    if (errno != EEXIST) {
        return errno;
    }
    if (is_same_file(from, to, path)) {
        return 0;
    }
    if (const int error = remove_tree(to, path)) {
        return error;
    }
    return ::linkat(from, path.c_str(), to, path.c_str(), 0) == 0 ? 0 : errno;
}

int make_folder(int parent, const std::string& path) {
    if (::mkdirat(parent, path.c_str(), folder_mode) == 0) {
        return 0;
    }
    struct stat status {};
    if (errno != EEXIST || ::fstatat(parent, path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return errno;
    }
    return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
}

int list_tree(int folder, const std::vector<std::string>& skip, std::vector<TreeEntry>& entries) {
    if (const int error = list_names(folder, "", skip, entries)) {
        return error;
    }
    // The list grows while it is read: what a folder holds is added at the end.
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].is_folder) {
            continue;
        }
        const std::string path = entries[i].path;
        if (const int error = list_names(folder, path, {}, entries)) {
            return error;
        }
    }
    return 0;
}

int remove_tree(int parent, const std::string& name) {
    if (::unlinkat(parent, name.c_str(), 0) == 0 || errno == ENOENT) {
        return 0;
    }
    if (errno != EISDIR) {
        return errno;
    }
    const Handle folder = open_folder(parent, name);
    if (!folder) {
        return errno;
    }
    std::vector<TreeEntry> entries;
    if (const int error = list_tree(folder.get(), {}, entries)) {
        return error;
    }
    std::ranges::reverse(entries);
    for (const TreeEntry& entry : entries) {
        if (::unlinkat(folder.get(), entry.path.c_str(), entry.is_folder ? AT_REMOVEDIR : 0) != 0 &&
            errno != ENOENT) {
            return errno;
        }
    }
    return ::unlinkat(parent, name.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT ? 0 : errno;
}

void report_failure(int error, const std::string& path, Diagnostics& problems) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            problems.error("disk-full", {},
                           say("there is no room left on the disk to write \"{}\"",
                               "ya no hay espacio en el disco para escribir «{}»", path),
                           say("make room and build again; the published site is as it was",
                               "libere espacio y genere de nuevo; el sitio publicado está como "
                               "estaba"));
            return;
        case EACCES:
        case EPERM:
        case EROFS:
            problems.error("output-not-writable", {},
                           say("\"{}\" cannot be written: permission is missing",
                               "no se puede escribir «{}»: falta el permiso", path),
                           say("change the permissions, or choose another folder with --out",
                               "cambie los permisos, o elija otra carpeta con --out"));
            return;
        default: {
            const std::string reason = std::strerror(error);
            problems.error("output-not-writable", {},
                           say("\"{}\" cannot be written ({})", "no se puede escribir «{}» ({})",
                               path, reason));
        }
    }
}

}  // namespace puebla
