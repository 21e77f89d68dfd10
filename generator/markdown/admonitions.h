// > [!NOTE]: a block quote that is something a reader is told aside.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace puebla::markdown {

struct AdmonitionMark {
    std::string_view word;  // as written: "NOTE"
    std::string name;       // "note", or "" where the word is not one we know
    std::string_view line;  // the whole first line, without blanks at its end
    std::string_view id;    // of {#id} after the mark
};

// "NOTE" → "note"; "" for a word that is not one we know.
std::string admonition_name(std::string_view word);

// Reads the first line of the first paragraph of a block quote.
std::optional<AdmonitionMark> read_admonition_mark(std::string_view content);

// Every name an admonition can have, in small letters.
constexpr std::string_view admonition_names[] = {"note", "tip", "important", "warning", "caution"};

}  // namespace puebla::markdown
