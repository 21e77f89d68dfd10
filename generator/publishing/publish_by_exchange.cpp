// Nothing is flushed to the disk first. A syncfs() before the exchange would carry the promise over
// a power failure, but it took 100 to 170 ms, twice what a build of 2,100 pages with one change
// takes to publish, for it waits for what other programs wrote as well. A page that a power failure
// emptied differs from what the next build writes and is replaced by it; until then
// `sha256sum -c .puebla-manifest` names it.

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>

#include "publishing/publish_tree.h"

namespace puebla {

namespace {

// The folder that was opened at the start must still have its name: somebody else may have put
// another one in its place, and the exchange would take that away.
bool is_still_there(const OutputFolder& folder) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(folder.live.get(), &opened) == 0 &&
           ::fstatat(folder.parent.get(), folder.name().c_str(), &named, AT_SYMLINK_NOFOLLOW) ==
               0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

}  // namespace

bool publish_by_exchange(const OutputFolder& folder, Diagnostics& problems) {
    const std::string name = folder.name();
    if (folder.live && !is_still_there(folder)) {
        problems.error(
            "output-in-use", {},
            say("\"{}\" was moved or replaced while the site was built",
                "«{}» se movió o se reemplazó mientras se generaba el sitio", folder.path.string()),
            say("build again", "genere de nuevo"));
        return false;
    }
    const unsigned how = folder.live ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(folder.work.get(), "next", folder.parent.get(), name.c_str(), how) != 0) {
        if (errno == EXDEV || errno == EBUSY || errno == EINVAL) {
            report_no_exchange(folder.path, problems);
        } else {
            report_failure(errno, folder.path.string(), problems);
        }
        return false;
    }
    // From here on the site is published; the rest is for the next build, which can do without.
    if (folder.live) {
        ::renameat(folder.work.get(), "next", folder.work.get(), "previous");
    }
    return true;
}

}  // namespace puebla
