// Addresses of links that a slip of the pen or a paste has spoiled.

#pragma once

#include "foundation/diagnostics.h"
#include "markdown/document.h"

namespace puebla::markdown {

// Takes characters that nobody sees out of the destination, and says so; says what an address to
// somewhere else lacks.
void check_destination(const Source& source, Link& link, Diagnostics& problems);

}  // namespace puebla::markdown
