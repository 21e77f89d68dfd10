#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

#include "checks/checks.h"
#include "commands/commands.h"
#include "commands/interruption.h"
#include "commands/make_files.h"
#include "commands/report.h"
#include "publishing/check_paths.h"
#include "publishing/staging.h"

namespace puebla {

namespace {

namespace fs = std::filesystem;

using Clock = std::chrono::steady_clock;

std::string pages_per_language(const Build& build) {
    std::map<std::string, std::size_t> counts;
    for (const Page& page : build.pages->pages) {
        if (page.kind != PageKind::doorway && page.kind != PageKind::not_found) {
            ++counts[build.site->languages[page.language].code];
        }
    }
    std::vector<std::string> parts;
    for (const Language& language : build.site->languages) {
        parts.push_back(fmt::format("{} {}", counts[language.code], language.code));
    }
    return fmt::to_string(fmt::join(parts, ", "));
}

Message summary(const Build& build, const PublishReport& report, double seconds) {
    const std::string folder = report.output.string();
    return say(
        "Pages: {} · {} files, {} ({} new or changed, {} removed) · {:.2f} s\n"
        "The site is in {}. Open {}/index.html in a browser.",
        "Páginas: {} · {} archivos, {} ({} nuevos o cambiados, {} quitados) · {:.2f} s\n"
        "El sitio está en {}. Abra {}/index.html en un navegador.",
        pages_per_language(build), report.files, size_text(report.bytes), report.changed,
        report.removed, seconds, folder, folder);
}

// A problem of no file is one of how the program was called: in a folder that is no site.
ExitCode exit_code_of(const Diagnostics& problems) {
    const std::vector<Diagnostic>& all = problems.all();
    const bool misuse = std::any_of(all.begin(), all.end(), [](const Diagnostic& one) {
        return one.severity == Severity::error && one.place.file.empty();
    });
    return misuse ? exit_misuse : exit_problems;
}

// What is true as long as the last step has not been taken.
Message not_published(const Options& options) {
    std::error_code ignored;
    const bool had_site = fs::exists(options.output() / "index.html", ignored);
    return had_site ? say("Nothing was published; the site in {} is as it was.",
                          "No se publicó nada; el sitio en {} quedó como estaba.",
                          options.output().string())
                    : say("Nothing was published.", "No se publicó nada.");
}

Message published(const PublishReport& report) {
    return say("The new site is published in {}.", "El sitio nuevo está publicado en {}.",
               report.output.string());
}

// Reads, renders and checks; `take` gets the bytes of every file.
Build make_checked_site(const FileSystem& files, const Options& options, Reporter& reporter,
                        const TakeFile& take) {
    reporter.step(say("Reading {}", "Leyendo {}", options.source.string()));
    Build build = build_site(files, options.build);
    check_paths(build.files, build.diagnostics);
    // What depends on a mistake stays silent: pages with holes would only blame the theme for it.
    if (build.diagnostics.has_errors()) {
        return build;
    }
    reporter.step(say("Making {} files", "Creando {} archivos", build.files.size()));
    const std::vector<PageFacts> facts =
        make_files(build, options.build.workers, take, build.diagnostics);
    if (!build.diagnostics.has_errors()) {
        reporter.step(
            say("Checking links, titles and languages", "Revisando enlaces, títulos e idiomas"));
        run_checks({build, facts}, build.diagnostics);
    }
    if (options.strict) {
        build.diagnostics = build.diagnostics.as_errors();
    }
    return build;
}

bool is_mixed(const Diagnostics& problems) {
    return std::ranges::any_of(
        problems.all(), [](const Diagnostic& problem) { return problem.code == "output-mixed"; });
}

// The step that readers see, and that no signal stops in the middle.
std::optional<PublishReport> publish(Staging& staging, const Options& options,
                                     Diagnostics& problems) {
    const Uninterrupted step;
    auto report = staging.publish(problems);
    if (report) {
        answer_signals(published(*report), options.messages);
    } else if (is_mixed(problems)) {
        answer_signals({}, options.messages);  // the message says what happened
    }
    return report;
}

}  // namespace

int run_build(const Options& options) {
    const auto start = Clock::now();
    const DiskFileSystem files(options.source);
    Reporter reporter(options, files);

    // In a folder that is no site there is nothing to prepare.
    if (!files.exists("content/site.json")) {
        if (const int code = run_check(options); code != exit_done) {
            reporter.say_result(not_published(options));
            return code;
        }
    }

    // The same words whether it fails or is stopped.
    const Message unchanged = not_published(options);
    answer_signals(unchanged, options.messages);
    Diagnostics environment;
    const auto give_up = [&](const Diagnostics& problems, ExitCode code) {
        reporter.problems(problems);
        reporter.say_result(unchanged);
        return code;
    };
    auto staging = Staging::open(options.output(),
                                 options.in_place ? PublishMode::in_place : PublishMode::exchange,
                                 environment);
    if (!staging) {
        return give_up(environment, exit_misuse);
    }

    // What went wrong with the disk is told apart from what is wrong with the content.
    std::mutex environment_lock;
    const Build build =
        make_checked_site(files, options, reporter,
                          [&](const std::string& path, const std::string& bytes, Diagnostics&) {
                              Diagnostics found;
                              const bool written = staging->write(path, bytes, found);
                              if (!found.empty()) {
                                  const std::lock_guard guard(environment_lock);
                                  environment.append(found);
                              }
                              return written;
                          });
    if (environment.has_errors()) {
        return give_up(environment, exit_misuse);
    }
    if (build.diagnostics.has_errors()) {
        return give_up(build.diagnostics, exit_code_of(build.diagnostics));
    }
    reporter.step(say("Publishing", "Publicando"));
    if (!staging->complete(environment)) {
        return give_up(environment, exit_misuse);
    }
    const auto report = publish(*staging, options, environment);
    if (!report && !is_mixed(environment)) {
        return give_up(environment, exit_misuse);
    }
    environment.append(build.diagnostics);
    reporter.problems(environment);
    if (!report) {
        return exit_misuse;
    }
    const std::chrono::duration<double> seconds = Clock::now() - start;
    reporter.say_result(summary(build, *report, seconds.count()));
    return exit_done;
}

int run_check(const Options& options) {
    answer_signals({}, options.messages);
    const DiskFileSystem files(options.source);
    Reporter reporter(options, files);
    const Build build = make_checked_site(
        files, options, reporter,
        [](const std::string&, const std::string&, Diagnostics&) { return true; });
    reporter.problems(build.diagnostics);
    if (build.diagnostics.has_errors()) {
        return exit_code_of(build.diagnostics);
    }
    reporter.say_result(say("Pages: {} · nothing stands in the way of publishing.",
                            "Páginas: {} · nada impide publicar.", pages_per_language(build)));
    return exit_done;
}

}  // namespace puebla
