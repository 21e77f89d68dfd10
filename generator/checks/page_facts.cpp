#include "checks/page_facts.h"

#include <algorithm>

#include "checks/checks.h"
#include "checks/tag.h"

namespace puebla {

namespace {

void note_element(std::string_view name, const Mark& mark, PageFacts& facts) {
    if (is_name(name, "html")) {
        facts.html = mark.written;
    } else if (is_name(name, "main")) {
        facts.mains.push_back(mark.written);
    } else if (is_name(name, "h1")) {
        facts.main_headings.push_back(mark.written);
    }
}

void note(const Mark& mark, const std::string& page, PageFacts& facts) {
    const std::string_view raw = std::string_view(page).substr(mark.begin, mark.end - mark.begin);
    if (mark.kind == MarkKind::element) {
        return note_element(raw, mark, facts);
    }
    Found found{unescape_html(raw), mark.written};
    switch (mark.kind) {
        case MarkKind::id:
            facts.ids.push_back(std::move(found));
            break;
        case MarkKind::link:
        case MarkKind::address:
            facts.links.push_back(std::move(found));
            break;
        case MarkKind::resource:
            facts.resources.push_back(std::move(found));
            break;
        case MarkKind::reference:
            facts.references.push_back(std::move(found));
            break;
        case MarkKind::alternate: {
            const Tag tag = Tag::around(page, mark.begin);
            facts.alternates.push_back({std::move(found), tag.attribute("hreflang").value_or("")});
            break;
        }
        case MarkKind::canonical:
            facts.canonical = std::move(found);
            break;
        case MarkKind::language:
            facts.language = std::move(found);
            break;
        case MarkKind::title:
            facts.title = std::move(found);
            break;
        case MarkKind::inline_code:
        case MarkKind::element:
            break;
    }
}

}  // namespace

PageFacts facts_of(const std::string& path, const MadeFile& file, const std::string& base) {
    PageFacts facts;
    facts.path = path;
    for (const Mark& mark : file.marks) {
        note(mark, file.bytes, facts);
    }
    std::stable_sort(facts.ids.begin(), facts.ids.end(),
                     [](const Found& one, const Found& other) { return one.text < other.text; });
    Findings findings;
    check_page({file.bytes, file.marks, base}, findings);
    facts.findings = findings.take();
    return facts;
}

bool has_id(const PageFacts& page, std::string_view id) {
    const auto found =
        std::lower_bound(page.ids.begin(), page.ids.end(), id,
                         [](const Found& one, std::string_view text) { return one.text < text; });
    return found != page.ids.end() && found->text == id;
}

}  // namespace puebla
