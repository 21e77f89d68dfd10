// What an author may have meant by a link that leads to no entry.

#pragma once

#include <optional>
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

// A picture that is no file beside its text, in `folder`.
Message advice_for_picture(const std::string& folder, const std::vector<std::string>& files,
                           std::string_view destination);

struct Refusal {
    Message message;
    Message help;
};

// Why a file that may well lie beside a text is not published with it: records, texts and hidden
// files are for the generator. `name` is that of the file, `entry` that of the entry.
std::optional<Refusal> refusal_of_file(std::string_view name, const std::string& entry);

}  // namespace puebla
