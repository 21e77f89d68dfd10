#include "publishing/failure.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace puebla {

namespace {

struct Reason {
    int error;
    const char* en;
    const char* es;
};

constexpr Reason reasons[] = {
    {EACCES, "permission is missing", "falta el permiso"},
    {EPERM, "permission is missing", "falta el permiso"},
    {EROFS, "the disk is read-only", "el disco es de solo lectura"},
    {ENOSPC, "no room is left on the disk", "no queda espacio en el disco"},
    {EDQUOT, "your share of the disk is used up", "se agotó su cuota del disco"},
    {EFBIG, "the system allows no file as large as that",
     "el sistema no permite un archivo tan grande"},
    {EIO, "the disk reports an error", "el disco informa de un error"},
    {ENOENT, "its folder was removed meanwhile", "entre tanto se quitó su carpeta"},
    {ENOTDIR, "something else took the place of its folder meanwhile",
     "entre tanto otra cosa ocupó el lugar de su carpeta"},
    {ELOOP, "a link took its place meanwhile", "entre tanto un enlace ocupó su lugar"},
    {EEXIST, "something else took its place meanwhile", "entre tanto otra cosa ocupó su lugar"},
    {EISDIR, "a folder took its place meanwhile", "entre tanto una carpeta ocupó su lugar"},
    {ENOTEMPTY, "somebody put files there meanwhile", "entre tanto alguien puso archivos allí"},
    {EXDEV, "it lies on another disk", "está en otro disco"},
    {EBUSY, "the system is using it", "el sistema la está usando"},
    {ENAMETOOLONG, "the name is too long", "el nombre es demasiado largo"},
    {EMFILE, "too many files are open", "hay demasiados archivos abiertos"},
    {ENFILE, "too many files are open", "hay demasiados archivos abiertos"},
    {ENOMEM, "there is not enough memory", "no hay memoria suficiente"},
    {ENOLCK, "its file system has no locks", "su sistema de archivos no tiene cerrojos"},
    {EOPNOTSUPP, "its file system cannot do it", "su sistema de archivos no sabe hacerlo"},
};

// A disk can have room for bytes and none for another file. What was begun may have been removed
// before this is asked.
bool has_no_room_for_a_file(std::filesystem::path path) {
    struct statvfs disk {};
    while (::statvfs(path.c_str(), &disk) != 0) {
        if (!path.has_relative_path()) {
            return false;
        }
        path = path.parent_path();
    }
    constexpr fsblkcnt_t few = 16;
    return disk.f_files > 0 && disk.f_favail < few && disk.f_bavail >= few;
}

void report_full_disk(int error, const std::string& path, Diagnostics& problems) {
    if (error == EDQUOT) {
        problems.error(
            "disk-full", {},
            say("your share of the disk is used up; \"{}\" cannot be written",
                "se agotó su cuota del disco; no se puede escribir «{}»", path),
            say("remove what you do not need, or ask for a larger share, and build again",
                "quite lo que no necesite, o pida una cuota mayor, y vuelva a crear el sitio"));
    } else if (error == EFBIG) {
        problems.error("disk-full", {},
                       say("the system allows no file as large as \"{}\" would be",
                           "el sistema no permite un archivo tan grande como sería «{}»", path),
                       say("look at the limit with `ulimit -f`, or make the file smaller",
                           "consulte el límite con `ulimit -f`, o reduzca el archivo"));
    } else if (has_no_room_for_a_file(path)) {
        problems.error(
            "disk-full", {},
            say("the disk can hold no more files, so \"{}\" cannot be written",
                "en el disco no caben más archivos, así que no se puede escribir «{}»", path),
            say("remove files that nobody needs (`df -i` counts them) and build again",
                "quite archivos que nadie necesite (`df -i` los cuenta) y vuelva a "
                "crear el sitio"));
    } else {
        problems.error(
            "disk-full", {},
            say("there is no room left on the disk to write \"{}\"",
                "ya no hay espacio en el disco para escribir «{}»", path),
            say("make room and build again", "libere espacio y vuelva a crear el sitio"));
    }
}

Message remedy_of(int error) {
    switch (error) {
        case EACCES:
        case EPERM:
            return say("change the permissions, or choose another folder with --out",
                       "cambie los permisos, o elija otra carpeta con --out");
        case EROFS:
            return say("mount the disk for writing, or choose another folder with --out",
                       "monte el disco para escritura, o elija otra carpeta con --out");
        case EIO:
            return say("have the disk looked at, or choose a folder on another one with --out",
                       "haga revisar el disco, o elija una carpeta de otro con --out");
        case ENOLCK:
        case EOPNOTSUPP:
        case ENAMETOOLONG:
            return say("choose another folder with --out", "elija otra carpeta con --out");
        case EMFILE:
        case ENFILE:
        case ENOMEM:
            return say("close other programs and build again",
                       "cierre otros programas y vuelva a crear el sitio");
        default:
            return say("build again when nobody else is changing the folder",
                       "vuelva a crear el sitio cuando nadie más esté cambiando la carpeta");
    }
}

}  // namespace

Message reason_of(int error) {
    const auto* known = std::ranges::find(reasons, error, &Reason::error);
    if (known != std::end(reasons)) {
        return {known->en, known->es};
    }
    const std::string words = std::strerror(error);
    return say("{}", "{}", words);
}

void report_unreadable(int error, const std::string& path, Diagnostics& problems) {
    problems.error(
        "output-not-writable", {},
        say("\"{}\" cannot be read: {}", "no se puede leer «{}»: {}", path, reason_of(error)),
        remedy_of(error));
}

void report_failure(int error, const std::string& path, Diagnostics& problems) {
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        report_full_disk(error, path, problems);
        return;
    }
    problems.error("output-not-writable", {},
                   say("\"{}\" cannot be written: {}", "no se puede escribir «{}»: {}", path,
                       reason_of(error)),
                   remedy_of(error));
}

}  // namespace puebla
