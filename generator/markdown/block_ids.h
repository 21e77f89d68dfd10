// {#id}: how an author names a block.

#pragma once

#include <optional>
#include <string_view>

#include "foundation/diagnostics.h"

namespace puebla::markdown {

struct WrittenId {
    std::string_view id;
    std::size_t begin = 0;  // of "{#" in the text
};

// The {#id} at the end of a text, blanks after it allowed. One after a backslash is text.
std::optional<WrittenId> id_at_end(std::string_view text);

// Small letters, digits and hyphens, beginning with a letter; the names of footnotes are ours.
bool is_good_id(std::string_view id);

void report_bad_id(std::string_view id, Place place, Diagnostics& problems);

}  // namespace puebla::markdown
