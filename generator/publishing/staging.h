// Makes a folder equal to a list of files, in one step that readers cannot see half done.
//
// Usually most files of a new build are what they were. write() compares each with the published
// file and writes only what differs, into a tree beside the output (output_folder.h). complete()
// links what did not change into that tree, so that it keeps its inode and time, and publish()
// exchanges the two trees (renameat2 with RENAME_EXCHANGE). Where nothing changed nothing is
// exchanged: no inode and no time in the published tree changes.
//
//   written        the files of this build
//   kept           assets/ that only the site before used, for pages that readers still have open:
//                  one older generation, until the assets change again
//   the owner's    whatever no build of ours listed (.well-known/, README.md, .git): carried over
//   removed        what the last build listed and this one does not
//
// What readers may rely on, whatever dies when, the power included:
//
//   by its path      a file is of the last build or of the new one, whole, and every page finds the
//                    assets that it names
//   an open folder   (a server whose working directory it is) shows the site that was published
//   when
//                    it was opened, until the build after the next one begins to reuse the tree.
//                    Such a server must be restarted to show the new site; one that is given the
//                    path shows it at once
//
// A Staging that is dropped unpublished leaves the published tree as it was. So does a process that
// is killed: nothing before the exchange touches the tree, and what is left beside it is removed by
// the next build. Locks keep two builds apart.
//
// In place (PublishMode::in_place, for mount points) everything is written aside first too, so that
// a full disk does no harm; then file after file is moved to its place. Every file is whole at
// every moment and assets come before the pages that name them, but readers may see old and new
// pages together for a moment, and after a death in that moment until the next build, which repairs
// all.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/diagnostics.h"
#include "publishing/output_folder.h"

namespace puebla {

struct PublishReport {
    std::filesystem::path output;  // absolute, symbolic links resolved
    std::size_t files = 0;
    std::uintmax_t bytes = 0;
    std::size_t changed = 0;  // written anew
    std::size_t removed = 0;
    std::size_t kept = 0;  // assets of the build before
};

class Staging {
  public:
    // Reports and returns null where the output is in use (output-in-use), is not ours
    // (output-not-ours), cannot be written (output-not-writable) or exchanged (cannot-exchange).
    static std::optional<Staging> open(const std::filesystem::path& output, PublishMode mode,
                                       Diagnostics& problems);

    Staging(Staging&&) noexcept;
    Staging& operator=(Staging&&) noexcept;
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;
    ~Staging();

    // May be called from several threads for different paths. False where the file cannot be
    // written; the first such failure of the disk is reported, later ones would say the same.
    bool write(const std::string& path, std::string_view bytes, Diagnostics& problems);

    // To be called once, after the last write(): makes all ready, beside the published tree, down
    // to the disk. False where anything failed.
    bool complete(Diagnostics& problems);

    // To be called once, after complete(): the step that readers see. Null where it failed, and
    // then the published tree is as it was (in place: as output-mixed says).
    std::optional<PublishReport> publish(Diagnostics& problems);

  private:
    struct State;
    explicit Staging(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace puebla
