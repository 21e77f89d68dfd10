#include "rendering/page_record_parts.h"
#include "rendering/record_values.h"

namespace puebla {

using templates::Address;
using templates::List;
using templates::Map;
using TemplateValue = templates::Value;

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
        TemplateValue intro =
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

}  // namespace puebla
