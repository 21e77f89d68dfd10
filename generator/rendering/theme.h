// A theme: how pages look. A folder below themes/ with theme.json, layouts/, partials/, phrases/,
// styles/, scripts/, images/ and fonts/. Files in content/.theme/ stand in for layouts, partials
// and phrases of the same name.

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/file_system.h"
#include "foundation/value.h"
#include "locale/locale.h"
#include "model/site.h"
#include "rendering/assets.h"
#include "templates/template_set.h"

namespace puebla {

// Some of the theme's own words, in one language or, where that lacks them, in another.
struct Phrase {
    MessagePattern pattern;
    struct Lender {
        std::string language;  // its code
        bool right_to_left = false;
    };
    std::optional<Lender> lender;
};

// By key.
using Phrases = std::map<std::string, Phrase, std::less<>>;

struct ThemePhrases {
    std::vector<Phrases> by_language;  // of the site
    bool complete = true;              // false: some are broken or in a file that cannot be read
};

struct Theme {
    std::string name;  // "" where the site names none that exists
    templates::TemplateSet templates;
    std::vector<std::string> template_names;  // of all, sorted; those with errors too
    bool all_templates_read = true;           // false: there may be more, in a folder
    ThemePhrases phrases;
    std::vector<Asset> assets;
    std::vector<std::pair<std::string, Value>> options;  // with the site's own values
};

Theme read_theme(const FileSystem& files, const Site& site, Diagnostics& problems);

// A phrase in a language of the site; null where the theme has none of that key.
std::optional<std::string> say_phrase(const Theme& theme, const Site& site, LanguageIndex language,
                                      std::string_view key, const Locale::Arguments& arguments);

}  // namespace puebla
