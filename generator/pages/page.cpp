#include "pages/page.h"

#include <algorithm>

namespace puebla {

std::string path_of(const std::string& address) {
    const bool folder = address.empty() || address.back() == '/';
    return folder ? address + "index.html" : address;
}

std::string base_path(const std::string& base) {
    return base.substr(base.find('/', base.find("//") + 2));
}

std::string relative_address(const std::string& from, const std::string& to) {
    // What both share, up to the last common "/", needs no step.
    const std::string folder = from.substr(0, from.rfind('/') + 1);
    std::size_t common = 0;
    for (std::size_t i = 0; i < folder.size() && i < to.size() && folder[i] == to[i]; ++i) {
        if (folder[i] == '/') {
            common = i + 1;
        }
    }
    std::string result;
    const auto up =
        std::count(folder.begin() + static_cast<std::ptrdiff_t>(common), folder.end(), '/');
    for (auto i = up; i > 0; --i) {
        result += "../";
    }
    result += to.substr(common);
    return result.empty() ? "./" : result;
}

std::optional<EntryPlace> place_of(const Site& site, const PageSet& pages, EntryIndex entry,
                                   LanguageIndex language) {
    if (const auto own = pages.of_entry[language][entry]) {
        return EntryPlace{*own, ""};
    }
    if (const auto list = pages.on_list[language][entry]) {
        return EntryPlace{*list, site.entries[entry].name};
    }
    return std::nullopt;
}

}  // namespace puebla
