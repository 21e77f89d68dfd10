// The verbs of the program. Each prints what it has to say and returns the exit code.

#pragma once

#include <string>
#include <vector>

#include "commands/options.h"

namespace puebla {

int run_build(const Options& options);
int run_check(const Options& options);

// Explains a diagnostic code, lists the filters, or says what can be explained.
int run_help(const std::string& topic, const Options& options);

}  // namespace puebla
