#include "checks/page_facts.h"

namespace puebla {

PageFacts facts_of(const std::string& path, const MadeFile& file) {
    PageFacts facts;
    facts.path = path;
    facts.is_page = path.ends_with(".html");
    for (const Mark& mark : file.marks) {
        std::string text =
            unescape_html(std::string_view(file.bytes).substr(mark.begin, mark.end - mark.begin));
        switch (mark.kind) {
            case MarkKind::id:
                facts.ids.push_back(std::move(text));
                break;
            case MarkKind::link:
            case MarkKind::address:
                facts.links.push_back(std::move(text));
                break;
            case MarkKind::resource:
                facts.resources.push_back(std::move(text));
                break;
            case MarkKind::alternate:
                facts.alternates.push_back(std::move(text));
                break;
            case MarkKind::canonical:
                facts.canonical = std::move(text);
                break;
            case MarkKind::language:
                facts.language = std::move(text);
                break;
            case MarkKind::title:
                facts.title = std::move(text);
                facts.has_title = true;
                break;
            case MarkKind::reference:
            case MarkKind::inline_code:
            case MarkKind::element:
                break;
        }
    }
    return facts;
}

}  // namespace puebla
