// Says in both languages why CLI11 could not use what was typed.

#pragma once

#include "foundation/diagnostics.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace puebla {

void report_misuse(const CLI::App& app, const CLI::ParseError& failure, Diagnostics& problems);

void report_missing_value(const std::string& option, Diagnostics& problems);

}  // namespace puebla
