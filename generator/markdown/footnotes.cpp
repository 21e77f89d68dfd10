#include "markdown/footnotes.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "markdown/blanks.h"
#include "markdown/signs.h"

namespace puebla::markdown {

namespace {

Span place_of_label(const Lines& lines, int line) {
    const Span span = lines.span(line);
    const std::string_view text = lines.text(line);
    const std::size_t begin = text.find("[^");
    const std::size_t end = begin == text.npos ? text.npos : text.find(']', begin);
    return end == text.npos ? span : Span{span.begin + begin, span.begin + end + 1};
}

}  // namespace

Footnotes::Footnotes(const cmark_node& root) {
    auto* node = const_cast<cmark_node*>(&root);
    for (node = next_in(&root, node); node != nullptr; node = next_in(&root, node)) {
        if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) {
            definitions_.push_back({node, std::string(view(node->as.literal)), node->start_line});
        }
    }
}

std::vector<std::string> Footnotes::labels() const {
    std::vector<std::string> result;
    result.reserve(definitions_.size());
    for (const Definition& one : definitions_) {
        result.push_back(one.label);
    }
    return result;
}

void Footnotes::report_unused(const cmark_node& root, const Source& source, const Lines& lines,
                              Diagnostics& problems) const {
    std::unordered_set<const cmark_node*> used;
    std::unordered_set<std::string> used_labels;
    for (const cmark_node* node = root.last_child;
         node != nullptr && node->type == CMARK_NODE_FOOTNOTE_DEFINITION; node = node->prev) {
        used.insert(node);
        used_labels.emplace(view(node->as.literal));
    }
    for (const Definition& one : definitions_) {
        if (used.count(one.node) > 0) {
            continue;
        }
        const bool again = used_labels.count(one.label) > 0;
        problems.warning(
            "unused-footnote", {source.file, place_of_label(lines, one.line)},
            again ? say("the footnote [^{}] is written a second time, and readers see the first",
                        "la nota [^{}] está escrita por segunda vez, y el público ve la primera",
                        one.label)
                  : say("nothing asks for the footnote [^{}], so readers do not see it",
                        "nada remite a la nota [^{}], y el público no la ve", one.label),
            again ? say("give it another label, or delete one of the two",
                        "dele otra marca, o borre una de las dos")
                  : say("write [^{}] in the text where the note belongs, or delete it",
                        "escriba [^{}] en el lugar del texto que la pide, o bórrela", one.label));
    }
}

void report_blank_in_label(std::string_view label, const Place& place, Diagnostics& problems) {
    std::string better;
    for (const char c : trimmed(label)) {
        better += is_blank(c) ? '-' : c;
    }
    problems.error("undefined-footnote", place,
                   say("the mark of a footnote holds no spaces: [^{}]",
                       "la marca de una nota no lleva espacios: [^{}]", label),
                   say("write [^{0}] here and where the text asks for the note",
                       "escriba [^{0}] aquí y en el lugar del texto que remite a la nota", better));
}

std::string_view label_with_blank(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t>");
    if (begin == line.npos || line.substr(begin, 2) != "[^") {
        return {};
    }
    line.remove_prefix(begin + 2);
    const std::size_t end = line.find_first_of("[]");
    const std::string_view label = line.substr(0, end);
    const bool defines = end != line.npos && line.substr(end, 2) == "]:";
    return defines && find_blank(label, 0) < label.size() && !trimmed(label).empty()
               ? label
               : std::string_view();
}

bool report_labels_with_blanks(const cmark_map& references, const Source& source,
                               const Lines& lines, Diagnostics& problems) {
    const cmark_map_entry* entry = references.refs;
    while (entry != nullptr) {
        const std::string_view label(reinterpret_cast<const char*>(entry->label));
        if (begins_with(label, "^") && find_blank(label, 0) < label.size()) {
            break;
        }
        entry = entry->next;
    }
    for (int number = 1; entry != nullptr && number <= lines.count(); ++number) {
        if (const std::string_view label = label_with_blank(lines.text(number)); !label.empty()) {
            const std::size_t begin = lines.offset_of(label);
            report_blank_in_label(label, {source.file, {begin - 2, begin + label.size() + 1}},
                                  problems);
        }
    }
    return entry != nullptr;
}

void number_printed_references(Tree& tree) {
    cmark_node* root = tree.root.get();
    for (cmark_node* note = root->last_child;
         note != nullptr && note->type == CMARK_NODE_FOOTNOTE_DEFINITION; note = note->prev) {
        note->footnote.def_count = 0;
    }
    for (cmark_node* node = root; node != nullptr;) {
        if (node->type == CMARK_NODE_FOOTNOTE_REFERENCE) {
            node->footnote.ref_ix = ++node->parent_footnote_def->footnote.def_count;
        }
        node = node->type == CMARK_NODE_IMAGE ? next_after(root, node) : next_in(root, node);
    }
}

}  // namespace puebla::markdown
