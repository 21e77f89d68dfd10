#include "model/site.h"

#include <algorithm>

#include "foundation/suggestion.h"

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
    std::vector<std::string_view> known;
    known.reserve(site.entries.size() + site.collections.size());
    for (const Entry& entry : site.entries) {
        known.push_back(entry.ref);
    }
    for (const Collection& collection : site.collections) {
        known.push_back(collection.name);
    }
    return did_you_mean_among(typed, known);
}

bool is_broken(const Site& site, const std::string& ref) {
    const std::string collection = ref.substr(0, ref.find('/'));
    return std::any_of(site.broken.begin(), site.broken.end(),
                       [&](const std::string& one) { return one == ref || one == collection; });
}

}  // namespace puebla
