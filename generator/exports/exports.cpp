#include "exports/exports.h"

#include "exports/formats.h"

namespace puebla {

namespace {

// A format, once for the site or once per language.
struct Export {
    std::string_view path;  // below the site, or below each language
    std::string (*for_site)(const Site& site, const PageSet& pages);
    std::string (*for_language)(const Site& site, const PageSet& pages, LanguageIndex language);
};

const Export all_exports[] = {
    {"sitemap.xml", sitemap, nullptr},
    {"robots.txt", [](const Site& site, const PageSet&) { return robots(site); }, nullptr},
    {"feed.xml", nullptr, atom_feed},
};

}  // namespace

std::vector<OutputFile> export_files(const std::shared_ptr<const Site>& site,
                                     const std::shared_ptr<const PageSet>& pages) {
    std::vector<OutputFile> files;
    for (const Export& one : all_exports) {
        const std::string path(one.path);
        if (one.for_site) {
            files.push_back({path, [site, pages, make = one.for_site] {
                                 return MadeFile{make(*site, *pages), {}, {}};
                             }});
            continue;
        }
        for (LanguageIndex language = 0; language < site->languages.size(); ++language) {
            files.push_back({site->languages[language].code + "/" + path,
                             [site, pages, language, make = one.for_language] {
                                 return MadeFile{make(*site, *pages, language), {}, {}};
                             }});
        }
    }
    return files;
}

}  // namespace puebla
