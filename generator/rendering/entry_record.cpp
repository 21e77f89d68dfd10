#include <algorithm>

#include "rendering/page_record_parts.h"
#include "rendering/record_values.h"

namespace puebla {

using templates::Address;
using templates::List;
using templates::Map;
using TemplateValue = templates::Value;

// Groups what is known of an entry from other records, in the order of those records' collections.
Map PageRecords::Parts::referring(EntryIndex index, LanguageIndex language) const {
    Map result;
    for (const std::string& inverse : site.collections[site.entries[index].collection].inverses) {
        std::vector<EntryIndex> from;
        for (const Relation& relation : relations[index]) {
            if (relation.inverse == inverse) {
                from.push_back(relation.from);
            }
        }
        std::sort(from.begin(), from.end(), [&](EntryIndex a, EntryIndex b) {
            const CollectionIndex of_a = site.entries[a].collection;
            const CollectionIndex of_b = site.entries[b].collection;
            return of_a != of_b ? of_a < of_b : ranks[language][a] < ranks[language][b];
        });
        from.erase(std::unique(from.begin(), from.end()), from.end());
        List list;
        for (const EntryIndex one : from) {
            list.push_back(entry(one, language));
        }
        result.set(inverse, std::move(list));
    }
    return result;
}

TemplateValue PageRecords::Parts::neighbour(EntryIndex index, LanguageIndex language,
                                            int step) const {
    const auto& order = *site.collections[site.entries[index].collection].entries.find(language);
    const auto rank = static_cast<std::ptrdiff_t>(ranks[language][index]) + step;
    if (rank < 0 || rank >= static_cast<std::ptrdiff_t>(order.size())) {
        return {};
    }
    return entry(order[static_cast<std::size_t>(rank)], language);
}

// An entry without a page of its own is a row of its collection's list.
void PageRecords::Parts::fill_row(Map& record, EntryIndex index, LanguageIndex language) const {
    const Localized<std::string>& title = site.entries[index].title;
    const auto url_in = [&](LanguageIndex one) -> TemplateValue {
        const auto where = place_of(site, pages, index, one);
        return where
                   ? TemplateValue(Address{pages.pages[where->page].address + "#" + where->anchor})
                   : TemplateValue();
    };
    List rows;
    for (LanguageIndex one = 0; one < site.languages.size(); ++one) {
        rows.push_back(Map{{"language", language_map(site.languages[one])},
                           {"url", url_in(one)},
                           {"title", text_value(site, title, one)},
                           {"page", entry(index, one)},
                           {"current", one == language},
                           {"available", title.find(one) != nullptr}});
    }
    record.set("kind", "entry");
    record.set("layout", TemplateValue());
    record.set("title", text_value(site, title, language));
    record.set("url", url_in(language));
    record.set("canonical", TemplateValue());
    record.set("language", language_map(site.languages[language]));
    record.set("description", TemplateValue());
    record.set("body", TemplateValue());
    record.set("body_language", TemplateValue());
    record.set("missing_translation", false);
    record.set("contents", List());
    record.set("breadcrumb", List());
    record.set("versions", std::move(rows));
    record.set("alternates", List());
    record.set("entries", List());
    record.set("pagination", TemplateValue());
    record.set("totals", Map());
}

void PageRecords::Parts::fill_entry(EntryIndex index, LanguageIndex language) {
    Map& record = languages[language].entries[index];
    const Entry& one = site.entries[index];
    const Collection& collection = site.collections[one.collection];
    const auto where = place_of(site, pages, index, language);
    record.set("name", one.name);
    record.set("ref", one.ref);
    record.set("anchor",
               where && !where->anchor.empty() ? TemplateValue(where->anchor) : TemplateValue());
    if (where && where->anchor.empty()) {
        fill_page(record, where->page);
    } else {
        fill_row(record, index, language);
    }
    const RecordContext context{site, language,
                                [&](EntryIndex other) { return entry(other, language); }};
    record.set("record", record_map(collection.fields, one.record, context));
    record.set("facts", facts_of(collection.fields, one.record, context));
    record.set("referring", referring(index, language));
    record.set("previous", neighbour(index, language, -1));
    record.set("next", neighbour(index, language, 1));
    const auto list = pages.of_list[language][one.collection];
    record.set(
        "collection",
        Map{{"name", collection.name},
            {"title", text_value(site, collection.title, language)},
            {"url", list ? TemplateValue(Address{pages.pages[*list].address}) : TemplateValue()},
            {"entry_name", text_value(site, collection.entry_name, language)}});
}

}  // namespace puebla
