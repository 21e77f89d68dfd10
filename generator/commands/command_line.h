// What a person typed, understood: a verb with its options, or something to say at once.
//
// CLI11 knows the grammar. Every word that people read is ours, in the language of messages.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/options.h"
#include "foundation/diagnostics.h"

namespace puebla {

struct CommandLine {
    std::string verb;   // "build", "check" or "help"; empty where `text` is all there is to do
    std::string topic;  // of "help"
    Options options;
    std::string text;           // the help or the version
    ExitCode code = exit_done;  // with `text`
};

// `typed` is without the name of the program. Null where it cannot be understood; why is reported.
std::optional<CommandLine> read_command_line(const std::vector<std::string>& typed,
                                             MessageLanguage language, Diagnostics& problems);

// What `--messages` asks for, wherever it stands; the help itself is in that language.
std::optional<MessageLanguage> language_asked_for(const std::vector<std::string>& typed);

// Whether problems are wanted as JSON, also those of the command line itself.
bool json_asked_for(const std::vector<std::string>& typed);

}  // namespace puebla
