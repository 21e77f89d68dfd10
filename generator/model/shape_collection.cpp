#include "model/shape_collection.h"

#include <algorithm>

#include "foundation/suggestion.h"
#include "model/check_schema.h"
#include "model/field_use.h"
#include "model/read_fields.h"
#include "model/record_schema.h"
#include "model/wrong_type.h"

namespace puebla {

namespace {

const std::vector<std::string>& setting_names() {
    static const std::vector<std::string> names = {
        "$schema", "$ref",  "name",  "entry_name", "intro", "parent", "address", "layout",
        "title",   "prose", "order", "page_size",  "feed",  "totals", "record"};
    return names;
}

Localized<std::string> localized_at(const Value& object, std::string_view name, const Message& what,
                                    const Settings& settings) {
    const Value* value = object.find(name);
    if (!value) {
        return {};
    }
    return read_full_text(*value, what, settings);
}

// What stands in braces is judged when it is filled.
bool has_plain_letters(std::string_view address) {
    bool in_braces = false;
    char before = '/';
    for (const char c : address) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/' ||
                           (c == '.' && before != '/');
        in_braces = c == '{' || (in_braces && c != '}');
        if (!plain && !in_braces && c != '}') {
            return false;
        }
        before = c;
    }
    return true;
}

// A pattern that grows without measure when it is filled: a long one, or one that holds the address
// of the parent, which may hold that of its own, more than once.
bool is_excessive(std::string_view address) {
    constexpr std::size_t longest = 200;
    constexpr std::string_view parent = "{parent}";
    const std::size_t first = address.find(parent);
    return address.size() > longest ||
           (first != std::string_view::npos &&
            address.find(parent, first + parent.size()) != std::string_view::npos);
}

// One of the wrong kind, or under a name that is nearly the language's, is reported already.
void report_missing_address(const Value& address, const std::string& language,
                            const Settings& settings) {
    const Value* written = address.find(language);
    if ((written && !written->is_string()) ||
        (!written && is_misspelt(address, settings.languages, language))) {
        return;
    }
    settings.problems.error(
        "bad-setting", settings.place_of(written ? written->span : head_of(address)),
        say("this address is missing in \"{}\"", "falta esta dirección en «{}»", language),
        say("write it like \"members/\", in every language of the site",
            "escríbala como \"miembros/\", en cada idioma del sitio"));
}

// An address in every language; one that lacks a language is an error, since a page must be
// somewhere.
Localized<PlacedText> address_at(const Value& settings_value, std::string_view name,
                                 const Settings& settings) {
    Localized<PlacedText> result;
    const Value* value = settings_value.at("address", name);
    if (!value) {
        return result;
    }
    const Localized<std::string> texts = read_localized(*value, settings);
    for (LanguageIndex language = 0; value->is_map() && language < settings.languages.size();
         ++language) {
        const std::string& code = settings.languages[language];
        const std::string* text = texts.find(language);
        if (!text) {
            report_missing_address(*value, code, settings);
            continue;
        }
        const Value* written = value->find(code);
        if (text->front() == '/' || text->back() != '/' || text->find("//") != std::string::npos) {
            settings.problems.error(
                "bad-setting", settings.place_of(written->span),
                say("an address ends with one / and does not begin with one",
                    "una dirección termina con una sola / y no empieza con ninguna"),
                say("write it like \"members/{{slug}}/\"",
                    "escríbala como \"miembros/{{slug}}/\""));
            continue;
        }
        if (!has_plain_letters(*text)) {
            settings.problems.error(
                "bad-setting", settings.place_of(written->span),
                say("an address consists of letters without accents, digits, \"-\", \"_\" and "
                    "\".\", and no step of it begins with \".\"",
                    "una dirección consta de letras sin tildes, dígitos, «-», «_» y «.», y ninguno "
                    "de sus pasos comienza con «.»"),
                say("write it like \"members/{{slug}}/\"",
                    "escríbala como \"miembros/{{slug}}/\""));
            continue;
        }
        if (is_excessive(*text)) {
            settings.problems.error(
                "bad-setting", settings.place_of(written->span),
                say("this address is too long, or names {{parent}} twice",
                    "esta dirección es demasiado larga o nombra {{parent}} dos veces"),
                say("write it like \"{{parent}}{{slug}}/\"",
                    "escríbala como \"{{parent}}{{slug}}/\""));
            continue;
        }
        result.set(language, {*text, written->span});
    }
    return result;
}

ProseRule prose_rule(const Value& value, const Settings& settings) {
    const std::vector<std::string> rules = {"required", "optional", "none"};
    if (const Value* written = value.find("prose"); written && !written->is_string()) {
        settings.problems.error(
            "wrong-type", settings.place_of(head_of(*written)),
            say("this must be a text, not {}", "esto debe ser un texto, no {}", kind_of(*written)),
            say("write \"required\", \"optional\" or \"none\"",
                "escriba \"required\", \"optional\" o \"none\""));
        return ProseRule::optional;
    }
    const std::string rule = read_text_at(value, "prose", settings, "required");
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) {
        settings.problems.error(
            "bad-setting", settings.place_of(value.find("prose")->span),
            say("there is no prose rule \"{}\"", "no existe la regla «{}»", rule),
            did_you_mean(rule, rules));
        return ProseRule::optional;  // so that no text is said to be missing
    }
    return rule == "none"       ? ProseRule::none
           : rule == "optional" ? ProseRule::optional
                                : ProseRule::required;
}

// Where the text number `index` of a list stands; the setting itself where it is no list.
const Value* item_at(const Value* list, std::size_t index) {
    return list && list->list() && index < list->list()->size() ? &(*list->list())[index] : list;
}

void read_order(Collection& collection, const Value& value, const Settings& settings) {
    const std::vector<std::string> keys = read_texts_at(value, "order", settings);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool descending = keys[i].starts_with('-');
        std::string key = keys[i].substr(descending ? 1 : 0);
        check_field_use(key, item_at(value.find("order"), i), FieldUse::order, collection,
                        settings);
        collection.order.push_back({std::move(key), descending});
    }
    if (collection.order.empty()) {
        collection.order.push_back({"title", false});
    }
}

void read_totals(Collection& collection, const Value& value, const Settings& settings) {
    collection.totals = read_texts_at(value, "totals", settings);
    for (std::size_t i = 0; i < collection.totals.size(); ++i) {
        check_field_use(collection.totals[i], item_at(value.find("totals"), i), FieldUse::totals,
                        collection, settings);
    }
}

// Records are judged by a schema that is right: what is wrong in it would be said of each of them.
void read_schema(Collection& collection, const Value& record, const Settings& settings) {
    const std::size_t errors = settings.problems.count(Severity::error);
    check_schema(record, settings);
    collection.fields = read_fields(record, settings);
    if (settings.problems.count(Severity::error) > errors) {
        return;
    }
    std::string reason;
    collection.schema = JsonSchema::make(closed_schema(record, collection.fields), reason);
    if (!collection.schema) {
        settings.problems.error("bad-setting", settings.place_of(head_of(record)),
                                say("this is not a JSON Schema", "esto no es un JSON Schema"),
                                say("compare it with draft 7 of JSON Schema",
                                    "compárelo con el borrador 7 de JSON "
                                    "Schema"));
    }
}

void read_layouts(Collection& collection, const Value& value, const Settings& settings) {
    if (const Value* layout = value.find("layout")) {
        check_names(*layout, {"list", "entry"}, say("\"layout\" has", "«layout» no tiene"),
                    settings);
        collection.list_layout = read_text_at(*layout, "list", settings, collection.list_layout);
        collection.entry_layout = read_text_at(*layout, "entry", settings, collection.entry_layout);
        const Value* list = layout->find("list");
        const Value* entry = layout->find("entry");
        collection.list_layout_span = list != nullptr ? list->span : Span{};
        collection.entry_layout_span = entry != nullptr ? entry->span : Span{};
    }
}

// The settings that name fields of the records.
void read_field_settings(Collection& collection, const Value& value, const Settings& settings) {
    collection.title_field = read_text_at(value, "title", settings);
    check_field_use(collection.title_field, value.find("title"), FieldUse::title, collection,
                    settings);
    collection.feed_field = read_text_at(value, "feed", settings);
    check_field_use(collection.feed_field, value.find("feed"), FieldUse::feed, collection,
                    settings);
    read_totals(collection, value, settings);
    read_order(collection, value, settings);
}

void read_page_size(Collection& collection, const Value& size, const Settings& settings) {
    if (!size.integer()) {
        report_wrong_type(size, Wanted::whole_number, settings);
    } else if (*size.integer() < 1) {
        settings.problems.error("out-of-range", settings.place_of(size.span),
                                say("this must be 1 or more", "esto debe ser 1 o más"));
    } else {
        collection.page_size = static_cast<std::size_t>(*size.integer());
    }
}

}  // namespace

Collection shape_collection(const CollectionFiles& files, const std::vector<std::string>& languages,
                            Diagnostics& problems) {
    Collection collection;
    collection.name = files.name;
    collection.file = files.settings_file;
    const Settings settings{collection.file, languages, problems};
    const Value& value = files.settings;
    if (!value.is_map()) {
        return collection;  // already reported by the reader
    }

    check_names(value, setting_names(), say("collection.json has", "collection.json no tiene"),
                settings);
    collection.title = localized_at(value, "name", say("this name", "este nombre"), settings);
    if (!value.find("name") && !is_misspelt(value, setting_names(), "name")) {
        problems.error("missing-field", settings.place_of(head_of(value)),
                       say("this collection has no \"name\"", "a esta colección le falta «name»"),
                       say("add \"name\": {{…}} with a text per language",
                           "agregue \"name\": {{…}} con un texto por idioma"));
    }
    collection.entry_name =
        localized_at(value, "entry_name", say("this name", "este nombre"), settings);
    collection.intro = localized_at(value, "intro", say("this text", "este texto"), settings);
    if (const Value* address = value.find("address")) {
        check_names(*address, {"list", "entry"}, say("\"address\" has", "«address» no tiene"),
                    settings);
    }
    collection.list_address = address_at(value, "list", settings);
    collection.entry_address = address_at(value, "entry", settings);
    read_layouts(collection, value, settings);
    collection.prose = files.has_table ? ProseRule::none : prose_rule(value, settings);
    if (const Value* parent = value.find("parent")) {
        collection.parent = PlacedText{read_text_at(value, "parent", settings), parent->span};
    }
    if (const Value* record = value.find("record")) {
        read_schema(collection, *record, settings);
    }
    if (has_unread_fields(files)) {
        collection.entry_address = {};
    } else {
        read_field_settings(collection, value, settings);
    }
    if (const Value* size = value.find("page_size")) {
        read_page_size(collection, *size, settings);
    }
    return collection;
}

bool has_unread_fields(const CollectionFiles& files) {
    const Value* record = files.settings.find("record");
    const Value* properties = record ? record->find("properties") : nullptr;
    return files.settings.is_null() || (record && !record->is_map()) ||
           (properties && !properties->is_map());
}

}  // namespace puebla
