#include "model/site.h"

#include <algorithm>

namespace puebla {

const Entry* find_entry(const Site& site, const std::string& ref) {
    const auto found = site.entry_by_ref.find(ref);
    return found == site.entry_by_ref.end() ? nullptr : &site.entries[found->second];
}

const Collection* find_collection(const Site& site, const std::string& name) {
    const auto found = site.collection_by_name.find(name);
    return found == site.collection_by_name.end() ? nullptr : &site.collections[found->second];
}

std::optional<LanguageIndex> find_language(const Site& site, std::string_view code) {
    for (LanguageIndex index = 0; index < site.languages.size(); ++index) {
        if (site.languages[index].code == code) {
            return index;
        }
    }
    return std::nullopt;
}

Message suggest_entry(const Site& site, std::string_view typed) {
    return site.names.did_you_mean(typed, [](std::string_view) { return true; });
}

Message suggest_entry_of(const Site& site, const std::vector<std::string>& collections,
                         std::string_view typed) {
    return site.names.did_you_mean(typed, [&](std::string_view name) {
        const std::size_t slash = name.find('/');
        return slash != std::string_view::npos &&
               (collections.empty() || std::find(collections.begin(), collections.end(),
                                                 name.substr(0, slash)) != collections.end());
    });
}

bool is_unknown(const Site& site, const std::string& ref) {
    return !find_entry(site, ref) && !site.drafts.contains(ref) && !is_broken(site, ref);
}

bool is_broken(const Site& site, const std::string& ref) {
    return site.broken.contains(ref) || site.broken.contains(ref.substr(0, ref.find('/')));
}

}  // namespace puebla
