// What the next tree holds besides what the build wrote into it, and what goes.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "publishing/output_folder.h"

namespace puebla {

struct StagedFile {
    std::string path;
    std::string checksum;
    std::uintmax_t size = 0;
    bool changed = false;  // written anew; otherwise as published
};

struct Arrangement {
    std::vector<std::string> from_live;       // unchanged files and kept assets
    std::vector<std::string> owners_files;    // whatever is no folder
    std::vector<std::string> owners_folders;  // without files of ours, outermost first
    std::set<std::string> folders;            // of the files of this build and kept assets
    std::vector<std::string> removed;
    Manifest manifest;
};

// The manifest of the tree to come: from the files of this build (sorted by path) and from what the
// published folder lists.
Manifest next_manifest(const std::vector<StagedFile>& files, const OutputFolder& folder);

// Reports where a file of the owner's stands in the way of the site, or cannot be listed.
std::optional<Arrangement> arrange(const std::vector<StagedFile>& files, Manifest manifest,
                                   const OutputFolder& folder, Diagnostics& problems);

}  // namespace puebla
