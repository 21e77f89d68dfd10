#include "foundation/relative_address.h"

namespace puebla {

namespace {

// What both share up to a "/" needs no step.
std::size_t shared_folders(std::string_view folder, std::string_view path) {
    std::size_t shared = 0;
    for (std::size_t i = 0; i < folder.size() && i < path.size() && folder[i] == path[i]; ++i) {
        if (folder[i] == '/') {
            shared = i + 1;
        }
    }
    return shared;
}

// "a:b/" alone would be read as the scheme "a".
bool begins_like_a_scheme(std::string_view path) {
    return path.substr(0, path.find('/')).find(':') != std::string_view::npos;
}

}  // namespace

std::string relative_address(std::string_view from, std::string_view to) {
    const std::string_view folder = from.substr(0, from.rfind('/') + 1);
    const std::size_t shared = shared_folders(folder, to);
    std::string result;
    for (const char c : folder.substr(shared)) {
        result += c == '/' ? "../" : "";
    }
    const std::string_view down = to.substr(shared);
    if (result.empty() && (down.empty() || begins_like_a_scheme(down))) {
        result = "./";
    }
    return result.append(down);
}

}  // namespace puebla
