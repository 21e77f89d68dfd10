#include "model/read_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "foundation/suggestion.h"
#include "model/slugs.h"
#include "model/wrong_type.h"

namespace puebla {

namespace {

// JSON Schema draft 7, sections 6 to 10 of the validation document and 8 to 9 of the core, without
// patternProperties (see JsonSchema); then ours.
const std::vector<std::string>& keywords() {
    static const std::vector<std::string> all = {
        "type", "properties", "required", "items", "enum", "const", "pattern", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems",
        "maxItems", "uniqueItems", "minProperties", "maxProperties", "additionalProperties",
        "propertyNames", "dependencies", "contains", "additionalItems", "oneOf", "anyOf", "allOf",
        "not", "if", "then", "else", "format", "title", "description", "default", "examples",
        "definitions", "$ref", "$schema", "$id", "$comment",
        // what Puebla adds
        "label", "collection", "inverse", "currency", "labels", "description_es"};
    return all;
}

constexpr std::array<std::pair<std::string_view, FieldFormat>, 7> formats = {{
    {"localized", FieldFormat::localized},
    {"partial-date", FieldFormat::date},
    {"reference", FieldFormat::reference},
    {"names", FieldFormat::names},
    {"period", FieldFormat::period},
    {"money", FieldFormat::money},
    {"uri", FieldFormat::uri},
}};

constexpr std::array<std::pair<std::string_view, FieldFormat>, 6> types = {{
    {"string", FieldFormat::text},
    {"integer", FieldFormat::integer},
    {"number", FieldFormat::number},
    {"boolean", FieldFormat::boolean},
    {"object", FieldFormat::object},
    {"array", FieldFormat::list},
}};

// An enumeration of numbers is judged by the schema alone.
bool is_choice(const Value& values) {
    const Value::List* list = values.list();
    return list && std::all_of(list->begin(), list->end(),
                               [](const Value& value) { return value.is_string(); });
}

// A format or a type that we do not know is reported by check_schema().
FieldFormat format_of(const Value& schema) {
    const std::string format = schema.string_at("format");
    for (const auto& [name, meaning] : formats) {
        if (format == name) {
            return meaning;
        }
    }
    if (const Value* values = schema.find("enum"); values && is_choice(*values)) {
        return FieldFormat::choice;
    }
    const std::string type = schema.string_at("type");
    for (const auto& [name, meaning] : types) {
        if (type == name) {
            return meaning;
        }
    }
    return FieldFormat::any;
}

std::vector<Choice> read_choices(const Value& schema, const Settings& settings) {
    std::vector<Choice> choices;
    const std::vector<std::string> values = read_texts_at(schema, "enum", settings);
    if (const Value* labels = schema.find("labels")) {
        check_names(*labels, values, say("\"enum\" has", "«enum» no tiene"), settings);
    }
    for (const std::string& value : values) {
        Choice choice;
        choice.value = value;
        if (const Value* labels = schema.at("labels", std::string_view(value))) {
            check_names(*labels, {"name", "slug"}, say("a label has", "una etiqueta no tiene"),
                        settings);
            if (const Value* name = labels->find("name")) {
                choice.name = read_full_text(*name, say("this name", "este nombre"), settings);
            }
            if (const Value* slug = labels->find("slug")) {
                choice.slug = read_localized(*slug, settings);
                check_slugs(*slug, settings);
            }
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

// Nothing where it is none: no record is compared with it.
std::optional<TextPattern> read_pattern(const Value& schema, const Settings& settings) {
    const std::string written = read_text_at(schema, "pattern", settings);
    if (written.empty()) {
        return std::nullopt;
    }
    Message reason;
    auto pattern = TextPattern::make(written, reason);
    if (!pattern) {
        settings.problems.error("bad-setting", settings.place_of(schema.find("pattern")->span),
                                std::move(reason),
                                say("write it like \"^[0-9]{{4}}$\", which asks for four digits",
                                    "escríbalo como \"^[0-9]{{4}}$\", que pide cuatro cifras"));
    }
    return pattern;
}

// JSON Schema has one language for it; "description_es" is ours.
Message read_description(const Value& schema, const Settings& settings) {
    std::string english = read_text_at(schema, "description", settings);
    std::string spanish = read_text_at(schema, "description_es", settings, english);
    return {english.empty() ? spanish : std::move(english), std::move(spanish)};
}

std::optional<double> number_at(const Value& schema, std::string_view name) {
    const Value* value = schema.find(name);
    if (value && value->integer()) {
        return static_cast<double>(*value->integer());
    }
    return value && value->real() ? std::optional(*value->real()) : std::nullopt;
}

Field read_field(std::string name, Span span, const Value& schema, const Settings& settings);

void read_reference(Field& field, const Value& schema, const Settings& settings) {
    const Value* collection = schema.find("collection");
    if (!collection) {
        settings.problems.error(
            "bad-setting", settings.place_of(schema.find("format")->span),
            say("this reference does not say to which collection it leads",
                "esta referencia no dice a qué colección lleva"),
            say("add \"collection\": \"…\" beside it", "agregue al lado \"collection\": \"…\""));
    } else if (collection->is_string()) {
        field.targets = {*collection->string()};
    } else {
        field.targets = read_texts_at(schema, "collection", settings);
    }
    field.inverse = read_text_at(schema, "inverse", settings);
}

std::string read_currency(const Value& schema, const Settings& settings) {
    constexpr const char* usual = "USD";
    std::string code = read_text_at(schema, "currency", settings, usual);
    constexpr std::size_t length = 3;
    if (code.size() == length &&
        std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return code;
    }
    settings.problems.error(
        "bad-setting", settings.place_of(schema.find("currency")->span),
        say("\"{}\" is not the code of a currency", "«{}» no es el código de una moneda", code),
        say("write three capital letters, as in ISO 4217: \"USD\", \"CRC\"",
            "escriba tres letras mayúsculas, como en ISO 4217: \"USD\", "
            "\"CRC\""));
    return usual;
}

Field read_field(std::string name, Span span, const Value& schema, const Settings& settings) {
    Field field;
    field.name = std::move(name);
    field.span = span;
    if (!schema.is_map()) {
        report_wrong_type(schema, Wanted::object, settings);
        return field;
    }
    check_names(schema, keywords(), say("a schema has", "un esquema no tiene"), settings);
    field.format = format_of(schema);
    if (const Value* label = schema.find("label")) {
        field.label = read_full_text(*label, say("this label", "esta etiqueta"), settings);
    }
    field.description = read_description(schema, settings);
    field.pattern = read_pattern(schema, settings);
    field.minimum = number_at(schema, "minimum");
    field.maximum = number_at(schema, "maximum");
    switch (field.format) {
        case FieldFormat::reference:
            read_reference(field, schema, settings);
            break;
        case FieldFormat::choice:
            field.choices = read_choices(schema, settings);
            break;
        case FieldFormat::money:
            field.currency = read_currency(schema, settings);
            break;
        case FieldFormat::object:
            field.members = read_fields(schema, settings);
            break;
        case FieldFormat::list:
            if (const Value* items = schema.find("items")) {
                field.members.push_back(read_field(field.name, items->span, *items, settings));
            }
            break;
        default:
            break;
    }
    return field;
}

}  // namespace

const Field* find_field(const std::vector<Field>& fields, std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

const std::vector<std::string>& common_fields() {
    static const std::vector<std::string> names = {"$schema", "slug", "draft", "parent", "id"};
    return names;
}

std::vector<Field> read_fields(const Value& schema, const Settings& settings) {
    std::vector<Field> fields;
    const Value* properties = schema.find("properties");
    if (!properties) {
        return fields;
    }
    if (!properties->is_map()) {
        report_wrong_type(*properties, Wanted::object, settings);
        return fields;
    }
    const std::vector<std::string> required = read_texts_at(schema, "required", settings);
    std::vector<std::string> names;
    for (const Member& property : *properties->map()) {
        Field field = read_field(property.name, property.name_span, property.value, settings);
        field.required = std::find(required.begin(), required.end(), field.name) != required.end();
        names.push_back(field.name);
        fields.push_back(std::move(field));
    }
    for (const std::string& name : required) {
        if (!find_field(fields, name)) {
            settings.problems.error(
                "bad-setting", settings.place_of(head_of(*schema.find("required"))),
                say("\"required\" names \"{}\", which is not among the properties",
                    "«required» nombra «{}», que no está entre las propiedades", name),
                did_you_mean(name, names));
        }
    }
    return fields;
}

}  // namespace puebla
