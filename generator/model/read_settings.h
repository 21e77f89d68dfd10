// The parts that site.json, collection.json and records have in common: names from a closed set,
// and texts in several languages.

#pragma once

#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/value.h"
#include "model/localized.h"

namespace puebla {

// A JSON file being understood: where it is, which languages its texts may have.
struct Settings {
    const std::string& file;
    const std::vector<std::string>& languages;  // codes, in the order of the site
    Diagnostics& problems;

    Place place_of(Span span) const { return {file, span}; }
};

// Reports members of an object that are not in `known`, with a suggestion. `owner` says in a
// sentence whose names they are: "site.json has", "site.json no tiene".
void check_names(const Value& object, const std::vector<std::string>& known, const Message& owner,
                 const Settings& settings);

// Whether a member of an object has almost the name of a field that is missing: then its unknown
// name explains both.
bool is_misspelt(const Value& object, const std::vector<std::string>& known,
                 const std::string& missing);

// {"es": …, "en": …}. Reports what is not an object of texts and languages the site does not have.
// A text that is empty or only white space counts as missing.
Localized<std::string> read_localized(const Value& value, const Settings& settings);

// The same for a text that every language should have. Warns of each language without one; where
// none has one, it is an error. `what` names the text in these messages.
Localized<std::string> read_full_text(const Value& value, const Message& what,
                                      const Settings& settings);

// A text, a list of texts or a whole number by name; reports another type and returns the default.
std::string read_text_at(const Value& object, std::string_view name, const Settings& settings,
                         std::string_view otherwise = {});
std::vector<std::string> read_texts_at(const Value& object, std::string_view name,
                                       const Settings& settings);

// Whether nobody would see the text.
bool is_blank(std::string_view text);

// What a message underlines of a value: all of a text or number, the bracket of a list or object.
Span head_of(const Value& value);

}  // namespace puebla
