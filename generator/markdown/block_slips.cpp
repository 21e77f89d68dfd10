#include "markdown/block_slips.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "markdown/admonitions.h"
#include "markdown/blanks.h"
#include "markdown/signs.h"

namespace puebla::markdown {

namespace {

// Without the marks of the quotes around it.
std::string_view inside_quotes(std::string_view line) {
    return trimmed(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())));
}

// The next bar that parts cells: one after a backslash is text.
std::size_t find_bar(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != '|') {
        at += text[at] == '\\' ? 2 : 1;
    }
    return std::min(at, text.size());
}

// What follows the cells of a row that have a column.
std::string_view after_columns(std::string_view row, std::size_t columns) {
    std::size_t at = begins_with(row, "|") ? 1 : 0;
    for (std::size_t cell = 0; cell < columns && at <= row.size(); ++cell) {
        at = find_bar(row, at) + 1;
    }
    return row.substr(std::min(at, row.size()));
}

// The number of cells between bars: "| a | b |" has two. None where bars are not at both ends.
std::size_t cells_between_bars(std::string_view line) {
    if (line.size() < 2 || line.front() != '|') {
        return 0;
    }
    std::size_t cells = 0;
    std::size_t bar = 0;
    for (std::size_t next = find_bar(line, 1); next < line.size();
         next = find_bar(line, next + 1)) {
        bar = next;
        ++cells;
    }
    return bar + 1 == line.size() ? cells : 0;
}

// "|---|:--:|"
bool is_line_of_hyphens(std::string_view line) {
    return line.find('-') != line.npos && line.find_first_not_of("|:- \t") == line.npos;
}

std::string line_of_hyphens(std::size_t columns) {
    constexpr std::size_t most = 12;
    std::string line = "|";
    for (std::size_t i = 0; i < std::min(columns, most); ++i) {
        line += "---|";
    }
    return columns > most ? line + "…" : line;
}

Message help_with_rows(const cmark_node* paragraph, std::string_view first,
                       std::string_view second) {
    const std::string hyphens = line_of_hyphens(cells_between_bars(first));
    if (paragraph->prev != nullptr && paragraph->prev->type == CMARK_NODE_TABLE) {
        return say(
            "join these rows to the table above: delete the blank line between them",
            "junte estas filas con la tabla de arriba: borre la línea en blanco que las separa");
    }
    if (is_line_of_hyphens(first)) {
        return say("write the names of the columns in the line right above this one",
                   "escriba los nombres de las columnas en la línea que está justo encima de esta");
    }
    return is_line_of_hyphens(second)
               ? say("the line below must have as many parts as this one has cells: {}",
                     "la línea de abajo debe tener tantas partes como celdas tiene esta: {}",
                     hyphens)
               : say("write a line of hyphens below this one: {}",
                     "escriba debajo de esta línea una de guiones: {}", hyphens);
}

bool is_capital(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

void BlockSlips::look_at_row(const cmark_node* row, std::size_t columns) {
    const std::string_view line = inside_quotes(places_.lines().text(row->start_line));
    const std::string_view lost = after_columns(line, columns);
    if (lost.find_first_not_of("| \t") == lost.npos) {
        return;
    }
    const std::size_t begin = places_.lines().offset_of(lost);
    problems_.warning(
        "extra-cells", {file_, {begin, begin + lost.size()}},
        say("this row has more cells than the table has columns, and what they hold is lost",
            "esta fila tiene más celdas que columnas la tabla, y lo que contienen se pierde"),
        say("add columns to the first two lines of the table; a bar that is text is written \\|",
            "agregue columnas a las dos primeras líneas de la tabla; una barra que es texto se "
            "escribe \\|"));
}

void BlockSlips::look_at_paragraph(const cmark_node* paragraph) {
    const std::string_view content = content_of(paragraph);
    const bool below_table =
        paragraph->prev != nullptr && paragraph->prev->type == CMARK_NODE_TABLE;
    std::string_view first;
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t end = find_line_end(content, at);
        const std::string_view line = trimmed(content.substr(at, end - at));
        at = end < content.size() ? skip_line_end(content, end) : end;
        const bool is_row = cells_between_bars(line) > 1;
        if (is_row && (!first.empty() || below_table)) {
            const std::string_view begin = first.empty() ? line : first;
            problems_.warning("not-a-table", part(paragraph, begin),
                              say("this is no table: readers see the bars",
                                  "esto no es una tabla: el público ve las barras"),
                              help_with_rows(paragraph, begin, line));
            return;
        }
        first = is_row ? line : std::string_view();
    }
}

void BlockSlips::look_at_code(const cmark_node* code) {
    const Lines& lines = places_.lines();
    if (!code->as.code.fenced || trimmed(view(code->as.code.literal)).empty()) {
        return;
    }
    const std::string fence(code->as.code.fence_length,
                            static_cast<char>(code->as.code.fence_char));
    const std::string_view last = inside_quotes(lines.text(code->end_line));
    const bool closed = begins_with(last, fence) && last.find_first_not_of(fence[0]) == last.npos &&
                        code->end_line > code->start_line;
    int next = code->end_line + 1;
    while (next <= lines.count() && trimmed(lines.text(next)).empty()) {
        ++next;
    }
    if (closed || next <= lines.count()) {
        return;
    }
    problems_.warning(
        "unclosed-code", {file_, lines.span(code->start_line)},
        say("nothing closes this program code: all of the text below belongs to it",
            "nada cierra este código de programa: todo el texto que sigue forma parte de él"),
        say("write {} on a line of its own where the code ends",
            "escriba {} en una línea aparte donde termina el código", fence));
}

void BlockSlips::look_at_quote(const cmark_node* paragraph) {
    const std::string_view content = content_of(paragraph);
    const std::string_view line = trimmed(content.substr(0, find_line_end(content, 0)));
    const bool marked = begins_with(line, "[!");
    const std::size_t end = std::min(line.find(']'), line.size());
    const cmark_node* text = paragraph->first_child;
    if (!begins_with(line, "[") || end == line.size() || text == nullptr ||
        text->type != CMARK_NODE_TEXT || !begins_with(view(text->as.literal), "[")) {
        return;
    }
    const std::string_view word = line.substr(marked ? 2 : 1, end - (marked ? 2 : 1));
    const std::string_view mark = line.substr(0, end + 1);
    const bool alone = end + 1 == line.size();
    if (admonition_name(word).empty()) {
        return;
    }
    if (marked && !alone) {
        problems_.warning(
            "unknown-admonition", part(paragraph, mark),
            say("{} makes a notice box only where it stands alone in its line",
                "{} hace un recuadro de aviso solo donde está en una línea aparte", mark),
            say("write what follows it in the next line, after >",
                "escriba lo que sigue en la línea siguiente, después de >"));
    } else if (!marked && (alone || is_capital(word))) {
        problems_.warning(
            "unknown-admonition", part(paragraph, mark),
            say("{} makes no notice box: it lacks the exclamation mark",
                "{} no hace un recuadro de aviso: le falta el signo de exclamación", mark),
            say("write: > [!{}]", "escriba: > [!{}]", word));
    }
}

// `content` is a piece of what the block consists of.
Place BlockSlips::part(const cmark_node* leaf, std::string_view content) {
    const auto begin = static_cast<std::size_t>(content.data() - content_of(leaf).data());
    const std::optional<Span> span = places_.part(leaf, begin, begin + content.size());
    return {file_, span ? *span : places_.block(leaf)};
}

}  // namespace puebla::markdown
