#include "markdown/limits.h"

#include <cmark-gfm/parser.h>

#include <algorithm>

#include "markdown/blanks.h"
#include "markdown/tree.h"

namespace puebla::markdown {

namespace {

// Nanoseconds of one reading, as measured on a slow machine, and what all of them may take.
constexpr double cost_of_cell_pair = 2;
constexpr double cost_of_reread_byte = 6;    // of the paragraph above a table, for a row
constexpr double cost_of_reread_pair = 0.5;  // of its bytes and lines, for a line like |-|-|
constexpr double affordable = 4e8;

constexpr std::size_t most_padded_cells = 100'000;
// More marks of blocks than this in one line are refused unread; the exact depth is known after.
constexpr std::ptrdiff_t most_marks_in_line = 1'000;

// So many marks in all are refused before all is read: most of them may go on with blocks that
// are there, and what was opened is counted in the end.
constexpr std::size_t most_marks = 8 * most_blocks;

Excess too_deep() {
    return {"nesting-too-deep",
            say("more than {} blocks are inside one another here",
                "aquí hay más de {} bloques uno dentro de otro", deepest_nesting),
            say("use fewer levels of lists and quotes", "use menos niveles de listas y citas")};
}

Excess too_large_table() {
    return {"table-too-large",
            say("this table is too large: columns × rows may be at most {} thousand",
                "esta tabla es demasiado grande: columnas × filas no puede pasar de {} mil",
                largest_table / 1000),
            say("split the table, or keep it as a file and link to it",
                "divida la tabla, o guárdela como archivo y enlácelo")};
}

Excess too_many_blocks() {
    return {"text-too-large",
            say("this text has more than {} thousand paragraphs, headings and list items",
                "este texto tiene más de {} mil párrafos, encabezados y elementos de lista",
                most_blocks / 1000),
            say("split it into several entries, or attach it as a file",
                "divídalo en varias entradas, o adjúntelo como archivo")};
}

double square(double x) {
    return x * x;
}

std::size_t count_of(char wanted, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(wanted, at)) != text.npos; ++at) {
        ++count;
    }
    return count;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

// Marks that could each open a block: ">", "- ", "1. ", "[^1]:" at the beginning of a line.
std::ptrdiff_t marks_at_the_beginning(std::string_view line) {
    std::ptrdiff_t marks = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '>') {
            ++marks;
        } else if (c == '-' || c == '+' || c == '*' || c == '.' || c == ')') {
            if (i + 1 < line.size() && !is_blank(line[i + 1])) {
                break;
            }
            ++marks;
        } else if (!is_blank(c) && (c < '0' || c > '9')) {
            return marks + (c == '[' ? 1 : 0);
        }
    }
    return marks;
}

bool may_part_header_from_rows(std::string_view line) {
    return line.find_first_not_of("|:- \t>\r\n\v\f") == std::string_view::npos &&
           line.find('-') != std::string_view::npos;
}

double cost_of_cells(std::string_view row) {
    return square(static_cast<double>(count_of('|', row))) * cost_of_cell_pair;
}

const cmark_node* table_around(const cmark_node* node) {
    while (node != nullptr &&
           (node->type == CMARK_NODE_TABLE_ROW || node->type == CMARK_NODE_TABLE_CELL)) {
        node = node->parent;
    }
    return node != nullptr && node->type == CMARK_NODE_TABLE ? node : nullptr;
}

int depth_of(const cmark_node* node) {
    int depth = 0;
    for (; node != nullptr; node = node->parent) {
        if (node->type == CMARK_NODE_BLOCK_QUOTE || node->type == CMARK_NODE_ITEM ||
            node->type == CMARK_NODE_FOOTNOTE_DEFINITION) {
            ++depth;
        }
    }
    return depth;
}

}  // namespace

std::optional<Excess> Limits::before(const cmark_parser& parser, std::string_view line) {
    marks_ = marks_at_the_beginning(line);
    if (marks_ > most_marks_in_line) {
        return too_deep();
    }
    if (const cmark_node* table = table_around(parser.current)) {
        // A paragraph that stood above the table is still part of it, and read again for each row.
        table_cost_ +=
            static_cast<double>(table->content.size) * cost_of_reread_byte + cost_of_cells(line);
        if (table_cost_ > affordable) {
            return too_large_table();
        }
    } else if (parser.current->type == CMARK_NODE_PARAGRAPH && may_part_header_from_rows(line)) {
        table_cost_ += cost_of_cells(line) + paragraph_cells_;
        if (table_cost_ > affordable) {
            return too_large_table();
        }
        table_cost_ += paragraph_lines_ * paragraph_bytes_ * cost_of_reread_pair;
        if (table_cost_ > affordable) {
            return too_slow(say("this paragraph is too long to be the head of a table",
                                "este párrafo es demasiado largo para encabezar una tabla"),
                            say("put a blank line between the paragraph and the table",
                                "ponga una línea en blanco entre el párrafo y la tabla"));
        }
    }
    return std::nullopt;
}

std::optional<Excess> Limits::after(const cmark_parser& parser, std::string_view line) {
    if (const cmark_node* table = table_around(parser.current)) {
        return row(*table, line);
    }
    table_ = nullptr;
    if (parser.current->type == CMARK_NODE_PARAGRAPH) {
        if (parser.current != paragraph_ || parser.current->start_line == parser.line_number) {
            paragraph_ = parser.current;
            paragraph_lines_ = 0;
            paragraph_bytes_ = 0;
            paragraph_cells_ = 0;
        }
        paragraph_lines_ += 1;
        paragraph_bytes_ += static_cast<double>(line.size());
        paragraph_cells_ += cost_of_cells(line);
    }
    if (marks_ > 0 && depth_of(parser.current) > deepest_nesting) {
        return too_deep();
    }
    begun_ += parser.current->start_line == parser.line_number ? 1 : 0;
    line_marks_ += static_cast<std::size_t>(marks_);
    return begun_ > most_blocks || line_marks_ > most_marks ? std::optional(too_many_blocks())
                                                            : std::nullopt;
}

std::optional<Excess> Limits::row(const cmark_node& table, std::string_view line) {
    if (&table != table_) {
        table_ = &table;
        last_row_ = table.last_child;
        rows_ = 1;
        return std::nullopt;
    }
    if (table.last_child == last_row_) {
        return std::nullopt;
    }
    last_row_ = table.last_child;
    ++rows_;
    const std::size_t columns =
        cmark_gfm_extensions_get_table_columns(const_cast<cmark_node*>(&table));
    const std::size_t written = count_of('|', line) + 1;
    padded_ += columns > written ? columns - written : 0;
    if (rows_ * columns > largest_table || padded_ > most_padded_cells) {
        return too_large_table();
    }
    return std::nullopt;
}

std::optional<Excess> Limits::node(const cmark_node& node) {
    const bool is_block = node.type != CMARK_NODE_LIST && node.type != CMARK_NODE_TABLE_ROW &&
                          node.type != CMARK_NODE_TABLE_CELL;
    blocks_ += is_block ? 1 : 0;
    return blocks_ > most_blocks ? std::optional(too_many_blocks()) : std::nullopt;
}

Excess too_slow(Message reason, Message help) {
    return {"text-too-slow", std::move(reason), std::move(help)};
}

}  // namespace puebla::markdown
