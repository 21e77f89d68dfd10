#include "markdown/block_ids.h"

#include <utility>

#include "markdown/blanks.h"

namespace puebla::markdown {

std::optional<WrittenId> id_at_end(std::string_view text) {
    text = without_blanks_at_end(text);
    if (text.empty() || text.back() != '}') {
        return std::nullopt;
    }
    const std::size_t last = text.size() - 1;
    const std::size_t brace = text.find_last_of("{\n", last);
    if (brace == std::string_view::npos || text.substr(brace, 2) != "{#" ||
        (brace > 0 && text[brace - 1] == '\\')) {
        return std::nullopt;
    }
    return WrittenId{text.substr(brace + 2, last - brace - 2), brace};
}

bool is_good_id(std::string_view id) {
    if (id.empty() || id.front() < 'a' || id.front() > 'z' || id.substr(0, 3) == "fn-" ||
        id.substr(0, 6) == "fnref-") {
        return false;
    }
    return id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

void report_bad_id(std::string_view id, Place place, Diagnostics& problems) {
    problems.error(
        "bad-block-id", std::move(place),
        say("\"{}\" cannot be the id of a block", "«{}» no puede ser el id de un bloque", id),
        say("use small letters from a to z, digits and hyphens, beginning with a letter; "
            "fn- is kept for footnotes",
            "use minúsculas de la a a la z, cifras y guiones, empezando por una letra; "
            "fn- se reserva para las notas"));
}

}  // namespace puebla::markdown
