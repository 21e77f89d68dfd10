// The footnotes that a text defines. cmark-gfm drops those that nothing asks for, without a word.

#pragma once

#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "markdown/document.h"
#include "markdown/lines.h"
#include "markdown/tree.h"

namespace puebla::markdown {

class Footnotes {
  public:
    // Before the inlines of the tree are read, when all definitions are still in it.
    explicit Footnotes(const cmark_node& root);

    std::vector<std::string> labels() const;

    // After that.
    void report_unused(const cmark_node& root, const Source& source, const Lines& lines,
                       Diagnostics& problems) const;

  private:
    struct Definition {
        const cmark_node* node = nullptr;  // to be compared only: it may be gone
        std::string label;
        int line = 0;
    };

    std::vector<Definition> definitions_;
};

// Numbers the references to each footnote that readers can come back to. cmark-gfm also counts
// those in a footnote that it drops, and in the alternative text of a picture, where none is
// printed.
void number_printed_references(Tree& tree);

}  // namespace puebla::markdown
