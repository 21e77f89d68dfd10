// The keywords of draft 7 (validation, sections 6 to 10; core, 8 and 9) with the kind of value each
// takes, and a walk through all schemas below the first. The validator would name the first mistake
// only, in English and without a place.

#include "model/check_schema.h"

#include <algorithm>

#include "foundation/schema_loops.h"
#include "foundation/suggestion.h"
#include "model/wrong_type.h"

namespace puebla {

namespace {

enum class Takes {
    schema,
    schema_or_boolean,
    schema_or_schemas,
    schemas,
    named_schemas,
    schemas_or_names,  // by name: a schema, or a list of fields
    text,
    texts,
    type,
    format,
    reference,
    number,
    step,  // a number above zero
    length,
    boolean,
    list,
};

struct Keyword {
    std::string_view name;
    Takes takes;
};

constexpr Keyword keywords[] = {
    {"$ref", Takes::reference},
    {"type", Takes::type},
    {"format", Takes::format},
    {"properties", Takes::named_schemas},
    {"definitions", Takes::named_schemas},
    {"dependencies", Takes::schemas_or_names},
    {"items", Takes::schema_or_schemas},
    {"additionalItems", Takes::schema_or_boolean},
    {"additionalProperties", Takes::schema_or_boolean},
    {"propertyNames", Takes::schema},
    {"contains", Takes::schema},
    {"not", Takes::schema},
    {"if", Takes::schema},
    {"then", Takes::schema},
    {"else", Takes::schema},
    {"allOf", Takes::schemas},
    {"anyOf", Takes::schemas},
    {"oneOf", Takes::schemas},
    {"required", Takes::texts},
    {"enum", Takes::list},
    {"examples", Takes::list},
    {"minimum", Takes::number},
    {"maximum", Takes::number},
    {"exclusiveMinimum", Takes::number},
    {"exclusiveMaximum", Takes::number},
    {"multipleOf", Takes::step},
    {"minLength", Takes::length},
    {"maxLength", Takes::length},
    {"minItems", Takes::length},
    {"maxItems", Takes::length},
    {"minProperties", Takes::length},
    {"maxProperties", Takes::length},
    {"uniqueItems", Takes::boolean},
    {"pattern", Takes::text},
    {"title", Takes::text},
    {"description", Takes::text},
    {"$comment", Takes::text},
    {"$id", Takes::text},
    {"$schema", Takes::text},
};

const std::vector<std::string>& type_names() {
    static const std::vector<std::string> names = {"string", "integer", "number", "boolean",
                                                   "object", "array",   "null"};
    return names;
}

// Ours come first; those of JSON Schema say what a text is and are not checked here.
const std::vector<std::string>& format_names() {
    static const std::vector<std::string> names = {
        "localized",    "partial-date",  "reference",    "names",
        "period",       "money",         "uri",          "date",
        "date-time",    "time",          "duration",     "email",
        "idn-email",    "hostname",      "idn-hostname", "ipv4",
        "ipv6",         "uri-reference", "iri",          "iri-reference",
        "uri-template", "uuid",          "json-pointer", "relative-json-pointer",
        "regex"};
    return names;
}

class SchemaChecker {
  public:
    SchemaChecker(const Value& root, const Settings& settings) : root_(root), settings_(settings) {}

    void check(const Value& schema) {
        if (!expect(schema.is_map(), schema, Wanted::object)) {
            return;
        }
        for (const Keyword& keyword : keywords) {
            if (const Value* value = schema.find(keyword.name)) {
                check(keyword.takes, *value);
            }
        }
    }

    void check_loops() {
        const auto loop = find_loop(root_);
        if (!loop) {
            return;
        }
        if (loop->closed) {
            add(*loop->where,
                say("this reference leads back to itself",
                    "esta referencia lleva de vuelta a sí misma"),
                say("let it lead to a schema that does not need it",
                    "haga que lleve a un esquema que no dependa de ella"));
        } else {
            add(*loop->where,
                say("here a schema leads to another one, and so on, too many times",
                    "aquí un esquema lleva a otro, y así demasiadas veces"),
                say("name the last of them directly", "nombre directamente el último de ellos"));
        }
    }

  private:
    void check(Takes takes, const Value& value) {
        switch (takes) {
            case Takes::schema:
                return check(value);
            case Takes::schema_or_boolean:
                return value.boolean() ? void() : check_either(value);
            case Takes::schema_or_schemas:
                return value.is_list() ? check_items(value) : check(value);
            case Takes::schemas:
                return check_list_of_schemas(value);
            case Takes::named_schemas:
            case Takes::schemas_or_names:
                return check_named(takes, value);
            case Takes::type:
                return check_type(value);
            case Takes::format:
                return check_format(value);
            case Takes::reference:
                return check_reference(value);
            case Takes::texts:
                return check_texts(value);
            case Takes::text:
                expect(value.is_string(), value, Wanted::text);
                return;
            case Takes::list:
                expect(value.is_list(), value, Wanted::list);
                return;
            case Takes::boolean:
                expect(value.boolean() != nullptr, value, Wanted::true_or_false);
                return;
            case Takes::number:
            case Takes::step:
            case Takes::length:
                return check_number(takes, value);
        }
    }

    void check_either(const Value& value) {
        expect(value.is_map(), value, Wanted::true_or_false) ? check(value) : void();
    }

    void check_items(const Value& list) {
        for (const Value& item : *list.list()) {
            check(item);
        }
    }

    void check_filled(const Value& list) {
        if (list.list()->empty()) {
            add(list, say("this list is empty", "esta lista está vacía"),
                say("write what belongs between the brackets, or remove it",
                    "escriba lo que va entre los corchetes, o quítela"));
        }
    }

    void check_list_of_schemas(const Value& value) {
        if (!expect(value.is_list(), value, Wanted::list)) {
            return;
        }
        check_filled(value);
        check_items(value);
    }

    void check_named(Takes takes, const Value& value) {
        if (!expect(value.is_map(), value, Wanted::object)) {
            return;
        }
        for (const Member& one : *value.map()) {
            const bool names = takes == Takes::schemas_or_names && one.value.is_list();
            names ? check_texts(one.value) : check(one.value);
        }
    }

    void check_texts(const Value& value) {
        if (!expect(value.is_list(), value, Wanted::list_of_texts)) {
            return;
        }
        for (const Value& item : *value.list()) {
            expect(item.is_string(), item, Wanted::text);
        }
    }

    void check_type(const Value& value) {
        if (value.is_list()) {
            check_filled(value);
            for (const Value& one : *value.list()) {
                check_type_name(one);
            }
        } else {
            check_type_name(value);
        }
    }

    void check_type_name(const Value& value) {
        if (expect(value.is_string(), value, Wanted::text)) {
            check_known(value, type_names(),
                        say("there is no type \"{}\"", "no existe el tipo «{}»", *value.string()));
        }
    }

    void check_format(const Value& value) {
        if (expect(value.is_string(), value, Wanted::text)) {
            check_known(
                value, format_names(),
                say("there is no format \"{}\"", "no existe el formato «{}»", *value.string()));
        }
    }

    void check_known(const Value& value, const std::vector<std::string>& known, Message message) {
        if (std::find(known.begin(), known.end(), *value.string()) == known.end()) {
            add(value, std::move(message), did_you_mean(*value.string(), known));
        }
    }

    void check_reference(const Value& value) {
        if (!expect(value.is_string(), value, Wanted::text)) {
            return;
        }
        const Message help =
            say("write it like \"#/definitions/name\"", "escríbala como \"#/definitions/nombre\"");
        if (!value.string()->starts_with("#")) {
            add(value,
                say("a reference leads to a schema in this file",
                    "una referencia lleva a un esquema de este mismo archivo"),
                say("copy that schema to \"definitions\", and write \"#/definitions/name\"",
                    "copie ese esquema en \"definitions\" y escriba \"#/definitions/nombre\""));
            return;
        }
        const Value* target = schema_at(root_, *value.string());
        if (!target) {
            add(value,
                say("this reference leads nowhere in \"record\"",
                    "esta referencia no lleva a nada dentro de «record»"),
                help);
        } else if (!target->is_map()) {
            add(value,
                say("this reference leads to {}, not to a schema",
                    "esta referencia lleva a {}, no a un esquema", kind_of(*target)),
                help);
        }
    }

    void check_number(Takes takes, const Value& value) {
        const bool whole = takes == Takes::length;
        if (!expect(value.integer() || (!whole && value.real()), value,
                    whole ? Wanted::whole_number : Wanted::number)) {
            return;
        }
        const double number =
            value.integer() ? static_cast<double>(*value.integer()) : *value.real();
        if (whole && number < 0) {
            add(value, say("this must be 0 or more", "esto debe ser 0 o más"));
        } else if (takes == Takes::step && number <= 0) {
            add(value, say("this must be more than 0", "esto debe ser mayor que 0"));
        }
    }

    bool expect(bool right, const Value& value, Wanted wanted) {
        if (!right) {
            report_wrong_type(value, wanted, settings_);
        }
        return right;
    }

    void add(const Value& where, Message message, Message help = {}) {
        settings_.problems.error("bad-setting", settings_.place_of(head_of(where)),
                                 std::move(message), std::move(help));
    }

    const Value& root_;
    const Settings& settings_;
};

}  // namespace

void check_schema(const Value& schema, const Settings& settings) {
    SchemaChecker checker(schema, settings);
    checker.check(schema);
    if (schema.is_map()) {
        checker.check_loops();
    }
}

}  // namespace puebla
