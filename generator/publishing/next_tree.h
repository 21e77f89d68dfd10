// The tree that a build makes in its work folder, from which it is published.

#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

#include "publishing/arrangement.h"
#include "publishing/latecomers.h"
#include "publishing/output_folder.h"

namespace puebla {

// Begun by the first file that is written, so that a build without changes touches nothing. All
// functions give 0 or an errno.
class NextTree {
  public:
    // What was published before the present site is a good beginning: most files are in it already,
    // under the inodes of the present one.
    int begin(OutputFolder& folder, Diagnostics& problems);
    bool begun() const { return static_cast<bool>(root_); }
    const Handle& root() const { return root_; }

    // From several threads, for different paths.
    int write(OutputFolder& folder, const std::string& path, std::string_view bytes,
              Diagnostics& problems);

    // Makes the tree complete: links what does not change from the published folder and removes
    // what has no place in the arrangement. `failed_path` tells where it went wrong.
    int complete(const OutputFolder& folder, const Arrangement& arrangement,
                 std::string& failed_path);

  private:
    int make_folders_for(const OutputFolder& folder, const std::string& path);
    // Removes what has no place; what stays of the files is added to `present`.
    int remove_rest(const Arrangement& arrangement, std::unordered_set<std::string>& present,
                    std::string& failed_path);
    int link_from_live(const OutputFolder& folder, const std::string& path,
                       const std::unordered_set<std::string>& present);
    int link_owners(const OutputFolder& folder, const Arrangement& arrangement,
                    const std::unordered_set<std::string>& present, std::string& failed_path);
    void copy_all_permissions(const OutputFolder& folder, const Arrangement& arrangement);

    Handle root_;
    std::mutex lock_;                          // guards the beginning and the set below
    std::unordered_set<std::string> folders_;  // that are known to exist
    std::atomic<bool> ready_ = false;
};

}  // namespace puebla
