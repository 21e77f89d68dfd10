#include <filesystem>

#include "build/build_site.h"
#include "checks/checks.h"
#include "commands/make_files.h"
#include "fuzz/bundle.h"
#include "fuzz/complaints.h"
#include "fuzz/fuzz_targets.h"
#include "fuzz/html_tokens.h"

namespace puebla::fuzz {

namespace {

void take_folder(const std::string& folder, const std::string& as, Files& files) {
    const DiskFileSystem disk(folder);
    for (const std::string& path : disk.files_below("")) {
        files[as + path] = disk.read(path).bytes.value();
    }
}

// The small site of the tests with its theme.
const Files& tiny_site() {
    static const Files files = [] {
        const std::string sites = std::string(PUEBLA_TESTS_FOLDER) + "/sites/";
        Files all;
        take_folder(sites + "tiny/source", "", all);
        take_folder(sites + "theme", "themes/plain/", all);
        return all;
    }();
    return files;
}

bool changes_the_theme(const Files& files) {
    return std::any_of(files.begin(), files.end(), [](const auto& file) {
        return file.first.starts_with("themes/") || file.first.starts_with("content/.theme");
    });
}

// The theme of the small site has no scripts, so whatever runs came from content.
std::string complaint_about_page(const std::string& path, std::string_view bytes) {
    for (const HtmlToken& token : html_tokens(bytes)) {
        for (const HtmlAttribute& attribute : token.attributes) {
            if (attribute.name.starts_with("on")) {
                return path + " has a handler: " + std::string(token.source);
            }
        }
        if (token.name == "script" || token.name == "style" ||
            token.kind == HtmlToken::Kind::unfinished) {
            return path + " has what no layout wrote: " + std::string(token.source);
        }
    }
    return {};
}

}  // namespace

void feed_site(std::string_view bytes) {
    Files all = unbundle(bytes, "content/pages/about/en.md");
    const bool own_theme = changes_the_theme(all);
    all.insert(tiny_site().begin(), tiny_site().end());
    const MemoryFileSystem files(std::move(all));

    const BuildOptions options;
    Build build = build_site(files, options);
    const auto look_at = [&](const std::string& path, const std::string& made, Diagnostics&) {
        if (path.ends_with(".html") && !own_theme) {
            must_hold(complaint_about_page(path, made));
        }
        return true;
    };
    if (!build.diagnostics.has_errors()) {
        const std::vector<PageFacts> facts =
            make_files(build, options.workers, look_at, build.diagnostics);
        run_checks({build, facts}, build.diagnostics);
    }
    must_hold(complaint_about(build.diagnostics, files));
}

}  // namespace puebla::fuzz
