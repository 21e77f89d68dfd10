// Problems as a person reads them, for comparing whole messages.

#pragma once

#include <string>

#include "foundation/show_diagnostics.h"

namespace puebla {

// Begins with a line feed, so that the expected text may begin on a line of its own.
inline std::string text_of(const Diagnostics& problems, const FileSystem& files,
                           MessageLanguage language = MessageLanguage::english) {
    return "\n" + show_diagnostics(problems, files, language);
}

}  // namespace puebla
