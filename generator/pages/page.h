// One page of the site in one language: where it lives, what it shows, what it links to.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/html.h"
#include "model/site.h"

namespace puebla {

using PageIndex = std::size_t;

enum class PageKind { doorway, home, entry, list, not_found };

struct Heading {
    std::string anchor;
    std::string title;
    int level = 2;
};

// The body of a page is written in the file of its prose. In the marks of the body, that file has
// the number of the page with this bit set; smaller numbers are files of the theme.
constexpr std::uint32_t written_in_prose = 0x80000000U;

// A link in a body whose fragment has still to be found on its target.
struct FragmentLink {
    PageIndex target = 0;
    std::string fragment;
    Place place;
};

struct Page {
    PageKind kind = PageKind::entry;
    LanguageIndex language = 0;  // of the doorway: the first one
    std::string address;         // "es/miembros/mexico/"; "" for the doorway; "es/404.html"
    std::string layout;

    std::optional<EntryIndex> entry;            // of a home or entry page
    std::optional<CollectionIndex> collection;  // of an entry or list page
    std::size_t number = 1;                     // of a list that has several pages
    std::size_t total = 1;
    std::vector<EntryIndex> entries;  // on this page of a list

    std::string title;
    LanguageIndex title_language = 0;   // differs where only another language has a title
    bool available = true;              // false: the text exists in another language only
    std::vector<PageIndex> versions;    // one per language, this page among them
    std::vector<PageIndex> breadcrumb;  // from the home page down, without this page

    // What fill_pages adds.
    std::shared_ptr<const Html> body;  // null where there is no prose
    LanguageIndex body_language = 0;
    std::vector<Heading> contents;
    std::vector<std::string> anchors;  // of the body, sorted
    std::string description;           // plain text
    std::vector<FragmentLink> fragment_links;
};

// All pages, and where to find them.
struct PageSet {
    std::vector<Page> pages;

    // By language, then entry or collection; null where there is no such page. A list's is its
    // first.
    std::vector<std::vector<std::optional<PageIndex>>> of_entry;
    std::vector<std::vector<std::optional<PageIndex>>> of_list;
    std::vector<std::optional<PageIndex>> home;  // by language

    // By language, then entry: the page of the list that shows it.
    std::vector<std::vector<std::optional<PageIndex>>> on_list;

    // Attachments that bodies link to, each once: the file in content/ and its address.
    std::vector<std::pair<std::string, std::string>> attachments;
};

// "es/miembros/mexico/" → "es/miembros/mexico/index.html"; an address of a file stays.
std::string path_of(const std::string& address);

// Where the site begins on its host: "https://example.org/portal/" → "/portal/".
std::string base_path(const std::string& base);

// Where an entry is shown in a language: its own page, or its place on the list of its collection.
struct EntryPlace {
    PageIndex page = 0;
    std::string anchor;  // "" for a page of its own
};
std::optional<EntryPlace> place_of(const Site& site, const PageSet& pages, EntryIndex entry,
                                   LanguageIndex language);

}  // namespace puebla
