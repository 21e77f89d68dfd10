#include "commands/report.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "commands/print.h"
#include "foundation/show_diagnostics.h"

namespace puebla {

namespace {

// A terminal, and one that can take back what it shows.
bool obeys_commands(int file) {
    const char* kind = std::getenv("TERM");
    return isatty(file) != 0 && kind != nullptr && std::string_view(kind) != "dumb";
}

}  // namespace

Reporter::Reporter(const Options& options, const FileSystem& files)
    : options_(options), files_(files), terminal_(obeys_commands(STDERR_FILENO)) {}

void Reporter::step(const Message& what) {
    if (options_.json) {
        return;
    }
    clear_step();
    print_aside(what.in(options_.messages) + (terminal_ ? " …" : " …\n"));
    step_shown_ = terminal_;
}

void Reporter::clear_step() {
    if (step_shown_) {
        print_aside("\r\033[K");
        step_shown_ = false;
    }
}

void Reporter::problems(const Diagnostics& problems) {
    clear_step();
    if (options_.json) {
        print_answer(diagnostics_as_json(problems, files_, options_.messages));
        return;
    }
    if (!problems.empty()) {
        print_aside(show_diagnostics(problems, files_, options_.messages) +
                    count_text(problems).in(options_.messages) + "\n");
    }
}

void Reporter::say_result(const Message& result) {
    clear_step();
    if (!options_.json) {
        print_answer(result.in(options_.messages) + "\n");
    }
}

void say_misuse(const Diagnostics& problems, bool json, MessageLanguage language) {
    const MemoryFileSystem no_files;
    if (json) {
        print_answer(diagnostics_as_json(problems, no_files, language));
    } else {
        print_aside(show_diagnostics(problems, no_files, language));
    }
}

Message size_text(std::uintmax_t bytes) {
    constexpr double thousand = 1000;
    const auto value = static_cast<double>(bytes);
    if (value < thousand) {
        return say("{} bytes", "{} bytes", bytes);
    }
    if (value < thousand * thousand) {
        return say("{:.1f} kB", "{:.1f} kB", value / thousand);
    }
    return say("{:.1f} MB", "{:.1f} MB", value / thousand / thousand);
}

Message count_text(const Diagnostics& problems) {
    const std::size_t errors = problems.count_different(Severity::error);
    const std::size_t warnings = problems.count_different(Severity::warning);
    const auto part = [](std::size_t count, const Message& one, const Message& many) {
        return say("{} {}", "{} {}", count, count == 1 ? one : many);
    };
    return say("{}, {}", "{}, {}", part(errors, {"error", "error"}, {"errors", "errores"}),
               part(warnings, {"warning", "advertencia"}, {"warnings", "advertencias"}));
}

}  // namespace puebla
