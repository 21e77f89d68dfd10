#include "publishing/work_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "publishing/failure.h"
#include "publishing/output_path.h"
#include "publishing/tree.h"

namespace puebla {

namespace {

// Writing into the output itself may be allowed where writing beside it is not.
bool may_write_inside(const OutputFolder& folder) {
    return folder.live && ::faccessat(folder.live.get(), ".", W_OK, AT_EACCESS) == 0;
}

bool report_no_work_folder(int error, const OutputFolder& folder, Diagnostics& problems) {
    const std::string shown = folder.work_path().string();
    if (error == ENOTDIR || error == ELOOP) {
        problems.error(
            "output-in-the-way", {},
            say("\"{}\" is not a folder, and Puebla works in a folder of that name",
                "«{}» no es una carpeta, y Puebla trabaja en una carpeta con ese nombre", shown),
            say("move it away, or rename it", "muévalo o cámbiele el nombre"));
        return false;
    }
    if (error == ENOENT) {
        problems.error("output-not-writable", {},
                       say("\"{}\" cannot be made: that place takes no new folders",
                           "no se puede crear «{}»: ese lugar no admite carpetas nuevas", shown),
                       say("choose another folder with --out", "elija otra carpeta con --out"));
        return false;
    }
    const bool forbidden = error == EACCES || error == EPERM || error == EROFS;
    if (!forbidden || !may_write_inside(folder)) {
        report_failure(error, shown, problems);
        return false;
    }
    problems.error("output-not-writable", {},
                   say("Puebla cannot work in the folder \"{}\": {}",
                       "Puebla no puede trabajar en la carpeta «{}»: {}", shown, reason_of(error)),
                   say("allow writing in the folder that holds the output, or write into the "
                       "output itself, file by "
                       "file, with --in-place",
                       "permita escribir en la carpeta que contiene la salida, o escriba en la "
                       "salida misma, archivo por "
                       "archivo, con --in-place"));
    return false;
}

// Asked before anything is rendered: not every file system can exchange two folders, or give one
// file two names. Gives 0 or an errno.
int try_to_exchange(int work) {
    const char* const probes[] = {"probe-a", "probe-b", "probe-link"};
    const auto remove_probes = [&] {
        for (const char* name : probes) {
            remove_tree(work, name);
        }
    };
    remove_probes();
    int error = make_folder(work, probes[0]);
    error = error == 0 ? make_folder(work, probes[1]) : error;
    if (error == 0 && (::renameat2(work, probes[0], work, probes[1], RENAME_EXCHANGE) != 0 ||
                       ::linkat(work, "lock", work, probes[2], 0) != 0)) {
        error = errno;
    }
    remove_probes();
    return error;
}

bool says_it_never_works(int error) {
    return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP || error == EPERM ||
           error == EXDEV;
}

}  // namespace

std::filesystem::path OutputFolder::work_path() const {
    return mode == PublishMode::exchange ? path.parent_path() / ("." + name() + ".puebla")
                                         : path / inner_work_folder;
}

bool open_work_folder_beside(OutputFolder& folder, Diagnostics& problems) {
    const std::string name = folder.work_path().filename().string();
    if (const int error = make_folder(folder.parent.get(), name)) {
        return report_no_work_folder(error, folder, problems);
    }
    folder.work = open_folder(folder.parent.get(), name);
    if (folder.work) {
        folder.lock = Handle(
            ::openat(folder.work.get(), "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
    }
    if (!folder.lock) {
        return report_no_work_folder(errno, folder, problems);
    }
    if (::flock(folder.lock.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            report_in_use(folder.path, problems);
        } else {
            report_failure(errno, folder.work_path().string(), problems);
        }
        return false;
    }
    if (const int error = remove_tree(folder.work.get(), "next")) {
        return report_no_work_folder(error, folder, problems);
    }
    const int error = try_to_exchange(folder.work.get());
    if (says_it_never_works(error)) {
        report_no_exchange(folder.path, problems);
        return false;
    }
    return error == 0 || report_no_work_folder(error, folder, problems);
}

int make_work_folder_inside(OutputFolder& folder) {
    if (const int error = make_folder(folder.live.get(), inner_work_folder)) {
        return error;
    }
    folder.work = open_folder(folder.live.get(), inner_work_folder);
    return folder.work ? 0 : errno;
}

void remove_work_folder_inside(const OutputFolder& folder) {
    const Handle work = open_folder(folder.live.get(), inner_work_folder);
    if (work) {
        for (const char* name : {"next", "both", "list", "before"}) {
            remove_tree(work.get(), name);
        }
        ::unlinkat(folder.live.get(), inner_work_folder, AT_REMOVEDIR);
    }
}

void report_in_use(const std::filesystem::path& output, Diagnostics& problems) {
    problems.error("output-in-use", {},
                   say("another build is writing to \"{}\"",
                       "otra ejecución de puebla está escribiendo en «{}»", output.string()),
                   say("wait until it has finished", "espere a que termine"));
}

void report_no_exchange(const std::filesystem::path& path, Diagnostics& problems) {
    problems.error(
        "cannot-exchange", {},
        say("\"{}\" cannot be exchanged for a new folder in one step: it is a mount point, or "
            "its file system cannot do it",
            "no se puede cambiar «{}» por una carpeta nueva de una sola vez: es un punto de "
            "montaje, o su sistema de archivos no sabe hacerlo",
            path.string()),
        say("choose a folder below it with --out, or write into it file by file with --in-place; "
            "readers may then see old and new pages together for a moment",
            "elija una carpeta dentro de ella con --out, o escriba archivo por archivo con "
            "--in-place; quien lea podrá ver por un momento páginas viejas y nuevas juntas"));
}

}  // namespace puebla
