// What the content means: languages, collections, entries and how they refer to each other.
//
// Values refer to each other by index, so a Site can be copied and shared between threads.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "content/content_tree.h"
#include "foundation/diagnostics.h"
#include "foundation/json_schema.h"
#include "foundation/suggestion.h"
#include "foundation/value.h"
#include "locale/locale.h"
#include "model/field.h"
#include "model/localized.h"

namespace puebla {

using EntryIndex = std::size_t;
using CollectionIndex = std::size_t;

struct Language {
    std::string code;  // BCP 47, also the first step of its addresses: "es"
    std::string name;  // in itself: "Español"
    Locale locale;
};

// A text of collection.json whose mistakes are reported later, with its place.
struct PlacedText {
    std::string text;
    Span span;
};

enum class ProseRule { required, optional, none };

struct OrderKey {
    std::string field;  // a field of the record, or "title"
    bool descending = false;
};

struct Collection {
    std::string name;  // of its folder: "members"
    std::string file;  // its collection.json
    Localized<std::string> title;
    Localized<std::string> entry_name;
    Localized<std::string> intro;
    Localized<PlacedText> list_address;   // none: no list page
    Localized<PlacedText> entry_address;  // none: entries have no page of their own
    std::string list_layout = "list";
    std::string entry_layout = "entry";
    Span list_layout_span;  // of their names in its collection.json, where it gives them
    Span entry_layout_span;
    std::string title_field;
    std::string feed_field;
    std::optional<PlacedText> parent;  // "pages/about"
    ProseRule prose = ProseRule::required;
    std::vector<OrderKey> order;
    std::vector<std::string> totals;  // number fields of which the list shows the sum
    std::size_t page_size = 0;        // 0: all entries on one page
    std::vector<Field> fields;
    std::optional<JsonSchema> schema;            // of a record, for what the fields do not say
    std::vector<std::string> inverses;           // lists that other records give its entries
    Localized<std::vector<EntryIndex>> entries;  // in the order of each language
};

struct Prose {
    std::string file;
    std::string text;      // the whole file
    std::size_t body = 0;  // where it goes on after the title line
};

struct Entry {
    CollectionIndex collection = 0;
    std::string name;         // "mexico"
    std::string ref;          // "members/mexico"
    std::string record_file;  // where its record stands; its folder where it has none
    Value record;
    Localized<Prose> prose;
    Localized<std::string> title;  // missing where only another language has one
    Localized<std::string> slug;   // in every language
    std::optional<PlacedText> parent;
    std::vector<std::string> attachments;  // full paths in content/
    bool table_row = false;                // one of several records in one file
};

// One record names another.
struct Relation {
    EntryIndex from = 0;
    EntryIndex to = 0;
    std::string inverse;  // the list of `to` in which `from` stands; "" for none
};

// An item of a menu: an entry or the list of a collection.
struct MenuItem {
    std::optional<EntryIndex> entry;
    std::optional<CollectionIndex> collection;
    Localized<std::string> label;
};

struct Site {
    Localized<std::string> name;
    Localized<std::string> short_name;
    Localized<std::string> description;
    Localized<std::string> contact;
    Localized<std::string> licence;
    std::string base;  // "https://example.org/", with its last "/"
    std::string theme;
    Span theme_span;  // of its name in site.json
    Value options;    // for the theme
    PartialDate as_of;
    std::string as_of_text;
    std::vector<Language> languages;
    std::optional<EntryIndex> home;
    std::vector<MenuItem> navigation;
    std::vector<MenuItem> footer;

    std::vector<Collection> collections;  // by name
    std::vector<Entry> entries;           // by collection and name
    std::vector<Relation> relations;      // by `from`, in the order of the record

    std::unordered_map<std::string, EntryIndex> entry_by_ref;
    std::unordered_map<std::string, CollectionIndex> collection_by_name;
    std::unordered_set<std::string> drafts;  // refs of entries left out

    // Refs and collections whose files are broken: what points at them stays silent.
    std::unordered_set<std::string> broken;
    // The broken entries. No page shows them; their own references and links are still followed, so
    // that one run tells all that is wrong with them.
    std::vector<Entry> left_out;

    NameSet names;  // of all entries and collections, for suggestions
};

// Null where no such entry is published.
const Entry* find_entry(const Site& site, const std::string& ref);
const Collection* find_collection(const Site& site, const std::string& name);
std::optional<LanguageIndex> find_language(const Site& site, std::string_view code);

// "did you mean …" among everything a link may name: entries and collections.
Message suggest_entry(const Site& site, std::string_view typed);

// The same among the entries of some collections, or of all where none is given.
Message suggest_entry_of(const Site& site, const std::vector<std::string>& collections,
                         std::string_view typed);

// Whether a ref is that of no entry: not of a published one, a draft, or a broken one.
bool is_unknown(const Site& site, const std::string& ref);

// Whether a ref leads to something whose own mistake is already reported.
bool is_broken(const Site& site, const std::string& ref);

}  // namespace puebla
