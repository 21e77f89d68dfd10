// How the number of a list item is written: in its anchor and in front of it.

#pragma once

#include <string>

namespace puebla::markdown {

// Lists inside the items of a list have letters, those inside them numbers again: 16, b, 2.
std::string written_number(int level, int number);

}  // namespace puebla::markdown
