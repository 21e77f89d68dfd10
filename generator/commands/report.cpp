#include "commands/report.h"

#include <unistd.h>

#include <cstdio>

#include "foundation/show_diagnostics.h"

namespace puebla {

Reporter::Reporter(const Options& options, const FileSystem& files)
    : options_(options), files_(files), terminal_(isatty(STDERR_FILENO) != 0) {}

void Reporter::step(const Message& what) {
    if (options_.json) {
        return;
    }
    clear_step();
    fmt::print(stderr, "{} …{}", what.in(options_.messages), terminal_ ? "" : "\n");
    std::fflush(stderr);
    step_shown_ = terminal_;
}

void Reporter::clear_step() {
    if (step_shown_) {
        fmt::print(stderr, "\r\033[K");
        step_shown_ = false;
    }
}

void Reporter::problems(const Diagnostics& problems) {
    clear_step();
    if (options_.json) {
        fmt::print("{}", diagnostics_as_json(problems, files_, options_.messages));
        return;
    }
    fmt::print(stderr, "{}", show_diagnostics(problems, files_, options_.messages));
    if (!problems.empty()) {
        fmt::print(stderr, "{}\n", count_text(problems).in(options_.messages));
    }
}

void Reporter::say_result(const Message& result) {
    clear_step();
    if (!options_.json) {
        fmt::print("{}\n", result.in(options_.messages));
    }
}

void say_misuse(const Diagnostics& problems, bool json, MessageLanguage language) {
    const MemoryFileSystem no_files;
    if (json) {
        fmt::print("{}", diagnostics_as_json(problems, no_files, language));
    } else {
        fmt::print(stderr, "{}", show_diagnostics(problems, no_files, language));
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
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const Diagnostic& problem : problems.sorted()) {
        (problem.severity == Severity::error ? errors : warnings) += 1;
    }
    const auto part = [](std::size_t count, const Message& one, const Message& many) {
        return say("{} {}", "{} {}", count, count == 1 ? one : many);
    };
    return say("{}, {}", "{}, {}", part(errors, {"error", "error"}, {"errors", "errores"}),
               part(warnings, {"warning", "advertencia"}, {"warnings", "advertencias"}));
}

}  // namespace puebla
