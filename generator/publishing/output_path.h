// The paths of files in the output: relative, with '/' between names, never leaving the folder.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace puebla {

// False for an empty or absolute path, for empty names, "." and "..", for backslashes and control
// characters, for text that is not UTF-8, for names and paths longer than Linux takes, and for
// what Puebla itself keeps in the folder (.puebla-manifest, .puebla/).
bool is_safe_path(std::string_view path);

// README.md and .gitignore at the top belong to the owner of the folder, so that a repository can
// explain and ignore it; a folder that holds nothing else counts as empty.
bool is_reserved_for_owner(std::string_view path);

// "a/b/c.html" → "a", "a/b".
std::vector<std::string> folders_of(std::string_view path);

// Where Puebla works when it publishes in place: a folder inside the output.
inline constexpr const char* inner_work_folder = ".puebla";

}  // namespace puebla
