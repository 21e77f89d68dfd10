// The title of a text stands in its first line, and is printed letter by letter.

#pragma once

#include "foundation/diagnostics.h"
#include "markdown/document.h"

namespace puebla::markdown {

// Markdown in the line before the body: readers would see its signs.
void report_markup_in_title(const Source& source, Diagnostics& problems);

}  // namespace puebla::markdown
