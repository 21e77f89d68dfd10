#include "publishing/output_folder.h"

#include <fcntl.h>

#include <cerrno>
#include <system_error>

#include "publishing/failure.h"
#include "publishing/output_path.h"
#include "publishing/tree.h"
#include "publishing/work_folder.h"

namespace puebla {

namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;  // as many as Linux itself follows

// Where the output really is. Symbolic links are followed even where the last one leads nowhere
// yet.
fs::path resolved(const fs::path& output) {
    std::error_code ignored;
    fs::path path = fs::absolute(output, ignored).lexically_normal();
    if (!path.has_filename()) {
        path = path.parent_path();  // "site/"
    }
    for (int i = 0; i < most_links && fs::is_symlink(path, ignored); ++i) {
        path = (path.parent_path() / fs::read_symlink(path, ignored)).lexically_normal();
    }
    const fs::path canonical = fs::weakly_canonical(path, ignored);
    return canonical.empty() ? path : canonical;
}

bool refuse(std::string_view code, Message message, Message help, Diagnostics& problems) {
    problems.error(code, {}, std::move(message), std::move(help));
    return false;
}

Message help_to_choose_a_folder() {
    return say("choose another folder with --out", "elija otra carpeta con --out");
}

Message help_to_choose_another() {
    return say("choose another folder with --out, or empty this one",
               "elija otra carpeta con --out, o vacíe esta");
}

bool holds_only_what_is_ignored(int live, Diagnostics& problems, const std::string& shown) {
    std::vector<TreeEntry> entries;
    if (const int error = list_tree(live, {inner_work_folder}, entries)) {
        report_failure(error, shown, problems);
        return false;
    }
    for (const TreeEntry& entry : entries) {
        if (!is_reserved_for_owner(entry.path)) {
            return refuse(
                "output-not-ours",
                say("the folder \"{}\" holds files that Puebla did not write, such as \"{}\"",
                    "la carpeta «{}» contiene archivos que Puebla no escribió, como «{}»", shown,
                    entry.path),
                help_to_choose_another(), problems);
        }
    }
    return true;
}

// A folder that somebody else filled is none of ours.
bool know_manifest(OutputFolder& folder, Diagnostics& problems) {
    ExistingFile file = read_file(folder.live.get(), manifest_name);
    if (file.error == ENOENT) {
        return holds_only_what_is_ignored(folder.live.get(), problems, folder.path.string());
    }
    if (file.error != 0) {
        report_unreadable(file.error, (folder.path / manifest_name).string(), problems);
        return false;
    }
    auto manifest = read_manifest(file.bytes);
    if (!manifest) {
        return refuse(
            "output-not-ours",
            say("the list of files \"{}\" cannot be read, so nobody knows which files are "
                "Puebla's",
                "no se puede leer la lista de archivos «{}», así que no se sabe qué "
                "archivos son de Puebla",
                (folder.path / manifest_name).string()),
            help_to_choose_another(), problems);
    }
    folder.manifest = std::move(*manifest);
    folder.manifest_text = std::move(file.bytes);
    return true;
}

// Opens and locks the published folder, if there is one, and makes sure that it is ours.
bool take_live(OutputFolder& folder, Diagnostics& problems) {
    const std::string shown = folder.path.string();
    LockedFolder taken = lock_folder(folder.parent.get(), folder.name());
    switch (taken.error) {
        case 0:
            break;
        case ENOENT:
            return true;
        case EWOULDBLOCK:
            report_in_use(folder.path, problems);
            return false;
        case ENOTDIR:
        case ELOOP:
            return refuse("output-not-ours",
                          say("\"{}\" is not a folder", "«{}» no es una carpeta", shown),
                          help_to_choose_a_folder(), problems);
        default:
            report_failure(taken.error, shown, problems);
            return false;
    }
    folder.live = std::move(taken.folder);
    if (folder.mode == PublishMode::exchange &&
        is_mount_point(folder.parent.get(), folder.name())) {
        report_no_exchange(folder.path, problems);
        return false;
    }
    return know_manifest(folder, problems);
}

// In place there must be a folder to write into.
bool make_live(OutputFolder& folder, Diagnostics& problems) {
    if (folder.live) {
        remove_work_folder_inside(folder);
        return true;
    }
    if (const int error = make_folder(folder.parent.get(), folder.name())) {
        report_failure(error, folder.path.string(), problems);
        return false;
    }
    folder.made_live = true;
    if (!take_live(folder, problems)) {
        return false;
    }
    if (!folder.live) {
        report_failure(ENOENT, folder.path.string(), problems);
    }
    return static_cast<bool>(folder.live);
}

bool report_no_parent(int error, const fs::path& parent, Diagnostics& problems) {
    std::error_code ignored;
    fs::path there = parent;
    while (!fs::exists(there, ignored) && there.has_relative_path()) {
        there = there.parent_path();
    }
    if (error == ELOOP) {
        return refuse("output-not-ours",
                      say("the symbolic links of \"{}\" lead round in a circle",
                          "los enlaces simbólicos de «{}» llevan en círculo", parent.string()),
                      help_to_choose_a_folder(), problems);
    }
    if (!fs::is_directory(there, ignored)) {
        return refuse("output-not-ours",
                      say("\"{}\" is not a folder", "«{}» no es una carpeta", there.string()),
                      help_to_choose_a_folder(), problems);
    }
    report_failure(error, parent.string(), problems);
    return false;
}

bool open_parent(OutputFolder& folder, Diagnostics& problems) {
    if (!folder.path.has_filename()) {
        return refuse("output-not-ours",
                      say("\"{}\" is the root of the disk", "«{}» es la raíz del disco",
                          folder.path.string()),
                      help_to_choose_a_folder(), problems);
    }
    const fs::path parent = folder.path.parent_path();
    std::error_code failure;
    fs::create_directories(parent, failure);
    folder.parent = open_folder(AT_FDCWD, parent.string());
    return folder.parent || report_no_parent(failure ? failure.value() : errno, parent, problems);
}

}  // namespace

std::optional<OutputFolder> open_output_folder(const std::filesystem::path& output,
                                               PublishMode mode, Diagnostics& problems) {
    OutputFolder folder;
    folder.mode = mode;
    folder.path = resolved(output);
    // Whose folder it is comes first, so that nothing is made beside one that is not ours.
    if (!open_parent(folder, problems) || !take_live(folder, problems)) {
        return std::nullopt;
    }
    if (mode == PublishMode::in_place) {
        return make_live(folder, problems) ? std::optional(std::move(folder)) : std::nullopt;
    }
    if (!open_work_folder_beside(folder, problems)) {
        return std::nullopt;
    }
    // Until the lock was ours, another first build may have published.
    if (!folder.live && !take_live(folder, problems)) {
        return std::nullopt;
    }
    // What a build in place left, if it was killed.
    if (folder.live) {
        remove_work_folder_inside(folder);
    }
    return folder;
}

}  // namespace puebla
