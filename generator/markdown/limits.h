// Watches a text while cmark-gfm finds its blocks, and says when to stop; inline_limits.h goes on
// from there. A page or a message comes in less than a second, whatever the text
// (tests/markdown/bounds_test.py).
//
// cmark-gfm 0.29.0.gfm.6 is linear in the length of a text but for a few shapes, measured with
// its own library (tests/markdown/limits_test.cpp holds one of each):
//
//   - A short row of a table is padded to the width of the header: 34 kB asked for 6 GiB.
//   - The cells of a row are kept in a list whose end is searched for each: 20,000 take 0.8 s.
//   - A line that could part a table's header from its rows (|-|-|) has the whole paragraph
//     above it read again, the rest of it for each line: 400 kB took 9 s.
//   - Blocks inside blocks: linear, but every walk over them is as deep as they are.
//   - Very many blocks: linear as well, but each costs as much as a hundred letters.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/diagnostics.h"

struct cmark_parser;
struct cmark_node;

namespace puebla::markdown {

constexpr std::size_t largest_text = std::size_t{8} * 1024 * 1024;
constexpr std::size_t most_blocks = 100'000;
constexpr std::size_t largest_table = 100'000;  // columns × rows
constexpr int deepest_nesting = 100;

struct Excess {
    std::string code;
    Message message;
    Message help;
};

Excess too_slow(Message reason, Message help);

class Limits {
  public:
    // Before a line is given to the parser.
    std::optional<Excess> before(const cmark_parser& parser, std::string_view line);

    // After the parser has taken it.
    std::optional<Excess> after(const cmark_parser& parser, std::string_view line);

    // When all lines are read, for each node of the tree.
    std::optional<Excess> node(const cmark_node& node);

  private:
    std::optional<Excess> row(const cmark_node& table, std::string_view line);

    std::ptrdiff_t marks_ = 0;  // at the beginning of the line: without one, nothing gets deeper
    const cmark_node* table_ = nullptr;
    const cmark_node* last_row_ = nullptr;
    const cmark_node* paragraph_ = nullptr;
    double paragraph_lines_ = 0;  // of the open paragraph
    double paragraph_bytes_ = 0;
    double paragraph_cells_ = 0;  // nanoseconds to read its lines as rows
    std::size_t rows_ = 0;
    std::size_t padded_ = 0;  // cells in all tables that nobody wrote
    double table_cost_ = 0;   // nanoseconds
    std::size_t blocks_ = 0;  // in the finished tree
    std::size_t begun_ = 0;  // blocks in whose first line we were, as far as is known while reading
    std::size_t line_marks_ = 0;  // at the beginnings of all lines
};

}  // namespace puebla::markdown
