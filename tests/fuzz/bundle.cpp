#include "fuzz/bundle.h"

#include <algorithm>
#include <iterator>

namespace puebla::fuzz {

namespace {

constexpr std::string_view mark = "=== ";
constexpr std::size_t longest_name = 200;

bool can_be_a_name(std::string_view path) {
    if (path.size() > longest_name || path.find('\0') != std::string_view::npos) {
        return false;
    }
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t slash = std::min(path.find('/', at), path.size());
        const std::string_view step = path.substr(at, slash - at);
        if (step.empty() || step == "." || step == "..") {
            return false;
        }
        at = slash + 1;
    }
    return true;
}

// A file cannot be a folder too.
void drop_files_below_files(Files& files) {
    for (auto file = files.begin(); file != files.end(); ++file) {
        const std::string folder = file->first + "/";
        auto below = files.upper_bound(folder);
        while (below != files.end() && below->first.starts_with(folder)) {
            below = files.erase(below);
        }
    }
}

}  // namespace

Files unbundle(std::string_view bytes, const std::string& first_name) {
    Files files;
    std::string* text = bytes.starts_with(mark) ? nullptr : &files[first_name];
    while (!bytes.empty()) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        const std::string_view with_ending = bytes.substr(0, line.size() + 1);
        bytes.remove_prefix(with_ending.size());
        if (!line.starts_with(mark)) {
            if (text != nullptr) {
                *text += with_ending;
            }
            continue;
        }
        const std::string_view name = line.substr(mark.size());
        text = can_be_a_name(name) ? &files[std::string(name)] : nullptr;
        if (text != nullptr) {
            text->clear();
        }
    }
    drop_files_below_files(files);
    return files;
}

}  // namespace puebla::fuzz
