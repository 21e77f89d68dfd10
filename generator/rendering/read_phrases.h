// Reads the words of a theme: phrases/ of the theme and of content/.theme/, one file per language.
//
// A language lends those it lacks from English, else from the first language that has them. What a
// phrase leaves open, as {count}, has the same name in all languages; where it has not, that is an
// error at the phrase.

#pragma once

#include <string>

#include "foundation/diagnostics.h"
#include "foundation/file_system.h"
#include "model/site.h"
#include "rendering/theme.h"

namespace puebla {

// Phrases that are the generator's to print, in figures, tables and notices; it gives "number".
constexpr std::string_view start_of_generator_phrases = "body_";

// By language of the site. `folder` is that of the theme.
ThemePhrases read_phrases(const FileSystem& files, const Site& site, const std::string& folder,
                          Diagnostics& problems);

}  // namespace puebla
