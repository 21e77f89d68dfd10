// Says whether cmark-gfm may read what stands in the paragraphs, headings and cells of a text.
//
// It is linear in their length but for a few shapes (limits.h tells of blocks):
//
//   - A link definition is copied for each use: 85 kB became 100 MB.
//   - A bare address is looked at again for each bracket at its end, and for each @ in it.
//   - After each of the first thousand e-mail addresses of a line the rest of it is copied: 4 MB
//     asked for 4 GB.
//   - Very many marks (* _ [ ` and the like): linear, but each costs as much as a hundred letters.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "markdown/limits.h"

namespace puebla::markdown {

constexpr std::size_t most_inline_marks = 400'000;  // and lines, in all of a text

class InlineLimits {
  public:
    // `longest_definition` of a link in the text, in bytes.
    explicit InlineLimits(std::size_t longest_definition)
        : longest_definition_(longest_definition) {}

    // For the content of each block that holds inlines.
    std::optional<Excess> content(std::string_view content);

  private:
    std::optional<Excess> words(std::string_view content);

    std::size_t longest_definition_;
    std::size_t marks_ = 0;
    std::size_t definition_bytes_ = 0;  // as often as they may be copied
    std::size_t address_bytes_ = 0;
    double address_cost_ = 0;  // nanoseconds
};

}  // namespace puebla::markdown
