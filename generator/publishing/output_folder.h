// The folder that is published, opened and locked for one build.
//
// Puebla works in a folder of its own. Beside the output `site/` that is `.site.puebla/`, so that
// the two can be exchanged; for a build in place it is `site/.puebla/`. It holds
//
//   lock        locked (flock) as long as a build runs
//   next/       the tree that is being made; left over only by a build that was killed
//   previous/   the tree that was published before: most of the next one is in it already

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "publishing/disk.h"
#include "publishing/manifest.h"

namespace puebla {

enum class PublishMode { exchange, in_place };

struct OutputFolder {
    PublishMode mode = PublishMode::exchange;
    std::filesystem::path path;  // absolute, symbolic links resolved
    Handle parent;
    Handle work;
    Handle lock;
    Handle live;                // the published folder; none where there is none yet
    Manifest manifest;          // of the published folder; empty where it has none
    std::string manifest_text;  // as it stands there

    std::string name() const { return path.filename().string(); }
};

// Reports and gives nothing where the folder is in use, is not ours, cannot be written or cannot be
// exchanged. Removes what a killed build left behind.
std::optional<OutputFolder> open_output_folder(const std::filesystem::path& output,
                                               PublishMode mode, Diagnostics& problems);

// Says why the folder cannot be exchanged in one step, and what helps.
void report_no_exchange(const std::filesystem::path& path, Diagnostics& problems);

}  // namespace puebla
