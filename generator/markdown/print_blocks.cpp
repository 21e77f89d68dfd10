#include <string>
#include <string_view>

#include "markdown/printer.h"

namespace puebla::markdown {

void Printer::open_quote(const cmark_node* node) {
    const Block* block = block_of(node);
    if (!addressed_ || block->kind != BlockKind::admonition) {
        tag("<blockquote", node);
        out_.raw(">\n");
        return;
    }
    tag("<div", node);
    out_.raw(" class=\"admonition ");
    out_.raw(block->name);
    out_.raw("\" role=\"note\" aria-labelledby=\"");
    out_.raw(block->anchor);
    out_.raw("-title\">\n<p class=\"admonition-title\" id=\"");
    out_.marked_id("", block->anchor, "-title");
    out_.raw("\">");
    out_.text(words(block->name, ""));
    out_.raw("</p>\n");
}

void Printer::open_list(const cmark_node* list) {
    const bool ordered = list->as.list.list_type == CMARK_ORDERED_LIST;
    const bool permalinks = addressed_ && options_.permalinks;
    const bool tasks = addressed_ && list->first_child != nullptr && is_task(list->first_child);
    out_.begin_line();
    out_.raw(ordered ? "<ol" : "<ul");
    if (permalinks || tasks) {
        out_.raw(permalinks && tasks ? " class=\"permalinks tasks\""
                 : tasks             ? " class=\"tasks\""
                                     : " class=\"permalinks\"");
    }
    if (ordered && list->as.list.start != 1) {
        out_.raw(" start=\"");
        out_.raw(std::to_string(list->as.list.start));
        out_.raw('"');
    }
    // As in anchors (p2-a), the items of a list inside an item are lettered.
    if (ordered && addressed_ && block_of(list->first_child)->level % 2 == 0) {
        out_.raw(" type=\"a\"");
    }
    out_.raw(">\n");
}

void Printer::open_item(const cmark_node* item) {
    const Block* block = block_of(item);
    tag("<li", item);
    if (addressed_ && item->prev != nullptr && block->number > block_of(item->prev)->number + 1) {
        out_.raw(" value=\"");
        out_.raw(std::to_string(block->number));
        out_.raw('"');
    }
    const bool task = is_task(item);
    out_.raw(addressed_ && task ? " class=\"task\">" : ">");
    const cmark_node* first = item->first_child;
    const bool first_has_tag =
        first != nullptr && first->type == CMARK_NODE_PARAGRAPH && !is_in_tight_list(first);
    if (addressed_ && options_.permalinks && !first_has_tag) {
        permalink(*block);
        out_.raw(' ');
    }
    if (!task) {
        return;
    }
    const bool done = item->as.list.checked;
    if (addressed_) {
        out_.raw(done ? "<input type=\"checkbox\" checked disabled"
                      : "<input type=\"checkbox\" disabled");
        label(done ? "task_done" : "task_open", "");
        out_.raw("> ");
    } else {
        out_.raw(done ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                      : "<input type=\"checkbox\" disabled=\"\" /> ");
    }
}

void Printer::open_paragraph(const cmark_node* node) {
    if (is_in_tight_list(node)) {
        return;
    }
    tag("<p", node);
    out_.raw('>');
    if (!addressed_ || !options_.permalinks) {
        return;
    }
    if (const Block* block = block_of(node)) {
        permalink(*block);
        out_.raw(' ');
    } else if (node->parent->type == CMARK_NODE_ITEM) {
        permalink(*block_of(node->parent));
        out_.raw(' ');
    }
}

void Printer::close_paragraph(const cmark_node* node) {
    if (is_in_tight_list(node)) {
        return;
    }
    if (node->parent->type == CMARK_NODE_FOOTNOTE_DEFINITION && node->next == nullptr) {
        out_.raw(' ');
        print_back_links(node->parent);
    }
    out_.raw("</p>\n");
}

void Printer::print_code(const cmark_node* node) {
    const Block* block = block_of(node);
    if (addressed_ && block->kind == BlockKind::figure) {
        print_figure(node, *block);
        return;
    }
    tag("<pre", node);
    // A long line scrolls, and whoever has no mouse must reach it.
    out_.raw(addressed_ ? " tabindex=\"0\"><code" : "><code");
    const std::string_view name =
        block->kind == BlockKind::figure ? std::string_view("figure") : block->name;
    if (!name.empty()) {
        out_.raw(" class=\"language-");
        out_.text(name);
        out_.raw('"');
    }
    out_.raw('>');
    out_.text(view(node->as.code.literal));
    out_.raw("</code></pre>\n");
}

void Printer::print_figure(const cmark_node* node, const Block& block) {
    tag("<figure", node);
    out_.raw(" class=\"picture\">\n");
    const Html picture = options_.figure ? options_.figure(block.name, block.text) : Html{};
    if (!picture.text.empty()) {
        out_.append(picture);
        out_.begin_line();
    } else {
        out_.raw("<pre>");
        out_.text(block.text.empty() ? block.name : block.text);
        out_.raw("</pre>\n");
    }
    out_.raw("</figure>\n");
}

void Printer::print_html_block(const cmark_node* node) {
    if (!addressed_) {
        out_.begin_line();
        out_.raw("<!-- raw HTML omitted -->\n");
        return;
    }
    tag("<p", node);
    out_.raw('>');
    out_.text(block_of(node)->text);
    out_.raw("</p>\n");
}

}  // namespace puebla::markdown
