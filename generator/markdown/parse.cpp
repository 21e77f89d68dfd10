#include <utility>

#include "markdown/characters.h"
#include "markdown/document.h"
#include "markdown/footnotes.h"
#include "markdown/give_anchors.h"
#include "markdown/lines.h"
#include "markdown/read_blocks.h"
#include "markdown/read_tree.h"
#include "markdown/title_line.h"
#include "markdown/tree.h"

namespace puebla::markdown {

Document parse(const Source& source, Diagnostics& problems) {
    const Lines lines(source.text, source.begin);
    auto tree = std::make_shared<Tree>();

    // Look at what cmark-gfm does not: what came with pasted text, and the title line.
    report_stray_characters(source, problems);
    report_markup_in_title(source, problems);

    // Let cmark-gfm read the text, as long as it stays within limits.
    read_tree(source, lines, *tree, problems);
    if (!tree->root) {
        return {};
    }

    // Find what the text consists of, and what we add to Markdown.
    read_blocks(source, lines, *tree, problems);
    number_printed_references(*tree);

    // Give every block its address. From here on nothing changes.
    give_anchors(source, *tree, problems);
    return Document(std::move(tree));
}

}  // namespace puebla::markdown
