#include "markdown/places.h"

#include <algorithm>

#include "markdown/blanks.h"

namespace puebla::markdown {

namespace {

std::size_t lines_in(std::string_view content) {
    content = without_blanks_at_end(content);
    std::size_t lines = 1;
    for (std::size_t at = 0; (at = find_line_end(content, at)) < content.size(); ++lines) {
        at = skip_line_end(content, at);
    }
    return lines;
}

// A paragraph that stood above a table without a blank line between: cmark-gfm parts the two when
// it meets the table, and leaves the paragraph without a place.
bool was_parted_from_table(const cmark_node* node) {
    return node != nullptr && node->type == CMARK_NODE_PARAGRAPH && node->start_line == 0 &&
           node->next != nullptr;
}

int first_line_of(const cmark_node* node) {
    if (was_parted_from_table(node)) {
        return node->next->start_line;
    }
    if (node->type == CMARK_NODE_TABLE && was_parted_from_table(node->prev)) {
        return node->start_line + static_cast<int>(lines_in(content_of(node->prev)));
    }
    return node->start_line;
}

int last_line_of(const cmark_node* node) {
    if (was_parted_from_table(node)) {
        return first_line_of(node) + static_cast<int>(lines_in(content_of(node))) - 1;
    }
    return node->end_line;
}

}  // namespace

Span Places::block(const cmark_node* node) const {
    const Span first = lines_.span(first_line_of(node));
    const Span last = lines_.span(std::max(last_line_of(node), first_line_of(node)));
    const auto column = static_cast<std::size_t>(std::max(node->start_column, 1) - 1);
    const std::size_t begin = std::min(first.begin + column, first.end);
    const std::string_view text = lines_.file_text();
    return {begin, begin + without_blanks_at_end(text.substr(begin, last.end - begin)).size()};
}

std::optional<Span> Places::part(const cmark_node* leaf, std::size_t begin, std::size_t end) {
    enter(leaf);
    if (cell_at_) {
        return Span{row_offsets_[*cell_at_ + begin], row_offsets_[*cell_at_ + end]};
    }
    if (first_line_ == 0) {
        return std::nullopt;
    }
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), begin);
    const auto index = static_cast<std::size_t>(after - starts_.begin()) - 1;
    if (!found_at_ || found_index_ != index) {
        found_index_ = index;
        found_at_ = find_line(leaf, index, first_line_ + static_cast<int>(index));
    }
    if (!found_at_ || (after != starts_.end() && end > *after)) {
        return std::nullopt;
    }
    return Span{*found_at_ + begin - starts_[index], *found_at_ + end - starts_[index]};
}

bool Places::is_line_start(const cmark_node* leaf, std::size_t offset) {
    enter(leaf);
    return std::binary_search(starts_.begin(), starts_.end(), offset);
}

void Places::enter(const cmark_node* leaf) {
    if (leaf == leaf_) {
        return;
    }
    leaf_ = leaf;
    starts_.assign(1, 0);
    first_line_ = 0;
    cell_at_.reset();
    found_at_.reset();
    if (leaf->type == CMARK_NODE_TABLE_CELL) {
        enter_cell(leaf);
    } else {
        enter_lines(leaf);
    }
}

void Places::enter_lines(const cmark_node* leaf) {
    const std::string_view content = without_blanks_at_end(content_of(leaf));
    for (std::size_t at = 0; (at = find_line_end(content, at)) < content.size();) {
        at = skip_line_end(content, at);
        starts_.push_back(at);
    }
    // Link definitions at the beginning of a paragraph are no longer in it: then it is the end
    // that fits. The last line of a heading may be its underline.
    const int count = static_cast<int>(starts_.size());
    const int first = first_line_of(leaf);
    const int last = last_line_of(leaf);
    const bool whole = last - first + 1 == count;
    for (const int candidate : {whole ? first : last - count + 1, last - count, first}) {
        if (candidate >= 1 && find_line(leaf, 0, candidate) &&
            find_line(leaf, starts_.size() - 1, candidate + count - 1)) {
            first_line_ = candidate;
            return;
        }
    }
}

// The offset in the file of a line of the content, if the line of that number holds it.
std::optional<std::size_t> Places::find_line(const cmark_node* leaf, std::size_t index,
                                             int number) {
    if (number > lines_.count()) {
        return std::nullopt;
    }
    const std::string_view content = content_of(leaf);
    const std::size_t begin = starts_[index];
    const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] : content.size();
    const std::string_view wanted = without_blanks_at_end(content.substr(begin, end - begin));
    const std::string_view line = lines_.text(number);
    const std::size_t found = line.rfind(wanted);
    if (found == std::string_view::npos) {
        return std::nullopt;
    }
    return lines_.offset_of(line) + found;
}

void Places::enter_cell(const cmark_node* cell) {
    if (cell->parent != row_) {
        enter_row(cell->parent);
    }
    while (next_cell_ != nullptr) {
        const std::string_view content = content_of(next_cell_);
        const std::size_t found = row_text_.find(content, next_at_);
        const bool is_wanted = next_cell_ == cell;
        if (found != std::string::npos) {
            next_at_ = found + content.size();
            if (is_wanted) {
                cell_at_ = found;
            }
        }
        next_cell_ = next_cell_->next;
        if (is_wanted) {
            return;
        }
    }
}

void Places::enter_row(const cmark_node* row) {
    row_ = row;
    next_cell_ = row->first_child;
    next_at_ = 0;
    const bool is_header = row->prev == nullptr;
    const Span span = lines_.span(is_header ? first_line_of(row->parent) : row->start_line);
    const std::string_view text = lines_.file_text();
    row_text_.clear();
    row_offsets_.clear();
    for (std::size_t at = span.begin; at < span.end; ++at) {
        if (text.substr(at, 2) == "\\|") {
            ++at;
        }
        row_text_ += text[at];
        row_offsets_.push_back(at);
    }
    row_offsets_.push_back(span.end);
}

}  // namespace puebla::markdown
