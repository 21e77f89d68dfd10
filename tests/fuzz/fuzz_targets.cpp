#include "fuzz/fuzz_targets.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>

namespace puebla::fuzz {

const Target* find_target(std::string_view name) {
    const auto* const found = std::find_if(std::begin(targets), std::end(targets),
                                           [&](const Target& one) { return one.name == name; });
    return found == std::end(targets) ? nullptr : found;
}

void must_hold(const std::string& complaint) {
    if (!complaint.empty()) {
        std::cerr << "This does not hold: " << complaint << '\n';
        std::abort();
    }
}

}  // namespace puebla::fuzz
