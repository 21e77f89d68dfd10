// Lets cmark-gfm read a body, within limits.

#pragma once

#include "foundation/diagnostics.h"
#include "markdown/document.h"
#include "markdown/lines.h"
#include "markdown/tree.h"

namespace puebla::markdown {

// Gives the tree its root and the labels of its footnotes. There is no root where a limit was
// passed; the reason is then among the problems, and so are footnotes that nobody asks for.
void read_tree(const Source& source, const Lines& lines, Tree& tree, Diagnostics& problems);

}  // namespace puebla::markdown
