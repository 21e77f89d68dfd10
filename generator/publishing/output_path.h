// The paths of files in the output: relative, with '/' between names, never leaving the folder.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/message.h"

namespace puebla {

// Why a path cannot be written: an empty or absolute path, empty names, "." and "..", backslashes
// and control characters, text that is not UTF-8, names and paths longer than Linux takes, what
// Puebla itself keeps in the folder (.puebla-manifest, .puebla/), and what belongs to its owner.
// Empty where it can.
Message fault_of_path(std::string_view path);

// Whether a path can be that of a file in the folder, the owner's included.
bool is_safe_path(std::string_view path);

// README.md and .gitignore at the top belong to the owner of the folder, so that a repository can
// explain and ignore it; a folder that holds nothing else counts as empty.
bool is_reserved_for_owner(std::string_view path);

// "a/b/c.html" → "a", "a/b".
std::vector<std::string> folders_of(std::string_view path);

// Where Puebla works when it publishes in place: a folder inside the output.
inline constexpr const char* inner_work_folder = ".puebla";

}  // namespace puebla
