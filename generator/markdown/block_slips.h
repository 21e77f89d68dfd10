// Blocks that came out otherwise than they were written, because of a slip.
//
//   | a | b | c |      more cells than the table has columns: readers see no "c"
//   | a | b |          rows without the line |---|---|: readers see the bars
//   ```                nothing closes the code, which takes all of the text below
//   > [!NOTE] Title    no notice box, for the mark must stand alone; [NOTE] is none either

#pragma once

#include <string>
#include <string_view>

#include "foundation/diagnostics.h"
#include "markdown/places.h"
#include "markdown/tree.h"

namespace puebla::markdown {

class BlockSlips {
  public:
    BlockSlips(const std::string& file, Places& places, Diagnostics& problems)
        : file_(file), places_(places), problems_(problems) {}

    void look_at_row(const cmark_node* row, std::size_t columns);
    void look_at_paragraph(const cmark_node* paragraph);
    void look_at_code(const cmark_node* code);

    // The first paragraph of a quote that is no notice box.
    void look_at_quote(const cmark_node* paragraph);

  private:
    Place part(const cmark_node* leaf, std::string_view content);

    const std::string& file_;
    Places& places_;
    Diagnostics& problems_;
};

}  // namespace puebla::markdown
