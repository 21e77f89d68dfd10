#include "pages/page.h"

namespace puebla {

std::string path_of(const std::string& address) {
    const bool folder = address.empty() || address.back() == '/';
    return folder ? address + "index.html" : address;
}

std::string base_path(const std::string& base) {
    return base.substr(base.find('/', base.find("//") + 2));
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
