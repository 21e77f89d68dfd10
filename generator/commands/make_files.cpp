#include "commands/make_files.h"

#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "checks/findings.h"
#include "foundation/parallel.h"

namespace puebla {

namespace {

struct Made {
    PageFacts facts;
    Diagnostics problems;
};

// A layout that fails, fails on all of its pages: that is told once, with the first of them.
void report(const Build& build, const std::vector<Made>& made, Diagnostics& problems) {
    struct Cause {
        Diagnostic problem;
        std::string first_path;
        std::size_t pages = 0;
    };
    const std::set<std::string_view> templates(build.template_files.begin(),
                                               build.template_files.end());
    std::vector<Cause> causes;
    std::map<std::tuple<std::string, std::size_t, std::string>, std::size_t> known;
    for (std::size_t i = 0; i < made.size(); ++i) {
        for (const Diagnostic& one : made[i].problems.all()) {
            if (!templates.contains(one.place.file)) {
                problems.error(one.code, one.place, one.message, one.help);
                continue;
            }
            const auto [found, is_new] =
                known.try_emplace({one.place.file, one.place.span.begin, one.code}, causes.size());
            if (is_new) {
                causes.push_back({one, build.files[i].path, 0});
            }
            ++causes[found->second].pages;
        }
    }
    for (auto& [problem, first_path, pages] : causes) {
        problems.error(problem.code, problem.place, on_pages(problem.message, pages, first_path),
                       problem.help);
    }
}

}  // namespace

std::vector<PageFacts> make_files(const Build& build, Workers workers, const TakeFile& take,
                                  Diagnostics& problems) {
    std::vector<Made> made = parallel_map(
        workers, build.files, problems, [&](const OutputFile& file, Diagnostics& found) {
            MadeFile one = file.make();
            take(file.path, one.bytes, found);
            return Made{facts_of(file.path, one, build.site->base), std::move(one.problems)};
        });
    report(build, made, problems);
    std::vector<PageFacts> facts;
    facts.reserve(made.size());
    for (Made& one : made) {
        facts.push_back(std::move(one.facts));
    }
    return facts;
}

}  // namespace puebla
