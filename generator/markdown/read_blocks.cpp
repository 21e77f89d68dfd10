#include "markdown/read_blocks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/suggestion.h"
#include "markdown/admonitions.h"
#include "markdown/blanks.h"
#include "markdown/block_ids.h"
#include "markdown/block_slips.h"
#include "markdown/places.h"
#include "markdown/read_inlines.h"
#include "markdown/slips.h"

namespace puebla::markdown {

namespace {

void remove(cmark_node* node) {
    cmark_node_unlink(node);
    cmark_node_free(node);
}

std::size_t count_children(const cmark_node* node) {
    std::size_t count = 0;
    for (const cmark_node* child = node->first_child; child != nullptr; child = child->next) {
        ++count;
    }
    return count;
}

// A paragraph or a cell that holds an id and nothing else.
bool is_lone_id(const cmark_node* node) {
    const std::string_view content = trimmed(content_of(node));
    if (content.empty() || content.front() != '{') {
        return false;
    }
    const std::optional<WrittenId> id = id_at_end(content);
    return id && id->begin == 0;
}

// {#id} on the line after a table, which cmark-gfm takes for a row.
bool is_row_of_id(const cmark_node* row) {
    if (!is_lone_id(row->first_child)) {
        return false;
    }
    const cmark_node* cell = row->first_child->next;
    while (cell != nullptr && cell->content.size == 0) {
        cell = cell->next;
    }
    return cell == nullptr;
}

class BlockReader {
  public:
    BlockReader(const Source& source, const Lines& lines, const Tree& tree, Diagnostics& problems)
        : file_(source.file),
          places_(lines),
          inlines_(source, tree, places_, problems),
          slips_(source, places_, tree.footnotes, problems),
          block_slips_(source.file, places_, problems),
          problems_(problems) {
        blocks_.reserve(std::min<std::size_t>(static_cast<std::size_t>(lines.count()), 64));
    }

    void read_children(cmark_node* container, std::optional<std::size_t> first_owner);
    void finish(Tree& tree);

  private:
    using Index = std::optional<std::size_t>;  // of a block

    Index read(cmark_node* node);
    void read_heading(cmark_node* node);
    void read_code(const cmark_node* node);
    void read_quote(cmark_node* node);
    void read_beginning_of_quote(std::size_t block, cmark_node* first);
    void read_table(cmark_node* node);
    void read_list(cmark_node* list);
    void correct_task(cmark_node* item);
    void read_html(cmark_node* node);
    void read_leaf(cmark_node* leaf, std::size_t block);

    std::size_t add(BlockKind kind, cmark_node* node);
    void take_id(cmark_node* leaf, std::size_t block);
    void take_lone_id(const cmark_node* leaf, Index block);
    void give_id(std::size_t block, std::string_view id, const Span& place);
    Span place_of_id(const cmark_node* leaf);

    const std::string& file_;
    Places places_;
    InlineReader inlines_;
    Slips slips_;
    BlockSlips block_slips_;
    Diagnostics& problems_;
    std::vector<Block> blocks_;
    std::vector<cmark_node*> nodes_;  // of the blocks
    int list_level_ = 0;
};

// The first paragraph of an item or a footnote is its own text: `first_owner` then.
void BlockReader::read_children(cmark_node* container, Index first_owner) {
    Index previous = first_owner;
    bool is_first = true;
    for (cmark_node* node = container->first_child; node != nullptr;) {
        cmark_node* next = node->next;
        if (node->type == CMARK_NODE_PARAGRAPH && is_lone_id(node)) {
            take_lone_id(node, previous);
            remove(node);
        } else if (is_first && first_owner && node->type == CMARK_NODE_PARAGRAPH) {
            block_slips_.look_at_paragraph(node);
            read_leaf(node, *first_owner);
        } else {
            previous = read(node);
        }
        is_first = false;
        node = next;
    }
}

BlockReader::Index BlockReader::read(cmark_node* node) {
    const std::size_t index = blocks_.size();
    if (node->type == CMARK_NODE_TABLE) {
        read_table(node);
        return index;
    }
    switch (node->type) {
        case CMARK_NODE_PARAGRAPH:
            block_slips_.look_at_paragraph(node);
            read_leaf(node, add(BlockKind::paragraph, node));
            return index;
        case CMARK_NODE_HEADING:
            read_heading(node);
            return index;
        case CMARK_NODE_CODE_BLOCK:
            read_code(node);
            return index;
        case CMARK_NODE_HTML_BLOCK:
            read_html(node);
            return index;
        case CMARK_NODE_BLOCK_QUOTE:
            read_quote(node);
            return index;
        case CMARK_NODE_LIST:
            read_list(node);
            return std::nullopt;
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            read_children(node, add(BlockKind::footnote, node));
            return index;
        default:
            return std::nullopt;
    }
}

void BlockReader::read_heading(cmark_node* node) {
    const bool empty = node->first_child == nullptr;  // that is told, and is no title
    if (node->as.heading.level == 1 && !empty) {
        problems_.error("second-title", {file_, places_.block(node)},
                        say("a text has one title, its first line",
                            "un texto tiene un solo título, su primera línea"),
                        say("write ## for the headings inside the text",
                            "escriba ## para los encabezados dentro del texto"));
    }
    const std::size_t block = add(BlockKind::heading, node);
    blocks_[block].level = std::max(node->as.heading.level, 2);
    read_leaf(node, block);
}

void BlockReader::read_code(const cmark_node* node) {
    std::string_view info = trimmed(view(node->as.code.info));
    const std::size_t block = add(BlockKind::code, const_cast<cmark_node*>(node));
    Block& code = blocks_[block];
    code.text = view(node->as.code.literal);
    slips_.look_at_code(node);
    block_slips_.look_at_code(node);
    if (const std::optional<WrittenId> id = id_at_end(info)) {
        const Span fence = places_.lines().span(node->start_line);
        give_id(block, id->id, fence);
        info = trimmed(info.substr(0, id->begin));
    }
    const std::string_view first = info.substr(0, info.find_first_of(" \t"));
    if (first != "figure") {
        code.name = first;
        return;
    }
    code.kind = BlockKind::figure;
    code.name = trimmed(info.substr(first.size()));
    if (code.name.empty()) {
        problems_.error("figure-without-name", {file_, places_.lines().span(node->start_line)},
                        say("this figure has no name", "esta figura no tiene nombre"),
                        say("write the name of the picture after it: ```figure NAME",
                            "escriba después el nombre de la imagen: ```figure NOMBRE"));
    }
}

void BlockReader::read_html(cmark_node* node) {
    const std::size_t block = add(BlockKind::paragraph, node);
    blocks_[block].text = trimmed(view(node->as.literal));
    report_raw_html({file_, places_.lines().span(node->start_line)}, problems_);
}

void BlockReader::read_quote(cmark_node* node) {
    const std::size_t block = add(BlockKind::quote, node);
    if (node->first_child != nullptr && node->first_child->type == CMARK_NODE_PARAGRAPH) {
        read_beginning_of_quote(block, node->first_child);
    }
    read_children(node, std::nullopt);
}

// A quote that begins with a mark is a notice box.
void BlockReader::read_beginning_of_quote(std::size_t block, cmark_node* first) {
    const std::optional<AdmonitionMark> mark = read_admonition_mark(content_of(first));
    cmark_node* text = mark ? first->first_child : nullptr;
    const bool is_text =
        text != nullptr && text->type == CMARK_NODE_TEXT && view(text->as.literal) == mark->line;
    if (is_text && mark->name.empty()) {
        const std::vector<std::string> known{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"};
        problems_.warning("unknown-admonition", {file_, places_.block(first)},
                          say("there is no notice box called \"{}\"",
                              "no hay ningún recuadro de aviso llamado «{}»", mark->word),
                          did_you_mean(mark->word, known));
    } else if (is_text) {
        blocks_[block].kind = BlockKind::admonition;
        blocks_[block].name = mark->name;
        if (!mark->id.empty()) {
            give_id(block, mark->id, places_.lines().span(first->parent->start_line));
        }
        if (text->next != nullptr) {
            remove(text->next);  // the end of the line
        }
        remove(text);
        if (first->first_child == nullptr) {
            remove(first);
        }
    } else {
        block_slips_.look_at_quote(first);
    }
}

void BlockReader::read_table(cmark_node* node) {
    const std::size_t block = add(BlockKind::table, node);
    cmark_node* last = node->last_child;
    if (last != node->first_child && is_row_of_id(last)) {
        give_id(block, id_at_end(content_of(last->first_child))->id,
                places_.lines().span(last->start_line));
        remove(last);
    }
    const std::size_t columns = count_children(node->first_child);
    for (cmark_node* row = node->first_child; row != nullptr; row = row->next) {
        if (row != node->first_child) {
            block_slips_.look_at_row(row, columns);
            blocks_[block].text += '\n';
        }
        for (cmark_node* cell = row->first_child; cell != nullptr; cell = cell->next) {
            if (cell != row->first_child) {
                blocks_[block].text += '\t';
            }
            slips_.look_at(cell);
            inlines_.read(cell, blocks_[block].text);
        }
    }
}

// Printed numbers: those written, where they grow; otherwise (1. 1. 1.) counted on.
void BlockReader::read_list(cmark_node* list) {
    ++list_level_;
    const bool ordered = list->as.list.list_type == CMARK_ORDERED_LIST;
    int number = list->as.list.start - 1;
    for (cmark_node* item = list->first_child; item != nullptr; item = item->next) {
        const std::size_t block = add(BlockKind::item, item);
        blocks_[block].level = list_level_;
        if (is_task(item)) {
            correct_task(item);
        }
        if (ordered) {
            number = std::max(number + 1, item->as.list.start);
            blocks_[block].number = number;
        }
        read_children(item, block);
    }
    --list_level_;
}

// cmark-gfm takes a task for done where [x] stands anywhere in its line.
void BlockReader::correct_task(cmark_node* item) {
    const std::string_view line = places_.lines().file_text().substr(places_.block(item).begin);
    const std::size_t bracket = std::min(line.find('['), line.size());
    item->as.list.checked = line.substr(bracket, 3) == "[x]" || line.substr(bracket, 3) == "[X]";
}

void BlockReader::read_leaf(cmark_node* leaf, std::size_t block) {
    take_id(leaf, block);
    slips_.look_at(leaf);
    inlines_.read(leaf, blocks_[block].text);
}

std::size_t BlockReader::add(BlockKind kind, cmark_node* node) {
    Block& block = blocks_.emplace_back();
    block.kind = kind;
    block.span = places_.block(node);
    nodes_.push_back(node);
    return blocks_.size() - 1;
}

void BlockReader::take_id(cmark_node* leaf, std::size_t block) {
    const std::optional<WrittenId> id = id_at_end(content_of(leaf));
    cmark_node* last = leaf->last_child;
    if (!id || last == nullptr || last->type != CMARK_NODE_TEXT) {
        return;
    }
    std::string_view text = view(last->as.literal);
    const std::size_t length = id->id.size() + std::string_view("{#}").size();
    if (text.size() < length || text.substr(text.size() - length + 2, id->id.size()) != id->id) {
        return;
    }
    give_id(block, id->id, place_of_id(leaf));
    text.remove_suffix(length);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    last->as.literal.len = static_cast<bufsize_t>(text.size());
    if (text.empty()) {
        cmark_node* before = last->prev;
        remove(last);
        if (before != nullptr &&
            (before->type == CMARK_NODE_SOFTBREAK || before->type == CMARK_NODE_LINEBREAK)) {
            remove(before);
        }
    }
}

void BlockReader::take_lone_id(const cmark_node* leaf, Index block) {
    const std::string_view id = id_at_end(content_of(leaf))->id;
    const Span place = place_of_id(leaf);
    if (block) {
        give_id(*block, id, place);
        return;
    }
    problems_.error(
        "misplaced-block-id", {file_, place},
        say("this id names no block", "este id no nombra ningún bloque"),
        say("put it at the end of a paragraph, a heading or a list item, or alone after "
            "a table, a quote or a code block",
            "póngalo al final de un párrafo, de un encabezado o de un elemento de "
            "lista, o solo después de una tabla, una cita o un bloque de código"));
}

void BlockReader::give_id(std::size_t block, std::string_view id, const Span& place) {
    if (!is_good_id(id)) {
        report_bad_id(id, {file_, place}, problems_);
        return;
    }
    blocks_[block].anchor = id;
    blocks_[block].anchor_was_given = true;
}

Span BlockReader::place_of_id(const cmark_node* leaf) {
    const std::string_view content = content_of(leaf);
    const std::size_t begin = id_at_end(content)->begin;
    const std::optional<Span> part = places_.part(leaf, begin, content.find_last_of('}') + 1);
    return part ? *part : places_.block(leaf);
}

void BlockReader::finish(Tree& tree) {
    tree.blocks = std::move(blocks_);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        nodes_[i]->user_data = &tree.blocks[i];
    }
    tree.links = inlines_.take_links();
}

}  // namespace

void read_blocks(const Source& source, const Lines& lines, Tree& tree, Diagnostics& problems) {
    BlockReader reader(source, lines, tree, problems);
    reader.read_children(tree.root.get(), std::nullopt);
    reader.finish(tree);
}

}  // namespace puebla::markdown
