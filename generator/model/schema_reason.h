// Why a value does not fit a JSON Schema, in words: Valijson gives its reasons in English, for
// programmers.

#pragma once

#include <string_view>

#include "foundation/message.h"

namespace puebla {

// Empty for a reason that we have no words for. " Or: " stands between those of alternatives.
Message reason_in_words(std::string_view reason);

}  // namespace puebla
