// The folder that Puebla works in; output_folder.h says what it holds.

#pragma once

#include "publishing/output_folder.h"

namespace puebla {

// Makes and locks the work folder beside the output, and removes what a killed build left there.
// Reports where another build is at work, where nothing can be written, and where the file system
// cannot exchange two folders.
bool open_work_folder_beside(OutputFolder& folder, Diagnostics& problems);

// The work folder in the output itself: 0, or the errno it failed with.
int make_work_folder_inside(OutputFolder& folder);

// Removes it with all it holds; what cannot be removed stays for the next build.
void remove_work_folder_inside(const OutputFolder& folder);

// Says that another build is at work.
void report_in_use(const std::filesystem::path& output, Diagnostics& problems);

// Says why the folder cannot be exchanged in one step, and what helps.
void report_no_exchange(const std::filesystem::path& path, Diagnostics& problems);

}  // namespace puebla
