// What a failed call to the system means to the person who builds.
//
// That the published site is as it was is said once, by the command, whatever failed.

#pragma once

#include <string>

#include "foundation/diagnostics.h"

namespace puebla {

// Why, in words that fit into brackets: "the disk is read-only".
Message reason_of(int error);

// No room, no permission, or anything else; `path` is what was to be written, in the output.
void report_failure(int error, const std::string& path, Diagnostics& problems);

// Something of our own in the output that must be read before anything is written.
void report_unreadable(int error, const std::string& path, Diagnostics& problems);

}  // namespace puebla
