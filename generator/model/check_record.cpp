#include "model/check_record.h"

#include <algorithm>
#include <charconv>

#include "foundation/suggestion.h"
#include "model/schema_reason.h"
#include "model/wrong_type.h"

namespace puebla {

namespace {

Message field_name(const Field& field) {
    return say("\"{}\"", "«{}»", field.name);
}

// What helps against the breach of a rule.
Message where_it_stands(const Collection& rule) {
    return say("the rule stands in {}", "la regla está en {}", rule.file);
}

// "2021-02-29": four digits, and perhaps twice a hyphen and two more.
bool has_shape_of_date(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00";
    if (text.size() != 4 && text.size() != 7 && text.size() != shape.size()) {
        return false;
    }
    return std::equal(text.begin(), text.end(), shape.begin(), [](char c, char of_shape) {
        return of_shape == '-' ? c == '-' : c >= '0' && c <= '9';
    });
}

class Checker {
  public:
    Checker(const Collection& collection, const Settings& settings)
        : collection_(collection), settings_(settings) {}

    void record(const Value& value) {
        object(
            collection_.fields, value, common_fields(),
            say("the records of \"{}\" have", "los registros de «{}» no tienen", collection_.name));
        common(value);
    }

  private:
    // The fields that need no declaration.
    void common(const Value& value) {
        for (const char* name : {"$schema", "parent", "id"}) {
            if (const Value* text = value.find(name)) {
                expect(text->is_string(), *text, Wanted::text);
            }
        }
        if (const Value* draft = value.find("draft")) {
            expect(draft->boolean() != nullptr, *draft, Wanted::true_or_false);
        }
    }

    void object(const std::vector<Field>& fields, const Value& value,
                std::vector<std::string> known, const Message& owner) {
        if (!value.is_map()) {
            report_wrong_type(value, Wanted::object, settings_);
            return;
        }
        for (const Field& field : fields) {
            if (std::find(known.begin(), known.end(), field.name) == known.end()) {
                known.push_back(field.name);
            }
        }
        for (const Field& field : fields) {
            const Value* part = value.find(field.name);
            if (part) {
                check(field, *part);
            } else if (field.required && !is_misspelt(value, known, field.name)) {
                settings_.problems.error(
                    "missing-field", settings_.place_of(head_of(value)),
                    say("the field {} is missing", "falta el campo {}", field_name(field)),
                    example_of(field));
            }
        }
        check_names(value, known, owner, settings_);
    }

    void check(const Field& field, const Value& value) {
        switch (field.format) {
            case FieldFormat::any:
                return;
            case FieldFormat::text:
            case FieldFormat::reference:
                text(field, value);
                return;
            case FieldFormat::uri:
                uri(field, value);
                return;
            case FieldFormat::localized:
                read_full_text(value, field_name(field), settings_);
                return;
            case FieldFormat::date:
                date(value);
                return;
            case FieldFormat::choice:
                choice(field, value);
                return;
            case FieldFormat::integer:
            case FieldFormat::money:
            case FieldFormat::number:
                number(field, value);
                return;
            case FieldFormat::boolean:
                expect(value.boolean() != nullptr, value, Wanted::true_or_false);
                return;
            case FieldFormat::names:
                names(field, value);
                return;
            case FieldFormat::period:
                period(value);
                return;
            case FieldFormat::object:
                object(field.members, value, {}, say("{} has", "{} no tiene", field_name(field)));
                return;
            case FieldFormat::list:
                list(field, value);
                return;
        }
    }

    bool expect(bool right, const Value& value, Wanted wanted) {
        if (!right) {
            report_wrong_type(value, wanted, settings_);
        }
        return right;
    }

    void text(const Field& field, const Value& value) {
        if (!expect(value.is_string(), value, Wanted::text) || !field.pattern) {
            return;
        }
        const std::string& written = *value.string();
        if (written.size() > longest_for_pattern) {
            settings_.problems.error(
                "wrong-pattern", settings_.place_of(value.span),
                say("this text is too long for {}", "este texto es demasiado largo para {}",
                    field_name(field)),
                say("a field with a pattern takes at most {} bytes",
                    "un campo con patrón admite {} bytes como máximo", longest_for_pattern));
        } else if (!field.pattern->matches(written)) {
            settings_.problems.error("wrong-pattern", settings_.place_of(value.span),
                                     say("this is not written as {} must be",
                                         "esto no está escrito como pide {}", field_name(field)),
                                     form_of(field));
        }
    }

    // RFC 3986 allows more; readers need an address that a browser or a mail program opens.
    void uri(const Field& field, const Value& value) {
        text(field, value);
        const std::string written = value.is_string() ? *value.string() : "https://";
        const bool known = written.starts_with("https://") || written.starts_with("http://") ||
                           written.starts_with("mailto:");
        if (!known || written.find_first_of(" \t\r\n\"<>\\") != std::string::npos) {
            settings_.problems.error(
                "bad-uri", settings_.place_of(value.span),
                say("\"{}\" is not an address on the web", "«{}» no es una dirección web", written),
                say("write it whole: \"https://example.org/page\"",
                    "escríbala completa: \"https://example.org/pagina\""));
        }
    }

    void date(const Value& value) {
        if (!expect(value.is_string(), value, Wanted::date)) {
            return;
        }
        const std::string& written = *value.string();
        if (parse_date(written)) {
            return;
        }
        if (has_shape_of_date(written)) {
            settings_.problems.error(
                "bad-date", settings_.place_of(value.span),
                say("\"{}\" is not in the calendar", "«{}» no está en el calendario", written),
                say("correct the year, the month or the day", "corrija el año, el mes o el día"));
            return;
        }
        settings_.problems.error(
            "bad-date", settings_.place_of(value.span),
            say("\"{}\" is not a date", "«{}» no es una fecha", written),
            say("write year, month and day as far as they are known: \"2024-09-19\", \"2024-09\" "
                "or \"2024\"",
                "escriba año, mes y día hasta donde se conozcan: \"2024-09-19\", \"2024-09\" o "
                "\"2024\""));
    }

    void choice(const Field& field, const Value& value) {
        if (!expect(value.is_string(), value, Wanted::text)) {
            return;
        }
        std::vector<std::string> known;
        for (const Choice& one : field.choices) {
            known.push_back(one.value);
        }
        if (std::find(known.begin(), known.end(), *value.string()) == known.end()) {
            settings_.problems.error("unknown-value", settings_.place_of(value.span),
                                     say("{} cannot be \"{}\"", "{} no puede ser «{}»",
                                         field_name(field), *value.string()),
                                     did_you_mean(*value.string(), known));
        }
    }

    void number(const Field& field, const Value& value) {
        const bool whole = field.format != FieldFormat::number;
        const Wanted wanted = whole ? Wanted::whole_number : Wanted::number;
        if (!expect(value.integer() || (!whole && value.real()), value, wanted)) {
            return;
        }
        const double written =
            value.integer() ? static_cast<double>(*value.integer()) : *value.real();
        if (field.minimum && written < *field.minimum) {
            settings_.problems.error("out-of-range", settings_.place_of(value.span),
                                     say("{} must be {} or more", "{} debe ser {} o más",
                                         field_name(field), *field.minimum),
                                     where_it_stands(collection_));
        } else if (field.maximum && written > *field.maximum) {
            settings_.problems.error("out-of-range", settings_.place_of(value.span),
                                     say("{} must be {} or less", "{} debe ser {} o menos",
                                         field_name(field), *field.maximum),
                                     where_it_stands(collection_));
        }
    }

    void period(const Value& value) {
        if (!expect(value.is_map(), value, Wanted::object)) {
            return;
        }
        check_names(value, {"from", "until"}, say("a period has", "un período no tiene"),
                    settings_);
        dates_of(value);
    }

    void dates_of(const Value& value) {
        for (const char* name : {"from", "until"}) {
            if (const Value* written = value.find(name)) {
                date(*written);
            }
        }
    }

    void names(const Field& field, const Value& value) {
        if (!expect(value.is_list(), value, Wanted::list_of_names)) {
            return;
        }
        for (const Value& name : *value.list()) {
            if (!expect(name.is_map(), name, Wanted::object)) {
                continue;
            }
            check_names(name, {"name", "acronym", "from", "until"},
                        say("a name in {} has", "un nombre de {} no tiene", field_name(field)),
                        settings_);
            dates_of(name);
            for (const char* part : {"name", "acronym"}) {
                if (const Value* written = name.find(part)) {
                    read_full_text(*written, say("\"{}\"", "«{}»", part), settings_);
                }
            }
            if (!name.find("name")) {
                settings_.problems.error(
                    "missing-field", settings_.place_of(head_of(name)),
                    say("the field {} is missing", "falta el campo {}", say("\"name\"", "«name»")),
                    say("add \"name\": {{…}} with a text per language",
                        "agregue \"name\": {{…}} con un texto por idioma"));
            }
        }
    }

    void list(const Field& field, const Value& value) {
        if (!expect(value.is_list(), value, Wanted::list) || field.members.empty()) {
            return;
        }
        for (const Value& item : *value.list()) {
            check(field.members.front(), item);
        }
    }

    // In words where collection.json has them; a pattern is for those who can read one.
    static Message form_of(const Field& field) {
        return field.description.empty()
                   ? say("look at the same field of other records; as a pattern, its form is {}",
                         "mire el mismo campo en otros registros; como patrón, su forma es {}",
                         field.pattern->text())
                   : field.description;
    }

    static Message example_of(const Field& field) {
        switch (field.format) {
            case FieldFormat::localized:
                return say("add \"{0}\": {{…}} with a text per language",
                           "agregue \"{0}\": {{…}} con un texto por idioma", field.name);
            case FieldFormat::date:
                return say("add \"{0}\": \"2024-09-19\"", "agregue \"{0}\": \"2024-09-19\"",
                           field.name);
            case FieldFormat::reference:
                return say("add \"{0}\": \"{1}/…\"", "agregue \"{0}\": \"{1}/…\"", field.name,
                           field.targets.empty() ? std::string("…") : field.targets.front());
            default:
                return say("add \"{0}\": …", "agregue \"{0}\": …", field.name);
        }
    }

    const Collection& collection_;
    const Settings& settings_;
};

// The part of a value that a path of names and numbers leads to, as far as it goes.
const Value& part_at(const Value& value, const std::vector<std::string>& path) {
    const Value* part = &value;
    for (const std::string& step : path) {
        const Value* next = part->find(step);
        if (const Value::List* list = part->list()) {
            std::size_t number = 0;
            const auto read = std::from_chars(step.data(), step.data() + step.size(), number);
            next = read.ec == std::errc() && number < list->size() ? &(*list)[number] : nullptr;
        }
        if (!next) {
            break;
        }
        part = next;
    }
    return *part;
}

}  // namespace

void check_record(const Value& record, const Collection& collection, const Settings& settings) {
    const std::size_t errors = settings.problems.count(Severity::error);
    Checker(collection, settings).record(record);
    if (settings.problems.count(Severity::error) > errors || !collection.schema) {
        return;
    }
    if (const auto rejection = collection.schema->reject(record)) {
        const Place place = settings.place_of(head_of(part_at(record, rejection->path)));
        Message words = reason_in_words(rejection->reason);
        if (words.empty()) {
            words = say("this does not fit the schema of \"{}\"",
                        "esto no se ajusta al esquema de «{}»", collection.name);
        }
        settings.problems.error("schema-violation", place, std::move(words),
                                where_it_stands(collection));
    }
}

}  // namespace puebla
