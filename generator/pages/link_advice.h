// What an author may have meant by a link that leads to no entry.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/message.h"
#include "model/site.h"

namespace puebla {

// Knows addresses of other sites without https:, of people without mailto:, files without "./",
// entries written as paths or as published addresses; then suggests the nearest name.
// `files` are those that lie beside the text, as links name them: "./mapa.pdf".
Message advice_for_link(const Site& site, const std::vector<std::string>& files,
                        std::string_view destination);

}  // namespace puebla
