#include <algorithm>

#include "exports/formats.h"
#include "exports/xml_writer.h"

namespace puebla {

namespace {

struct FeedEntry {
    std::string date;  // as the record has it: "2024-09"
    const Page* page = nullptr;
};

// RFC 3339 wants a whole day: a month or a year counts from its first.
std::string timestamp(const std::string& date) {
    const auto parsed = parse_date(date);
    if (!parsed) {
        return "1970-01-01T00:00:00Z";
    }
    return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", parsed->year, std::max(parsed->month, 1),
                       std::max(parsed->day, 1));
}

std::vector<FeedEntry> newest_entries(const Site& site, const PageSet& pages,
                                      LanguageIndex language) {
    std::vector<FeedEntry> entries;
    for (EntryIndex index = 0; index < site.entries.size(); ++index) {
        const Entry& entry = site.entries[index];
        const std::string& field = site.collections[entry.collection].feed_field;
        const auto page = pages.of_entry[language][index];
        const Value* date = field.empty() ? nullptr : entry.record.find(field);
        if (page && date && date->is_string() && pages.pages[*page].available) {
            entries.push_back({*date->string(), &pages.pages[*page]});
        }
    }
    std::sort(entries.begin(), entries.end(), [](const FeedEntry& a, const FeedEntry& b) {
        return a.date != b.date ? a.date > b.date : a.page->address < b.page->address;
    });
    entries.resize(std::min(entries.size(), longest_feed));
    return entries;
}

std::string text_in(const Localized<std::string>& text, LanguageIndex language) {
    const std::string* found = text.find_or_other(language);
    return found ? *found : "";
}

void write_entry(XmlWriter& xml, const Site& site, const FeedEntry& entry) {
    const std::string address = site.base + entry.page->address;
    xml.open("entry");
    xml.element("title", entry.page->title);
    xml.element("id", address);
    xml.element("updated", timestamp(entry.date));
    xml.empty_element("link", {{"rel", "alternate"}, {"type", "text/html"}, {"href", address}});
    if (!entry.page->description.empty()) {
        xml.element("summary", entry.page->description);
    }
    xml.close();
}

}  // namespace

std::string atom_feed(const Site& site, const PageSet& pages, LanguageIndex language) {
    const std::string& code = site.languages[language].code;
    const std::string home = site.base + code + "/";
    const std::string self = home + "feed.xml";
    const std::vector<FeedEntry> entries = newest_entries(site, pages, language);

    XmlWriter xml;
    xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", code}});
    xml.element("title", text_in(site.name, language));
    if (const std::string subtitle = text_in(site.description, language); !subtitle.empty()) {
        xml.element("subtitle", subtitle);
    }
    xml.element("id", self);
    xml.element("updated", timestamp(entries.empty() ? site.as_of_text : entries.front().date));
    xml.empty_element("link", {{"rel", "self"}, {"type", "application/atom+xml"}, {"href", self}});
    xml.empty_element("link", {{"rel", "alternate"}, {"type", "text/html"}, {"href", home}});
    xml.open("author");
    xml.element("name", text_in(site.name, language));
    xml.close();
    xml.element("generator", "Puebla");
    for (const FeedEntry& entry : entries) {
        write_entry(xml, site, entry);
    }
    xml.close();
    return xml.finish();
}

}  // namespace puebla
