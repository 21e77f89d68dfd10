// The program: reads the command line and calls the verb.

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>

#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/print.h"
#include "commands/report.h"
#include "publishing/failure.h"

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
    puebla::print_answer(line->text);
    return line->code;
}

// What stopped the program although nobody made a mistake in the content.
puebla::Message reason_of(const std::exception& failure) {
    using puebla::say;
    if (dynamic_cast<const std::bad_alloc*>(&failure) != nullptr) {
        return puebla::reason_of(ENOMEM);
    }
    if (const auto* lost = dynamic_cast<const puebla::AnswerLost*>(&failure)) {
        return say("standard output cannot be written: {}",
                   "no se puede escribir en la salida estándar: {}",
                   puebla::reason_of(lost->code().value()));
    }
    if (const auto* file = dynamic_cast<const std::filesystem::filesystem_error*>(&failure)) {
        return say("\"{}\": {}", "«{}»: {}", file->path1().string(),
                   puebla::reason_of(file->code().value()));
    }
    if (const auto* call = dynamic_cast<const std::system_error*>(&failure)) {
        return puebla::reason_of(call->code().value());
    }
    const std::string words = failure.what();
    return say("{}", "{}", words);
}

}  // namespace

int main(int count, char** arguments) {
    puebla::keep_standard_files_open();
    puebla::ignore_signals_of_failed_calls();
    const std::vector<std::string> typed(arguments + std::min(count, 1), arguments + count);
    const MessageLanguage language =
        puebla::language_asked_for(typed).value_or(language_of_environment());
    try {
        return run(typed, language);
    } catch (const std::exception& failure) {
        const puebla::Message message =
            puebla::say("puebla stopped: {}.", "puebla se detuvo: {}.", reason_of(failure));
        const std::string state = puebla::state_of_the_site();
        puebla::print_aside(message.in(language) + (state.empty() ? "" : " ") + state + "\n");
        return puebla::exit_misuse;
    }
}
