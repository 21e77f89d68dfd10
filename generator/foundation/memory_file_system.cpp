#include <algorithm>

#include "foundation/file_system.h"

namespace puebla {

ReadResult MemoryFileSystem::read(const std::string& path) const {
    const auto found = files_.find(path);
    if (found == files_.end()) {
        return {std::nullopt, ReadFailure::missing};
    }
    return {found->second, {}};
}

std::vector<std::string> MemoryFileSystem::files_below(const std::string& folder) const {
    const std::string prefix = folder.empty() ? "" : folder + "/";
    std::vector<std::string> paths;
    for (auto file = files_.lower_bound(prefix);
         file != files_.end() && file->first.compare(0, prefix.size(), prefix) == 0; ++file) {
        paths.push_back(file->first);
    }
    return paths;
}

std::vector<std::string> MemoryFileSystem::folders_in(const std::string& folder) const {
    const std::size_t begin = folder.empty() ? 0 : folder.size() + 1;
    std::vector<std::string> names;
    for (const std::string& path : files_below(folder)) {
        const std::size_t slash = path.find('/', begin);
        const std::string name = path.substr(begin, slash - begin);
        if (slash != std::string::npos && (names.empty() || names.back() != name)) {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool MemoryFileSystem::exists(const std::string& path) const {
    return files_.count(path) > 0 || !files_below(path).empty();
}

}  // namespace puebla
