// Walks a tree and prints it: to_html.cpp says what comes where, print_blocks.cpp, print_tables.cpp
// and print_links.cpp how each thing looks.
//
// Where both say the same, the text is the one cmark-gfm prints, down to its line feeds, so that
// the two can be compared.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "markdown/html_writer.h"
#include "markdown/tree.h"

namespace puebla::markdown {

class Printer {
  public:
    Printer(const Document& document, const HtmlOptions& options)
        : tree_(document.tree()),
          options_(options),
          addressed_(options.detail == HtmlDetail::addressed),
          out_(options.written_in) {}

    Html print();

  private:
    bool enter(const cmark_node* node);  // whether to go inside
    void leave(const cmark_node* node);
    bool enter_inline(const cmark_node* node);
    void leave_inline(const cmark_node* node);

    void open_quote(const cmark_node* node);
    void open_list(const cmark_node* list);
    void open_item(const cmark_node* item);
    void open_paragraph(const cmark_node* node);
    void close_paragraph(const cmark_node* node);
    void print_code(const cmark_node* node);
    void print_figure(const cmark_node* node, const Block& block);
    void print_html_block(const cmark_node* node);
    void open_table(const cmark_node* table);
    void close_table(const cmark_node* table);
    void open_row(const cmark_node* row);
    void open_cell(const cmark_node* cell);
    void close_cell(const cmark_node* cell);
    bool open_link(const cmark_node* node);
    void close_link();
    void print_image(const cmark_node* node);
    void print_reference(const cmark_node* node);
    void open_footnote(const cmark_node* node);
    void print_back_links(const cmark_node* footnote);

    void open_marked(std::string_view name, const cmark_node* node);
    void tag(std::string_view begin, const cmark_node* node);
    void id_of(const cmark_node* node);
    char level_of(const cmark_node* heading) const;
    void permalink(const Block& block);
    void label(std::string_view phrase, std::string_view number);
    std::string words(std::string_view phrase, std::string_view number) const;
    ResolvedLink resolve(const Link& link) const;
    void text_inside(const cmark_node* node);

    const Tree& tree_;
    const HtmlOptions& options_;
    const bool addressed_;
    HtmlWriter out_;
    // On a page at most one: there is no link inside a link.
    std::vector<const cmark_node*> open_links_;
    int tables_ = 0;
    int column_ = 0;
    const std::uint8_t* alignments_ = nullptr;
    const cmark_node* answered_ = nullptr;  // the footnote whose back links are printed
    bool footnotes_are_open_ = false;
};

}  // namespace puebla::markdown
