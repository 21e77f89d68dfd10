// The calls to the system that publishing is made of. Each gives 0, or the errno it failed with.
// What concerns whole trees is in tree.h.
//
// All paths are relative to an open folder, so nothing here follows a folder that is moved or
// exchanged meanwhile.

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

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

// The same, locked (flock) until it is closed or the process ends, however it ends. EWOULDBLOCK
// where somebody else has it. What is locked still has that name.
struct LockedFolder {
    Handle folder;
    int error = 0;
};
LockedFolder lock_folder(int parent, const std::string& name);

// True where `name` still leads to the folder that was opened.
bool is_named(int parent, const std::string& name, const Handle& folder);

struct ExistingFile {
    std::string bytes;
    int error = 0;  // ENOENT where there is no file; ELOOP where it is a symbolic link
};
ExistingFile read_file(int folder, const std::string& path);

// True where a regular file of that path holds exactly these bytes.
bool holds(int folder, const std::string& path, std::string_view bytes);

// Which file it is, whatever its name. The time of its birth tells it from a later one that got the
// same number (0 on file systems that do not keep it).
struct FileIdentity {
    std::uint64_t inode = 0;
    std::int64_t birth = 0;  // in nanoseconds

    explicit operator bool() const { return inode != 0; }
    bool operator==(const FileIdentity&) const = default;
};

// The file that has that name, links not followed; none where there is none.
FileIdentity identity_of(int folder, const std::string& path);

// Moves what has that path to the same path in another folder; replaces a file that stands there.
int move_file(int from, int to, const std::string& path);

int remove_file(int folder, const std::string& path);

// 0 also where the folder exists already; ENOTDIR where something else has its name.
int make_folder(int parent, const std::string& path);

// The folders that a path needs, outermost first.
int make_folders_above(int root, const std::string& path);

// True where another disk, or another place of the same one, was put over the folder.
bool is_mount_point(int parent, const std::string& path);

// Owner, group and permissions of a folder, as far as this user may give them; nothing happens
// where one of the two is no folder.
void copy_permissions(int from, int to, const std::string& path);

// Waits until all that was written to the disk of this folder is really there.
int flush(const Handle& folder);

}  // namespace puebla
