// The footnotes that a text defines. cmark-gfm drops those that nothing asks for, without a word.

#pragma once

#include <cmark-gfm/map.h>

#include <string>
#include <string_view>
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

// The label of a definition that begins here and holds a blank: it defines no footnote.
std::string_view label_with_blank(std::string_view line);

void report_blank_in_label(std::string_view label, const Place& place, Diagnostics& problems);

// "[^the note]: word" is no footnote for cmark-gfm, but the address of links. Whether the text has
// such definitions.
bool report_labels_with_blanks(const cmark_map& references, const Source& source,
                               const Lines& lines, Diagnostics& problems);

// Numbers the references to each footnote that readers can come back to. cmark-gfm also counts
// those in a footnote that it drops, and in the alternative text of a picture, where none is
// printed.
void number_printed_references(Tree& tree);

}  // namespace puebla::markdown
