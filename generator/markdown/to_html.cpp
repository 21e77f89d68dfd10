// Prints a tree as HTML. Where both say the same, the text is the one cmark-gfm prints, down to its
// line feeds, so that the two can be compared.

#include <string>
#include <string_view>

#include "markdown/document.h"
#include "markdown/html_writer.h"
#include "markdown/item_numbers.h"
#include "markdown/tree.h"

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

class Printer {
  public:
    Printer(const Document& document, const HtmlOptions& options)
        : tree_(document.tree()),
          options_(options),
          addressed_(options.detail == HtmlDetail::addressed) {}

    Html print();

  private:
    bool enter(const cmark_node* node);  // whether to go inside
    void leave(const cmark_node* node);
    bool enter_inline(const cmark_node* node);
    void leave_inline(const cmark_node* node);

    void open_quote(const cmark_node* node);
    void open_list(const cmark_node* list);
    void open_item(const cmark_node* item);
    void open_paragraph(const cmark_node* node);
    void close_paragraph(const cmark_node* node);
    void print_code(const cmark_node* node);
    void print_figure(const cmark_node* node, const Block& block);
    void print_html_block(const cmark_node* node);
    void open_table(const cmark_node* table);
    void close_table(const cmark_node* table);
    void open_row(const cmark_node* row);
    void open_cell(const cmark_node* cell);
    void close_cell(const cmark_node* cell);
    bool open_link(const cmark_node* node);
    void print_image(const cmark_node* node);
    void print_reference(const cmark_node* node);
    void open_footnote(const cmark_node* node);
    void print_back_links(const cmark_node* footnote);

    void tag(std::string_view begin, const cmark_node* node);
    void id_of(const cmark_node* node);
    void permalink(const Block& block);
    void label(std::string_view phrase, std::string_view number);
    std::string words(std::string_view phrase, std::string_view number) const;
    ResolvedLink resolve(const Link& link) const;
    void text_inside(const cmark_node* node);

    const Tree& tree_;
    const HtmlOptions& options_;
    const bool addressed_;
    HtmlWriter out_;
    bool link_is_open_ = false;  // links are never inside links
    int tables_ = 0;
    int column_ = 0;
    const std::uint8_t* alignments_ = nullptr;
    const cmark_node* answered_ = nullptr;  // the footnote whose back links are printed
    bool footnotes_are_open_ = false;
};

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
            const char open[] = {'<', 'h', static_cast<char>('0' + node->as.heading.level)};
            tag({open, 3}, node);
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
            out_.raw(static_cast<char>('0' + node->as.heading.level));
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
    } else if (node->type == CMARK_NODE_LINK && link_is_open_) {
        out_.raw("</a>");
        link_is_open_ = false;
    }
}

// --- blocks ---

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

// --- tables ---

void Printer::open_table(const cmark_node* table) {
    alignments_ = cmark_gfm_extensions_get_table_alignments(const_cast<cmark_node*>(table));
    if (addressed_) {
        tag("<div", table);
        out_.raw(" class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
        label("table", std::to_string(++tables_));
        out_.raw(">\n");
    }
    out_.begin_line();
    out_.raw("<table>\n");
}

void Printer::close_table(const cmark_node* table) {
    if (table->first_child != table->last_child) {
        out_.begin_line();
        out_.raw("</tbody>\n");
    }
    out_.raw(addressed_ ? "</table>\n</div>\n" : "</table>\n");
}

void Printer::open_row(const cmark_node* row) {
    column_ = 0;
    out_.begin_line();
    if (row->prev == nullptr) {
        out_.raw("<thead>\n");
    } else if (row->prev->prev == nullptr) {
        out_.raw("<tbody>\n");
    }
    out_.raw("<tr>");
}

void Printer::open_cell(const cmark_node* cell) {
    const bool header = cell->parent->prev == nullptr;
    const std::uint8_t alignment = alignments_[column_++];
    out_.begin_line();
    out_.raw(!header      ? "<td"
             : addressed_ ? (cell->first_child != nullptr ? "<th scope=\"col\"" : "<td")
                          : "<th");
    if (alignment != 0) {
        const std::string_view side = alignment == 'l'   ? "left"
                                      : alignment == 'r' ? "right"
                                                         : "center";
        out_.raw(addressed_ ? " class=\"align-" : " align=\"");
        out_.raw(side);
        out_.raw('"');
    }
    out_.raw('>');
}

void Printer::close_cell(const cmark_node* cell) {
    const bool header = cell->parent->prev == nullptr;
    // An empty cell heads nothing, and a screen reader should not announce it as if it did.
    out_.raw(header && (!addressed_ || cell->first_child != nullptr) ? "</th>" : "</td>");
}

// --- links, pictures, footnotes ---

bool Printer::open_link(const cmark_node* node) {
    const Link* link = link_of(node);
    if (link == nullptr) {
        return true;
    }
    const ResolvedLink resolved = resolve(*link);
    const std::string& title =
        resolved.title_if_empty.empty() ? link->destination : resolved.title_if_empty;
    if (resolved.href.empty()) {
        if (!link->has_text) {
            out_.text(title);
        }
        return link->has_text;
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
    link_is_open_ = true;
    if (!link->has_text && addressed_) {
        out_.text(title);
        return false;
    }
    return true;
}

void Printer::print_image(const cmark_node* node) {
    const Link* link = link_of(node);
    const ResolvedLink resolved = link != nullptr ? resolve(*link) : ResolvedLink{};
    if (resolved.href.empty()) {
        text_inside(node);
        return;
    }
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
    out_.raw("<li id=\"");
    out_.marked_id("", block_of(node)->anchor);
    out_.raw("\">\n");
}

void Printer::print_back_links(const cmark_node* footnote) {
    answered_ = footnote;
    const std::string number = std::to_string(block_of(footnote)->number);
    for (int i = 1; i <= footnote->footnote.def_count; ++i) {
        const std::string repetition = i > 1 ? "-" + std::to_string(i) : std::string();
        out_.raw(i > 1 ? " <a href=\"" : "<a href=\"");
        out_.marked_address(MarkKind::link, "#fnref-" + number + repetition);
        out_.raw("\" class=\"footnote-back\" role=\"doc-backlink\"");
        label("footnote_back", number + repetition);
        out_.raw(">↩</a>");
    }
}

// --- parts ---

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
    out_.raw(" id=\"");
    out_.marked_id("", block->anchor);
    out_.raw('"');
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

}  // namespace

Html to_html(const Document& document, const HtmlOptions& options) {
    return Printer(document, options).print();
}

}  // namespace puebla::markdown
