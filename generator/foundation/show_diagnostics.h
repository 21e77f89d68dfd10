// Turns problems into the text a person reads, and into JSON for tools.
//
//   content/guides/install/es.md:14:13: error: no entry is called "guides/configure" [code]
//     14 | Consulta la [configuración](guides/configure) antes de seguir.
//        |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
//     help: did you mean "guides/configuration"?
//
// Lines and columns start at 1; columns count characters, not bytes, and carets stand under what
// they mean on a terminal, where a character may take two columns or none. A very long line is cut
// around the place. The texts end in a line feed each.

#pragma once

#include <string>

#include "foundation/diagnostics.h"
#include "foundation/file_system.h"

namespace puebla {

struct LineAndColumn {
    std::size_t line = 1;
    std::size_t column = 1;  // in characters
};

LineAndColumn position_of(std::string_view text, std::size_t byte_offset);

// `files` is asked again for the excerpts; where a file is gone or not text, only the place is
// shown.
std::string show_diagnostic(const Diagnostic& problem, const FileSystem& files,
                            MessageLanguage language);

// All problems, sorted, each once.
std::string show_diagnostics(const Diagnostics& problems, const FileSystem& files,
                             MessageLanguage language);

// One JSON array; every object has severity, code, file, line, column, end_line, end_column,
// message and help. What the text does not show is null: the lines of a problem that is about a
// file as a whole, and the file where there is none.
std::string diagnostics_as_json(const Diagnostics& problems, const FileSystem& files,
                                MessageLanguage language);

}  // namespace puebla
