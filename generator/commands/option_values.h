// What may follow each option. A wrong value is reported in both languages.

#pragma once

#include <string>

#include "commands/options.h"
#include "foundation/diagnostics.h"

namespace puebla {

constexpr unsigned most_workers = 256;

bool is_source_folder(const std::string& option, const std::string& value, Diagnostics& problems);
bool is_output_folder(const std::string& option, const std::string& value, Diagnostics& problems);
bool is_site_address(const std::string& option, const std::string& value, Diagnostics& problems);
bool is_full_date(const std::string& option, const std::string& value, Diagnostics& problems);
bool is_worker_count(const std::string& option, const std::string& value, Diagnostics& problems);
bool is_message_language(const std::string& option, const std::string& value,
                         Diagnostics& problems);

// The theme that was asked for, if one was, lies in themes/.
bool theme_exists(const Options& options, Diagnostics& problems);

// The output may not hold the source folder, nor lie in content/ or themes/: what people write and
// what Puebla makes would mix.
bool output_is_apart(const Options& options, Diagnostics& problems);

}  // namespace puebla
