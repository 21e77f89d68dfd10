#include "markdown/document.h"

#include "markdown/blanks.h"
#include "markdown/tree.h"

namespace puebla::markdown {

namespace {

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = is_blank(c);
        words += !space && !inside ? 1 : 0;
        inside = !space;
    }
    return words;
}

}  // namespace

Document::Document() : tree_(std::make_shared<const Tree>()) {}

const std::vector<Block>& Document::blocks() const {
    return tree_->blocks;
}
const std::vector<Link>& Document::links() const {
    return tree_->links;
}

std::vector<Block> Document::headings() const {
    std::vector<Block> result;
    for (const Block& block : blocks()) {
        if (block.kind == BlockKind::heading) {
            result.push_back(block);
        }
    }
    return result;
}

std::string_view Document::first_paragraph() const {
    if (!tree_->root) {
        return {};
    }
    for (const cmark_node* node = tree_->root->first_child; node != nullptr; node = node->next) {
        const Block* block = block_of(node);
        if (node->type == CMARK_NODE_PARAGRAPH && block != nullptr && !block->text.empty()) {
            return block->text;
        }
    }
    return {};
}

std::size_t Document::word_count() const {
    std::size_t words = 0;
    for (const Block& block : blocks()) {
        words += count_words(block.text);
    }
    return words;
}

}  // namespace puebla::markdown
