#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <unordered_set>

#include "publishing/failure.h"
#include "publishing/output_path.h"
#include "publishing/publish_tree.h"
#include "publishing/tree.h"
#include "publishing/work_folder.h"

namespace puebla {

namespace {

// The lists of files, ready to be moved to their place (output_folder.h).
constexpr const char* list_of_both = "both";
constexpr const char* list_of_next = "list";
constexpr const char* list_before = "before";

int move_list(const char* list, const OutputFolder& folder) {
    return ::renameat(folder.work.get(), list, folder.live.get(), manifest_name) == 0 ? 0 : errno;
}

// Lists the files of both sites, so that a build that is killed in between leaves a folder of which
// every file is known to be ours.
Manifest manifest_of_both(const Manifest& before, const Manifest& after) {
    Manifest both = after;
    std::unordered_set<std::string_view> listed;
    for (const auto* lines : {&after.files, &after.kept}) {
        for (const ManifestLine& line : *lines) {
            listed.insert(line.path);
        }
    }
    for (const auto* lines : {&before.files, &before.kept}) {
        for (const ManifestLine& line : *lines) {
            if (!listed.contains(line.path)) {
                both.files.push_back(line);
            }
        }
    }
    std::ranges::sort(both.files, {}, &ManifestLine::path);
    return both;
}

// Makes the folders that are not there; each that was made is added to `made`. What stands in the
// way of a folder, or of the folders above it, goes later.
int make_folders(const std::set<std::string>& folders, const OutputFolder& folder,
                 std::vector<std::string>& made, std::string& failed_path) {
    for (const std::string& path : folders) {
        if (identity_of(folder.live.get(), path)) {
            continue;
        }
        const int error = make_folder(folder.live.get(), path);
        if (error != 0 && error != ENOTDIR) {
            failed_path = path;
            return error;
        }
        made.push_back(path);
    }
    return 0;
}

// What may fail for want of room or permission comes before the first file is moved. Where it does,
// the folder is as it was.
int begin_in_place(const Arrangement& arrangement, const OutputFolder& folder,
                   std::string& failed_path) {
    const int live = folder.live.get();
    failed_path = manifest_name;
    const bool had_list = !folder.manifest_text.empty();
    if (had_list && ::linkat(live, manifest_name, folder.work.get(), list_before, 0) != 0) {
        return errno;
    }
    if (const int error = move_list(list_of_both, folder)) {
        return error;
    }
    std::vector<std::string> made;
    const int error = make_folders(arrangement.folders, folder, made, failed_path);
    if (error != 0) {
        std::for_each(made.rbegin(), made.rend(), [&](const std::string& path) {
            ::unlinkat(live, path.c_str(), AT_REMOVEDIR);
        });
        if (!had_list) {
            remove_file(live, manifest_name);
        } else {
            move_list(list_before, folder);
        }
    }
    return error;
}

int put_in_place(const std::string& path, const OutputFolder& folder, const NextTree& next) {
    const int error = make_folders_above(folder.live.get(), path);
    return error != 0 ? error : move_file(next.root().get(), folder.live.get(), path);
}

int take_away(const std::string& path, const OutputFolder& folder) {
    const int live = folder.live.get();
    const int error = remove_file(live, path);
    if (error != 0 && error != ENOENT && error != ENOTDIR) {
        return error;
    }
    std::vector<std::string> above = folders_of(path);
    std::ranges::reverse(above);
    for (const std::string& name : above) {
        if (::unlinkat(live, name.c_str(), AT_REMOVEDIR) != 0 && errno != ENOENT) {
            const bool holds_more = errno == ENOTEMPTY || errno == ENOTDIR || errno == EBUSY;
            return holds_more ? 0 : errno;
        }
    }
    return 0;
}

// A file that goes may have the name of a folder that comes, and the other way round.
bool is_in_the_way(const std::string& path, const Arrangement& arrangement,
                   const std::unordered_set<std::string_view>& files) {
    return arrangement.folders.contains(path) ||
           std::ranges::any_of(folders_of(path),
                               [&](const std::string& above) { return files.contains(above); });
}

void report_mixture(int error, const std::filesystem::path& path, Diagnostics& problems) {
    problems.error("output-mixed", {},
                   say("publishing stopped at \"{}\" ({}), so the folder now holds pages of two "
                       "builds",
                       "la publicación se detuvo en «{}» ({}), así que la carpeta tiene ahora "
                       "páginas de dos versiones del sitio",
                       path.string(), reason_of(error)),
                   say("put that right and build again", "corríjalo y vuelva a crear el sitio"));
}

}  // namespace

int prepare_in_place(const Arrangement& arrangement, const OutputFolder& folder) {
    const Manifest both = manifest_of_both(folder.manifest, arrangement.manifest);
    if (const int error = write_file(folder.work.get(), list_of_both, text_of(both))) {
        return error;
    }
    return write_file(folder.work.get(), list_of_next, text_of(arrangement.manifest));
}

bool publish_in_place(const std::vector<StagedFile>& files, const Arrangement& arrangement,
                      const OutputFolder& folder, const NextTree& next, Diagnostics& problems) {
    const auto failed = [&](int error, const std::string& path) {
        report_mixture(error, folder.path / path, problems);
        return false;
    };
    std::string failed_path;
    if (const int error = begin_in_place(arrangement, folder, failed_path)) {
        report_failure(error, (folder.path / failed_path).string(), problems);
        return false;
    }
    std::unordered_set<std::string_view> paths;
    for (const StagedFile& file : files) {
        paths.insert(file.path);
    }
    std::vector<std::string> first;
    std::vector<std::string> last;
    for (const std::string& path : arrangement.removed) {
        if (is_in_the_way(path, arrangement, paths)) {
            first.push_back(path);
        } else {
            last.push_back(path);
        }
    }
    for (const std::string& path : first) {
        if (const int error = take_away(path, folder)) {
            return failed(error, path);
        }
    }
    for (const bool assets : {true, false}) {
        for (const StagedFile& file : files) {
            if (!file.changed || file.path.starts_with("assets/") != assets) {
                continue;
            }
            if (const int error = put_in_place(file.path, folder, next)) {
                return failed(error, file.path);
            }
        }
    }
    for (const std::string& path : last) {
        if (const int error = take_away(path, folder)) {
            return failed(error, path);
        }
    }
    if (const int error = move_list(list_of_next, folder)) {
        return failed(error, manifest_name);
    }
    remove_work_folder_inside(folder);
    return true;
}

}  // namespace puebla
