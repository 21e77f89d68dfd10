#include "build/build_site.h"

#include <utility>

#include "content/content_tree.h"
#include "exports/exports.h"
#include "foundation/read_text.h"
#include "model/shape_site.h"
#include "pages/fill_pages.h"
#include "pages/plan_pages.h"
#include "rendering/render_pages.h"
#include "rendering/theme.h"

namespace puebla {

namespace {

void append(std::vector<OutputFile>& files, std::vector<OutputFile> more) {
    files.insert(files.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

// Files that editors put beside their texts are published as they are.
std::vector<OutputFile> attachment_files(const FileSystem& files, const PageSet& pages) {
    std::vector<OutputFile> result;
    for (const auto& [source, address] : pages.attachments) {
        result.push_back({address,
                          [&files, path = source] {
                              MadeFile made;
                              ReadResult read = files.read(path);
                              if (read.bytes) {
                                  made.bytes = std::move(*read.bytes);
                              } else {
                                  report_read_failure(read.failure, path, made.problems);
                              }
                              return made;
                          },
                          source});
    }
    return result;
}

// The words that bodies need around their own text come from the theme.
FillOptions fill_options(const Theme& theme, const Site& site, Workers workers) {
    FillOptions options;
    options.workers = workers;
    options.phrase = [&](LanguageIndex language, std::string_view phrase, std::string_view number) {
        const std::string key = "body_" + std::string(phrase);
        return say_phrase(theme, site, language, key, {{"number", std::string(number)}})
            .value_or("");
    };
    return options;
}

}  // namespace

Build build_site(const FileSystem& files, const BuildOptions& options) {
    Build build;
    Diagnostics& problems = build.diagnostics;

    // Read every source once, without judging what it means.
    ContentTree content = read_content(files, options.workers, problems);

    // Give it meaning: languages, collections, entries, translations.
    const ShapeOptions shape{options.base, options.at, options.theme, options.drafts,
                             options.workers};
    const auto site = std::make_shared<const Site>(shape_site(std::move(content), shape, problems));
    build.site = site;

    // Read how it looks: layouts, phrases, styles.
    const auto theme = std::make_shared<const Theme>(read_theme(files, *site, problems));

    // Decide every address. From here on no page is added.
    PageSet planned = plan_pages(*site, problems);

    // Parse bodies and resolve links, many pages at once.
    const auto pages = std::make_shared<const PageSet>(fill_pages(
        *site, std::move(planned), fill_options(*theme, *site, options.workers), problems));
    build.pages = pages;

    // Dress pages with the theme; say the same to machines; add what editors attached.
    build.files = render_pages(site, pages, theme, problems);
    build.template_files = theme->templates.files();
    append(build.files, export_files(site, pages));
    append(build.files, attachment_files(files, *pages));
    return build;
}

}  // namespace puebla
