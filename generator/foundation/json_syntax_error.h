// Says what is wrong with a text that is not JSON, at its place and in the author's words.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/diagnostics.h"

namespace puebla {

// How far a parser came before it stopped.
struct JsonStop {
    Span last;                // the last token it accepted; empty at the start
    Span open;                // the innermost bracket that is not closed yet; empty for none
    std::size_t read = 0;     // bytes it has looked at, those of the wrong token among them
    bool complete = false;    // the value of the file had already ended
    bool in_object = false;   // and not in a list inside it
    bool after_name = false;  // a name has been read, its value has not
    bool too_large = false;   // a number that no computer number can hold
};

void report_json_syntax(const std::string& file, std::string_view text, const JsonStop& stop,
                        Diagnostics& problems);

// White space between JSON tokens.
bool is_json_space(char c);

// The token of a JSON text that begins at `begin`: a bracket, a text in quotes, or a word. A text
// that is not closed goes on to the end.
Span json_token_at(std::string_view text, std::size_t begin);

}  // namespace puebla
