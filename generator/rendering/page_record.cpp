#include "rendering/page_record.h"

#include <algorithm>

#include "rendering/record_values.h"

namespace puebla {

using templates::Address;
using templates::List;
using templates::Map;
using TemplateValue = templates::Value;

// The records of one language.
struct LanguageRecords {
    std::vector<Map> entries;  // by EntryIndex: where an entry is shown, with or without own page
    Map site;                  // without the menus, which differ from page to page
};

struct PageRecords::Parts {
    const Site& site;
    const PageSet& pages;
    const Theme& theme;
    std::vector<LanguageRecords> languages;
    std::vector<Map> others;                       // pages that show no entry, by PageIndex
    std::vector<std::vector<Relation>> relations;  // by target
    std::vector<std::vector<std::size_t>> ranks;   // by language and entry: its place in its order

    TemplateValue entry(EntryIndex index, LanguageIndex language) const {
        return TemplateValue::reference(languages[language].entries[index]);
    }
    const Map& record_of(PageIndex index) const {
        const Page& page = pages.pages[index];
        return page.entry ? languages[page.language].entries[*page.entry] : others[index];
    }
    TemplateValue link_to(PageIndex index) const;
    TemplateValue menu(const std::vector<MenuItem>& items, PageIndex current) const;

    void relate();
    void fill_entry(EntryIndex index, LanguageIndex language);
    void fill_row(Map& record, EntryIndex index, LanguageIndex language) const;
    void fill_other(PageIndex index);
    void fill_page(Map& record, PageIndex index) const;
    void fill_site(LanguageIndex language);
    void fill_list(Map& record, const Page& page) const;

    Map referring(EntryIndex index, LanguageIndex language) const;
    TemplateValue neighbour(EntryIndex index, LanguageIndex language, int step) const;
    Map collection_map(CollectionIndex index, LanguageIndex language) const;
    TemplateValue pagination(const Page& page) const;
    Map totals(const Page& page) const;
    List versions(const Page& page, PageIndex index) const;
    List alternates(const Page& page) const;
    TemplateValue title_value(const Page& page) const;
    TemplateValue description(const Page& page) const;
};

namespace {

const char* kind_text(PageKind kind) {
    switch (kind) {
        case PageKind::doorway:
            return "doorway";
        case PageKind::home:
            return "home";
        case PageKind::entry:
            return "entry";
        case PageKind::list:
            return "list";
        case PageKind::not_found:
            return "not-found";
    }
    return "entry";
}

List contents_list(const Page& page) {
    List contents;
    for (const Heading& heading : page.contents) {
        contents.push_back(
            Map{{"title", heading.title}, {"anchor", heading.anchor}, {"level", heading.level}});
    }
    return contents;
}

}  // namespace

TemplateValue PageRecords::Parts::title_value(const Page& page) const {
    if (page.title_language == page.language) {
        return page.title;
    }
    const Language& other = site.languages[page.title_language];
    return templates::ForeignText{page.title, other.code, other.locale.right_to_left()};
}

TemplateValue PageRecords::Parts::link_to(PageIndex index) const {
    return Map{{"title", title_value(pages.pages[index])},
               {"url", Address{pages.pages[index].address}}};
}

// A record's own summary, else the first paragraph, else what the site says of itself.
TemplateValue PageRecords::Parts::description(const Page& page) const {
    if (page.entry) {
        const Entry& entry = site.entries[*page.entry];
        const Field* field = find_field(site.collections[entry.collection].fields, "summary");
        const Value* summary = entry.record.find("summary");
        if (field && summary) {
            return field_value(*field, *summary, {site, page.language, {}});
        }
    }
    if (!page.description.empty()) {
        if (page.body_language == page.language) {
            return page.description;
        }
        const Language& other = site.languages[page.body_language];
        return templates::ForeignText{page.description, other.code, other.locale.right_to_left()};
    }
    if (page.kind == PageKind::list) {
        const TemplateValue intro =
            text_value(site, site.collections[*page.collection].intro, page.language);
        if (!intro.is(templates::Kind::none)) {
            return intro;
        }
    }
    return page.kind == PageKind::entry ? TemplateValue()
                                        : text_value(site, site.description, page.language);
}

List PageRecords::Parts::versions(const Page& page, PageIndex index) const {
    List list;
    for (LanguageIndex language = 0; language < site.languages.size(); ++language) {
        const Page& version = pages.pages[page.versions[language]];
        list.push_back(Map{{"language", language_map(site.languages[language])},
                           {"url", Address{version.address}},
                           {"title", version.title},
                           {"page", TemplateValue::reference(record_of(page.versions[language]))},
                           {"current", page.versions[language] == index},
                           {"available", version.available}});
    }
    return list;
}

// Only real versions, each naming all others; the doorway and the home pages name the doorway for
// readers of any other language.
List PageRecords::Parts::alternates(const Page& page) const {
    List list;
    if (page.kind == PageKind::not_found || !page.available) {
        return list;
    }
    for (LanguageIndex language = 0; language < site.languages.size(); ++language) {
        const Page& version = pages.pages[page.versions[language]];
        if (version.available) {
            list.push_back(Map{{"code", site.languages[language].code},
                               {"href", site.base + version.address}});
        }
    }
    if (page.kind == PageKind::doorway || page.kind == PageKind::home) {
        list.push_back(Map{{"code", "x-default"}, {"href", site.base}});
    }
    return list;
}

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

TemplateValue PageRecords::Parts::pagination(const Page& page) const {
    if (page.kind != PageKind::list || page.total < 2) {
        return {};
    }
    const PageIndex first = *pages.of_list[page.language][*page.collection];
    const auto url = [&](std::size_t number) -> TemplateValue {
        return number < 1 || number > page.total
                   ? TemplateValue()
                   : TemplateValue(Address{pages.pages[first + number - 1].address});
    };
    List all;
    for (std::size_t number = 1; number <= page.total; ++number) {
        all.push_back(
            Map{{"number", number}, {"url", url(number)}, {"current", number == page.number}});
    }
    return Map{{"number", page.number},
               {"total", page.total},
               {"previous", url(page.number - 1)},
               {"next", url(page.number + 1)},
               {"pages", std::move(all)}};
}

// Exact sums over the whole collection: whole numbers never pass through a real.
Map PageRecords::Parts::totals(const Page& page) const {
    Map result;
    const Collection& collection = site.collections[*page.collection];
    for (const std::string& name : collection.totals) {
        std::int64_t sum = 0;
        for (const EntryIndex index : *collection.entries.find(page.language)) {
            const Value* value = site.entries[index].record.find(name);
            sum += value && value->integer() ? *value->integer() : 0;
        }
        result.set(name, sum);
    }
    return result;
}

void PageRecords::Parts::fill_list(Map& record, const Page& page) const {
    List entries;
    for (const EntryIndex index : page.entries) {
        entries.push_back(entry(index, page.language));
    }
    record.set("entries", std::move(entries));
    record.set("pagination", pagination(page));
    record.set("totals", page.kind == PageKind::list ? totals(page) : Map());
}

// What every page has, whatever it shows.
void PageRecords::Parts::fill_page(Map& record, PageIndex index) const {
    const Page& page = pages.pages[index];
    List breadcrumb;
    for (const PageIndex step : page.breadcrumb) {
        breadcrumb.push_back(link_to(step));
    }
    record.set("kind", kind_text(page.kind));
    record.set("layout", page.layout);
    record.set("title", title_value(page));
    record.set("url", Address{page.address});
    record.set("canonical", page.kind == PageKind::not_found
                                ? TemplateValue()
                                : TemplateValue(site.base + page.address));
    record.set("language", language_map(site.languages[page.language]));
    record.set("description", description(page));
    record.set("body", page.body ? TemplateValue(*page.body) : TemplateValue());
    record.set("body_language",
               page.body && page.body_language != page.language
                   ? TemplateValue(language_map(site.languages[page.body_language]))
                   : TemplateValue());
    record.set("missing_translation", !page.available);
    record.set("contents", contents_list(page));
    record.set("breadcrumb", std::move(breadcrumb));
    record.set("versions", versions(page, index));
    record.set("alternates", alternates(page));
    fill_list(record, page);
}

void PageRecords::Parts::fill_other(PageIndex index) {
    Map& record = others[index];
    const Page& page = pages.pages[index];
    fill_page(record, index);
    record.set("name", TemplateValue());
    record.set("ref", TemplateValue());
    record.set("anchor", TemplateValue());
    record.set("record", Map());
    record.set("facts", List());
    record.set("referring", Map());
    record.set("previous", TemplateValue());
    record.set("next", TemplateValue());
    record.set("collection", page.collection
                                 ? TemplateValue(collection_map(*page.collection, page.language))
                                 : TemplateValue());
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

void PageRecords::Parts::relate() {
    relations.resize(site.entries.size());
    for (const Relation& relation : site.relations) {
        relations[relation.to].push_back(relation);
    }
    ranks.assign(site.languages.size(), std::vector<std::size_t>(site.entries.size()));
    for (LanguageIndex language = 0; language < site.languages.size(); ++language) {
        for (const Collection& collection : site.collections) {
            const std::vector<EntryIndex>& order = *collection.entries.find(language);
            for (std::size_t rank = 0; rank < order.size(); ++rank) {
                ranks[language][order[rank]] = rank;
            }
        }
    }
}

PageRecords::PageRecords(const Site& site, const PageSet& pages, const Theme& theme)
    : parts_(new Parts{site, pages, theme, {}, {}, {}, {}}) {
    parts_->relate();
    // All records exist before the first is filled, since they refer to each other.
    parts_->languages.resize(site.languages.size());
    for (LanguageRecords& records : parts_->languages) {
        records.entries.resize(site.entries.size());
    }
    parts_->others.resize(pages.pages.size());
    for (LanguageIndex language = 0; language < site.languages.size(); ++language) {
        for (EntryIndex index = 0; index < site.entries.size(); ++index) {
            parts_->fill_entry(index, language);
        }
        parts_->fill_site(language);
    }
    for (PageIndex index = 0; index < pages.pages.size(); ++index) {
        if (!pages.pages[index].entry) {
            parts_->fill_other(index);
        }
    }
}

PageRecords::~PageRecords() = default;

Map PageRecords::variables_for(PageIndex index) const {
    Map site = parts_->languages[parts_->pages.pages[index].language].site;
    site.set("navigation", parts_->menu(parts_->site.navigation, index));
    site.set("footer", parts_->menu(parts_->site.footer, index));
    return Map{{"page", TemplateValue::reference(parts_->record_of(index))},
               {"site", std::move(site)}};
}

}  // namespace puebla
