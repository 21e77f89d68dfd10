#include "markdown/destinations.h"

#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>

#include <algorithm>

#include "markdown/blanks.h"

namespace puebla::markdown {

namespace {

// How many "](" are tried for one link: more can only be a text that is made to be hard.
constexpr int most_candidates = 200;

constexpr std::size_t longest_destination = 4'096;

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::optional<Range> pointed_destination(std::string_view text, std::size_t at) {
    text = text.substr(0, at + longest_destination);
    for (std::size_t i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '>') {
            return Range{at + 1, i};
        }
    }
    return std::nullopt;
}

// Reads <a b> or a(b): without the angle brackets, up to a blank or the parenthesis that closes.
std::optional<Range> read_destination(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '<') {
        return pointed_destination(text, at);
    }
    text = text.substr(0, at + longest_destination);
    int open = 0;
    std::size_t i = at;
    for (; i < text.size() && !is_blank(text[i]); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
        } else if (text[i] == '(') {
            ++open;
        } else if (text[i] == ')' && --open < 0) {
            break;
        }
    }
    return Range{at, std::min(i, text.size())};
}

// The offset after the title, if there is one, and the parenthesis that closes the link.
std::optional<std::size_t> end_of_link(std::string_view text, std::size_t at) {
    at = skip_blanks(text, at);
    if (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == '(')) {
        const char close = text[at] == '(' ? ')' : text[at];
        for (++at; at < text.size() && text[at] != close; ++at) {
            at += text[at] == '\\' ? 1 : 0;
        }
        at = skip_blanks(text, at + 1);
    }
    return at < text.size() && text[at] == ')' ? std::optional(at + 1) : std::nullopt;
}

// A destination as cmark-gfm understands it: without escapes and entities.
std::string cleaned(std::string_view raw) {
    if (raw.find_first_of("\\&") == std::string_view::npos) {
        return std::string(raw);
    }
    cmark_strbuf buffer;
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
    houdini_unescape_html_f(&buffer, reinterpret_cast<const std::uint8_t*>(raw.data()),
                            static_cast<bufsize_t>(raw.size()));
    cmark_strbuf_unescape(&buffer);
    std::string result(reinterpret_cast<const char*>(buffer.ptr),
                       static_cast<std::size_t>(buffer.size));
    cmark_strbuf_free(&buffer);
    return result;
}

bool says(std::string_view raw, std::string_view destination) {
    return raw == destination ||
           (raw.find_first_of("\\&") != std::string_view::npos && cleaned(raw) == destination);
}

}  // namespace

Span Destinations::find(const cmark_node* leaf, const cmark_node* link) {
    if (leaf != leaf_) {
        leaf_ = leaf;
        cursor_ = 0;
    }
    std::optional<Span> found = find_in_parentheses(link);
    if (!found) {
        found = find_bare(link);
    }
    if (!found) {
        found = find_definition(link);
    }
    return found ? *found : places_.block(leaf);
}

std::optional<Span> Destinations::find_in_parentheses(const cmark_node* link) {
    const std::string_view content = content_of(leaf_);
    const std::string_view destination = view(link->as.link.url);
    const int column = link->end_column - (leaf_->start_column - 1 + leaf_->internal_offset);
    std::size_t at = cursor_;
    for (int tried = 0; tried < most_candidates && patience_ > 0; ++tried) {
        const std::size_t next = std::min(content.find("](", at), content.size());
        spend(next - at);
        if (next == content.size()) {
            return std::nullopt;
        }
        at = next + 2;
        const std::optional<Range> range = read_destination(content, skip_blanks(content, at));
        spend(range ? range->end - range->begin : longest_destination);
        if (!range || !says(content.substr(range->begin, range->end - range->begin), destination)) {
            continue;
        }
        const bool pointed = range->begin > 0 && content[range->begin - 1] == '<';
        const auto end = end_of_link(content, range->end + (pointed ? 1 : 0));
        // The column tells a link from the same letters in a code span before it.
        if (!end || column < 0 || *end < static_cast<std::size_t>(column) ||
            !places_.is_line_start(leaf_, *end - static_cast<std::size_t>(column))) {
            continue;
        }
        cursor_ = *end;
        return places_.part(leaf_, range->begin, range->end);
    }
    return std::nullopt;
}

// <https://…> and addresses without any mark: the text is the destination.
std::optional<Span> Destinations::find_bare(const cmark_node* link) {
    const cmark_node* text = link->first_child;
    if (text == nullptr || text->next != nullptr || text->type != CMARK_NODE_TEXT) {
        return std::nullopt;
    }
    const std::string_view shown = view(text->as.literal);
    const std::string_view destination = view(link->as.link.url);
    if (shown.empty() || destination.size() < shown.size() ||
        destination.substr(destination.size() - shown.size()) != shown) {
        return std::nullopt;
    }
    const std::string_view before = destination.substr(0, destination.size() - shown.size());
    if (!before.empty() && before != "http://" && before != "mailto:") {
        return std::nullopt;
    }
    const std::string_view content = content_of(leaf_);
    const std::size_t found = patience_ > 0 ? content.find(shown, cursor_) : content.npos;
    spend(std::min(found, content.size()) - cursor_);
    if (found == std::string_view::npos) {
        return std::nullopt;
    }
    cursor_ = found + shown.size();
    return places_.part(leaf_, found, cursor_);
}

std::optional<Span> Destinations::find_definition(const cmark_node* link) {
    if (!definitions_read_) {
        definitions_read_ = true;
        read_definitions();
    }
    const auto found = definitions_.find(std::string(view(link->as.link.url)));
    return found != definitions_.end() ? std::optional(found->second) : std::nullopt;
}

// Whatever looks like a definition is good enough: it is only taken where it says the same.
void Destinations::read_definitions() {
    const std::string_view text = places_.lines().file_text();
    std::size_t at = places_.lines().span(1).begin;
    while ((at = text.find("]:", at)) != std::string_view::npos) {
        at = text.find_first_not_of("> \t\r\n", at + 2);
        if (at == std::string_view::npos) {
            return;
        }
        if (const std::optional<Range> range = read_destination(text, at)) {
            const std::string_view raw = text.substr(range->begin, range->end - range->begin);
            definitions_.try_emplace(cleaned(raw), Span{range->begin, range->end});
            at = range->end;
        }
    }
}

}  // namespace puebla::markdown
