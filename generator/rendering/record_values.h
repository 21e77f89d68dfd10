// Turns the values of a record into what templates compute with, in one language.

#pragma once

#include <functional>

#include "model/site.h"
#include "templates/value.h"

namespace puebla {

struct RecordContext {
    const Site& site;
    LanguageIndex language;
    // The record of an entry in this language.
    std::function<templates::Value(EntryIndex)> entry;
};

// Text in the language; marked as foreign where only another language has one; none where none has.
templates::Value text_value(const Site& site, const Localized<std::string>& text,
                            LanguageIndex language);

// The value as it stands, whatever it means.
templates::Value plain_value(const Value& value);

// {code, name, direction}
templates::Map language_map(const Language& language);

templates::Value field_value(const Field& field, const Value& value, const RecordContext& context);

// All fields of a record; those that are absent are none.
templates::Map record_map(const std::vector<Field>& fields, const Value& record,
                          const RecordContext& context);

// The labelled fields that are present, in the order of the schema: {field, label, value, format}.
templates::List facts_of(const std::vector<Field>& fields, const Value& record,
                         const RecordContext& context);

}  // namespace puebla
