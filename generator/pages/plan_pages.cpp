#include "pages/plan_pages.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "pages/address_pattern.h"

namespace puebla {

namespace {

class Planner {
  public:
    Planner(const Site& site, Diagnostics& problems) : site_(site), problems_(problems) {
        const std::size_t languages = site.languages.size();
        set_.of_entry.assign(languages, std::vector<std::optional<PageIndex>>(site.entries.size()));
        set_.of_list.assign(languages,
                            std::vector<std::optional<PageIndex>>(site.collections.size()));
        set_.on_list = set_.of_entry;
        set_.home.resize(languages);
    }

    PageSet plan() {
        if (site_.languages.empty()) {
            return std::move(set_);
        }
        add_doorway();
        for (LanguageIndex language = 0; language < site_.languages.size(); ++language) {
            add_home(language);
            for (CollectionIndex index = 0; index < site_.collections.size(); ++index) {
                add_list(index, language);
                for (const EntryIndex entry : *site_.collections[index].entries.find(language)) {
                    add_entry(entry, language);
                }
            }
            add_not_found(language);
        }
        join_versions();
        for (Page& page : set_.pages) {
            page.breadcrumb = breadcrumb_of(page);
        }
        return std::move(set_);
    }

  private:
    std::string folder_of(LanguageIndex language) const {
        return site_.languages[language].code + "/";
    }

    // The page joins the site unless its address is taken; then both sources hear of it.
    std::optional<PageIndex> add(Page page, const Place& source) {
        const auto [first, fresh] =
            sources_.try_emplace(path_of(page.address), Source{source, page.entry});
        if (!fresh) {
            // Two entries of one title clash in every language: that is told of the first one.
            const std::optional<EntryIndex> other = first->second.entry;
            if (!other || !page.entry || clashes_.insert({*other, *page.entry}).second) {
                report_clash(page.address, first->second.place, source);
            }
            return std::nullopt;
        }
        set_.pages.push_back(std::move(page));
        return set_.pages.size() - 1;
    }

    void report_clash(const std::string& address, const Place& first, const Place& second) {
        const bool list =
            first.file.ends_with("/collection.json") || second.file.ends_with("/collection.json");
        const Message help =
            list ? say("change one of the addresses, or the slug of the entry",
                       "cambie una de las direcciones o el slug de la entrada")
                 : say("give one of them another slug in its record: \"slug\": {{…}}",
                       "dé otro slug a una de las dos en su registro: \"slug\": {{…}}");
        problems_.error("duplicate-address", second,
                        say("the address \"{}\" is already that of {}",
                            "la dirección «{}» ya es la de {}", address, first.file),
                        help);
        problems_.error("duplicate-address", first,
                        say("the address \"{}\" is also that of {}",
                            "la dirección «{}» es también la de {}", address, second.file),
                        help);
    }

    void add_doorway() {
        Page page;
        page.kind = PageKind::doorway;
        page.layout = "doorway";
        page.title = text_or_empty(site_.name, 0);
        add(std::move(page), {"content/site.json", {}});
    }

    void add_not_found(LanguageIndex language) {
        Page page;
        page.kind = PageKind::not_found;
        page.language = language;
        page.title_language = language;
        page.layout = "not-found";
        page.title = "404";
        page.address = folder_of(language) + "404.html";
        add(page, {"content/site.json", {}});
        if (language == 0) {
            page.address = "404.html";
            add(std::move(page), {"content/site.json", {}});
        }
    }

    void add_home(LanguageIndex language) {
        if (!site_.home) {
            return;
        }
        Page page = page_of(*site_.home, language);
        page.kind = PageKind::home;
        page.address = folder_of(language);
        if (page.layout == site_.collections[*page.collection].entry_layout &&
            !site_.entries[*site_.home].record.find("layout")) {
            page.layout = "home";
        }
        set_.home[language] = add(std::move(page), source_of(*site_.home, language));
        set_.of_entry[language][*site_.home] = set_.home[language];
    }

    void add_entry(EntryIndex index, LanguageIndex language) {
        const Entry& entry = site_.entries[index];
        const bool is_home = site_.home && *site_.home == index;
        if (is_home || !site_.collections[entry.collection].entry_address.find(language)) {
            return;
        }
        const auto address = fill_address(site_, entry, language, problems_);
        if (!address) {
            return;
        }
        Page page = page_of(index, language);
        page.address = folder_of(language) + *address;
        set_.of_entry[language][index] = add(std::move(page), source_of(index, language));
    }

    Page page_of(EntryIndex index, LanguageIndex language) const {
        const Entry& entry = site_.entries[index];
        Page page;
        page.language = language;
        page.entry = index;
        page.collection = entry.collection;
        page.layout =
            entry.record.string_at("layout", site_.collections[entry.collection].entry_layout);
        page.title_language = entry.title.language_for(language).value_or(language);
        page.title = text_or_empty(entry.title, language);
        page.available = entry.prose.empty() || entry.prose.find(language);
        page.body_language = entry.prose.language_for(language).value_or(language);
        return page;
    }

    Place source_of(EntryIndex index, LanguageIndex language) const {
        const Entry& entry = site_.entries[index];
        if (const Value* slug = entry.record.at("slug", site_.languages[language].code)) {
            return {entry.record_file, slug->span};
        }
        return {entry.record_file, entry.table_row ? entry.record.span : Span{}};
    }

    void add_list(CollectionIndex index, LanguageIndex language) {
        const Collection& collection = site_.collections[index];
        const PlacedText* address = collection.list_address.find(language);
        if (!address) {
            return;
        }
        const std::vector<EntryIndex>& entries = *collection.entries.find(language);
        const std::size_t size = collection.page_size == 0
                                     ? std::max<std::size_t>(entries.size(), 1)
                                     : collection.page_size;
        const std::size_t total = std::max<std::size_t>(1, (entries.size() + size - 1) / size);
        for (std::size_t number = 1; number <= total; ++number) {
            Page page;
            page.kind = PageKind::list;
            page.language = language;
            page.collection = index;
            page.layout = collection.list_layout;
            page.number = number;
            page.total = total;
            page.title = text_or_empty(collection.title, language);
            page.title_language = collection.title.language_for(language).value_or(language);
            page.address = folder_of(language) + address->text +
                           (number == 1 ? std::string() : std::to_string(number) + "/");
            const std::size_t begin = (number - 1) * size;
            const std::size_t end = std::min(begin + size, entries.size());
            page.entries.assign(entries.begin() + static_cast<std::ptrdiff_t>(begin),
                                entries.begin() + static_cast<std::ptrdiff_t>(end));
            const auto added = add(std::move(page), {collection.file, address->span});
            if (!added) {
                end_list(index, language, number - 1);
                return;
            }
            if (number == 1) {
                set_.of_list[language][index] = added;
            }
            for (const EntryIndex entry : set_.pages[*added].entries) {
                set_.on_list[language][entry] = added;
            }
        }
    }

    // The address of a later page was taken: the list is as long as what came before.
    void end_list(CollectionIndex index, LanguageIndex language, std::size_t total) {
        for (std::size_t number = 0; number < total; ++number) {
            set_.pages[*set_.of_list[language][index] + number].total = total;
        }
    }

    // The counterpart of a page is found by what it shows, never by its path.
    void join_versions() {
        for (PageIndex index = 0; index < set_.pages.size(); ++index) {
            Page& page = set_.pages[index];
            for (LanguageIndex language = 0; language < site_.languages.size(); ++language) {
                page.versions.push_back(version_in(page, index, language));
            }
        }
    }

    PageIndex version_in(const Page& page, PageIndex index, LanguageIndex language) const {
        std::optional<PageIndex> found;
        if (page.kind == PageKind::doorway || page.kind == PageKind::not_found) {
            found = set_.home[language];
        } else if (page.entry) {
            found = set_.of_entry[language][*page.entry];
        } else if (page.collection) {
            const auto first = set_.of_list[language][*page.collection];
            const bool as_long = first && page.number <= set_.pages[*first].total;
            found = as_long ? std::optional(*first + page.number - 1) : first;
        }
        if (language == page.language && page.kind != PageKind::doorway) {
            return index;
        }
        // Where its own version could not be made, the way leads to that language's home.
        return found.value_or(set_.home[language].value_or(index));
    }

    // Home, then the parents of the page, then the list of its collection.
    std::vector<PageIndex> breadcrumb_of(const Page& page) const {
        std::vector<PageIndex> upwards;
        const auto home = set_.home[page.language];
        const bool top = page.kind == PageKind::doorway || page.kind == PageKind::home;
        if (top || !home) {
            return upwards;
        }
        if (page.kind == PageKind::list && page.number > 1) {
            push(upwards, set_.of_list[page.language][*page.collection]);
        }
        std::optional<PlacedText> parent;
        if (page.entry && site_.entries[*page.entry].parent) {
            parent = site_.entries[*page.entry].parent;
        } else if (page.collection) {
            if (page.kind == PageKind::entry) {
                push(upwards, set_.of_list[page.language][*page.collection]);
            }
            parent = site_.collections[*page.collection].parent;
        }
        for (std::size_t steps = 0; parent && steps < deepest_breadcrumb; ++steps) {
            const auto entry = site_.entry_by_ref.find(parent->text);
            if (entry == site_.entry_by_ref.end() || page.entry == entry->second) {
                break;
            }
            push(upwards, set_.of_entry[page.language][entry->second]);
            parent = site_.entries[entry->second].parent;
        }
        if (upwards.empty() || upwards.back() != *home) {
            upwards.push_back(*home);
        }
        std::reverse(upwards.begin(), upwards.end());
        return upwards;
    }

    static void push(std::vector<PageIndex>& pages, const std::optional<PageIndex>& page) {
        if (page) {
            pages.push_back(*page);
        }
    }

    static std::string text_or_empty(const Localized<std::string>& text, LanguageIndex language) {
        const std::string* found = text.find_or_other(language);
        return found ? *found : "";
    }

    static constexpr std::size_t deepest_breadcrumb = 20;

    const Site& site_;
    Diagnostics& problems_;
    PageSet set_;
    struct Source {
        Place place;
        std::optional<EntryIndex> entry;
    };

    std::unordered_map<std::string, Source> sources_;  // by path: who asked for it first
    std::set<std::pair<EntryIndex, EntryIndex>> clashes_;
};

}  // namespace

PageSet plan_pages(const Site& site, Diagnostics& problems) {
    return Planner(site, problems).plan();
}

}  // namespace puebla
