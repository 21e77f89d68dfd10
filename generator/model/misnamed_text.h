// A file of almost the right name, where the text of an entry is missing.

#pragma once

#include <string>
#include <vector>

#include "foundation/message.h"

namespace puebla {

// "there is es.md.txt: rename it to es.md", or nothing. `files` are full paths of what lies in
// `folder` ("content/books/two-rivers/") beside the texts.
Message advice_for_missing_text(const std::vector<std::string>& files, const std::string& folder,
                                const std::string& language);

}  // namespace puebla
