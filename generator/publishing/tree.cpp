#include "publishing/tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace puebla {

namespace {

// The umask takes from this what it forbids.
constexpr mode_t file_mode = 0666;

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

bool disappeared(int error) {
    return error == ENOENT || error == ENOTDIR || error == ELOOP;
}

// Lets us write into the folder above a path; false where that was so already, or is not ours to
// do.
bool allow_writing(int root, const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string above = slash == std::string::npos ? "." : path.substr(0, slash);
    struct stat status {};
    return ::fstatat(root, above.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISDIR(status.st_mode) && (status.st_mode & S_IRWXU) != S_IRWXU &&
           ::fchmodat(root, above.c_str(), (status.st_mode & 07777) | S_IRWXU, 0) == 0;
}

template <typename Change>
int insist(int root, const std::string& path, const Change& change) {
    const int error = change();
    return error == EACCES && allow_writing(root, path) ? change() : error;
}

int result_of(int call) {
    return call == 0 ? 0 : errno;
}

}  // namespace

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
        const int error = list_names(folder, path, {}, entries);
        if (error != 0 && !disappeared(error)) {
            return error;
        }
    }
    return 0;
}

int write_file(int root, const std::string& path, std::string_view bytes) {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int descriptor = -1;
    const auto create = [&] {
        descriptor = ::openat(root, path.c_str(), flags, file_mode);
        return descriptor >= 0 ? 0 : errno;
    };
    int error = insist(root, path, create);
    if (error == EEXIST) {
        error = remove_tree(root, path);
        error = error == 0 ? create() : error;
    }
    if (error != 0) {
        return error;
    }
    error = write_all(descriptor, bytes);
    // Some file systems tell only now that the disk is full.
    const int closing = result_of(::close(descriptor));
    return error != 0 ? error : closing;
}

int link_file(int from, int to, const std::string& path) {
    const auto link = [&] { return result_of(::linkat(from, path.c_str(), to, path.c_str(), 0)); };
    int error = insist(to, path, link);
    if (error == EEXIST) {
        if (identity_of(from, path) == identity_of(to, path)) {
            return 0;
        }
        error = remove_tree(to, path);
        error = error == 0 ? link() : error;
    }
    return error;
}

int make_folder_instead(int root, const std::string& path) {
    const auto make = [&] { return make_folder(root, path); };
    int error = insist(root, path, make);
    if (error == ENOTDIR) {
        error = remove_tree(root, path);
        error = error == 0 ? make() : error;
    }
    return error;
}

int take_out(int root, int to, const std::string& path) {
    return insist(root, path, [&] { return move_file(root, to, path); });
}

int remove_entry(int root, const TreeEntry& entry) {
    const int how = entry.is_folder ? AT_REMOVEDIR : 0;
    const int error = insist(root, entry.path,
                             [&] { return result_of(::unlinkat(root, entry.path.c_str(), how)); });
    return error == ENOENT ? 0 : error;
}

int remove_tree(int parent, const std::string& name) {
    if (const int error = remove_entry(parent, {name, false}); error != EISDIR) {
        return error;
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
        if (const int error = remove_entry(folder.get(), entry)) {
            return error;
        }
    }
    return remove_entry(parent, {name, true});
}

}  // namespace puebla
