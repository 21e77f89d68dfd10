// Feeds files to a target, without libFuzzer:
//
//     fuzz_replay TARGET FILE...
//
// The name of each file is printed before it is fed, so that the last line of a run that died names
// the one to blame. A file that takes longer than `patience` ends the run too.

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>

#include "fuzz/fuzz_targets.h"

int main(int argc, char** argv) {
    constexpr unsigned patience = 60;  // seconds, with sanitizers and on a busy machine
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    const auto* const target = argc > 1 ? puebla::fuzz::find_target(arguments[1]) : nullptr;
    if (target == nullptr) {
        std::cerr << "fuzz_replay TARGET FILE...\n";
        return 2;
    }
    for (const char* const name : arguments.subspan(2)) {
        std::cout << name << std::endl;
        std::ifstream file(name, std::ios::binary);
        if (!file) {
            std::cerr << "cannot be read: " << name << '\n';
            return 2;
        }
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        alarm(patience);
        target->feed(bytes);
        alarm(0);
    }
    return 0;
}
