// Fills an address pattern of collection.json: "documentos/{type.slug}/{date.year}/{slug}/".
//
//   {slug}         the entry's slug in the language
//   {parent}       the address of the entry's parent page, below the language
//   {field}        a text or number of the record
//   {field.slug}   of an enumeration: its slug; of a reference: the slug of its target
//   {field.year}   of a date

#pragma once

#include <optional>
#include <string>

#include "foundation/diagnostics.h"
#include "model/site.h"

namespace puebla {

// The address below the language's folder, or null where the pattern cannot be filled; why is
// reported, at the pattern or at the record.
std::optional<std::string> fill_address(const Site& site, const Entry& entry,
                                        LanguageIndex language, Diagnostics& problems);

}  // namespace puebla
