// A regular expression of a schema ("pattern"), compared in a time that grows with the text alone.
//
// The language is ECMAScript's, as JSON Schema has it; it counts characters, not bytes. Whoever
// writes a pattern may be careless or hostile, so what cannot be compared in such a time is refused
// when it is made: back references, more than one look-ahead, repetitions of repetitions without
// measure.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/message.h"

namespace puebla {

// Longer texts are not compared with a pattern, and longer patterns are none.
inline constexpr std::size_t longest_for_pattern = 1024;

class TextPattern {
  public:
    // Null where this is no pattern; `reason` says why, as a sentence.
    static std::optional<TextPattern> make(std::string_view pattern, Message& reason);

    // Whether a part of the text matches. The text is UTF-8 of at most `longest_for_pattern` bytes.
    bool matches(std::string_view text) const;

    // As it was written.
    const std::string& text() const { return text_; }

  private:
    struct Compiled;
    TextPattern(std::string_view text, std::shared_ptr<const Compiled> compiled)
        : text_(text), compiled_(std::move(compiled)) {}

    std::string text_;
    std::shared_ptr<const Compiled> compiled_;
};

}  // namespace puebla
