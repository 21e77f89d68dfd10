#include "model/shape_entry.h"

#include <algorithm>

#include "foundation/suggestion.h"
#include "foundation/utf8.h"
#include "model/check_record.h"
#include "model/field_use.h"
#include "model/misnamed_text.h"
#include "model/missing_title.h"
#include "model/name_history.h"
#include "model/slugs.h"
#include "model/text_lines.h"

namespace puebla {

namespace {

// "Title ##" → "Title", but "C#" stays (CommonMark 0.30, 4.2).
std::string_view without_closing_marks(std::string_view title) {
    const std::size_t last = title.find_last_not_of('#');
    if (last == std::string_view::npos) {
        return {};
    }
    const bool parted = title[last] == ' ' || title[last] == '\t';
    return parted ? trimmed(title.substr(0, last)) : title;
}

// Takes the title from the first line that is not blank, and notes where the body begins.
std::optional<std::string> read_title(Prose& prose, const Settings& settings) {
    const std::string_view text = prose.text;
    Span line = line_at(text, byte_order_mark_length(text));
    while (line.end < text.size() &&
           trimmed(text.substr(line.begin, line.end - line.begin)).empty()) {
        line = line_at(text, after_line(text, line));
    }
    const std::string_view written = text.substr(line.begin, line.end - line.begin);
    prose.body = line.begin;
    if (trimmed(written).empty()) {
        settings.problems.error("empty-file", settings.place_of({}),
                                say("this file is empty", "este archivo está vacío"),
                                say("begin it with a title: # …", "comience con un título: # …"));
        return std::nullopt;
    }
    const bool marked = written.substr(0, 2) == "# ";
    std::string_view title = marked ? trimmed(written.substr(2)) : std::string_view();
    title = without_closing_marks(title);
    if (title.empty()) {
        MissingTitle missing = missing_title(text, line);
        settings.problems.error(
            "title-missing", settings.place_of(line),
            say("the file does not begin with a title", "el archivo no comienza con un título"),
            std::move(missing.help));
        prose.body = missing.body;
        return std::nullopt;
    }
    prose.body = after_line(text, line);
    return std::string(title);
}

class EntryShaper {
  public:
    EntryShaper(EntryFiles files, CollectionIndex index, const Site& site,
                const std::vector<std::string>& languages, Diagnostics& problems)
        : files_(std::move(files)),
          site_(site),
          collection_(site.collections[index]),
          languages_(languages),
          problems_(problems) {
        entry_.collection = index;
        entry_.name = files_.name;
        entry_.ref = collection_.name + "/" + files_.name;
        entry_.record_file = files_.record_file;
        entry_.attachments = std::move(files_.attachments);
        entry_.table_row =
            collection_.prose == ProseRule::none && files_.record_file.ends_with("/records.json");
    }

    ShapedEntry shape() {
        const std::size_t errors_before = problems_.count(Severity::error);
        check_name();
        if (files_.broken) {
            // What could not be read is reported already; the texts that could be are still read.
            read_prose();
            return {std::move(entry_), false};
        }
        read_record();
        read_prose();
        read_title_field();
        if (entry_.title.empty() && problems_.count(Severity::error) == errors_before) {
            report_no_title();
        }
        read_slugs();
        const bool usable =
            !entry_.title.empty() && problems_.count(Severity::error) == errors_before;
        return {std::move(entry_), usable};
    }

  private:
    Settings settings(const std::string& file) const { return {file, languages_, problems_}; }

    void check_name() {
        if (is_slug(entry_.name)) {
            return;
        }
        const std::string better = slug_from(entry_.name);
        const Value* id = files_.record.find("id");
        const bool in_table = id && entry_.record_file.ends_with("/records.json");
        const std::string& file = entry_.record_file;
        const bool in_folder = !in_table && file.ends_with("/record.json");
        problems_.error(
            "entry-name",
            {in_folder ? file.substr(0, file.rfind('/')) : file, in_table ? id->span : Span{}},
            say("\"{}\" cannot be the name of an entry",
                "«{}» no puede ser el nombre de una entrada", entry_.name),
            better.empty() ? say("rename it with lower-case letters without accents, digits and "
                                 "hyphens",
                                 "cámbiele el nombre: minúsculas sin tildes, dígitos y guiones")
                           : say("rename it with lower-case letters without accents, digits and "
                                 "hyphens: {}",
                                 "cámbiele el nombre, con minúsculas sin tildes, dígitos y "
                                 "guiones: {}",
                                 better));
    }

    void read_record() {
        const Settings here = settings(entry_.record_file);
        entry_.record = std::move(files_.record);
        if (entry_.record.is_null()) {
            entry_.record.data = Value::Map();
            report_no_record();
            return;
        }
        check_record(entry_.record, collection_, here);
        if (const Value* parent = entry_.record.find("parent")) {
            entry_.parent = PlacedText{read_text_at(entry_.record, "parent", here), parent->span};
        }
    }

    // Without a record all its fields are missing: that is said once.
    void report_no_record() {
        std::vector<std::string> required;
        for (const Field& field : collection_.fields) {
            if (field.required) {
                required.push_back("\"" + field.name + "\"");
            }
        }
        if (!required.empty()) {
            problems_.error(
                "missing-field", {entry_.record_file, {}},
                say("this entry has no record.json", "esta entrada no tiene record.json"),
                say("write one beside its texts, with {}", "escriba uno junto a sus textos, con {}",
                    fmt::to_string(fmt::join(required, ", "))));
        }
    }

    void read_prose() {
        bool all_known = true;
        for (auto& [language_code, file] : files_.prose) {
            const auto language = find_language(site_, language_code);
            if (!language) {
                problems_.error("unknown-language", {file.file, {}},
                                say("this site has no language \"{}\"",
                                    "este sitio no tiene el idioma «{}»", language_code),
                                did_you_mean(language_code, languages_));
                all_known = false;
                continue;
            }
            Prose prose{file.file, std::move(file.text), 0};
            if (auto title = read_title(prose, settings(file.file))) {
                entry_.title.set(*language, std::move(*title));
            }
            entry_.prose.set(*language, std::move(prose));
        }
        // A text under a wrong name, or one that cannot be read, is the one that would be missing.
        if (collection_.prose == ProseRule::required && all_known && !files_.broken) {
            report_missing_prose();
        }
    }

    void report_missing_prose() {
        const auto there = entry_.prose.language_for(0);
        const std::string folder = "content/" + entry_.ref + "/";
        if (!there) {
            Message near;
            for (const std::string& language : languages_) {
                near = near.empty() ? advice_for_missing_text(entry_.attachments, folder, language)
                                    : near;
            }
            problems_.error("text-missing", {entry_.record_file, {}},
                            say("this entry has no text in any language",
                                "esta entrada no tiene texto en ningún idioma"),
                            !near.empty() ? near
                                          : say("write one beside its record: {}.md",
                                                "escriba uno junto a su registro: {}.md",
                                                fmt::to_string(fmt::join(languages_, ".md, "))));
            return;
        }
        for (LanguageIndex language = 0; language < languages_.size(); ++language) {
            if (!entry_.prose.find(language)) {
                const Message near =
                    advice_for_missing_text(entry_.attachments, folder, languages_[language]);
                problems_.warning(
                    "translation-missing", {entry_.prose.find(*there)->file, {}},
                    say("this text does not exist in \"{}\"", "este texto no existe en «{}»",
                        languages_[language]),
                    !near.empty()
                        ? near
                        : say("the page exists all the same and says so, until someone writes "
                              "{}.md",
                              "la página existe de todos modos y lo dice, hasta que alguien "
                              "escriba {}.md",
                              languages_[language]));
            }
        }
    }

    // A field of the record gives the title where the prose does not.
    void read_title_field() {
        const Value* value =
            collection_.title_field.empty() ? nullptr : entry_.record.find(collection_.title_field);
        const Field* field = find_field(collection_.fields, collection_.title_field);
        if (!value || !field) {
            return;
        }
        if (field->format == FieldFormat::names) {
            const Value* name = name_on(*value, site_.as_of);
            value = name ? name->find("name") : nullptr;
        }
        for (LanguageIndex language = 0; value && language < languages_.size(); ++language) {
            const Value* text = value->is_map() ? value->find(languages_[language]) : value;
            if (!text || entry_.title.find(language)) {
                continue;
            }
            if (text->is_string() && !is_blank(*text->string())) {
                entry_.title.set(language, *text->string());
            } else if (text->integer()) {
                entry_.title.set(language, std::to_string(*text->integer()));
            }
        }
    }

    // A setting that cannot give a title is reported in collection.json.
    void report_no_title() {
        const std::string& field = collection_.title_field;
        if (!field.empty() && !may_be_used(field, FieldUse::title, collection_)) {
            return;
        }
        problems_.error("title-missing", {entry_.record_file, {}},
                        say("this entry has no title", "esta entrada no tiene título"),
                        help_with_no_title());
    }

    Message help_with_no_title() const {
        if (collection_.prose != ProseRule::none) {
            return say("write it as the first line of its text: # …",
                       "escríbalo como primera línea de su texto: # …");
        }
        return collection_.title_field.empty()
                   ? say("name the field that holds the titles in {}: \"title\": \"name\"",
                         "nombre en {} el campo que contiene los títulos: \"title\": \"name\"",
                         collection_.file)
                   : say("write it in the field \"{}\" of its record",
                         "escríbalo en el campo «{}» de su registro", collection_.title_field);
    }

    void read_slugs() {
        Localized<std::string> given;
        const Value* slug = entry_.record.find("slug");
        if (slug) {
            given = read_localized(*slug, settings(entry_.record_file));
            check_slugs(*slug, settings(entry_.record_file));
        }
        for (LanguageIndex language = 0; language < languages_.size(); ++language) {
            std::string text;
            if (const std::string* own = given.find(language)) {
                text = *own;
            } else if (const std::string* title = entry_.title.find_or_other(language)) {
                text = slug_from(*title);
            }
            entry_.slug.set(language, text.empty() ? entry_.name : text);
        }
    }

    Entry entry_;
    EntryFiles files_;
    const Site& site_;
    const Collection& collection_;
    const std::vector<std::string>& languages_;
    Diagnostics& problems_;
};

}  // namespace

ShapedEntry shape_entry(EntryFiles files, CollectionIndex index, const Site& site,
                        const std::vector<std::string>& languages, Diagnostics& problems) {
    return EntryShaper(std::move(files), index, site, languages, problems).shape();
}

}  // namespace puebla
