#include <string>
#include <string_view>

#include "markdown/item_numbers.h"
#include "markdown/printer.h"

namespace puebla::markdown {

namespace {

struct PlainPhrase {
    std::string_view name;
    std::string_view words;  // the number follows
};

constexpr PlainPhrase plain_phrases[] = {
    {"note", "Note"},
    {"tip", "Tip"},
    {"important", "Important"},
    {"warning", "Warning"},
    {"caution", "Caution"},
    {"table", "Table"},
    {"footnotes", "Footnotes"},
    {"footnote", "Footnote"},
    {"footnote_back", "Back to reference"},
    {"task_done", "Done"},
    {"task_open", "To do"},
    {"permalink", "Link to"},
    {"permalink_number", "Link to number"},
};

}  // namespace

Html Printer::print() {
    const cmark_node* root = tree_.root.get();
    if (root == nullptr) {
        return {};
    }
    const cmark_node* node = root->first_child;
    while (node != nullptr) {
        const bool inside = enter(node);
        if (inside && node->first_child != nullptr) {
            node = node->first_child;
            continue;
        }
        leave(node);
        while (node != root && node->next == nullptr) {
            node = node->parent;
            if (node != root) {
                leave(node);
            }
        }
        node = node == root ? nullptr : node->next;
    }
    if (footnotes_are_open_) {
        out_.raw("</ol>\n</section>\n");
    }
    return out_.take();
}

bool Printer::enter(const cmark_node* node) {
    if (node->type == CMARK_NODE_TABLE) {
        open_table(node);
        return true;
    }
    if (node->type == CMARK_NODE_TABLE_ROW) {
        open_row(node);
        return true;
    }
    if (node->type == CMARK_NODE_TABLE_CELL) {
        open_cell(node);
        return true;
    }
    switch (node->type) {
        case CMARK_NODE_BLOCK_QUOTE:
            open_quote(node);
            return true;
        case CMARK_NODE_LIST:
            open_list(node);
            return true;
        case CMARK_NODE_ITEM:
            open_item(node);
            return true;
        case CMARK_NODE_CODE_BLOCK:
            print_code(node);
            return false;
        case CMARK_NODE_HTML_BLOCK:
            print_html_block(node);
            return false;
        case CMARK_NODE_PARAGRAPH:
            open_paragraph(node);
            return true;
        case CMARK_NODE_HEADING: {
            const char name[] = {'h', level_of(node)};
            open_marked({name, 2}, node);
            id_of(node);
            out_.raw('>');
            return true;
        }
        case CMARK_NODE_THEMATIC_BREAK:
            out_.begin_line();
            out_.raw(addressed_ ? "<hr>\n" : "<hr />\n");
            return false;
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            open_footnote(node);
            return true;
        default:
            return enter_inline(node);
    }
}

void Printer::leave(const cmark_node* node) {
    if (node->type == CMARK_NODE_TABLE) {
        close_table(node);
        return;
    }
    if (node->type == CMARK_NODE_TABLE_ROW) {
        out_.begin_line();
        out_.raw("</tr>\n");
        if (node->prev == nullptr) {
            out_.raw("</thead>\n");
        }
        return;
    }
    if (node->type == CMARK_NODE_TABLE_CELL) {
        close_cell(node);
        return;
    }
    switch (node->type) {
        case CMARK_NODE_BLOCK_QUOTE: {
            const Block* block = block_of(node);
            out_.begin_line();
            out_.raw(addressed_ && block->kind == BlockKind::admonition ? "</div>\n"
                                                                        : "</blockquote>\n");
            break;
        }
        case CMARK_NODE_LIST:
            out_.raw(node->as.list.list_type == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n");
            break;
        case CMARK_NODE_ITEM:
            out_.raw("</li>\n");
            break;
        case CMARK_NODE_PARAGRAPH:
            close_paragraph(node);
            break;
        case CMARK_NODE_HEADING: {
            const Block* block = block_of(node);
            if (options_.permalinks && addressed_) {
                out_.raw(' ');
                permalink(*block);
            }
            out_.raw("</h");
            out_.raw(level_of(node));
            out_.raw(">\n");
            break;
        }
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            if (answered_ != node) {
                print_back_links(node);
                out_.raw('\n');
            }
            out_.raw("</li>\n");
            break;
        default:
            leave_inline(node);
            break;
    }
}

bool Printer::enter_inline(const cmark_node* node) {
    if (node->type == CMARK_NODE_STRIKETHROUGH) {
        out_.raw("<del>");
        return true;
    }
    switch (node->type) {
        case CMARK_NODE_TEXT:
            out_.text(view(node->as.literal));
            break;
        case CMARK_NODE_SOFTBREAK:
            out_.raw('\n');
            break;
        case CMARK_NODE_LINEBREAK:
            out_.raw(addressed_ ? "<br>\n" : "<br />\n");
            break;
        case CMARK_NODE_CODE:
            out_.raw("<code>");
            out_.text(view(node->as.literal));
            out_.raw("</code>");
            break;
        case CMARK_NODE_HTML_INLINE:
            if (addressed_) {
                out_.text(view(node->as.literal));
            } else {
                out_.raw("<!-- raw HTML omitted -->");
            }
            break;
        case CMARK_NODE_EMPH:
            out_.raw("<em>");
            break;
        case CMARK_NODE_STRONG:
            out_.raw("<strong>");
            break;
        case CMARK_NODE_LINK:
            return open_link(node);
        case CMARK_NODE_IMAGE:
            print_image(node);
            return false;
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            print_reference(node);
            break;
        default:
            break;
    }
    return true;
}

void Printer::leave_inline(const cmark_node* node) {
    if (node->type == CMARK_NODE_STRIKETHROUGH) {
        out_.raw("</del>");
    } else if (node->type == CMARK_NODE_EMPH) {
        out_.raw("</em>");
    } else if (node->type == CMARK_NODE_STRONG) {
        out_.raw("</strong>");
    } else if (!open_links_.empty() && open_links_.back() == node) {
        close_link();
    }
}

void Printer::open_marked(std::string_view name, const cmark_node* node) {
    out_.begin_line();
    if (const Block* block = block_of(node)) {
        out_.written_at(block->span);
    }
    out_.raw('<');
    out_.marked_element(name);
}

void Printer::tag(std::string_view begin, const cmark_node* node) {
    out_.begin_line();
    out_.raw(begin);
    id_of(node);
}

void Printer::id_of(const cmark_node* node) {
    const Block* block = block_of(node);
    if (!addressed_ || block == nullptr) {
        return;
    }
    out_.written_at(block->span);
    out_.raw(" id=\"");
    out_.marked_id("", block->anchor);
    out_.raw('"');
}

char Printer::level_of(const cmark_node* heading) const {
    return static_cast<char>('0' +
                             (addressed_ ? block_of(heading)->level : heading->as.heading.level));
}

void Printer::permalink(const Block& block) {
    out_.raw("<a class=\"permalink\" href=\"");
    out_.marked_address(MarkKind::link, "#" + block.anchor);
    out_.raw('"');
    if (block.number == 0) {
        label("permalink", block.anchor);
        out_.raw(">¶</a>");
        return;
    }
    const std::string number = written_number(block.level, block.number);
    label("permalink_number", number);
    out_.raw('>');
    out_.raw(number);
    out_.raw(".</a>");
}

void Printer::label(std::string_view phrase, std::string_view number) {
    out_.raw(" aria-label=\"");
    out_.text(words(phrase, number));
    out_.raw('"');
}

std::string Printer::words(std::string_view phrase, std::string_view number) const {
    std::string result = options_.phrase ? options_.phrase(phrase, number) : std::string();
    if (!result.empty()) {
        return result;
    }
    for (const PlainPhrase& plain : plain_phrases) {
        if (plain.name == phrase) {
            result = plain.words;
        }
    }
    if (!number.empty()) {
        result += ' ';
        result += number;
    }
    return result;
}

ResolvedLink Printer::resolve(const Link& link) const {
    return options_.resolve ? options_.resolve(link) : ResolvedLink{link.destination, "", ""};
}

void Printer::text_inside(const cmark_node* node) {
    auto* inner = const_cast<cmark_node*>(node);
    for (inner = next_in(node, inner); inner != nullptr; inner = next_in(node, inner)) {
        if (inner->type == CMARK_NODE_TEXT || inner->type == CMARK_NODE_CODE ||
            inner->type == CMARK_NODE_HTML_INLINE) {
            out_.text(view(inner->as.literal));
        } else if (inner->type == CMARK_NODE_SOFTBREAK || inner->type == CMARK_NODE_LINEBREAK) {
            out_.raw(' ');
        }
    }
}

Html to_html(const Document& document, const HtmlOptions& options) {
    return Printer(document, options).print();
}

}  // namespace puebla::markdown
