// Texts for people and tools.
//
// Whoever reads them may go away (`puebla build | head -1`); a site is published all the same. So
// a pipe that nobody reads is no failure.

#pragma once

#include <string_view>
#include <system_error>

namespace puebla {

// To be called first: where the caller closed one of the three, a file of the site would get its
// number, and messages would be written into it.
void keep_standard_files_open();

// An answer that is half lost on a full disk must not pass for a whole one.
struct AnswerLost : std::system_error {
    using std::system_error::system_error;
};

// To standard output, at once. Throws AnswerLost where it cannot be written.
void print_answer(std::string_view text);

// To standard error. What nobody can be told is left untold.
void print_aside(std::string_view text);

}  // namespace puebla
