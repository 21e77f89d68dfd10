#include <string>
#include <string_view>

#include "markdown/printer.h"

namespace puebla::markdown {

namespace {

// What a link without a text may hold all the same.
bool holds_reference(const cmark_node* link) {
    auto* node = const_cast<cmark_node*>(link);
    do {
        node = next_in(link, node);
    } while (node != nullptr && node->type != CMARK_NODE_FOOTNOTE_REFERENCE);
    return node != nullptr;
}

}  // namespace

bool Printer::open_link(const cmark_node* node) {
    const Link* link = link_of(node);
    if (link == nullptr || (addressed_ && !open_links_.empty())) {
        return true;
    }
    out_.written_at(link->span);
    const ResolvedLink resolved = resolve(*link);
    const std::string& title =
        resolved.title_if_empty.empty() ? link->destination : resolved.title_if_empty;
    if (resolved.href.empty()) {
        if (!link->has_text) {
            out_.text(title);
        }
        return link->has_text || holds_reference(node);
    }
    out_.raw("<a href=\"");
    out_.marked_address(MarkKind::link, resolved.href);
    if (const std::string_view hint = view(node->as.link.title); !hint.empty()) {
        out_.raw("\" title=\"");
        out_.text(hint);
    }
    if (!resolved.language.empty()) {
        out_.raw("\" hreflang=\"");
        out_.text(resolved.language);
        if (!link->has_text) {
            out_.raw("\" lang=\"");
            out_.text(resolved.language);
        }
    }
    out_.raw("\">");
    open_links_.push_back(node);
    if (!link->has_text && addressed_) {
        out_.text(title);
        return holds_reference(node);
    }
    return true;
}

void Printer::close_link() {
    out_.raw("</a>");
    open_links_.pop_back();
}

void Printer::print_image(const cmark_node* node) {
    const Link* link = link_of(node);
    const ResolvedLink resolved = link != nullptr ? resolve(*link) : ResolvedLink{};
    if (resolved.href.empty()) {
        text_inside(node);
        return;
    }
    out_.written_at(link->span);
    out_.raw("<img src=\"");
    out_.marked_address(MarkKind::resource, resolved.href);
    out_.raw("\" alt=\"");
    text_inside(node);
    if (const std::string_view title = view(node->as.link.title); !title.empty()) {
        out_.raw("\" title=\"");
        out_.text(title);
    }
    out_.raw(addressed_ ? "\" loading=\"lazy\">" : "\" />");
}

void Printer::print_reference(const cmark_node* node) {
    const std::string_view number = view(node->as.literal);
    if (addressed_ && !open_links_.empty()) {
        close_link();
    }
    out_.raw("<sup class=\"footnote-ref\"><a href=\"");
    out_.marked_address(MarkKind::link, "#fn-" + std::string(number));
    out_.raw("\" id=\"");
    const int repetition = node->footnote.ref_ix;
    out_.marked_id("fnref-", number,
                   repetition > 1 ? "-" + std::to_string(repetition) : std::string());
    out_.raw("\" role=\"doc-noteref\"");
    label("footnote", number);
    out_.raw('>');
    out_.raw(number);
    out_.raw("</a></sup>");
}

void Printer::open_footnote(const cmark_node* node) {
    if (!footnotes_are_open_) {
        footnotes_are_open_ = true;
        out_.begin_line();
        out_.raw("<section class=\"footnotes\" role=\"doc-endnotes\"");
        label("footnotes", "");
        out_.raw(">\n<ol>\n");
    }
    out_.begin_line();
    out_.written_at(block_of(node)->span);
    out_.raw("<li id=\"");
    out_.marked_id("", block_of(node)->anchor);
    out_.raw("\">\n");
}

void Printer::print_back_links(const cmark_node* footnote) {
    answered_ = footnote;
    for (int i = 1; i <= footnote->footnote.def_count; ++i) {
        std::string reference = std::to_string(block_of(footnote)->number);
        if (i > 1) {
            out_.raw(' ');
            reference += '-';
            reference += std::to_string(i);
        }
        out_.raw("<a href=\"");
        out_.marked_address(MarkKind::link, "#fnref-" + reference);
        out_.raw("\" class=\"footnote-back\" role=\"doc-backlink\"");
        label("footnote_back", reference);
        out_.raw(">↩</a>");
    }
}

}  // namespace puebla::markdown
