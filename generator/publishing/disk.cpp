#include "publishing/disk.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

#include "publishing/output_path.h"

namespace puebla {

namespace {

// The umask takes from this what it forbids.
constexpr mode_t folder_mode = 0777;

constexpr std::size_t chunk_size = 65536;

// Regular files only: to open a pipe would wait for its other end.
Handle open_regular_file(int folder, const std::string& path, struct stat& status) {
    Handle file(::openat(folder, path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode)) {
        return file;
    }
    if (file) {
        errno = EINVAL;
    }
    return {};
}

ssize_t read_some(int file, std::array<char, chunk_size>& chunk) {
    ssize_t got = 0;
    do {
        got = ::read(file, chunk.data(), chunk.size());
    } while (got < 0 && errno == EINTR);
    return got;
}

}  // namespace

Handle::~Handle() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

Handle open_folder(int parent, const std::string& path) {
    return Handle(::openat(parent, path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

LockedFolder lock_folder(int parent, const std::string& name) {
    // Whoever had the lock until now may have put another folder in its place.
    constexpr int most_tries = 100;
    for (int i = 0; i < most_tries; ++i) {
        Handle folder = open_folder(parent, name);
        if (!folder || ::flock(folder.get(), LOCK_EX | LOCK_NB) != 0) {
            return {{}, errno};
        }
        if (is_named(parent, name, folder)) {
            return {std::move(folder), 0};
        }
    }
    return {{}, EWOULDBLOCK};
}

bool is_named(int parent, const std::string& name, const Handle& folder) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(folder.get(), &opened) == 0 &&
           ::fstatat(parent, name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

ExistingFile read_file(int folder, const std::string& path) {
    struct stat status {};
    const Handle file = open_regular_file(folder, path, status);
    if (!file) {
        return {{}, errno};
    }
    ExistingFile result;
    std::array<char, chunk_size> chunk;  // NOLINT(*-member-init): filled by read
    ssize_t got = 0;
    while ((got = read_some(file.get(), chunk)) > 0) {
        result.bytes.append(chunk.data(), static_cast<std::size_t>(got));
    }
    result.error = got < 0 ? errno : 0;
    return result;
}

bool holds(int folder, const std::string& path, std::string_view bytes) {
    struct stat status {};
    const Handle file = open_regular_file(folder, path, status);
    if (!file || static_cast<std::size_t>(status.st_size) != bytes.size()) {
        return false;
    }
    std::array<char, chunk_size> chunk;  // NOLINT(*-member-init): filled by read
    while (true) {
        const ssize_t got = read_some(file.get(), chunk);
        if (got <= 0) {
            return got == 0 && bytes.empty();
        }
        const auto length = static_cast<std::size_t>(got);
        if (bytes.substr(0, length) != std::string_view(chunk.data(), length)) {
            return false;
        }
        bytes.remove_prefix(length);
    }
}

FileIdentity identity_of(int folder, const std::string& path) {
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    struct statx facts {};
    if (::statx(folder, path.c_str(), AT_SYMLINK_NOFOLLOW, STATX_INO | STATX_BTIME, &facts) != 0) {
        return {};
    }
    const bool has_birth = (facts.stx_mask & STATX_BTIME) != 0;
    return {facts.stx_ino,
            has_birth ? facts.stx_btime.tv_sec * nanoseconds + facts.stx_btime.tv_nsec : 0};
}

int move_file(int from, int to, const std::string& path) {
    return ::renameat(from, path.c_str(), to, path.c_str()) == 0 ? 0 : errno;
}

int remove_file(int folder, const std::string& path) {
    return ::unlinkat(folder, path.c_str(), 0) == 0 ? 0 : errno;
}

int make_folder(int parent, const std::string& path) {
    if (::mkdirat(parent, path.c_str(), folder_mode) == 0) {
        return 0;
    }
    struct stat status {};
    if (errno != EEXIST || ::fstatat(parent, path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return errno;
    }
    return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
}

int make_folders_above(int root, const std::string& path) {
    for (const std::string& folder : folders_of(path)) {
        if (const int error = make_folder(root, folder)) {
            return error;
        }
    }
    return 0;
}

bool is_mount_point(int parent, const std::string& path) {
    struct statx inner {};
    struct statx outer {};
    constexpr unsigned wanted = STATX_MNT_ID;
    if (::statx(parent, path.c_str(), AT_SYMLINK_NOFOLLOW, wanted, &inner) != 0 ||
        ::statx(parent, "", AT_EMPTY_PATH, wanted, &outer) != 0) {
        return false;
    }
    return inner.stx_mnt_id != outer.stx_mnt_id || inner.stx_dev_major != outer.stx_dev_major ||
           inner.stx_dev_minor != outer.stx_dev_minor;
}

void copy_permissions(int from, int to, const std::string& path) {
    const char* const name = path.c_str();
    struct stat wanted {};
    struct stat present {};
    if (::fstatat(from, name, &wanted, AT_SYMLINK_NOFOLLOW) != 0 ||
        ::fstatat(to, name, &present, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(wanted.st_mode) ||
        !S_ISDIR(present.st_mode)) {
        return;
    }
    // To give it to another user is only root's to do, and no reason to stop.
    if (wanted.st_uid != present.st_uid || wanted.st_gid != present.st_gid) {
        [[maybe_unused]] const int ignored =
            ::fchownat(to, name, wanted.st_uid, wanted.st_gid, AT_SYMLINK_NOFOLLOW);
    }
    if (wanted.st_mode != present.st_mode) {
        ::fchmodat(to, name, wanted.st_mode & 07777, 0);
    }
}

int flush(const Handle& folder) {
    return ::syncfs(folder.get()) == 0 ? 0 : errno;
}

}  // namespace puebla
