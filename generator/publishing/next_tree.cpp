#include "publishing/next_tree.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "publishing/output_path.h"
#include "publishing/tree.h"
#include "publishing/work_folder.h"

namespace puebla {

namespace {

// Some files may not get a second name: those of another user, where the system protects them
// (sysctl fs.protected_hardlinks), and those that have too many. They are moved after the exchange.
bool may_not_be_linked(int error) {
    return error == EPERM || error == EMLINK;
}

}  // namespace

int NextTree::begin(OutputFolder& folder, Diagnostics& problems) {
    if (folder.mode == PublishMode::in_place) {
        if (const int error = make_work_folder_inside(folder)) {
            return error;
        }
    } else if (folder.live) {
        if (const int error = carry_latecomers(folder, {folder.live, folder.manifest}, problems)) {
            return error;
        }
    }
    const int work = folder.work.get();
    forget_owners(folder.work);
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
    copy_permissions(folder.live.get(), root_.get(), ".");
    return 0;
}

int NextTree::make_folders_for(const OutputFolder& folder, const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) {
        return 0;
    }
    const std::lock_guard guard(lock_);
    if (folders_.contains(path.substr(0, slash))) {
        return 0;
    }
    for (std::string& above : folders_of(path)) {
        if (folders_.contains(above)) {
            continue;
        }
        if (const int error = make_folder_instead(root_.get(), above)) {
            return error;
        }
        // At once, for what is made in the folder may inherit its group.
        if (folder.live) {
            copy_permissions(folder.live.get(), root_.get(), above);
        }
        folders_.insert(std::move(above));
    }
    return 0;
}

int NextTree::write(OutputFolder& folder, const std::string& path, std::string_view bytes,
                    Diagnostics& problems) {
    if (!ready_) {
        const std::lock_guard guard(lock_);
        if (!root_) {
            if (const int error = begin(folder, problems)) {
                return error;
            }
            ready_ = true;
        }
    }
    if (const int error = make_folders_for(folder, path)) {
        return error;
    }
    return write_file(root_.get(), path, bytes);
}

int NextTree::remove_rest(const Arrangement& arrangement, std::unordered_set<std::string>& present,
                          std::string& failed_path) {
    std::unordered_set<std::string_view> files(arrangement.from_live.begin(),
                                               arrangement.from_live.end());
    files.insert(arrangement.owners_files.begin(), arrangement.owners_files.end());
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
        if (const int error = remove_entry(root_.get(), entry)) {
            failed_path = entry.path;
            return error;
        }
    }
    return 0;
}

int NextTree::link_from_live(const OutputFolder& folder, const std::string& path,
                             const std::unordered_set<std::string>& present) {
    const int live = folder.live.get();
    if (present.contains(path) && identity_of(live, path) == identity_of(root_.get(), path)) {
        return 0;
    }
    const int error = make_folders_for(folder, path);
    return error != 0 ? error : link_file(live, root_.get(), path);
}

int NextTree::link_owners(const OutputFolder& folder, const Arrangement& arrangement,
                          const std::unordered_set<std::string>& present,
                          std::string& failed_path) {
    OwnersFiles shared;
    for (const std::string& path : arrangement.owners_folders) {
        failed_path = path;
        if (const int error = make_folder_instead(root_.get(), path)) {
            return error;
        }
        shared.emplace(path, FileIdentity{});
    }
    for (const std::string& path : arrangement.owners_files) {
        failed_path = path;
        const int error = link_from_live(folder, path, present);
        // What the owner removed meanwhile, or what cannot be linked, has no place in the tree.
        if (error == ENOENT || may_not_be_linked(error)) {
            if (const int removing = remove_tree(root_.get(), path)) {
                return removing;
            }
        } else if (error != 0) {
            return error;
        } else {
            shared.emplace(path, identity_of(root_.get(), path));
        }
    }
    failed_path.clear();
    return write_owners(folder.work, shared);
}

void NextTree::copy_all_permissions(const OutputFolder& folder, const Arrangement& arrangement) {
    const auto copy = [&](const std::string& path) {
        copy_permissions(folder.live.get(), root_.get(), path);
    };
    // The innermost first: the permissions of a folder may hide what it holds.
    std::for_each(arrangement.owners_folders.rbegin(), arrangement.owners_folders.rend(), copy);
    std::for_each(arrangement.folders.rbegin(), arrangement.folders.rend(), copy);
    copy(".");
}

int NextTree::complete(const OutputFolder& folder, const Arrangement& arrangement,
                       std::string& failed_path) {
    std::unordered_set<std::string> present;
    if (const int error = remove_rest(arrangement, present, failed_path)) {
        return error;
    }
    for (const std::string& path : arrangement.from_live) {
        failed_path = path;
        if (const int error = link_from_live(folder, path, present)) {
            return error;
        }
    }
    if (folder.live) {
        if (const int error = link_owners(folder, arrangement, present, failed_path)) {
            return error;
        }
    }
    failed_path = manifest_name;
    if (const int error = write_file(root_.get(), manifest_name, text_of(arrangement.manifest))) {
        return error;
    }
    if (folder.live) {
        copy_all_permissions(folder, arrangement);
    }
    return 0;
}

}  // namespace puebla
