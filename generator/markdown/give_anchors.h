// Gives every block its anchor, from numbers and explicit ids only, never from words.

#pragma once

#include "foundation/diagnostics.h"
#include "markdown/document.h"
#include "markdown/tree.h"

namespace puebla::markdown {

void give_anchors(const Source& source, Tree& tree, Diagnostics& problems);

}  // namespace puebla::markdown
