#include "checks/check_pages.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "checks/check_links.h"

namespace puebla {

void check_ids(const FinishedSite& site, Diagnostics& problems) {
    for (const PageFacts& page : site.files) {
        std::vector<std::string_view> ids(page.ids.begin(), page.ids.end());
        std::sort(ids.begin(), ids.end());
        for (auto twin = std::adjacent_find(ids.begin(), ids.end()); twin != ids.end();
             twin = std::adjacent_find(std::upper_bound(twin, ids.end(), *twin), ids.end())) {
            problems.error("duplicate-id", {page.path, {}},
                           say("the id \"{}\" is used more than once",
                               "el id «{}» se usa más de una vez", *twin),
                           say("links could not tell the places apart",
                               "los enlaces no podrían distinguir los lugares"));
        }
    }
}

void check_titles(const FinishedSite& site, Diagnostics& problems) {
    for (const PageFacts& page : site.files) {
        const bool blank = page.title.find_first_not_of(" \t\r\n") == std::string::npos;
        if (page.is_page && (!page.has_title || blank)) {
            problems.error("empty-title", {page.path, {}},
                           say("the page has no title", "la página no tiene título"),
                           say("its layout needs <title> with a text",
                               "su plantilla necesita <title> con un texto"));
        }
    }
}

void check_languages(const FinishedSite& site, Diagnostics& problems) {
    std::unordered_map<std::string, const Page*> by_path;
    for (const Page& page : site.build.pages->pages) {
        by_path.emplace(path_of(page.address), &page);
    }
    for (const PageFacts& facts : site.files) {
        const auto found = by_path.find(facts.path);
        if (found == by_path.end() || found->second->kind == PageKind::doorway) {
            if (facts.is_page && facts.language.empty()) {
                problems.error(
                    "wrong-language", {facts.path, {}},
                    say("the page does not say its language", "la página no dice su idioma"),
                    say("its layout needs <html lang=\"…\">",
                        "su plantilla necesita <html lang=\"…\">"));
            }
            continue;
        }
        const std::string& code = site.build.site->languages[found->second->language].code;
        if (facts.language != code) {
            problems.error(
                "wrong-language", {facts.path, {}},
                say("the page is in \"{}\" but says \"{}\"",
                    "la página está en «{}» pero dice «{}»", code, facts.language),
                say("its layout needs <html lang=\"{{{{ page.language.code }}}}\">",
                    "su plantilla necesita <html lang=\"{{{{ page.language.code }}}}\">"));
        }
    }
}

void check_alternates(const FinishedSite& site, Diagnostics& problems) {
    const std::string& base = site.build.site->base;
    std::map<std::string, const PageFacts*> by_path;
    for (const PageFacts& page : site.files) {
        by_path.emplace(page.path, &page);
    }
    for (const PageFacts& page : site.files) {
        for (const std::string& alternate : page.alternates) {
            const auto target = follow_link(page.path, alternate, base);
            const auto found = target ? by_path.find(target->path) : by_path.end();
            if (found == by_path.end()) {
                continue;  // check_links reports it
            }
            const std::vector<std::string>& back = found->second->alternates;
            const bool names_us =
                std::any_of(back.begin(), back.end(), [&](const std::string& one) {
                    const auto there = follow_link(found->first, one, base);
                    return there && there->path == page.path;
                });
            if (!names_us) {
                problems.error(
                    "one-sided-alternate", {page.path, {}},
                    say("the page names {} as its version, which does not name it back",
                        "la página nombra {} como su versión, pero esta no la nombra a ella",
                        found->first),
                    say("layouts print all of page.alternates",
                        "las plantillas imprimen todo page.alternates"));
            }
        }
    }
}

void check_versions(const FinishedSite& site, Diagnostics& problems) {
    const Site& model = *site.build.site;
    const PageSet& pages = *site.build.pages;
    for (EntryIndex entry = 0; entry < model.entries.size(); ++entry) {
        for (LanguageIndex language = 0; language < model.languages.size(); ++language) {
            const bool here = pages.of_entry[language][entry].has_value();
            const bool elsewhere = std::any_of(
                pages.of_entry.begin(), pages.of_entry.end(),
                [&](const auto& of_language) { return of_language[entry].has_value(); });
            if (!here && elsewhere) {
                problems.error(
                    "missing-version", {model.entries[entry].record_file, {}},
                    say("this entry has no page in \"{}\"", "esta entrada no tiene página en «{}»",
                        model.languages[language].code),
                    say("its address in that language could not be made",
                        "no se pudo formar su dirección en ese idioma"));
            }
        }
    }
}

}  // namespace puebla
