#include "checks/check_links.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "foundation/percent_encoding.h"

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

// Looks a file up by path; its ids are found by binary search.
class Lookup {
  public:
    explicit Lookup(const std::vector<PageFacts>& files) {
        for (const PageFacts& file : files) {
            std::vector<std::string_view> ids(file.ids.begin(), file.ids.end());
            std::sort(ids.begin(), ids.end());
            ids_.emplace(file.path, std::move(ids));
        }
    }

    bool has_file(const std::string& path) const { return ids_.count(path) > 0; }

    bool has_id(const std::string& path, std::string_view id) const {
        const std::vector<std::string_view>& ids = ids_.at(path);
        return std::binary_search(ids.begin(), ids.end(), id);
    }

  private:
    std::unordered_map<std::string, std::vector<std::string_view>> ids_;
};

void check_link(const PageFacts& page, const std::string& link, const Lookup& files,
                const std::string& base, Diagnostics& problems) {
    const auto target = follow_link(page.path, link, base);
    if (!target) {
        return;
    }
    if (!files.has_file(target->path)) {
        problems.error(
            "broken-link", {page.path, {}},
            say("the link \"{}\" leads to {}, which is not in the site",
                "el enlace «{}» lleva a {}, que no está en el sitio", link, target->path),
            say("it comes from the layout of this page", "viene de la plantilla de esta página"));
        return;
    }
    // Text fragments are for browsers; the page need not know them.
    if (target->fragment.empty() || target->fragment.starts_with(":~:") ||
        !target->path.ends_with(".html")) {
        return;
    }
    if (!files.has_id(target->path, target->fragment)) {
        problems.error(
            "broken-fragment", {page.path, {}},
            say("the link \"{}\" leads to a place that is not on its page",
                "el enlace «{}» lleva a un lugar que no está en su página", link),
            say("no element of {} has the id \"{}\"", "ningún elemento de {} tiene el id «{}»",
                target->path, target->fragment));
    }
}

}  // namespace

std::optional<LinkTarget> follow_link(const std::string& from, std::string_view link,
                                      const std::string& base) {
    LinkTarget target;
    // 404 pages begin at the root of the host; every other page is free of it.
    const std::string root = base_path(base);
    const bool from_host = link.starts_with(base);
    const bool from_root = link.starts_with(root) && !link.starts_with("//");
    const bool absolute = from_host || from_root;
    if (!absolute && (has_scheme(link) || link.substr(0, 2) == "//")) {
        return std::nullopt;
    }
    if (absolute) {
        link.remove_prefix(from_host ? base.size() : root.size());
    }
    const std::size_t hash = link.find('#');
    if (hash != std::string_view::npos) {
        target.fragment = percent_decoded(link.substr(hash + 1));
        link = link.substr(0, hash);
    }
    const bool only_fragment = !absolute && link.empty();
    const std::string path = percent_decoded(link.substr(0, link.find('?')));
    if (only_fragment) {
        target.path = from;
        return target;
    }
    const std::string_view folder =
        absolute ? std::string_view() : std::string_view(from).substr(0, from.rfind('/') + 1);
    target.path = joined(folder, path);
    if (target.path.empty() || target.path.back() == '/') {
        target.path += "index.html";
    }
    return target;
}

void check_links(const FinishedSite& site, Diagnostics& problems) {
    const Lookup files(site.files);
    const std::string& base = site.build.site->base;
    for (const PageFacts& page : site.files) {
        for (const std::string& link : page.links) {
            check_link(page, link, files, base, problems);
        }
        for (const std::string& resource : page.resources) {
            check_link(page, resource, files, base, problems);
        }
        for (const std::string& alternate : page.alternates) {
            check_link(page, alternate, files, base, problems);
        }
        if (!page.canonical.empty()) {
            check_link(page, page.canonical, files, base, problems);
        }
    }
}

}  // namespace puebla
