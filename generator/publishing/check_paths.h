// Whether the files of a site can lie in one folder, asked before they are made.
//
// What `check` passes must not fail when it is published; and the author is told at the file that
// was written, not at the one that would be.

#pragma once

#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/output_file.h"

namespace puebla {

// Reports a path that cannot be written, two files with one path, a file where others need a
// folder, and warns of paths that differ only in capital letters.
void check_paths(const std::vector<OutputFile>& files, Diagnostics& problems);

void report_path_fault(const Place& place, const std::string& path, const Message& fault,
                       Diagnostics& problems);
void report_path_twice(const Place& place, const std::string& path, Diagnostics& problems);

}  // namespace puebla
