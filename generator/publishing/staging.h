// Makes a folder equal to a list of files, in one step that readers cannot see half done.
//
// Usually most files of a new build are what they were. write() compares each with the published
// file and writes only what differs, into a tree beside the output (output_folder.h). commit() then
// links what did not change into that tree, so that it keeps its inode and time, and exchanges the
// two trees (renameat2 with RENAME_EXCHANGE). Where nothing changed nothing is exchanged: no inode
// and no time in the published tree changes.
//
//   written        the files of this build
//   kept           assets/ that only the site before used, for pages that readers still have open:
//                  one older generation, until the assets change again
//   the owner's    whatever no build of ours listed (.well-known/, README.md, .git): carried over
//   removed        what the last build listed and this one does not
//
// A Staging that is dropped without commit leaves the published tree as it was. So does a process
// that is killed: nothing before the exchange touches the tree, and what is left beside it is
// removed by the next build. A lock keeps two builds apart.
//
// In place (PublishMode::in_place, for mount points) everything is written aside first too, so that
// a full disk does no harm; then file after file is moved to its place, and readers may see old and
// new pages together for a moment.

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

    // To be called once. Null, and the published tree as it was, where anything failed before.
    std::optional<PublishReport> commit(Diagnostics& problems);

  private:
    struct State;
    explicit Staging(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace puebla
