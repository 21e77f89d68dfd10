// UTF-8 as The Unicode Standard 15, section 3.9, table 3-7 defines it.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace puebla {

// The offset of the first byte that does not belong to well-formed UTF-8.
std::optional<std::size_t> first_invalid_byte(std::string_view text);

// The text with U+FFFD in place of every byte that does not belong to well-formed UTF-8: names of
// files may hold any bytes.
std::string well_formed(std::string_view text);

// Code points in well-formed text.
std::size_t count_characters(std::string_view text);

// Byte length of the code point that starts with `lead`; 1 for a byte that starts none.
std::size_t character_length(char lead);

// The bytes of the byte order mark, if the text begins with one: 3 or 0.
std::size_t byte_order_mark_length(std::string_view text);

}  // namespace puebla
