// The fields of a record, as a collection's JSON Schema names them.
//
// The schema is plain JSON Schema (draft 7: type, properties, items, required, enum, pattern,
// minimum …). What it means to Puebla stands in "format" and a few keywords that other validators
// ignore: "label", "collection", "inverse", "currency", "labels". A part of a schema that is more
// than these is judged by Valijson alone and shown as it is.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/text_pattern.h"
#include "foundation/value.h"
#include "model/localized.h"

namespace puebla {

enum class FieldFormat {
    any,  // judged by the schema alone
    text,
    localized,  // {"es": …, "en": …}
    date,       // "2024", "2024-09", "2024-09-19"
    reference,  // "members/mexico"
    choice,     // one of an enumeration with names and slugs
    uri,
    integer,
    number,
    money,  // whole units of a currency
    boolean,
    names,   // a dated history of names
    period,  // {"from": …, "until": …}
    object,
    list,
};

// One value of an enumeration.
struct Choice {
    std::string value;
    Localized<std::string> name;
    Localized<std::string> slug;
};

struct Field {
    std::string name;
    Localized<std::string> label;
    FieldFormat format = FieldFormat::any;
    bool required = false;

    std::vector<std::string> targets;  // of a reference: the collections it may lead to
    std::string inverse;               // of a reference: the list on the target; "" for none
    std::string currency;              // of money: ISO 4217
    std::vector<Choice> choices;
    std::vector<Field> members;  // of an object its fields; of a list one, the item

    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<TextPattern> pattern;
    Message description;  // what editors are told of the field; may be empty

    Span span;  // of its name in collection.json
};

const Field* find_field(const std::vector<Field>& fields, std::string_view name);

// The fields every record may carry without declaring them: "$schema", "slug", "draft", "parent"
// and, in a table, "id".
const std::vector<std::string>& common_fields();

}  // namespace puebla
