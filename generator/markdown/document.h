// Markdown read into a tree of addressed blocks, and printed as HTML.
//
// The dialect is CommonMark with GitHub's tables, strikethrough, autolinks and task lists, and with
// footnotes. cmark-gfm reads it; this room adds to its tree:
//
//   > [!NOTE]              an admonition: NOTE, TIP, IMPORTANT, WARNING or CAUTION
//   … the text. {#id}      the id of a block, at the end of a paragraph, a heading or a list item
//   {#id}                  as a paragraph of its own: the id of the block before (a table, a quote
//   …)
//   ```python {#id}        the id of a code block
//   ```figure NAME         a picture, drawn by whoever prints the page
//
// Every block has an anchor, which never depends on words and so is the same in every language:
//
//   an explicit id         as it is
//   list items             under a heading with the id `rec`: rec-1, rec-2; elsewhere an ordered
//   list
//                          gives p1, p2 by its printed numbers. Lists inside an item alternate
//                          letters and numbers: p2-a, p2-a-1
//   headings               s1, s2; below them s1-1, s1-2
//   everything else        b1, b2 … in the order of the text
//   footnotes              fn-1, fn-2
//
// A Document is only read once it is parsed: it can be printed from several threads at once.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/html.h"

namespace puebla::markdown {

// A piece of a file: the body of an entry after its title line. Spans count from the file's start.
struct Source {
    std::string file;
    std::string text;       // the whole file
    std::size_t begin = 0;  // where the body begins in it: the start of a line

    // Whether a collection or an entry has this name: so a link that was written wrongly is told
    // from words between brackets. Without it no name is known.
    std::function<bool(std::string_view)> is_name = nullptr;
};

enum class BlockKind {
    paragraph,
    heading,
    item,
    table,
    code,
    quote,
    admonition,
    figure,
    footnote,
};

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::string anchor;
    bool anchor_was_given = false;  // by the author, as {#id}
    int level = 0;     // of a heading: 2 to 6; of a list item: 1 for the outermost list
    int number = 0;    // printed: of an item of an ordered list, of a footnote
    std::string name;  // "note" of an admonition, NAME of a figure, language of code
    // Without markup. An item or a footnote has the text of its first paragraph, a quote and an
    // admonition none: the blocks inside have their own. Cells are parted by tabs, rows by line
    // feeds.
    std::string text;
    Span span;

    bool operator==(const Block&) const = default;
};

struct Link {
    std::size_t number = 0;   // 0, 1 … in the order of the text
    std::string destination;  // as written, with Markdown's escapes undone
    bool has_text = false;    // of an image: an alternative text
    bool is_image = false;
    bool is_note = false;  // the mark of a footnote that became a link, which is reported
    Span span;  // the destination as written, or the whole block where it could not be found

    bool operator==(const Link&) const = default;
};

// What a link becomes. An empty href keeps the text and drops the link.
struct ResolvedLink {
    std::string href;
    std::string title_if_empty;  // the text of a link that has none
    std::string language;  // hreflang, and lang of title_if_empty, where the target is in another
};

enum class HtmlDetail {
    addressed,  // with ids, labels and what a reader's page needs
    bare,       // as cmark-gfm prints it; for comparing with other programs
};

struct HtmlOptions {
    // Without it every link leads where it says.
    std::function<ResolvedLink(const Link&)> resolve;

    // The picture NAME. Where it is missing or gives nothing, readers see the body as text.
    std::function<Html(const std::string& name, const std::string& body)> figure;

    // Words the printer needs, with the number they speak of ("3"), or "":
    // note, tip, important, warning, caution (titles); table ("Table 3"); footnotes; footnote
    // ("Note 3"); footnote_back ("Back to note 3"); task_done, task_open; permalink (to the block
    // with that anchor), permalink_number (to the provision printed with that number).
    // Without it, or where it gives nothing, plain English.
    std::function<std::string(std::string_view phrase, std::string_view number)> phrase;

    // Gives every heading, paragraph and list item a link to itself. The number of a list item is
    // then the link, so that the style sheet hides the marker of <ol class="permalinks">.
    bool permalinks = false;

    HtmlDetail detail = HtmlDetail::addressed;

    // The number of the source's file, for the marks.
    std::uint32_t written_in = 0;
};

struct Tree;  // hides cmark-gfm

class Document {
  public:
    Document();
    explicit Document(std::shared_ptr<const Tree> tree) : tree_(std::move(tree)) {}

    bool empty() const { return blocks().empty(); }

    // In the order of the text, footnotes at the end.
    const std::vector<Block>& blocks() const;
    const std::vector<Link>& links() const;

    // The headings among the blocks, for a table of contents.
    std::vector<Block> headings() const;

    // The first paragraph that is not inside anything, without markup; for descriptions.
    std::string_view first_paragraph() const;

    std::size_t word_count() const;

    const Tree& tree() const { return *tree_; }

  private:
    std::shared_ptr<const Tree> tree_;  // never null; shared by copies
};

// Reports, all with their place: text-too-large, table-too-large, nesting-too-deep, text-too-slow
// (the body is then left out); second-title, raw-html, unsafe-link, bad-block-id,
// duplicate-block-id, misplaced-block-id, repeated-numbers, unknown-admonition,
// figure-without-name.
Document parse(const Source& source, Diagnostics& problems);

Html to_html(const Document& document, const HtmlOptions& options);

}  // namespace puebla::markdown
