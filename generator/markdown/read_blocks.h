// Finds the blocks of a tree, and in them what this room adds to Markdown: ids, admonitions,
// pictures.

#pragma once

#include "foundation/diagnostics.h"
#include "markdown/document.h"
#include "markdown/lines.h"
#include "markdown/tree.h"

namespace puebla::markdown {

// Fills the blocks and links of the tree and makes its nodes point at them. Only explicit anchors
// are set yet. Takes the marks of our additions out of the tree, so that they are not printed.
void read_blocks(const Source& source, const Lines& lines, Tree& tree, Diagnostics& problems);

}  // namespace puebla::markdown
