#include "model/order_entries.h"

#include <algorithm>
#include <variant>

namespace puebla {

namespace {

// What one entry is sorted by under one key; monostate where it has nothing.
using SortValue = std::variant<std::monostate, double, std::string>;

SortValue sort_value(const Site& site, const Entry& entry, const OrderKey& key,
                     LanguageIndex language) {
    const Locale& locale = site.languages[language].locale;
    const Field* field = find_field(site.collections[entry.collection].fields, key.field);
    if (key.field == "title" && !field) {
        const std::string* title = entry.title.find_or_other(language);
        return title ? SortValue(locale.sort_key(*title)) : SortValue();
    }
    const Value* value = entry.record.find(key.field);
    if (value && value->is_map()) {
        value = value->find(site.languages[language].code);
    }
    if (!value) {
        return {};
    }
    if (value->integer()) {
        return static_cast<double>(*value->integer());
    }
    if (value->real()) {
        return *value->real();
    }
    if (!value->is_string()) {
        return {};
    }
    // ISO 8601 dates sort as they are written; a month comes before its days.
    const bool date = field && field->format == FieldFormat::date;
    return date ? *value->string() : locale.sort_key(*value->string());
}

}  // namespace

void order_entries(Site& site) {
    for (LanguageIndex language = 0; language < site.languages.size(); ++language) {
        std::vector<std::vector<EntryIndex>> members(site.collections.size());
        for (EntryIndex index = 0; index < site.entries.size(); ++index) {
            members[site.entries[index].collection].push_back(index);
        }
        for (CollectionIndex at = 0; at < site.collections.size(); ++at) {
            Collection& collection = site.collections[at];
            // The last key is applied first; a stable sort keeps it where later ones are equal.
            for (std::size_t left = collection.order.size(); left > 0; --left) {
                const OrderKey& key = collection.order[left - 1];
                std::vector<std::pair<SortValue, EntryIndex>> keyed;
                for (const EntryIndex index : members[at]) {
                    keyed.emplace_back(sort_value(site, site.entries[index], key, language), index);
                }
                std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
                    if (a.first.index() == 0 || b.first.index() == 0) {
                        return a.first.index() > b.first.index();
                    }
                    return key.descending ? b.first < a.first : a.first < b.first;
                });
                std::transform(keyed.begin(), keyed.end(), members[at].begin(),
                               [](const auto& pair) { return pair.second; });
            }
            collection.entries.set(language, std::move(members[at]));
        }
    }
}

}  // namespace puebla
