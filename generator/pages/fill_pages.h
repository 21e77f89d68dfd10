// Parses the prose of every entry and resolves its links, many pages at once.
//
// A page whose language has no prose gets that of another language. Links to entries, collections
// and attachments become relative addresses; what leads nowhere is reported where it is written.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "foundation/diagnostics.h"
#include "foundation/parallel.h"
#include "model/site.h"
#include "pages/page.h"

namespace puebla {

struct FillOptions {
    Workers workers;
    // A word of the theme in the language of a page: "note", "footnotes" … with the number it
    // speaks of, or "" (markdown/document.h lists them).
    std::function<std::string(LanguageIndex, std::string_view phrase, std::string_view number)>
        phrase;
};

PageSet fill_pages(const Site& site, PageSet pages, const FillOptions& options,
                   Diagnostics& problems);

}  // namespace puebla
