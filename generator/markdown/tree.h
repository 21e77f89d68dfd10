// What a Document is made of: the tree of cmark-gfm and what we know about its nodes.
//
// Only this room includes it. The fields of a node are read directly, because the accessors of
// cmark-gfm copy a text into the node when they are first asked, which would make reading a tree
// from two threads a race. A node points by its user_data at its Block (blocks), at its Link (links
// and images), or at nothing.

#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"

// Exported by the extensions library, whose header for them is not installed.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;
}

namespace puebla::markdown {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using OwnedNode = std::unique_ptr<cmark_node, FreeNode>;

struct Tree {
    OwnedNode root;  // null where the body was left out
    std::vector<Block> blocks;
    std::vector<Link> links;
    bool has_notes_as_links = false;     // [^the note] was given an address
    std::vector<std::string> footnotes;  // the labels that were defined, used or not
};

inline std::string_view view(const cmark_chunk& chunk) {
    return chunk.len > 0 ? std::string_view(reinterpret_cast<const char*>(chunk.data),
                                            static_cast<std::size_t>(chunk.len))
                         : std::string_view();
}

// The text from which the inlines of a paragraph, a heading or a cell were read: its lines without
// indentation and the marks of the blocks around it.
inline std::string_view content_of(const cmark_node* node) {
    return node->content.size > 0
               ? std::string_view(reinterpret_cast<const char*>(node->content.ptr),
                                  static_cast<std::size_t>(node->content.size))
               : std::string_view();
}

inline const Block* block_of(const cmark_node* node) {
    return static_cast<const Block*>(node->user_data);
}
inline const Link* link_of(const cmark_node* node) {
    return static_cast<const Link*>(node->user_data);
}

// Paragraphs of a tight list are printed without <p>.
inline bool is_in_tight_list(const cmark_node* paragraph) {
    const cmark_node* list = paragraph->parent != nullptr ? paragraph->parent->parent : nullptr;
    return list != nullptr && list->type == CMARK_NODE_LIST && list->as.list.tight;
}

inline bool is_task(const cmark_node* item) {
    return item->type == CMARK_NODE_ITEM && item->extension != nullptr;
}

// The next node of the subtree in the order of the text that is not inside of this one, or null at
// its end.
inline cmark_node* next_after(const cmark_node* root, cmark_node* node) {
    while (node != root && node->next == nullptr) {
        node = node->parent;
    }
    return node == root ? nullptr : node->next;
}

// The next node of the subtree in the order of the text, or null at its end.
inline cmark_node* next_in(const cmark_node* root, cmark_node* node) {
    return node->first_child != nullptr ? node->first_child : next_after(root, node);
}

}  // namespace puebla::markdown
