// Under its last name, `previous`, the tree is exchanged with the published one: whenever the
// process dies, what has that name is a complete tree with a list of its files, never a half-made
// one.

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "publishing/failure.h"
#include "publishing/latecomers.h"
#include "publishing/publish_tree.h"
#include "publishing/tree.h"
#include "publishing/work_folder.h"

namespace puebla {

namespace {

bool report_replaced(const OutputFolder& folder, Diagnostics& problems) {
    problems.error(
        "output-in-use", {},
        say("\"{}\" was moved or replaced while the site was built",
            "«{}» se movió o se reemplazó mientras se creaba el sitio", folder.path.string()),
        say("build again", "vuelva a crear el sitio"));
    return false;
}

bool report_no_publishing(int error, const OutputFolder& folder, Diagnostics& problems) {
    if (error == EEXIST || error == ENOENT) {
        return report_replaced(folder, problems);
    }
    if (error == EXDEV || error == EBUSY || error == EINVAL) {
        report_no_exchange(folder.path, problems);
    } else {
        report_failure(error, folder.path.string(), problems);
    }
    return false;
}

bool exchange(const OutputFolder& folder, Diagnostics& problems) {
    const int work = folder.work.get();
    const std::string name = folder.name();
    // The folder that was opened at the start must still have its name: somebody else may have put
    // another one in its place, and the exchange would take that away.
    if (!is_named(folder.parent.get(), name, folder.live)) {
        return report_replaced(folder, problems);
    }
    if (::renameat(work, "next", work, "previous") != 0) {
        return report_no_publishing(errno, folder, problems);
    }
    if (::renameat2(work, "previous", folder.parent.get(), name.c_str(), RENAME_EXCHANGE) != 0) {
        const int error = errno;
        remove_tree(work, "previous");
        return report_no_publishing(error, folder, problems);
    }
    return true;
}

}  // namespace

bool publish_by_exchange(const OutputFolder& folder, const NextTree& next, const Manifest& manifest,
                         Diagnostics& problems) {
    // Nobody who opens the new folder by its name may take it for free while this build runs.
    ::flock(next.root().get(), LOCK_EX | LOCK_NB);
    if (!folder.live) {
        if (::renameat2(folder.work.get(), "next", folder.parent.get(), folder.name().c_str(),
                        RENAME_NOREPLACE) != 0) {
            return report_no_publishing(errno, folder, problems);
        }
    } else {
        if (!exchange(folder, problems)) {
            return false;
        }
        // From here on the site is published. What fails now is tried again by the next build.
        const LiveTree live{next.root(), manifest};
        carry_latecomers(folder, live, problems);
        drop_removed(folder, live);
    }
    // The site is there after a power failure too.
    ::fsync(folder.parent.get());
    return true;
}

}  // namespace puebla
