// Cuts a template into tokens: literal text, and the words and signs inside {{ … }} and {% … %}.
//
// White space follows Jinja with trim_blocks, lstrip_blocks and keep_trailing_newline: the line
// feed after a block tag or comment is dropped, so are blanks between the start of a line and a
// block tag or comment; "-" at a tag's inner edge drops all white space on that side, "+" keeps it.
// Comments and the tags of {% raw %} leave no tokens. Line ends in literal text become "\n".

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/diagnostics.h"
#include "templates/value.h"

namespace puebla::templates {

enum class TokenKind : std::uint8_t {
    text,         // literal text; in `text`
    print_begin,  // {{
    print_end,    // }}
    block_begin,  // {%
    block_end,    // %}
    name,
    string,  // its characters in `text`
    integer,
    real,
    sign,  // an operator or a bracket, spelled in `text`
    end,
};

struct Token {
    TokenKind kind = TokenKind::end;
    std::string text;
    Span span;
    Value number;             // of integer and real
    bool over_lines = false;  // a string in which a line ends: perhaps its quote is missing
};

// What is said of such a string, at its place, where something after it is not understood.
Message text_over_lines();
Message quote_may_be_missing();

// The tokens, always with an `end` at the end. What is wrong is reported, and the rest of the
// template is left out.
std::vector<Token> read_tokens(const std::string& file, std::string_view source,
                               Diagnostics& problems);

}  // namespace puebla::templates
