// What looks like Markdown and is none, because of a slip: readers would see the signs themselves.
//
//   [^2]                a footnote that is not there
//   [word][label]       a link whose address is given nowhere
//   [word] (https://…)  a blank between text and address
//   [word](./a b.pdf)   a blank in the address, or no parenthesis that closes
//   (word)[./a.pdf]     brackets in each other's place
//   ** word **          nothing is bold
//   ##Title, -item      no heading and no list, for want of a space; a no-break space is none
//       A sentence.     indented, and so program code
//
// Only what is nearly certainly a slip is reported: "[sic]", "Honduras**" with a note below,
// "[1][2]" are texts.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/diagnostics.h"
#include "markdown/document.h"
#include "markdown/places.h"
#include "markdown/tree.h"

namespace puebla::markdown {

class Slips {
  public:
    // `footnotes` are the labels of those that the text has.
    Slips(const Source& source, Places& places, const std::vector<std::string>& footnotes,
          Diagnostics& problems)
        : file_(source.file),
          is_name_(source.is_name),
          places_(places),
          footnotes_(footnotes.begin(), footnotes.end()),
          problems_(problems) {}

    // A paragraph, a heading or a table cell.
    void look_at(const cmark_node* leaf);

    void look_at_code(const cmark_node* code);

  private:
    // A text that cmark-gfm left as it stands.
    struct Stretch {
        const cmark_node* node = nullptr;
        std::string_view text;
        bool begins_line = false;
    };

    void look_at(const Stretch& stretch);
    void pass(std::string_view code);
    void look_for_footnotes(const Stretch& stretch);
    void look_for_blank_in_label(std::string_view text);
    void look_for_parted_footnotes();
    void look_for_labels(const Stretch& stretch);
    void look_for_parted_links(const Stretch& stretch);
    void look_for_spoiled_links(const Stretch& stretch);
    void look_for_reversed_links(const Stretch& stretch);
    bool begins_target(std::string_view text) const;
    void look_for_bold(const Stretch& stretch);
    void look_for_blocks(const Stretch& stretch);
    void look_for_item(const Stretch& stretch);

    void report(std::string_view code, std::string_view snippet, Message message, Message help);
    void report_bold(std::string_view snippet);
    void report_item(std::string_view marker, std::string_view snippet);

    const std::string& file_;
    const std::function<bool(std::string_view)>& is_name_;
    Places& places_;
    const std::vector<std::string_view> footnotes_;
    Diagnostics& problems_;
    int lost_footnotes_ = 0;
    int spoiled_links_ = 0;

    // Of the paragraph we are in.
    const cmark_node* leaf_ = nullptr;
    std::size_t begin_ = 0;          // in its content: where to look for the next snippet
    std::size_t behind_ = 0;         // all that was found
    bool escapes_brackets_ = false;  // whoever does knows what brackets do
    int lost_ = 0;                   // snippets that were not found in the content
    bool bold_is_told_ = false;
    bool blocks_are_told_ = false;
    std::string_view open_bold_;     // ** that may wait for others
    std::string_view first_marker_;  // of a line that looks like an item
};

}  // namespace puebla::markdown
