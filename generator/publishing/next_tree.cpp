#include "publishing/next_tree.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "publishing/output_path.h"

namespace puebla {

namespace {

// Whatever stands there instead of a folder is left from an earlier tree.
int make_folder_instead(int parent, const std::string& path) {
    const int error = make_folder(parent, path);
    if (error != ENOTDIR) {
        return error;
    }
    const int removing = remove_tree(parent, path);
    return removing != 0 ? removing : make_folder(parent, path);
}

// The output stays as readable, and as writable for a group, as its owner made it. To give it to
// another user is only root's to do, and no reason to stop.
void copy_permissions(const Handle& from, const Handle& to) {
    struct stat wanted {};
    struct stat present {};
    if (!from || !to || ::fstat(from.get(), &wanted) != 0 || ::fstat(to.get(), &present) != 0) {
        return;
    }
    if (wanted.st_uid != present.st_uid || wanted.st_gid != present.st_gid) {
        [[maybe_unused]] const int ignored = ::fchown(to.get(), wanted.st_uid, wanted.st_gid);
    }
    if (wanted.st_mode != present.st_mode) {
        ::fchmod(to.get(), wanted.st_mode & 07777);
    }
}

}  // namespace

int NextTree::begin(const OutputFolder& folder) {
    const int work = folder.work.get();
    if (::renameat(work, "previous", work, "next") != 0) {
        if (errno != ENOENT) {
            return errno;
        }
        if (const int error = make_folder(work, "next")) {
            return error;
        }
    }
    root_ = open_folder(work, "next");
    if (!root_) {
        return errno;
    }
    copy_permissions(folder.live, root_);
    return 0;
}

int NextTree::make_folders_for(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) {
        return 0;
    }
    const std::lock_guard guard(lock_);
    if (folders_.contains(path.substr(0, slash))) {
        return 0;
    }
    for (std::string& folder : folders_of(path)) {
        if (folders_.contains(folder)) {
            continue;
        }
        if (const int error = make_folder_instead(root_.get(), folder)) {
            return error;
        }
        folders_.insert(std::move(folder));
    }
    return 0;
}

int NextTree::write(const OutputFolder& folder, const std::string& path, std::string_view bytes) {
    if (!ready_) {
        const std::lock_guard guard(lock_);
        if (!root_) {
            if (const int error = begin(folder)) {
                return error;
            }
            ready_ = true;
        }
    }
    if (const int error = make_folders_for(path)) {
        return error;
    }
    return write_file(root_.get(), path, bytes);
}

int NextTree::remove_rest(const Arrangement& arrangement, std::unordered_set<std::string>& present,
                          std::string& failed_path) {
    std::unordered_set<std::string_view> files(arrangement.from_live.begin(),
                                               arrangement.from_live.end());
    for (const ManifestLine& line : arrangement.manifest.files) {
        files.insert(line.path);
    }
    std::unordered_set<std::string_view> folders(arrangement.folders.begin(),
                                                 arrangement.folders.end());
    folders.insert(arrangement.owners_folders.begin(), arrangement.owners_folders.end());

    std::vector<TreeEntry> entries;
    if (const int error = list_tree(root_.get(), {}, entries)) {
        return error;
    }
    std::ranges::reverse(entries);  // what a folder holds before the folder
    for (TreeEntry& entry : entries) {
        if ((entry.is_folder ? folders : files).contains(entry.path)) {
            (entry.is_folder ? folders_ : present).insert(std::move(entry.path));
            continue;
        }
        const int flags = entry.is_folder ? AT_REMOVEDIR : 0;
        if (::unlinkat(root_.get(), entry.path.c_str(), flags) != 0) {
            failed_path = entry.path;
            return errno;
        }
    }
    return 0;
}

int NextTree::complete(const OutputFolder& folder, const Arrangement& arrangement,
                       std::string& failed_path) {
    const int live = folder.live.get();
    std::unordered_set<std::string> present;
    if (const int error = remove_rest(arrangement, present, failed_path)) {
        return error;
    }
    for (const std::string& path : arrangement.from_live) {
        if (present.contains(path) && is_same_file(live, root_.get(), path)) {
            continue;
        }
        failed_path = path;
        if (const int error = make_folders_for(path)) {
            return error;
        }
        if (const int error = link_file(live, root_.get(), path)) {
            return error;
        }
    }
    for (const std::string& path : arrangement.owners_folders) {
        failed_path = path;
        if (const int error = make_folder_instead(root_.get(), path)) {
            return error;
        }
        copy_permissions(open_folder(live, path), open_folder(root_.get(), path));
    }
    failed_path = manifest_name;
    return write_file(root_.get(), manifest_name, text_of(arrangement.manifest));
}

}  // namespace puebla
