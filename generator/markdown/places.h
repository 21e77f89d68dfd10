// Finds the bytes of a file from which cmark-gfm read an inline.
//
// cmark-gfm gives inlines a line and a column, but counts columns in the text it cut out of the
// block: indentation, the marks of quotes and lists and all cells to the left are missing from
// it. So places are found the other way round: by the offset in that text, whose lines are the ends
// of the lines of the file.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/diagnostics.h"
#include "markdown/lines.h"
#include "markdown/tree.h"

namespace puebla::markdown {

class Places {
  public:
    explicit Places(const Lines& lines) : lines_(lines) {}

    // Of a whole block, without the blank lines after it.
    Span block(const cmark_node* node) const;

    // Of a part of the content of a paragraph, heading or table cell; nothing where the file does
    // not hold it (a text with NUL bytes).
    std::optional<Span> part(const cmark_node* leaf, std::size_t begin, std::size_t end);

    // Where a line of the content begins: so that a column of cmark-gfm can be checked.
    bool is_line_start(const cmark_node* leaf, std::size_t offset);

    const Lines& lines() const { return lines_; }

  private:
    void enter(const cmark_node* leaf);
    void enter_cell(const cmark_node* cell);
    void enter_row(const cmark_node* row);
    void enter_lines(const cmark_node* leaf);
    std::optional<std::size_t> find_line(const cmark_node* leaf, std::size_t index, int number);

    const Lines& lines_;
    const cmark_node* leaf_ = nullptr;
    std::vector<std::size_t> starts_;     // of the lines of the content
    int first_line_ = 0;                  // where the content begins in the file; 0: not found
    std::optional<std::size_t> cell_at_;  // offset of a cell in row_text_

    std::size_t found_index_ = 0;  // the line of the content that was found last, and where
    std::optional<std::size_t> found_at_;

    const cmark_node* row_ = nullptr;        // the row of the last cell that was looked for,
    const cmark_node* next_cell_ = nullptr;  // and where to look for the next
    std::size_t next_at_ = 0;
    std::string row_text_;  // its line without the backslash of "\\|", as cells have it
    std::vector<std::size_t> row_offsets_;  // in the file, of each byte of row_text_
};

}  // namespace puebla::markdown
