#include "markdown/admonitions.h"

#include <algorithm>

#include "markdown/blanks.h"
#include "markdown/block_ids.h"

namespace puebla::markdown {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string admonition_name(std::string_view word) {
    for (const std::string_view name : admonition_names) {
        const bool same = std::equal(name.begin(), name.end(), word.begin(), word.end(),
                                     [](char a, char b) { return a == (b | 0x20); });
        if (same) {
            return std::string(name);
        }
    }
    return {};
}

std::optional<AdmonitionMark> read_admonition_mark(std::string_view content) {
    if (content.substr(0, 2) != "[!") {
        return std::nullopt;
    }
    AdmonitionMark mark;
    mark.line = without_blanks_at_end(content.substr(0, find_line_end(content, 0)));
    std::size_t end = 2;
    while (end < mark.line.size() && is_letter(mark.line[end])) {
        ++end;
    }
    if (end == 2 || end >= mark.line.size() || mark.line[end] != ']') {
        return std::nullopt;
    }
    mark.word = mark.line.substr(2, end - 2);
    std::string_view rest = mark.line.substr(end + 1);
    if (const std::optional<WrittenId> id = id_at_end(rest)) {
        mark.id = id->id;
        rest = rest.substr(0, id->begin);
    }
    if (!without_blanks_at_end(rest).empty()) {
        return std::nullopt;
    }
    mark.name = admonition_name(mark.word);
    return mark;
}

}  // namespace puebla::markdown
