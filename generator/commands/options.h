// What a person may say on the command line, the same for every verb.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "build/build_site.h"
#include "foundation/message.h"

namespace puebla {

// What the program answers the shell with.
enum ExitCode : int {
    exit_done = 0,
    exit_problems = 1,  // in the content or the theme
    exit_misuse = 2,    // wrong use, or an environment that does not let us work
};

struct Options {
    std::filesystem::path source = ".";
    std::filesystem::path out;  // empty: "public" in the source folder
    BuildOptions build;
    bool strict = false;    // warnings count as errors
    bool json = false;      // problems as JSON, for tools
    bool in_place = false;  // write into the output without exchanging it
    MessageLanguage messages = MessageLanguage::english;

    std::filesystem::path output() const { return out.empty() ? source / "public" : out; }
};

}  // namespace puebla
