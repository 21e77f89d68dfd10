// The folder that is published, opened and locked for one build.
//
// Puebla works in a folder of its own. Beside the output `site/` that is `.site.puebla/`, so that
// the two can be exchanged; for a build in place it is `site/.puebla/`, made when there is
// something to write. It holds
//
//   lock        locked (flock) as long as a build beside the output runs
//   next/       the tree that is being made; left over only by a build that was killed
//   previous/   the tree that was published before: most of the next one is in it already
//   owners      which of its files are the owner's (latecomers.h)
//   aside/      files of the owner whose names were taken (latecomers.h)
//   both, list, before    in place only: the manifest while files are moved, after, and before it
//
// The published folder itself is locked too, so that a build in place and one beside the output
// keep apart. Locks end with the process, however it ends.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "foundation/diagnostics.h"
#include "publishing/disk.h"
#include "publishing/manifest.h"

namespace puebla {

enum class PublishMode { exchange, in_place };

struct OutputFolder {
    PublishMode mode = PublishMode::exchange;
    std::filesystem::path path;  // absolute, symbolic links resolved
    Handle parent;
    Handle live;                // the published folder, locked; none where there is none yet
    Handle work;                // none in place, until it is made
    Handle lock;                // none in place
    bool made_live = false;     // by us; still empty
    Manifest manifest;          // of the published folder; empty where it has none
    std::string manifest_text;  // as it stands there

    std::string name() const { return path.filename().string(); }
    std::filesystem::path work_path() const;
};

// Reports and gives nothing where the folder is in use, is not ours, cannot be written or cannot be
// exchanged. Removes what a killed build left behind.
std::optional<OutputFolder> open_output_folder(const std::filesystem::path& output,
                                               PublishMode mode, Diagnostics& problems);

}  // namespace puebla
