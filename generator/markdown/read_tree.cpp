// cmark-gfm is made for one thread in one respect: while it reads the inlines of a text it switches
// the special characters of the attached extensions (~ : w) on in a table that all parsers share,
// and off when it is done. Two texts read at once would disturb each other. So they are
// switched on once for good, and each parser is shown its inline extensions only between the two
// steps that touch the table: a sentinel block before the first block of the text brings them,
// another after the last takes them away.

#include "markdown/read_tree.h"

#include <cmark-gfm/cmark-gfm-extension_api.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <utility>

#include "foundation/utf8.h"
#include "markdown/footnotes.h"
#include "markdown/inline_limits.h"
#include "markdown/limits.h"

namespace puebla::markdown {

namespace {

constexpr int parse_options = CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS;

struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using OwnedParser = std::unique_ptr<cmark_parser, FreeParser>;

struct Extensions {
    std::array<cmark_syntax_extension*, 4> github{};
    cmark_syntax_extension* sentinel = nullptr;
};

// A sentinel carries this as its user data.
struct Sentinel {
    cmark_parser* parser = nullptr;
    cmark_llist* inline_extensions = nullptr;  // what the parser sees from here on
};

// cmark-gfm asks every block as it comes to it whether it holds inlines.
int pass_sentinel(cmark_syntax_extension* /*extension*/, cmark_node* node) {
    const auto* sentinel = static_cast<const Sentinel*>(node->user_data);
    sentinel->parser->inline_syntax_extensions = sentinel->inline_extensions;
    return 0;
}

Extensions register_extensions() {
    cmark_gfm_core_extensions_ensure_registered();
    Extensions result;
    const std::array<const char*, 4> names{"table", "strikethrough", "autolink", "tasklist"};
    const OwnedParser parser(cmark_parser_new(parse_options));
    for (std::size_t i = 0; i < names.size(); ++i) {
        result.github[i] = cmark_find_syntax_extension(names[i]);
        cmark_parser_attach_syntax_extension(parser.get(), result.github[i]);
    }
    cmark_manage_extensions_special_characters(parser.get(), 1);
    result.sentinel = cmark_syntax_extension_new("puebla-sentinel");
    cmark_syntax_extension_set_contains_inlines_func(result.sentinel, pass_sentinel);
    return result;
}

const Extensions& extensions() {
    static std::once_flag once;
    static Extensions result;
    std::call_once(once, [] { result = register_extensions(); });
    return result;
}

cmark_node* new_sentinel(Sentinel& sentinel) {
    cmark_node* node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    node->extension = extensions().sentinel;
    node->user_data = &sentinel;
    return node;
}

cmark_node* finish(cmark_parser* parser) {
    Sentinel first{parser, std::exchange(parser->inline_syntax_extensions, nullptr)};
    Sentinel last{parser, nullptr};
    cmark_node* first_node = new_sentinel(first);
    cmark_node* last_node = new_sentinel(last);
    cmark_node_prepend_child(parser->root, first_node);
    cmark_node_append_child(parser->root, last_node);
    cmark_node* root = cmark_parser_finish(parser);
    parser->inline_syntax_extensions = first.inline_extensions;  // to be freed with the parser
    cmark_node_free(first_node);
    cmark_node_free(last_node);
    return root;
}

std::size_t longest_definition(const cmark_parser& parser) {
    std::size_t longest = 0;
    for (const cmark_map_entry* entry = parser.refmap->refs; entry != nullptr;
         entry = entry->next) {
        const auto* reference = reinterpret_cast<const cmark_reference*>(entry);
        longest = std::max(longest, view(reference->url).size() + view(reference->title).size());
    }
    return longest;
}

struct Found {
    Excess excess;
    int line = 1;
};

// Gives the lines one by one, so that the limits see every block as it grows.
std::optional<Found> feed(cmark_parser* parser, const Lines& lines, Limits& limits) {
    for (int number = 1; number <= lines.count(); ++number) {
        const std::string_view line = lines.with_ending(number);
        std::optional<Excess> excess = limits.before(*parser, line);
        if (!excess) {
            cmark_parser_feed(parser, line.data(), line.size());
            // The last line may lack its ending, and sentinels come after whole lines only.
            if (number == lines.count() && line.back() != '\n' && line.back() != '\r') {
                cmark_parser_feed(parser, "\n", 1);
            }
            excess = limits.after(*parser, line);
        }
        if (excess) {
            return Found{std::move(*excess), number};
        }
    }
    // A definition in the last paragraph is known only when the paragraph ends.
    if (parser->current->type == CMARK_NODE_PARAGRAPH) {
        cmark_parser_feed(parser, "\n", 1);
    }
    return std::nullopt;
}

bool holds_inlines(const cmark_node& node) {
    return node.type == CMARK_NODE_PARAGRAPH || node.type == CMARK_NODE_HEADING ||
           node.type == CMARK_NODE_TABLE_CELL;
}

// Before their inlines are read.
std::optional<Found> look_at_blocks(const cmark_parser& parser, Limits& limits) {
    InlineLimits inlines(longest_definition(parser));
    for (cmark_node* node = parser.root; node != nullptr; node = next_in(parser.root, node)) {
        std::optional<Excess> excess = limits.node(*node);
        if (!excess && holds_inlines(*node)) {
            excess = inlines.content(content_of(node));
        }
        if (excess) {
            return Found{std::move(*excess), node->start_line};
        }
    }
    return std::nullopt;
}

// Where cmark-gfm cuts a text by its columns (look_for_parted_footnotes() in slips.cpp) it may cut
// a character.
void mend_cut_characters(cmark_node* root) {
    for (cmark_node* node = root; node != nullptr; node = next_in(root, node)) {
        if (node->type == CMARK_NODE_TEXT && first_invalid_byte(view(node->as.literal))) {
            cmark_node_set_literal(node, well_formed(view(node->as.literal)).c_str());
        }
    }
}

}  // namespace

void read_tree(const Source& source, const Lines& lines, Tree& tree, Diagnostics& problems) {
    const std::size_t begin = std::min(source.begin, source.text.size());
    if (source.text.size() - begin > largest_text) {
        problems.error("text-too-large", {source.file, {begin, begin}},
                       say("this text is larger than {} MiB", "este texto pasa de {} MiB",
                           largest_text / (std::size_t{1024} * 1024)),
                       say("split it into several entries, or attach it as a file",
                           "divídalo en varias entradas, o adjúntelo como archivo"));
        return;
    }
    const OwnedParser parser(cmark_parser_new(parse_options));
    for (cmark_syntax_extension* extension : extensions().github) {
        cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    Limits limits;
    std::optional<Found> found = feed(parser.get(), lines, limits);
    if (!found) {
        found = look_at_blocks(*parser, limits);
    }
    if (found) {
        problems.error(found->excess.code, {source.file, lines.span(found->line)},
                       std::move(found->excess.message), std::move(found->excess.help));
        return;
    }
    tree.has_notes_as_links = report_labels_with_blanks(*parser->refmap, source, lines, problems);
    const Footnotes footnotes(*parser->root);
    tree.root.reset(finish(parser.get()));
    mend_cut_characters(tree.root.get());
    tree.footnotes = footnotes.labels();
    footnotes.report_unused(*tree.root, source, lines, problems);
}

}  // namespace puebla::markdown
