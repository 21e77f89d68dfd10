#include "checks/check_pages.h"

#include <algorithm>

#include "foundation/suggestion.h"

namespace puebla {

namespace {

bool is_prose(const Found& found) {
    return (found.written.file & written_in_prose) != 0;
}

// `first` and `second` have the same id. The theme's ids are the same on all pages, so it is the
// text that gives way, else what comes later.
void report_twins(const PageFacts& page, const Found& first, const Found& second,
                  const Sources& sources, Causes& causes) {
    const bool blame_first = is_prose(first) && !is_prose(second);
    const Found& blamed = blame_first ? first : second;
    const Found& other = blame_first ? second : first;
    causes.error("duplicate-id", page.path, blamed.written, [&] {
        const Place place = sources.place_of(other.written, page.path);
        const bool loop = blamed.written == other.written;
        Message help =
            loop ? say("it is printed again and again; build it from something that differs, such "
                       "as {{{{ loop.index }}}}",
                       "se imprime una y otra vez; fórmelo con algo que cambie, como "
                       "{{{{ loop.index }}}}")
            : is_prose(blamed)
                ? say("choose another name: {} has it too",
                      "elija otro nombre: {} también lo tiene", place.file)
                : say("{} has it too; give one of the two another name",
                      "{} también lo tiene; dé otro nombre a uno de los dos", place.file);
        return Words{say("the id \"{}\" is used more than once on the page",
                         "el id «{}» se usa más de una vez en la página", blamed.text),
                     std::move(help)};
    });
}

void check_references(const PageFacts& page, Causes& causes) {
    for (const Found& reference : page.references) {
        std::string_view rest = reference.text;
        while (!rest.empty()) {
            const std::size_t begin = std::min(rest.find_first_not_of(" \t\r\n\f"), rest.size());
            rest.remove_prefix(begin);
            const std::string_view id = rest.substr(0, rest.find_first_of(" \t\r\n\f"));
            rest.remove_prefix(id.size());
            if (id.empty() || has_id(page, id)) {
                continue;
            }
            causes.error("unknown-id", page.path, reference.written, [&] {
                std::vector<std::string_view> known;
                for (const Found& one : page.ids) {
                    known.push_back(one.text);
                }
                return Words{say("no element of the page has the id \"{}\"",
                                 "ningún elemento de la página tiene el id «{}»", id),
                             did_you_mean_among(id, known)};
            });
        }
    }
}

}  // namespace

void check_ids(const FinishedSite& site, const Sources& sources, Causes& causes) {
    for (const PageFacts& page : site.files) {
        for (std::size_t i = 1; i < page.ids.size(); ++i) {
            const std::string& id = page.ids[i].text;
            const bool second = id == page.ids[i - 1].text;
            if (second && (i == 1 || id != page.ids[i - 2].text)) {  // told once for all of them
                report_twins(page, page.ids[i - 1], page.ids[i], sources, causes);
            }
        }
        check_references(page, causes);
    }
}

void check_titles(const FinishedSite& site, const Sources& sources, Causes& causes) {
    for (const PageFacts& page : site.files) {
        const bool blank =
            !page.title || page.title->text.find_first_not_of(" \t\r\n") == std::string::npos;
        if (blank && sources.page_at(page.path) != nullptr) {
            causes.error("empty-title", page.path, page.title ? page.title->written : page.html,
                         [] {
                             return Words{say("the page has no title", "la página no tiene título"),
                                          say("the layout needs <title> with a text",
                                              "la plantilla necesita <title> con un texto")};
                         });
        }
    }
}

void check_languages(const FinishedSite& site, const Sources& sources, Causes& causes) {
    for (const PageFacts& facts : site.files) {
        const Page* page = sources.page_at(facts.path);
        if (page == nullptr) {
            continue;
        }
        const Message help =
            say("the layout needs <html lang=\"{{{{ page.language.code }}}}\">",
                "la plantilla necesita <html lang=\"{{{{ page.language.code }}}}\">");
        const std::string said = facts.language ? facts.language->text : "";
        const std::string& code = site.build.site->languages[page->language].code;
        if (said.empty()) {
            causes.error("wrong-language", facts.path, facts.html, [&] {
                return Words{
                    say("the page does not say its language", "la página no dice su idioma"), help};
            });
        } else if (said != code && page->kind != PageKind::doorway) {
            causes.error("wrong-language", facts.path, facts.language->written, [&] {
                return Words{say("the page is in \"{}\" but says \"{}\"",
                                 "la página está en «{}» pero dice «{}»", code, said),
                             help};
            });
        }
    }
}

void check_canonical(const FinishedSite& site, const Sources& sources, Causes& causes) {
    for (const PageFacts& facts : site.files) {
        const Page* page = sources.page_at(facts.path);
        if (page == nullptr || !facts.canonical) {
            continue;
        }
        const std::string address = site.build.site->base + page->address;
        if (facts.canonical->text != address) {
            causes.error("wrong-canonical", facts.path, facts.canonical->written, [&] {
                return Words{
                    say("the page says that its address is \"{}\", but it is {}",
                        "la página dice que su dirección es «{}», pero es {}",
                        facts.canonical->text, address),
                    say("print {{{{ page.canonical }}}}", "imprima {{{{ page.canonical }}}}")};
            });
        }
    }
}

void check_main_parts(const FinishedSite& site, const Sources& sources, Causes& causes) {
    for (const PageFacts& facts : site.files) {
        const Page* page = sources.page_at(facts.path);
        if (page == nullptr) {
            continue;
        }
        if (facts.mains.size() != 1) {
            causes.warning(
                "main-part", facts.path, facts.mains.empty() ? facts.html : facts.mains[1], [&] {
                    return Words{facts.mains.empty()
                                     ? say("the page has no <main>", "la página no tiene <main>")
                                     : say("the page has a second <main>",
                                           "la página tiene un segundo <main>"),
                                 say("put what is the page's own into one <main>, for readers who "
                                     "jump to it",
                                     "ponga lo propio de la página en un solo <main>, para quienes "
                                     "saltan a él")};
                });
        }
        if (facts.main_headings.size() != 1) {
            causes.warning(
                "main-heading", facts.path,
                facts.main_headings.empty() ? sources.layout_of(*page) : facts.main_headings[1],
                [&] {
                    return Words{
                        facts.main_headings.empty()
                            ? say("the page has no <h1>", "la página no tiene <h1>")
                            : say("the page has a second <h1>", "la página tiene un segundo <h1>"),
                        say("each page has one, with its title; parts of it begin with <h2>",
                            "cada página tiene uno, con su título; sus partes comienzan con "
                            "<h2>")};
                });
        }
    }
}

}  // namespace puebla
