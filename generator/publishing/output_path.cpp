#include "publishing/output_path.h"

#include <climits>

#include "foundation/utf8.h"
#include "publishing/manifest.h"

namespace puebla {

namespace {

bool is_safe_name(std::string_view name) {
    if (name.empty() || name == "." || name == ".." || name.size() > NAME_MAX) {
        return false;
    }
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\') {
            return false;
        }
    }
    return true;
}

// A path is used below other folders, whose own length must fit too.
constexpr std::size_t longest_path = PATH_MAX / 2;

}  // namespace

bool is_safe_path(std::string_view path) {
    if (path.size() > longest_path || path == manifest_name || first_invalid_byte(path)) {
        return false;
    }
    if (path.substr(0, path.find('/')) == inner_work_folder) {
        return false;
    }
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = path.find('/', begin);
        if (!is_safe_name(path.substr(begin, end - begin))) {
            return false;
        }
        if (end == std::string_view::npos) {
            return true;
        }
        begin = end + 1;
    }
}

bool is_reserved_for_owner(std::string_view path) {
    return path == "README.md" || path == ".gitignore";
}

std::vector<std::string> folders_of(std::string_view path) {
    std::vector<std::string> folders;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
        folders.emplace_back(path.substr(0, slash));
    }
    return folders;
}

}  // namespace puebla
