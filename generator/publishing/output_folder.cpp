#include "publishing/output_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "publishing/output_path.h"

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

Message help_to_choose_another() {
    return say("choose another folder with --out, or empty this one",
               "elija otra carpeta con --out, o vacíe esta");
}

bool open_live(OutputFolder& folder, Diagnostics& problems) {
    const std::string shown = folder.path.string();
    folder.live = open_folder(folder.parent.get(), folder.name());
    if (folder.live || (errno == ENOENT && folder.mode == PublishMode::exchange)) {
        return true;
    }
    if (errno == ENOTDIR || errno == ELOOP) {
        return refuse("output-not-ours",
                      say("\"{}\" is not a folder", "«{}» no es una carpeta", shown),
                      help_to_choose_another(), problems);
    }
    report_failure(errno, shown, problems);
    return false;
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

bool is_ours_or_empty(const OutputFolder& folder, Diagnostics& problems) {
    return !folder.live || ::faccessat(folder.live.get(), manifest_name, F_OK, 0) == 0 ||
           holds_only_what_is_ignored(folder.live.get(), problems, folder.path.string());
}

bool know_manifest(OutputFolder& folder, Diagnostics& problems) {
    if (!folder.live) {
        return true;
    }
    ExistingFile file = read_file(folder.live.get(), manifest_name);
    if (file.error == ENOENT) {
        return true;
    }
    auto manifest = file.error == 0 ? read_manifest(file.bytes) : std::nullopt;
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

// The work folder stands on the disk of the parent folder; a mount point is a disk of its own, even
// where it is the same one bound a second time.
bool is_mount_point(const OutputFolder& folder) {
    struct statx live {};
    struct statx parent {};
    constexpr unsigned wanted = STATX_MNT_ID;
    if (::statx(folder.live.get(), "", AT_EMPTY_PATH, wanted, &live) != 0 ||
        ::statx(folder.parent.get(), "", AT_EMPTY_PATH, wanted, &parent) != 0) {
        return false;
    }
    return live.stx_mnt_id != parent.stx_mnt_id || live.stx_dev_major != parent.stx_dev_major ||
           live.stx_dev_minor != parent.stx_dev_minor;
}

// Asked before anything is rendered: not every file system can exchange two folders, or give one
// file two names.
bool disk_can_exchange(const OutputFolder& folder) {
    const int work = folder.work.get();
    const char* const probes[] = {"probe-a", "probe-b", "probe-link"};
    for (const char* name : probes) {
        remove_tree(work, name);
    }
    const bool can = make_folder(work, probes[0]) == 0 && make_folder(work, probes[1]) == 0 &&
                     ::renameat2(work, probes[0], work, probes[1], RENAME_EXCHANGE) == 0 &&
                     ::linkat(work, "lock", work, probes[2], 0) == 0;
    for (const char* name : probes) {
        remove_tree(work, name);
    }
    return can;
}

void report_no_work_folder(int error, const OutputFolder& folder, const std::string& name,
                           Diagnostics& problems) {
    const bool forbidden = error == EACCES || error == EPERM || error == EROFS;
    if (folder.mode == PublishMode::in_place || !folder.live || !forbidden) {
        report_failure(error, name, problems);
        return;
    }
    refuse("output-not-writable",
           say("the folder \"{}\" cannot be made: permission is missing",
               "no se puede crear la carpeta «{}»: falta el permiso", name),
           say("allow writing around the output, or write into the output itself, file by file, "
               "with --in-place",
               "permita escribir alrededor de la salida, o escriba en la salida misma, archivo por "
               "archivo, con --in-place"),
           problems);
}

bool open_work_folder(OutputFolder& folder, Diagnostics& problems) {
    const bool beside = folder.mode == PublishMode::exchange;
    const int place = beside ? folder.parent.get() : folder.live.get();
    const std::string name = beside ? "." + folder.name() + ".puebla" : inner_work_folder;
    const std::string shown =
        (beside ? folder.path.parent_path() / name : folder.path / name).string();
    if (const int error = make_folder(place, name)) {
        report_no_work_folder(error, folder, shown, problems);
        return false;
    }
    folder.work = open_folder(place, name);
    if (folder.work) {
        folder.lock = Handle(
            ::openat(folder.work.get(), "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
    }
    if (!folder.lock) {
        report_no_work_folder(errno, folder, shown, problems);
        return false;
    }
    if (::flock(folder.lock.get(), LOCK_EX | LOCK_NB) != 0) {
        return refuse("output-in-use",
                      say("another build is writing to \"{}\"",
                          "otra generación está escribiendo en «{}»", folder.path.string()),
                      say("wait until it has finished", "espere a que termine"), problems);
    }
    if (const int error = remove_tree(folder.work.get(), "next")) {
        report_failure(error, shown, problems);
        return false;
    }
    return true;
}

bool open_parent(OutputFolder& folder, Diagnostics& problems) {
    if (!folder.path.has_filename()) {
        return refuse("output-not-ours",
                      say("\"{}\" is the root of the disk", "«{}» es la raíz del disco",
                          folder.path.string()),
                      help_to_choose_another(), problems);
    }
    const fs::path parent = folder.path.parent_path();
    std::error_code failure;
    fs::create_directories(parent, failure);
    folder.parent = open_folder(AT_FDCWD, parent.string());
    if (!folder.parent) {
        report_failure(failure ? failure.value() : errno, parent.string(), problems);
        return false;
    }
    return true;
}

}  // namespace

void report_no_exchange(const std::filesystem::path& path, Diagnostics& problems) {
    refuse(
        "cannot-exchange",
        say("\"{}\" cannot be exchanged for a new folder in one step: it is a mount point, or "
            "its file system cannot do it",
            "no se puede cambiar «{}» por una carpeta nueva de una sola vez: es un punto de "
            "montaje, o su sistema de archivos no sabe hacerlo",
            path.string()),
        say("choose a folder below it with --out, or write into it file by file with --in-place; "
            "readers may then see old and new pages together for a moment",
            "elija una carpeta dentro de ella con --out, o escriba archivo por archivo con "
            "--in-place; quien lea podrá ver por un momento páginas viejas y nuevas juntas"),
        problems);
}

std::optional<OutputFolder> open_output_folder(const std::filesystem::path& output,
                                               PublishMode mode, Diagnostics& problems) {
    OutputFolder folder;
    folder.mode = mode;
    folder.path = resolved(output);
    if (!open_parent(folder, problems)) {
        return std::nullopt;
    }
    if (mode == PublishMode::in_place) {
        const int error = make_folder(folder.parent.get(), folder.name());
        if (error != 0 && error != ENOTDIR) {
            report_failure(error, folder.path.string(), problems);
            return std::nullopt;
        }
    }
    // Whose folder it is comes first, so that nothing is made beside one that is not ours.
    if (!open_live(folder, problems) || !is_ours_or_empty(folder, problems)) {
        return std::nullopt;
    }
    if (mode == PublishMode::exchange && folder.live && is_mount_point(folder)) {
        report_no_exchange(folder.path, problems);
        return std::nullopt;
    }
    // Until the lock was ours, another build may have published: the output is opened again.
    if (!open_work_folder(folder, problems) || !open_live(folder, problems) ||
        !know_manifest(folder, problems)) {
        return std::nullopt;
    }
    if (mode == PublishMode::exchange && !disk_can_exchange(folder)) {
        report_no_exchange(folder.path, problems);
        return std::nullopt;
    }
    return folder;
}

}  // namespace puebla
