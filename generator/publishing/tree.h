// Trees of ours: the one that is being made and the one that was published before.
//
// Functions give 0, or the errno they failed with. Folders keep the permissions that the owner of
// the output gave them, and those may forbid writing even to us: in our own trees they are widened
// where they stand in the way.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publishing/disk.h"

namespace puebla {

struct TreeEntry {
    std::string path;
    bool is_folder = false;
};

// Everything below a folder, folders before what they hold; symbolic links are not followed. Names
// at the top that `skip` holds are left out. What disappears meanwhile is not there.
int list_tree(int folder, const std::vector<std::string>& skip, std::vector<TreeEntry>& entries);

// Creates a file that must not exist yet, or replaces what stands there by a new one: what is
// linked from elsewhere is never written to.
int write_file(int root, const std::string& path, std::string_view bytes);

// The same file under a second name in another folder; replaces what stands there.
int link_file(int from, int to, const std::string& path);

// Makes a folder in the place of whatever else has its name.
int make_folder_instead(int root, const std::string& path);

// Moves a file out of a tree of ours to the same path in another folder.
int take_out(int root, int to, const std::string& path);

// One file, or one empty folder; 0 where there is none.
int remove_entry(int root, const TreeEntry& entry);

// A file, or a folder with all it holds; 0 where there is none.
int remove_tree(int parent, const std::string& name);

}  // namespace puebla
