#include "markdown/read_inlines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "markdown/blanks.h"
#include "markdown/check_destination.h"
#include "markdown/signs.h"

namespace puebla::markdown {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// The scheme of an address as a browser sees it, which ignores blanks and control characters.
std::string scheme_of(std::string_view destination) {
    std::string scheme;
    for (const char c : destination) {
        if (static_cast<unsigned char>(c) <= ' ') {
            continue;
        }
        if (c == ':') {
            return scheme;
        }
        const char small = lower(c);
        const bool letter = small >= 'a' && small <= 'z';
        const bool later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
        if (!letter && (scheme.empty() || !later)) {
            return {};
        }
        scheme += small;
    }
    return {};
}

bool is_safe(std::string_view destination, bool is_image) {
    const std::string scheme = scheme_of(destination);
    constexpr std::array<std::string_view, 4> allowed{"https", "http", "mailto", "tel"};
    const auto end = is_image ? allowed.begin() + 2 : allowed.end();
    return scheme.empty() || std::find(allowed.begin(), end, scheme) != end;
}

bool has_letters(std::string_view text) {
    return skip_blanks(text, 0) < text.size();
}

bool is_mark_with_blank(const cmark_node* link) {
    const cmark_node* text = link->first_child;
    return text != nullptr && text->type == CMARK_NODE_TEXT &&
           begins_with(view(text->as.literal), "^") &&
           find_blank(view(text->as.literal), 0) < view(text->as.literal).size();
}

}  // namespace

void InlineReader::read(const cmark_node* leaf, std::string& text) {
    letters_end_ = 0;
    cmark_node* node = leaf->first_child;
    while (node != nullptr) {
        enter(leaf, node, text);
        if (node->first_child != nullptr) {
            node = node->first_child;
            continue;
        }
        leave(leaf, node);
        while (node->next == nullptr) {
            node = node->parent;
            if (node == leaf) {
                return;
            }
            leave(leaf, node);
        }
        node = node->next;
    }
}

void InlineReader::append(std::string_view piece, std::string& text) {
    text += piece;
    if (has_letters(piece)) {
        letters_end_ = text.size();
    }
}

void InlineReader::enter(const cmark_node* leaf, cmark_node* node, std::string& text) {
    switch (node->type) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            append(view(node->as.literal), text);
            break;
        case CMARK_NODE_HTML_INLINE:
            append(view(node->as.literal), text);
            report_raw_html(leaf, node);
            break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
            text += ' ';
            break;
        case CMARK_NODE_LINK:
        case CMARK_NODE_IMAGE: {
            FoundLink& found = found_.emplace_back();
            found.link.destination = view(node->as.link.url);
            found.link.is_image = node->type == CMARK_NODE_IMAGE;
            found.node = node;
            found.text_begin = text.size();
            open_.push_back(found_.size() - 1);
            break;
        }
        default:
            break;
    }
}

void InlineReader::leave(const cmark_node* leaf, const cmark_node* node) {
    if (node->type != CMARK_NODE_LINK && node->type != CMARK_NODE_IMAGE) {
        return;
    }
    FoundLink& found = found_[open_.back()];
    open_.pop_back();
    found.link.span = destinations_.find(leaf, node);
    check_destination(source_, found.link, problems_);
    const bool holds_image =
        !found.link.is_image && node->first_child != nullptr &&
        std::any_of(found_.begin() + (&found - found_.data()) + 1, found_.end(),
                    [](const FoundLink& inner) { return inner.link.is_image; });
    found.link.has_text = letters_end_ > found.text_begin || holds_image;
    found.link.is_note = tree_.has_notes_as_links && is_mark_with_blank(node);
    found.safe = is_safe(found.link.destination, found.link.is_image);
    if (!found.safe) {
        report_unsafe(found.link);
    }
}

void InlineReader::report_raw_html(const cmark_node* leaf, const cmark_node* html) {
    const std::string_view literal = view(html->as.literal);
    if (literal.substr(0, 2) == "</") {
        return;  // its beginning was reported
    }
    // The literal is a part of the content, not a copy.
    const std::string_view content = content_of(leaf);
    const auto offset = static_cast<std::size_t>(literal.data() - content.data());
    const std::size_t end_of_line = find_line_end(literal, 0);
    const std::optional<Span> part = html->as.literal.alloc == 0
                                         ? places_.part(leaf, offset, offset + end_of_line)
                                         : std::nullopt;
    markdown::report_raw_html({file_, part ? *part : places_.block(leaf)}, problems_);
}

void InlineReader::report_unsafe(const Link& link) {
    const std::string scheme = scheme_of(link.destination);
    // "file:///C:/…", "C:\\…": what a word processor makes of a file on somebody's own disk.
    const bool on_a_disk = scheme == "file" || scheme.size() == 1;
    problems_.error(
        "unsafe-link", {file_, link.span},
        on_a_disk ? say("this leads to a file on your own computer, which readers do not have",
                        "esto lleva a un archivo de su propia computadora, que el público no tiene")
        : link.is_image
            ? say("an image may not come from \"{}:\"", "una imagen no puede venir de «{}:»",
                  scheme)
            : say("a link may not lead to \"{}:\"", "un enlace no puede llevar a «{}:»", scheme),
        on_a_disk || link.is_image
            ? say("put the file into the folder of this text and write ./name",
                  "ponga el archivo en la carpeta de este texto y escriba ./nombre")
            : say("links lead to an entry, to an attachment that begins with ./, or to an address "
                  "that begins with https:, http:, mailto: or tel:",
                  "los enlaces llevan a una entrada, a un adjunto que empieza por ./, o a una "
                  "dirección que empieza por https:, http:, mailto: o tel:"));
}

std::vector<Link> InlineReader::take_links() {
    std::vector<Link> links;
    links.reserve(found_.size());
    for (FoundLink& found : found_) {
        if (found.safe) {
            found.link.number = links.size();
            links.push_back(std::move(found.link));
            found.node->user_data = &links.back();
        }
    }
    found_.clear();
    return links;
}

void report_raw_html(const Place& place, Diagnostics& problems) {
    problems.warning(
        "raw-html", place, say("HTML is shown to readers as text", "el HTML se muestra como texto"),
        say("write it as Markdown, or put it between backticks if it is an example",
            "escríbalo como Markdown, o póngalo entre acentos graves si es un ejemplo"));
}

}  // namespace puebla::markdown
