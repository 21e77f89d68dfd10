// Lets cmark-gfm read a body, within limits.

#pragma once

#include "foundation/diagnostics.h"
#include "markdown/document.h"
#include "markdown/lines.h"
#include "markdown/tree.h"

namespace puebla::markdown {

// Null where a limit was passed; the reason is then among the problems.
OwnedNode read_tree(const Source& source, const Lines& lines, Diagnostics& problems);

}  // namespace puebla::markdown
