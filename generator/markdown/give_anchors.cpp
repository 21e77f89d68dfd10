// A worked example:
//
//   ## Commitments {#com}          com
//   1. First                       com-1
//      1. Its first part           com-1-a
//   ### Health                     s1-1: the first heading below the first
//   2. Second                      com-2: the list is still below {#com}
//   ## Procedure                   s2: headings count whether they have an id or not
//   A paragraph.                   b1
//   1. A step                      p1
//   A paragraph. {#quorum}         quorum, but it counts as b2
//   A paragraph.                   b3
//   1. A step again                b4, with a warning: p1 is taken
//
// Blocks with an explicit id count too, so that giving one an id does not change the others.

#include "markdown/give_anchors.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "markdown/item_numbers.h"

namespace puebla::markdown {

namespace {

Block* block_of_mutable(cmark_node* node) {
    return static_cast<Block*>(node->user_data);
}

struct Section {
    int level = 0;
    std::string path;  // "s1-2"
    std::string id;    // where it was given
    int below = 0;     // headings counted right below
};

class AnchorGiver {
  public:
    AnchorGiver(const std::string& file, Diagnostics& problems)
        : file_(file), problems_(problems) {}

    void keep_given(std::vector<Block>& blocks);
    void walk(cmark_node* container);

  private:
    void give(cmark_node* node);
    void give_heading(Block& heading);
    void give_list(cmark_node* list, const std::string& item_around);
    void give_inside_item(cmark_node* item);
    void give_in_sequence(Block& block);
    bool number_items(cmark_node* list, const std::string& stem);
    void report_repeated(const Block& item, const std::string& anchor);
    std::string enclosing_id() const;

    const std::string& file_;
    Diagnostics& problems_;
    std::unordered_set<std::string> taken_;
    std::vector<Section> sections_{{0, "", "", 0}};  // the text itself, then headings inward
    int sequence_ = 0;
    int footnotes_ = 0;
};

void AnchorGiver::keep_given(std::vector<Block>& blocks) {
    for (Block& block : blocks) {
        if (!block.anchor_was_given || taken_.insert(block.anchor).second) {
            continue;
        }
        problems_.error("duplicate-block-id", {file_, block.span},
                        say("the id \"{}\" is already used in this text",
                            "el id «{}» ya se usa en este texto", block.anchor),
                        say("give every block an id of its own", "dé a cada bloque un id propio"));
        block.anchor.clear();
        block.anchor_was_given = false;
    }
}

void AnchorGiver::walk(cmark_node* container) {
    for (cmark_node* node = container->first_child; node != nullptr; node = node->next) {
        give(node);
    }
}

void AnchorGiver::give(cmark_node* node) {
    switch (node->type) {
        case CMARK_NODE_HEADING:
            give_heading(*block_of_mutable(node));
            break;
        case CMARK_NODE_LIST:
            give_list(node, "");
            break;
        case CMARK_NODE_BLOCK_QUOTE:
            give_in_sequence(*block_of_mutable(node));
            walk(node);
            break;
        case CMARK_NODE_FOOTNOTE_DEFINITION: {
            Block& footnote = *block_of_mutable(node);
            footnote.number = ++footnotes_;
            footnote.anchor = "fn-" + std::to_string(footnotes_);
            footnote.anchor_was_given = false;
            walk(node);
            break;
        }
        default:
            // The first paragraph of an item or a footnote has no block of its own.
            if (Block* block = block_of_mutable(node)) {
                give_in_sequence(*block);
            }
            break;
    }
}

void AnchorGiver::give_heading(Block& heading) {
    while (sections_.back().level >= heading.level) {
        sections_.pop_back();
    }
    Section& parent = sections_.back();
    const std::string stem = parent.path.empty() ? "s" : parent.path + "-";
    std::string path = stem + std::to_string(++parent.below);
    while (!heading.anchor_was_given && taken_.count(path) > 0) {
        path = stem + std::to_string(++parent.below);
    }
    Section section{heading.level, path, "", 0};
    if (heading.anchor_was_given) {
        section.id = heading.anchor;
    } else {
        heading.anchor = path;
        taken_.insert(path);
    }
    sections_.push_back(std::move(section));
}

std::string AnchorGiver::enclosing_id() const {
    const auto found = std::find_if(sections_.rbegin(), sections_.rend(),
                                    [](const Section& section) { return !section.id.empty(); });
    return found == sections_.rend() ? std::string() : found->id;
}

void AnchorGiver::give_list(cmark_node* list, const std::string& item_around) {
    const bool ordered = list->as.list.list_type == CMARK_ORDERED_LIST;
    const std::string around = item_around.empty() ? enclosing_id() : item_around;
    bool numbered = false;
    if (!around.empty()) {
        numbered = number_items(list, around + "-");
    } else if (ordered) {
        numbered = number_items(list, "p");
    }
    for (cmark_node* item = list->first_child; item != nullptr; item = item->next) {
        if (!numbered) {
            give_in_sequence(*block_of_mutable(item));
        }
        give_inside_item(item);
    }
}

// Nothing is numbered where one number would repeat.
bool AnchorGiver::number_items(cmark_node* list, const std::string& stem) {
    const bool ordered = list->as.list.list_type == CMARK_ORDERED_LIST;
    std::vector<std::string> anchors;
    int number = 0;
    for (cmark_node* item = list->first_child; item != nullptr; item = item->next) {
        const Block& block = *block_of(item);
        number = ordered ? block.number : number + 1;
        anchors.push_back(stem + written_number(block.level, number));
        if (!block.anchor_was_given && taken_.count(anchors.back()) > 0) {
            if (ordered) {
                report_repeated(block, anchors.back());
            }
            return false;
        }
    }
    std::size_t index = 0;
    for (cmark_node* item = list->first_child; item != nullptr; item = item->next) {
        Block& block = *block_of_mutable(item);
        if (!block.anchor_was_given) {
            block.anchor = std::move(anchors[index]);
            taken_.insert(block.anchor);
        }
        ++index;
    }
    return true;
}

void AnchorGiver::report_repeated(const Block& item, const std::string& anchor) {
    const auto end_of_line = item.span;
    problems_.warning(
        "repeated-numbers", {file_, end_of_line},
        say("the anchor {} is taken, so the items of this list cannot be cited by their numbers",
            "el ancla {} ya está tomada, así que los elementos de esta lista no pueden citarse por "
            "su número",
            anchor),
        say("give the heading above an id, as in \"## Recommendations {{#rec}}\": the items become "
            "rec-1, rec-2; or go on with the numbers of the list before",
            "dé un id al encabezado de arriba, como en «## Recomendaciones {{#rec}}»: los "
            "elementos "
            "pasan a ser rec-1, rec-2; o siga con los números de la lista anterior"));
}

void AnchorGiver::give_inside_item(cmark_node* item) {
    const std::string anchor = block_of(item)->anchor;
    for (cmark_node* node = item->first_child; node != nullptr; node = node->next) {
        if (node->type == CMARK_NODE_LIST) {
            give_list(node, anchor);
        } else {
            give(node);
        }
    }
}

void AnchorGiver::give_in_sequence(Block& block) {
    ++sequence_;
    if (block.anchor_was_given) {
        return;
    }
    // Only an explicit id can look like this, so it need not be kept.
    for (block.anchor = "b" + std::to_string(sequence_); taken_.count(block.anchor) > 0;) {
        block.anchor = "b" + std::to_string(++sequence_);
    }
}

}  // namespace

void give_anchors(const Source& source, Tree& tree, Diagnostics& problems) {
    AnchorGiver giver(source.file, problems);
    giver.keep_given(tree.blocks);
    giver.walk(tree.root.get());
}

}  // namespace puebla::markdown
