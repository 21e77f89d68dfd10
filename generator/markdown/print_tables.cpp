#include <string>
#include <string_view>

#include "markdown/printer.h"

namespace puebla::markdown {

void Printer::open_table(const cmark_node* table) {
    alignments_ = cmark_gfm_extensions_get_table_alignments(const_cast<cmark_node*>(table));
    if (addressed_) {
        tag("<div", table);
        out_.raw(" class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
        label("table", std::to_string(++tables_));
        out_.raw(">\n");
    }
    open_marked("table", table);
    out_.raw(">\n");
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
    out_.raw('<');
    if (header && (!addressed_ || cell->first_child != nullptr)) {
        out_.marked_element("th");
        out_.raw(addressed_ ? " scope=\"col\"" : "");
    } else {
        out_.raw("td");
    }
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

}  // namespace puebla::markdown
