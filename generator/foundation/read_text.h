// Reads a text file and says in words why it cannot be used.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "foundation/diagnostics.h"
#include "foundation/file_system.h"

namespace puebla {

// A text longer than this is a mistake, and some libraries below are slow on it.
inline constexpr std::size_t longest_text = std::size_t{8} * 1024 * 1024;

// The bytes of a UTF-8 file, byte order mark included, so that offsets are those of the file.
// Reports a file that is missing, leads out of its folder, cannot be read, is longer than
// `longest_text` or is not UTF-8, and returns null.
std::optional<std::string> read_text(const FileSystem& files, const std::string& path,
                                     Diagnostics& problems);

// Says why a file could not be read.
void report_read_failure(ReadFailure failure, const std::string& path, Diagnostics& problems);

}  // namespace puebla
