// How PageRecords keeps its records. Only the files that fill them include this:
// page_fields.cpp what every page has, entry_record.cpp what entries add, site_record.cpp the site.

#pragma once

#include "rendering/page_record.h"

namespace puebla {

// The records of one language.
struct LanguageRecords {
    std::vector<templates::Map> entries;  // by EntryIndex, with a page of its own or without
    templates::Map site;                  // without the menus, which differ from page to page
};

struct PageRecords::Parts {
    const Site& site;
    const PageSet& pages;
    const Theme& theme;
    std::vector<LanguageRecords> languages;
    std::vector<templates::Map> others;            // pages that show no entry, by PageIndex
    std::vector<std::vector<Relation>> relations;  // by target
    std::vector<std::vector<std::size_t>> ranks;   // by language and entry: its place in its order

    templates::Value entry(EntryIndex index, LanguageIndex language) const {
        return templates::Value::reference(languages[language].entries[index]);
    }
    const templates::Map& record_of(PageIndex index) const {
        const Page& page = pages.pages[index];
        return page.entry ? languages[page.language].entries[*page.entry] : others[index];
    }
    templates::Value link_to(PageIndex index) const;
    templates::Value menu(const std::vector<MenuItem>& items, PageIndex current) const;

    void relate();
    void fill_entry(EntryIndex index, LanguageIndex language);
    void fill_row(templates::Map& record, EntryIndex index, LanguageIndex language) const;
    void fill_other(PageIndex index);
    void fill_page(templates::Map& record, PageIndex index) const;
    void fill_site(LanguageIndex language);
    void fill_list(templates::Map& record, const Page& page) const;

    templates::Map referring(EntryIndex index, LanguageIndex language) const;
    templates::Value neighbour(EntryIndex index, LanguageIndex language, int step) const;
    templates::Map collection_map(CollectionIndex index, LanguageIndex language) const;
    templates::Value pagination(const Page& page) const;
    templates::Map totals(const Page& page) const;
    templates::List versions(const Page& page, PageIndex index) const;
    templates::List alternates(const Page& page) const;
    templates::Value title_value(const Page& page) const;
    templates::Value description(const Page& page) const;
};

}  // namespace puebla
