#include "markdown/title_line.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "markdown/blanks.h"

namespace puebla::markdown {

namespace {

// The text of the line that ends where the body begins.
Span title_before(std::string_view text, std::size_t body) {
    std::size_t end = std::min(body, text.size());
    while (end > 0 && is_line_end(text[end - 1])) {
        --end;
    }
    std::size_t begin = end;
    while (begin > 0 && !is_line_end(text[begin - 1])) {
        --begin;
    }
    const std::size_t mark = text.substr(begin, end - begin).find("# ");
    begin = mark == text.npos ? end : skip_blanks(text, begin + mark + 2);
    return {std::min(begin, end), end};
}

// "Title ##" is the title "Title".
bool is_closing(std::string_view rest) {
    return rest.find_first_not_of("# \t") == rest.npos;
}

// Notes have no place in a title.
std::string without_notes(std::string title) {
    for (std::size_t at = 0; (at = title.find("[^", at)) != title.npos;) {
        const std::size_t end = title.find(']', at);
        if (end == title.npos) {
            break;
        }
        title.erase(at, end + 1 - at);
    }
    return title;
}

}  // namespace

void report_markup_in_title(const Source& source, Diagnostics& problems) {
    if (source.begin == 0) {
        return;
    }
    const Span span = title_before(source.text, source.begin);
    const std::string title = source.text.substr(span.begin, span.end - span.begin);
    if (title.find_first_of("*_[]`<&\\~{") == title.npos) {
        return;
    }
    // A heading in which Markdown sees nothing has the same text, and nothing is said about it.
    Diagnostics of_heading;
    const Document document = parse({source.file, "## " + title + "\n", 0}, of_heading);
    const std::string heading = document.empty() ? std::string() : document.blocks().front().text;
    const bool same = title.substr(0, heading.size()) == heading &&
                      is_closing(std::string_view(title).substr(heading.size()));
    if (same && of_heading.empty()) {
        return;
    }
    problems.warning("markup-in-title", {source.file, span},
                     say("a title is plain text: readers would see these signs as they stand",
                         "un título es texto simple: el público vería estos signos tal como están"),
                     say("write: # {}", "escriba: # {}", without_notes(heading)));
}

}  // namespace puebla::markdown
