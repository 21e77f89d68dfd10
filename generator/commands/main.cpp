// The program: reads the command line and calls the verb.

#include <algorithm>
#include <cstdlib>
#include <exception>

#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/report.h"

namespace {

using puebla::MessageLanguage;

// The language of the person at the keyboard, as POSIX says it (Base Definitions, section 8.2).
MessageLanguage language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value != '\0') {
            return std::string(value).starts_with("es") ? MessageLanguage::spanish
                                                        : MessageLanguage::english;
        }
    }
    return MessageLanguage::english;
}

int run(const std::vector<std::string>& typed, MessageLanguage language) {
    puebla::Diagnostics problems;
    const auto line = puebla::read_command_line(typed, language, problems);
    if (!line) {
        puebla::say_misuse(problems, puebla::json_asked_for(typed), language);
        return puebla::exit_misuse;
    }
    if (line->verb == "build") {
        return puebla::run_build(line->options);
    }
    if (line->verb == "check") {
        return puebla::run_check(line->options);
    }
    if (line->verb == "help") {
        return puebla::run_help(line->topic, line->options);
    }
    fmt::print("{}", line->text);
    return line->code;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> typed(arguments + std::min(count, 1), arguments + count);
    const MessageLanguage language =
        puebla::language_asked_for(typed).value_or(language_of_environment());
    try {
        return run(typed, language);
    } catch (const std::exception& failure) {
        const puebla::Message message =
            puebla::say("puebla stopped: {}", "puebla se detuvo: {}", failure.what());
        fmt::print(stderr, "{}\n", message.in(language));
        return puebla::exit_misuse;
    }
}
