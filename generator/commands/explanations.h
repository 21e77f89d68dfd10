// What every diagnostic code means, with an example; `puebla help CODE` prints it.

#pragma once

#include <string_view>
#include <vector>

#include "foundation/message.h"

namespace puebla {

struct Explanation {
    std::string_view code;
    Message summary;           // one sentence
    Message remedy;            // what to do, in a few sentences
    std::string_view example;  // a wrong line and, after "→", the right one
};

const std::vector<Explanation>& explanations();

}  // namespace puebla
