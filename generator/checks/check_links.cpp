#include "checks/check_links.h"

#include <map>
#include <vector>

#include "foundation/percent_encoding.h"
#include "foundation/suggestion.h"

namespace puebla {

namespace {

bool has_scheme(std::string_view link) {
    const std::size_t end = link.find_first_of(":/?#");
    return end != std::string_view::npos && link[end] == ':';
}

// "es/a/" + "../b/./c/" → "es/b/c/". Steps above the root stay as "../".
std::string joined(std::string_view folder, std::string_view path) {
    std::string result(folder);
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view step = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
        if (step == ".." && !result.empty() && !result.ends_with("../")) {
            result.erase(result.rfind('/', result.size() - 2) + 1);
        } else if (!step.empty() && step != ".") {
            result += step;
            result += slash == std::string_view::npos && step != ".." ? "" : "/";
        }
    }
    return result;
}

// Looks a file up by path, and an id in it.
class Lookup {
  public:
    explicit Lookup(const std::vector<PageFacts>& files) {
        for (const PageFacts& file : files) {
            files_.emplace(file.path, &file);
        }
    }

    // Null where there is no such file.
    const PageFacts* find(const std::string& path) const {
        const auto found = files_.find(path);
        return found == files_.end() ? nullptr : found->second;
    }

    // The path of the page that was meant, or nothing.
    std::string nearest(const std::string& path) const {
        std::vector<std::string> addresses;
        for (const auto& [one, facts] : files_) {
            addresses.push_back(shown_address(one));
        }
        const std::vector<std::string_view> known(addresses.begin(), addresses.end());
        return nearest_name(shown_address(path), known);
    }

  private:
    std::map<std::string, const PageFacts*> files_;
};

Message suggest_id(const std::string& fragment, const PageFacts& target) {
    std::vector<std::string_view> known;
    for (const Found& id : target.ids) {
        known.push_back(id.text);
    }
    return did_you_mean_among(fragment, known);
}

class LinkChecker {
  public:
    LinkChecker(const FinishedSite& site, const Sources& sources, Causes& causes)
        : files_(site.files), site_(*site.build.site), sources_(sources), causes_(causes) {}

    void link(const PageFacts& page, const Found& link) {
        // Permalinks are many, and this is all there is to ask of them.
        if (link.text.starts_with("#") && has_id(page, std::string_view(link.text).substr(1))) {
            return;
        }
        const auto target = follow_link(page.path, link.text, site_.base);
        if (!target) {
            return;
        }
        if (const PageFacts* there = files_.find(target->path)) {
            fragment(page, link, *target, *there);
            return;
        }
        causes_.error("broken-link", page.path, link.written, [&] {
            return Words{say("the link \"{}\" leads to {}, where there is nothing",
                             "el enlace «{}» lleva a {}, donde no hay nada", link.text,
                             shown_address(target->path)),
                         (link.written.file & written_in_prose) != 0
                             ? advice_for_text(files_.nearest(target->path))
                             : advice_for_layout(files_.nearest(target->path))};
        });
    }

    void resource(const PageFacts& page, const Found& resource) {
        const auto target = follow_link(page.path, resource.text, site_.base);
        if (target && files_.find(target->path) == nullptr) {
            causes_.error("broken-link", page.path, resource.written, [&] {
                return Words{say("the file \"{}\" is not there: it would be {}",
                                 "el archivo «{}» no está: sería {}", resource.text, target->path),
                             say("put it into the theme and print {{{{ asset(\"images/…\") }}}}",
                                 "póngalo en el tema e imprima {{{{ asset(\"images/…\") }}}}")};
            });
        }
    }

  private:
    static Message advice_for_layout(const std::string& nearest) {
        return nearest.empty()
                   ? say("correct it, or print the address that the layout is given, such "
                         "as {{{{ page.url }}}}",
                         "corríjalo o imprima la dirección que recibe la plantilla, como "
                         "{{{{ page.url }}}}")
                   : say("the nearest address is {}", "la dirección más parecida es {}", nearest);
    }

    // Texts name entries, and are given the addresses.
    Message advice_for_text(const std::string& nearest) const {
        const Page* page = nearest.empty() ? nullptr : sources_.page_at(path_of(nearest));
        if (page == nullptr || !(page->entry || page->collection)) {
            return say(
                "a link within this site names the collection and the entry, and its "
                "address is found: [text](collection/entry)",
                "un enlace dentro de este sitio nombra la colección y la entrada, y su "
                "dirección se encuentra sola: [texto](coleccion/entrada)");
        }
        return say(
            "a link within this site names the collection and the entry; if this one is "
            "meant, write: {}",
            "un enlace dentro de este sitio nombra la colección y la entrada; si se trata "
            "de esta, escriba: {}",
            page->entry ? site_.entries[*page->entry].ref
                        : site_.collections[*page->collection].name);
    }

    void fragment(const PageFacts& page, const Found& link, const LinkTarget& target,
                  const PageFacts& there) {
        // Text fragments are for browsers; the page need not know them.
        if (target.fragment.empty() || target.fragment.starts_with(":~:") ||
            !target.path.ends_with(".html") || has_id(there, target.fragment)) {
            return;
        }
        causes_.error("broken-fragment", page.path, link.written, [&] {
            return Words{say("the link \"{}\" leads to a place that {} does not have",
                             "el enlace «{}» lleva a un lugar que {} no tiene", link.text,
                             shown_address(target.path)),
                         suggest_id(target.fragment, there)};
        });
    }

    const Lookup files_;
    const Site& site_;
    const Sources& sources_;
    Causes& causes_;
};

}  // namespace

std::optional<LinkTarget> follow_link(const std::string& from, std::string_view link,
                                      const std::string& base) {
    LinkTarget target;
    std::string_view folder = std::string_view(from).substr(0, from.rfind('/') + 1);
    bool absolute = false;
    if (leaves_the_page(link) || link.starts_with("/")) {
        // 404 pages begin at the root of the host; every other page is free of it.
        const std::string root = base_path(base);
        const bool from_host = link.starts_with(base);
        absolute = from_host || (link.starts_with(root) && !link.starts_with("//"));
        if (!absolute && leaves_the_page(link)) {
            return std::nullopt;
        }
        if (absolute) {
            link.remove_prefix(from_host ? base.size() : root.size());
            folder = {};
        }
    }
    const std::size_t hash = link.find('#');
    if (hash != std::string_view::npos) {
        target.fragment = percent_decoded(link.substr(hash + 1));
        link = link.substr(0, hash);
    }
    if (!absolute && link.empty()) {
        target.path = from;
        return target;
    }
    target.path = joined(folder, percent_decoded(link.substr(0, link.find('?'))));
    if (target.path.empty() || target.path.back() == '/') {
        target.path += "index.html";
    }
    return target;
}

void check_links(const FinishedSite& site, const Sources& sources, Causes& causes) {
    LinkChecker checker(site, sources, causes);
    for (const PageFacts& page : site.files) {
        for (const Found& link : page.links) {
            checker.link(page, link);
        }
        for (const Found& resource : page.resources) {
            checker.resource(page, resource);
        }
        for (const Alternate& alternate : page.alternates) {
            checker.link(page, alternate.link);
        }
    }
}

bool leaves_the_page(std::string_view link) {
    return has_scheme(link) || link.starts_with("//");
}

}  // namespace puebla
