#include <algorithm>

#include "rendering/page_record_parts.h"
#include "rendering/record_values.h"

namespace puebla {

using templates::Address;
using templates::List;
using templates::Map;
using TemplateValue = templates::Value;

Map PageRecords::Parts::collection_map(CollectionIndex index, LanguageIndex language) const {
    const Collection& collection = site.collections[index];
    const auto list = pages.of_list[language][index];
    List entries;
    for (const EntryIndex entry_index : *collection.entries.find(language)) {
        entries.push_back(entry(entry_index, language));
    }
    const auto count = entries.size();
    return Map{{"name", collection.name},
               {"title", text_value(site, collection.title, language)},
               {"url", list ? TemplateValue(Address{pages.pages[*list].address}) : TemplateValue()},
               {"entry_name", text_value(site, collection.entry_name, language)},
               {"intro", text_value(site, collection.intro, language)},
               {"entries", std::move(entries)},
               {"count", count}};
}

void PageRecords::Parts::fill_site(LanguageIndex language) {
    Map& record = languages[language].site;
    Map collections;
    for (CollectionIndex index = 0; index < site.collections.size(); ++index) {
        collections.set(site.collections[index].name, collection_map(index, language));
    }
    List all_languages;
    for (LanguageIndex other = 0; other < site.languages.size(); ++other) {
        Map one = language_map(site.languages[other]);
        const auto home = pages.home[other];
        one.set("home",
                home ? TemplateValue(Address{pages.pages[*home].address}) : TemplateValue());
        all_languages.push_back(std::move(one));
    }
    Map options;
    for (const auto& [name, value] : theme.options) {
        options.set(name, plain_value(value));
    }
    std::vector<std::pair<std::string, EntryIndex>> by_title;
    for (EntryIndex index = 0; index < site.entries.size(); ++index) {
        if (place_of(site, pages, index, language)) {
            const std::string& title = *site.entries[index].title.find_or_other(language);
            by_title.emplace_back(site.languages[language].locale.sort_key(title), index);
        }
    }
    std::sort(by_title.begin(), by_title.end());
    List all_pages;
    for (const auto& [key, index] : by_title) {
        all_pages.push_back(entry(index, language));
    }
    const auto home = pages.home[language];
    record.set("name", text_value(site, site.name, language));
    record.set("short_name", text_value(site, site.short_name, language));
    record.set("description", text_value(site, site.description, language));
    record.set("contact", text_value(site, site.contact, language));
    record.set("licence", text_value(site, site.licence, language));
    record.set("as_of", site.as_of_text);
    record.set("options", std::move(options));
    record.set("generator", "Puebla");
    record.set("home", home ? TemplateValue::reference(record_of(*home)) : TemplateValue());
    record.set("collections", std::move(collections));
    record.set("pages", std::move(all_pages));
    record.set("languages", std::move(all_languages));
    record.set("feed", Address{site.languages[language].code + "/feed.xml"});
}

TemplateValue PageRecords::Parts::menu(const std::vector<MenuItem>& items,
                                       PageIndex current) const {
    const Page& page = pages.pages[current];
    List list;
    for (const MenuItem& item : items) {
        std::optional<PageIndex> target;
        if (item.collection) {
            target = pages.of_list[page.language][*item.collection];
        } else if (const auto place = place_of(site, pages, *item.entry, page.language)) {
            target = place->page;
        }
        if (!target) {
            continue;
        }
        const TemplateValue label = text_value(site, item.label, page.language);
        const bool inside = std::find(page.breadcrumb.begin(), page.breadcrumb.end(), *target) !=
                            page.breadcrumb.end();
        list.push_back(Map{
            {"title", label.is(templates::Kind::none) ? title_value(pages.pages[*target]) : label},
            {"url", Address{pages.pages[*target].address}},
            {"current", *target == current},
            {"inside", inside}});
    }
    return list;
}

}  // namespace puebla
