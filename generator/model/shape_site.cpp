#include "model/shape_site.h"

#include <algorithm>
#include <utility>

#include "foundation/suggestion.h"
#include "model/check_parents.h"
#include "model/order_entries.h"
#include "model/read_settings.h"
#include "model/relate_entries.h"
#include "model/shape_collection.h"
#include "model/shape_entry.h"
#include "model/site_address.h"
#include "model/wrong_type.h"

namespace puebla {

namespace {

// Each multiplies pages and memory; no state has as many, and a list of thousands is a mistake.
constexpr std::size_t most_languages = 50;

constexpr std::int64_t newest_format = 1;

const std::vector<std::string>& setting_names() {
    static const std::vector<std::string> names = {
        "$schema",    "format",    "name",    "short_name", "description",
        "base",       "languages", "as_of",   "theme",      "home",
        "navigation", "footer",    "options", "contact",    "licence"};
    return names;
}

// It is a folder of the site too.
bool is_language_code(std::string_view code) {
    return !code.empty() && std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

// Understands site.json.
class SiteReader {
  public:
    SiteReader(const ContentTree& content, const ShapeOptions& options, Diagnostics& problems)
        : file_(content.site_file), value_(content.site), options_(options), problems_(problems) {}

    // Languages come first: every other text is read by them.
    void read(Site& site) {
        if (!format_is_known()) {
            return;
        }
        check_names(value_, setting_names(), say("site.json has", "site.json no tiene"),
                    settings());
        read_languages(site);
        if (site.languages.empty()) {
            return;  // no text can be read without them
        }
        site.name = required_text("name");
        site.short_name = optional_text("short_name");
        site.description = optional_text("description");
        site.contact = optional_text("contact");
        site.licence = optional_text("licence");
        site.theme = options_.theme.value_or(read_text_at(value_, "theme", settings()));
        if (const Value* theme = value_.find("theme")) {
            site.theme_span = theme->span;
        }
        if (site.theme.empty()) {
            missing("theme", say("name a folder of themes/: \"theme\": \"portal\"",
                                 "nombre una carpeta de themes/: \"theme\": \"portal\""));
        }
        if (const Value* theme_options = value_.find("options")) {
            site.options = *theme_options;
        }
        read_base(site);
        read_as_of(site);
    }

    void read_menus(Site& site) {
        site.navigation = menu(site, "navigation");
        site.footer = menu(site, "footer");
        const Value* home = value_.find("home");
        if (home && home->is_string()) {
            site.home = resolve_reference(site, *home, {}, file_, problems_);
            check_home(site, *home);
        } else if (home) {
            report_wrong_type(*home, Wanted::text, settings());
        } else if (value_.is_map()) {
            missing("home", say("name the entry that opens the site: \"home\": \"pages/home\"",
                                "nombre la entrada que abre el sitio: \"home\": \"pages/home\""));
        }
    }

    const std::vector<std::string>& languages() const { return languages_; }

  private:
    Settings settings() const { return {file_, languages_, problems_}; }

    void missing(const char* name, const Message& help) {
        if (is_misspelt(value_, setting_names(), name)) {
            return;
        }
        problems_.error("missing-field", {file_, head_of(value_)},
                        say("the field \"{}\" is missing", "falta el campo «{}»", name), help);
    }

    // A record without a text and an address is read on the pages of others.
    void check_home(const Site& site, const Value& home) {
        if (!site.home) {
            return;
        }
        const Collection& collection = site.collections[site.entries[*site.home].collection];
        const std::vector<Diagnostic>& all = problems_.all();
        const bool all_right = std::none_of(all.begin(), all.end(), [&](const Diagnostic& one) {
            return one.place.file == collection.file;
        });
        if (collection.prose == ProseRule::none && collection.entry_address.empty() && all_right) {
            problems_.error(
                "bad-setting", {file_, home.span},
                say("\"{}\" has no page of its own, and cannot open the site",
                    "«{}» no tiene página propia y no puede abrir el sitio", *home.string()),
                say("name an entry of a collection whose \"address\" has an \"entry\"",
                    "nombre una entrada de una colección cuyo \"address\" tenga \"entry\""));
        }
    }

    bool format_is_known() {
        if (!value_.is_map()) {
            if (!value_.is_null()) {
                report_wrong_type(value_, Wanted::object, settings());
            }
            return false;
        }
        const Value* format = value_.find("format");
        if (!format) {
            missing("format", say("add \"format\": {}", "agregue \"format\": {}", newest_format));
            return true;
        }
        if (!format->integer() || *format->integer() < 1) {
            problems_.error("wrong-type", {file_, head_of(*format)},
                            say("\"format\" must be a number: {}",
                                "«format» debe ser un número: {}", newest_format));
        } else if (*format->integer() > newest_format) {
            problems_.error(
                "newer-format", {file_, format->span},
                say("this content has format {}; this program knows up to {}",
                    "este contenido tiene el formato {}; este programa conoce hasta el {}",
                    *format->integer(), newest_format),
                say("use a newer Puebla", "use una versión más reciente de Puebla"));
            return false;
        }
        return true;
    }

    void read_languages(Site& site) {
        const Value* list = value_.find("languages");
        if (!list || !list->is_list() || list->list()->empty()) {
            missing(
                "languages",
                say("add \"languages\": [{{\"code\": \"es\", \"locale\": \"es_CR\", \"name\": "
                    "\"Español\"}}]",
                    "agregue \"languages\": [{{\"code\": \"es\", \"locale\": \"es_CR\", \"name\": "
                    "\"Español\"}}]"));
            return;
        }
        if (list->list()->size() > most_languages) {
            problems_.error("bad-setting", {file_, head_of((*list->list())[most_languages])},
                            say("a site can have up to {} languages",
                                "un sitio puede tener hasta {} idiomas", most_languages),
                            say("remove those that no text is written in",
                                "quite los idiomas en los que no hay textos escritos"));
            return;
        }
        bool all_right = true;
        for (const Value& language : *list->list()) {
            check_names(language, {"code", "locale", "name"},
                        say("a language has", "un idioma no tiene"), settings());
            const std::string code = read_text_at(language, "code", settings());
            const std::string id = read_text_at(language, "locale", settings(), code);
            const auto locale = Locale::make(id);
            if (find_language(site, code)) {
                const Value* again = language.find("code");
                problems_.error("bad-setting", {file_, again->span},
                                say("the language \"{}\" is given twice",
                                    "el idioma «{}» aparece dos veces", code),
                                say("give this one another code, or remove it",
                                    "dé a este otro código, o quítelo"));
                all_right = false;
                continue;
            }
            if (!is_language_code(code) || !locale) {
                problems_.error(
                    "bad-setting", {file_, head_of(language)},
                    say("the language \"{}\" with the locale \"{}\" cannot be used",
                        "no se puede usar el idioma «{}» con la configuración regional «{}»", code,
                        id),
                    say("give every language its own code, and a locale of language and country "
                        "such as \"es_CR\"",
                        "dé a cada idioma su propio código y una configuración regional, de idioma "
                        "y país, como \"es_CR\""));
                all_right = false;
                continue;
            }
            site.languages.push_back(
                {code, read_text_at(language, "name", settings(), code), *locale});
            languages_.push_back(code);
        }
        if (!all_right) {
            site.languages.clear();  // every text in the missing one would count as a mistake
        }
    }

    Localized<std::string> optional_text(std::string_view name) {
        const Value* value = value_.find(name);
        if (!value) {
            return {};
        }
        return read_full_text(*value, say("\"{}\"", "«{}»", name), settings());
    }

    Localized<std::string> required_text(const char* name) {
        if (!value_.find(name)) {
            missing(name, say("add \"{}\" with a text per language",
                              "agregue «{}» con un texto por idioma", name));
        }
        return optional_text(name);
    }

    void read_base(Site& site) {
        site.base = options_.base.value_or(read_text_at(value_, "base", settings()));
        const Value* written = value_.find("base");
        if (!written && !options_.base) {
            missing("base", say("add the address of the published site: \"base\": "
                                "\"https://example.org/\"",
                                "agregue la dirección del sitio publicado: \"base\": "
                                "\"https://example.org/\""));
        } else if (const Message fault = fault_of_site_address(site.base);
                   !fault.empty() && (options_.base || written->is_string())) {
            problems_.error("bad-setting", {file_, written ? written->span : head_of(value_)},
                            say("\"base\" is not the address of a site: {}",
                                "«base» no es la dirección de un sitio: {}", fault),
                            say("write it like \"https://example.org/\"",
                                "escríbala como \"https://example.org/\""));
        }
        if (!fault_of_site_address(site.base).empty()) {
            site.base = "https://invalid.example/";
        }
        if (site.base.back() != '/') {
            site.base += '/';
        }
    }

    void read_as_of(Site& site) {
        site.as_of_text = options_.at.value_or(read_text_at(value_, "as_of", settings()));
        const auto date = parse_date(site.as_of_text);
        if (date && date->day != 0) {
            site.as_of = *date;
            return;
        }
        const Value* written = value_.find("as_of");
        const Message help =
            say("it says from which day \"current\" is computed: \"as_of\": \"2024-12-31\"",
                "dice desde qué día se calcula lo «actual»: \"as_of\": \"2024-12-31\"");
        if (!written && !options_.at) {
            missing("as_of", help);
            return;
        }
        problems_.error("bad-date", {file_, written ? written->span : head_of(value_)},
                        say("\"as_of\" must be a full date", "«as_of» debe ser una fecha completa"),
                        help);
    }

    std::vector<MenuItem> menu(const Site& site, std::string_view name) {
        std::vector<MenuItem> items;
        const Value* list = value_.find(name);
        if (!list) {
            return items;
        }
        if (!list->is_list()) {
            report_wrong_type(*list, Wanted::list, settings());
            return items;
        }
        for (const Value& written : *list->list()) {
            check_names(written, {"to", "label"},
                        say("a menu item has", "un elemento de menú no tiene"), settings());
            const Value* to = written.find("to");
            if (!to || !to->is_string()) {
                problems_.error(
                    "missing-field", {file_, head_of(written)},
                    say("this menu item has no \"to\"", "a este elemento de menú le falta «to»"),
                    say("name an entry or a collection", "nombre una entrada o una colección"));
                continue;
            }
            MenuItem item;
            const auto collection = site.collection_by_name.find(*to->string());
            if (collection != site.collection_by_name.end()) {
                item.collection = collection->second;
            } else if (is_unknown(site, *to->string())) {
                problems_.error("unknown-reference", {file_, to->span},
                                say("no entry or collection is called \"{}\"",
                                    "ninguna entrada ni colección se llama «{}»", *to->string()),
                                suggest_entry(site, *to->string()));
            } else {
                item.entry = resolve_reference(site, *to, {}, file_, problems_);
            }
            if (const Value* label = written.find("label")) {
                item.label = read_full_text(*label, say("this label", "esta etiqueta"), settings());
            }
            if (item.entry || item.collection) {
                items.push_back(std::move(item));
            }
        }
        return items;
    }

    const std::string& file_;
    const Value& value_;
    const ShapeOptions& options_;
    Diagnostics& problems_;
    std::vector<std::string> languages_;
};

bool is_draft(const EntryFiles& entry) {
    const Value* draft = entry.record.find("draft");
    return draft && draft->boolean() && *draft->boolean();
}

struct FilesOfEntry {
    EntryFiles* files = nullptr;
    CollectionIndex collection = 0;
};

void add_entries(Site& site, ContentTree& content, const std::vector<std::string>& languages,
                 const ShapeOptions& options, Diagnostics& problems) {
    std::vector<FilesOfEntry> work;
    for (CollectionIndex index = 0; index < content.collections.size(); ++index) {
        for (EntryFiles& entry : content.collections[index].entries) {
            if (is_draft(entry) && !options.drafts) {
                site.drafts.insert(content.collections[index].name + "/" + entry.name);
            } else {
                work.push_back({&entry, index});
            }
        }
    }
    auto shaped = parallel_map(
        options.workers, work, problems, [&](const FilesOfEntry& one, Diagnostics& found) {
            return shape_entry(std::move(*one.files), one.collection, site, languages, found);
        });
    for (std::size_t i = 0; i < work.size(); ++i) {
        Entry& entry = shaped[i].entry;
        if (shaped[i].usable) {
            site.entry_by_ref.emplace(entry.ref, site.entries.size());
            site.entries.push_back(std::move(entry));
        } else {
            site.broken.insert(entry.ref);
            site.left_out.push_back(std::move(entry));
        }
    }
}

NameSet names_of(const Site& site) {
    std::vector<std::string> names;
    names.reserve(site.entries.size() + site.collections.size());
    for (const Entry& entry : site.entries) {
        names.push_back(entry.ref);
    }
    for (const Collection& collection : site.collections) {
        names.push_back(collection.name);
    }
    return NameSet(std::move(names));
}

}  // namespace

Site shape_site(ContentTree content, const ShapeOptions& options, Diagnostics& problems) {
    Site site;
    SiteReader reader(content, options, problems);
    reader.read(site);
    if (site.languages.empty()) {
        return site;  // nothing can be understood without them; why is reported
    }

    for (const CollectionFiles& files : content.collections) {
        site.collection_by_name.emplace(files.name, site.collections.size());
        site.collections.push_back(shape_collection(files, reader.languages(), problems));
        if (has_unread_fields(files)) {
            site.broken.insert(files.name);
        }
    }
    // Without its fields nothing can be said of a collection's entries.
    for (CollectionFiles& files : content.collections) {
        if (has_unread_fields(files)) {
            files.entries.clear();
        }
    }
    add_entries(site, content, reader.languages(), options, problems);
    site.names = names_of(site);
    relate_entries(site, problems);
    check_parents(site, problems);
    order_entries(site);
    reader.read_menus(site);
    return site;
}

}  // namespace puebla
