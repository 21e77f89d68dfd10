// Reads what stands in paragraphs, headings and cells: their text, their links, their raw HTML.

#pragma once

#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "markdown/destinations.h"
#include "markdown/document.h"
#include "markdown/places.h"
#include "markdown/tree.h"

namespace puebla::markdown {

class InlineReader {
  public:
    InlineReader(const Source& source, const Tree& tree, Places& places, Diagnostics& problems)
        : source_(source),
          tree_(tree),
          file_(source.file),
          places_(places),
          destinations_(places),
          problems_(problems) {}

    // Appends the text without markup.
    void read(const cmark_node* leaf, std::string& text);

    // The links in the order of the text. Their nodes point at them from then on; those of links
    // that are not safe point at nothing.
    std::vector<Link> take_links();

  private:
    struct FoundLink {
        Link link;
        cmark_node* node = nullptr;
        std::size_t text_begin = 0;
        bool safe = true;
    };

    void enter(const cmark_node* leaf, cmark_node* node, std::string& text);
    void append(std::string_view piece, std::string& text);
    void leave(const cmark_node* leaf, const cmark_node* node);
    void report_raw_html(const cmark_node* leaf, const cmark_node* html);
    void report_unsafe(const Link& link);

    const Source& source_;
    const Tree& tree_;
    const std::string& file_;
    Places& places_;
    Destinations destinations_;
    Diagnostics& problems_;
    std::vector<FoundLink> found_;
    std::size_t letters_end_ = 0;    // in the text that is being read
    std::vector<std::size_t> open_;  // links that are not closed yet, in found_
};

void report_raw_html(const Place& place, Diagnostics& problems);

}  // namespace puebla::markdown
