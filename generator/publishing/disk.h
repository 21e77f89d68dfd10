// The calls to the system that publishing is made of. Each gives 0, or the errno it failed with.
//
// All paths are relative to an open folder, so nothing here follows a folder that is moved or
// exchanged meanwhile.

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/diagnostics.h"

namespace puebla {

// An open file or folder; -1 is none.
class Handle {
  public:
    Handle() = default;
    explicit Handle(int descriptor) : descriptor_(descriptor) {}
    Handle(Handle&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle();

    int get() const { return descriptor_; }
    void release() { descriptor_ = -1; }  // someone else closes it
    explicit operator bool() const { return descriptor_ >= 0; }

  private:
    int descriptor_ = -1;
};

// A folder, not followed where the last name is a symbolic link; none where it cannot be opened
// (errno says why).
Handle open_folder(int parent, const std::string& path);

// Creates a file that must not exist yet, or replaces what stands there by a new one: what is
// linked from elsewhere is never written to.
int write_file(int folder, const std::string& path, std::string_view bytes);

struct ExistingFile {
    std::string bytes;
    int error = 0;  // ENOENT where there is no file; ELOOP where it is a symbolic link
};
ExistingFile read_file(int folder, const std::string& path);

// True where a regular file of that path holds exactly these bytes.
bool holds(int folder, const std::string& path, std::string_view bytes);

// True where two folders hold the very same file (one inode) under that path.
bool is_same_file(int a, int b, const std::string& path);

// The same file under a second name in another folder; replaces what stands there.
int link_file(int from, int to, const std::string& path);

// 0 also where the folder exists already; ENOTDIR where something else has its name.
int make_folder(int parent, const std::string& path);

struct TreeEntry {
    std::string path;
    bool is_folder = false;
};

// Everything below a folder, folders before what they hold; symbolic links are not followed. Names
// at the top that `skip` holds are left out.
int list_tree(int folder, const std::vector<std::string>& skip, std::vector<TreeEntry>& entries);

// Removes a file, or a folder with all it holds; 0 where there is none.
int remove_tree(int parent, const std::string& name);

// What a failed call means to the person who builds: no room, no permission, or anything else.
void report_failure(int error, const std::string& path, Diagnostics& problems);

}  // namespace puebla
