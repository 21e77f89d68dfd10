#include "checks/check_versions.h"

#include <algorithm>
#include <map>

#include "checks/check_links.h"
#include "foundation/relative_address.h"

namespace puebla {

namespace {

constexpr std::string_view for_all_others = "x-default";

using ByPath = std::map<std::string, const PageFacts*>;

Message print_all() {
    return say("layouts print all of page.alternates: one.code as hreflang, one.href as href",
               "las plantillas imprimen todo page.alternates: one.code como hreflang, one.href "
               "como href");
}

// What one <link rel="alternate"> says of the page it leads to.
void check_alternate(const FinishedSite& site, const PageFacts& page, const Alternate& alternate,
                     const PageFacts& other, const Page& version, Causes& causes) {
    const std::string& base = site.build.site->base;
    const bool names_us =
        std::any_of(other.alternates.begin(), other.alternates.end(), [&](const Alternate& one) {
            const auto there = follow_link(other.path, one.link.text, base);
            return there && there->path == page.path;
        });
    if (!names_us) {
        causes.error("one-sided-alternate", page.path, alternate.link.written, [&] {
            return Words{say("the page names {} as its version, which does not name it back",
                             "la página nombra {} como su versión, pero esta no la nombra a ella",
                             shown_address(other.path)),
                         print_all()};
        });
    }
    const std::string& code = site.build.site->languages[version.language].code;
    if (alternate.language != for_all_others && alternate.language != code) {
        causes.error("wrong-alternate", page.path, alternate.link.written, [&] {
            return Words{say("the page says that {} is in \"{}\", but it is in \"{}\"",
                             "la página dice que {} está en «{}», pero está en «{}»",
                             shown_address(other.path), alternate.language, code),
                         print_all()};
        });
    }
}

// Every real version of the page must be among its alternates.
void check_all_are_named(const FinishedSite& site, const PageFacts& facts, const Page& page,
                         Causes& causes) {
    const std::vector<Page>& pages = site.build.pages->pages;
    const auto is_named = [&](const Page& version) {
        return std::any_of(facts.alternates.begin(), facts.alternates.end(),
                           [&](const Alternate& one) {
                               return one.link.text == site.build.site->base + version.address;
                           });
    };
    for (const PageIndex index : page.versions) {
        const Page& version = pages[index];
        if (version.available && version.address != page.address && !is_named(version)) {
            causes.error("wrong-alternate", facts.path, facts.html, [&] {
                return Words{say("the page does not name {} as its version in \"{}\"",
                                 "la página no nombra {} como su versión en «{}»",
                                 shown_address(path_of(version.address)),
                                 site.build.site->languages[version.language].code),
                             print_all()};
            });
        }
    }
}

bool leads_to(const PageFacts& facts, const Page& page, const Page& version,
              const std::string& base) {
    const std::string usual = relative_address(page.address, version.address);
    const auto same = [&](const Found& link) { return link.text == usual; };
    if (std::any_of(facts.links.begin(), facts.links.end(), same)) {
        return true;
    }
    const std::string path = path_of(version.address);
    return std::any_of(facts.links.begin(), facts.links.end(), [&](const Found& link) {
        const auto target = follow_link(facts.path, link.text, base);
        return target && target->path == path;
    });
}

void check_links_to_versions(const FinishedSite& site, const PageFacts& facts, const Page& page,
                             Causes& causes) {
    for (const PageIndex index : page.versions) {
        const Page& version = site.build.pages->pages[index];
        if (version.address != page.address &&
            !leads_to(facts, page, version, site.build.site->base)) {
            causes.warning("missing-version-link", facts.path, facts.html, [&] {
                const Language& language = site.build.site->languages[version.language];
                return Words{
                    say("the page has no link to its version in \"{}\"",
                        "la página no tiene enlace a su versión en «{}»", language.code),
                    say("layouts print a link for each of page.versions",
                        "las plantillas imprimen un enlace por cada una de page.versions")};
            });
        }
    }
}

}  // namespace

void check_alternates(const FinishedSite& site, const Sources& sources, Causes& causes) {
    ByPath by_path;
    for (const PageFacts& page : site.files) {
        by_path.emplace(page.path, &page);
    }
    for (const PageFacts& facts : site.files) {
        for (const Alternate& alternate : facts.alternates) {
            const auto target = follow_link(facts.path, alternate.link.text, site.build.site->base);
            const auto found = target ? by_path.find(target->path) : by_path.end();
            const Page* version = target ? sources.page_at(target->path) : nullptr;
            if (found != by_path.end() && version != nullptr) {  // else check_links reports it
                check_alternate(site, facts, alternate, *found->second, *version, causes);
            }
        }
        const Page* page = sources.page_at(facts.path);
        if (page != nullptr && page->available && page->kind != PageKind::not_found) {
            check_all_are_named(site, facts, *page, causes);
        }
    }
}

void check_versions(const FinishedSite& site, const Sources& sources, Causes& causes) {
    for (const PageFacts& facts : site.files) {
        if (const Page* page = sources.page_at(facts.path)) {
            check_links_to_versions(site, facts, *page, causes);
        }
    }
}

}  // namespace puebla
