#include "markdown/slips.h"

#include <algorithm>
#include <array>
#include <utility>

#include "foundation/suggestion.h"
#include "markdown/blanks.h"
#include "markdown/footnotes.h"
#include "markdown/signs.h"

namespace puebla::markdown {

namespace {

constexpr std::string_view no_break_space = "\u00A0";

// Enough of a text to find its place again.
constexpr std::size_t longest_snippet = 16;

// To look for a near name is long work, and nobody needs it more often.
constexpr int most_suggestions = 100;

// Snippets are not found where they were written with entities: then nothing is a slip.
constexpr int most_lost = 20;

bool ends_with(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

bool is_break(const cmark_node* node) {
    return node == nullptr || node->type == CMARK_NODE_SOFTBREAK ||
           node->type == CMARK_NODE_LINEBREAK;
}

std::string_view snippet_at(std::string_view text, std::size_t at) {
    std::size_t end = std::min(at + longest_snippet, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        ++end;
    }
    return text.substr(at, end - at);
}

// A sentence begins with a capital letter, or with a letter or sign that is not English. Program
// code is full of signs that sentences have not.
bool reads_like_prose(std::string_view text) {
    constexpr std::size_t fewest_words = 4;
    const std::size_t begin = skip_blanks(text, 0);
    const auto first = static_cast<unsigned char>(begin < text.size() ? text[begin] : 0);
    const bool begins_sentence = (first >= 'A' && first <= 'Z') || first >= 0xC2;
    if (!begins_sentence || text.find_first_of("{}[]<>=$\\|`_/#;") != text.npos) {
        return false;
    }
    std::size_t words = 0;
    for (std::size_t at = begin; at < text.size() && words < fewest_words;) {
        at = skip_blanks(text, find_blank(text, at));
        ++words;
    }
    return words >= fewest_words;
}

}  // namespace

void Slips::look_at(const cmark_node* leaf) {
    leaf_ = leaf;
    begin_ = 0;
    behind_ = 0;
    lost_ = 0;
    bold_is_told_ = false;
    blocks_are_told_ = leaf->type != CMARK_NODE_PARAGRAPH;
    open_bold_ = {};
    first_marker_ = {};
    const std::string_view content = content_of(leaf);
    escapes_brackets_ = content.find("\\[") != content.npos || content.find("\\]") != content.npos;
    bool leaves_mark = false;
    bool has_mark_in_code = false;
    auto* node = const_cast<cmark_node*>(leaf);
    for (node = next_in(leaf, node); node != nullptr; node = next_in(leaf, node)) {
        if (node->type == CMARK_NODE_TEXT) {
            leaves_mark = leaves_mark || view(node->as.literal).find("[^") != std::string::npos;
            look_at({node, view(node->as.literal), node->parent == leaf && is_break(node->prev)});
        } else if (node->type == CMARK_NODE_CODE) {
            has_mark_in_code =
                has_mark_in_code || view(node->as.literal).find("[^") != std::string::npos;
            pass(view(node->as.literal));
        }
    }
    if (leaves_mark && !has_mark_in_code && !escapes_brackets_) {
        look_for_parted_footnotes();
    }
}

void Slips::look_at(const Stretch& stretch) {
    const std::size_t begin = behind_;
    if (!escapes_brackets_) {
        look_for_footnotes(stretch);
        begin_ = begin;
        look_for_labels(stretch);
        begin_ = begin;
        look_for_parted_links(stretch);
        begin_ = begin;
        look_for_spoiled_links(stretch);
        begin_ = begin;
        look_for_reversed_links(stretch);
    }
    begin_ = begin;
    look_for_bold(stretch);
    begin_ = begin;
    look_for_blocks(stretch);
    begin_ = behind_;
}

// What stands in code is no slip, and not the place of one.
void Slips::pass(std::string_view code) {
    const std::size_t at =
        lost_ > most_lost ? std::string_view::npos : content_of(leaf_).find(code, behind_);
    if (at == std::string_view::npos) {
        ++lost_;
        return;
    }
    behind_ = at + code.size();
    begin_ = behind_;
}

void Slips::look_at_code(const cmark_node* code) {
    if (code->as.code.fenced || !reads_like_prose(view(code->as.code.literal))) {
        return;
    }
    problems_.warning(
        "indented-text", {file_, places_.lines().span(code->start_line)},
        say("this is shown as program code, because it is indented",
            "esto se muestra como código de programa, porque lleva sangría"),
        say("delete the tab or the spaces at the beginning of its lines; real code goes between "
            "two lines of three backticks",
            "borre la tabulación o los espacios al comienzo de sus líneas; el verdadero código va "
            "entre dos líneas de tres acentos graves"));
}

void Slips::look_for_footnotes(const Stretch& stretch) {
    const std::string_view text = stretch.text;
    if (stretch.begins_line) {
        look_for_blank_in_label(text);
    }
    for (std::size_t at = 0; (at = text.find("[^", at)) != text.npos; ++at) {
        const std::size_t end = text.find_first_of("[] \t", at + 2);
        if (end == text.npos || text[end] != ']' || end == at + 2) {
            continue;
        }
        const std::string_view label = text.substr(at + 2, end - at - 2);
        const std::string_view written = text.substr(at, end + 1 - at);
        const std::string near =
            ++lost_footnotes_ > most_suggestions ? "" : nearest_name(label, footnotes_);
        report("undefined-footnote", written,
               say("this text has no footnote {}", "este texto no tiene ninguna nota {}", written),
               near.empty() ? say("write the note on a line of its own: {}: …",
                                  "escriba la nota en una línea aparte: {}: …", written)
                            : say("did you mean [^{}]?", "¿quiso decir [^{}]?", near));
    }
}

void Slips::look_for_blank_in_label(std::string_view text) {
    const std::string_view label = label_with_blank(text);
    const std::size_t at =
        label.empty() ? std::string_view::npos : content_of(leaf_).find(label, begin_);
    if (at == std::string_view::npos) {
        return;
    }
    const std::optional<Span> part = places_.part(leaf_, at - 2, at + label.size() + 1);
    report_blank_in_label(label, {file_, part ? *part : places_.block(leaf_)}, problems_);
}

// cmark-gfm takes "[^" … "]" for a footnote, over the end of a line too. Where there is no such
// note it puts the text back by its columns, which are those of two lines then: letters are lost.
void Slips::look_for_parted_footnotes() {
    const std::string_view content = content_of(leaf_);
    for (std::size_t at = 0; (at = content.find("[^", at)) != content.npos; at += 2) {
        const std::size_t end = content.find_first_of("[]", at + 2);
        const std::string_view mark = content.substr(at, end == content.npos ? end : end - at);
        const std::size_t line_end = mark.find_first_of("\r\n");
        if (end == content.npos || content[end] != ']' || line_end == mark.npos) {
            continue;
        }
        const std::optional<Span> part = places_.part(leaf_, at, at + line_end);
        problems_.error("undefined-footnote", {file_, part ? *part : places_.block(leaf_)},
                        say("the mark of a footnote begins here and ends only in the next line",
                            "aquí comienza la marca de una nota, que termina solo en la línea "
                            "siguiente"),
                        say("write the mark in one line, such as [^1]; where none is meant, write "
                            "\\[ instead of [",
                            "escriba la marca en una sola línea, como [^1]; si no se trata de una "
                            "nota, escriba \\[ en lugar de ["));
        return;
    }
}

// Signs of their own: **, neither * nor ***.
void Slips::look_for_bold(const Stretch& stretch) {
    const std::string_view text = stretch.text;
    std::size_t end = 0;
    for (std::size_t at = 0; !bold_is_told_ && (at = text.find('*', end)) != text.npos;) {
        end = std::min(text.find_first_not_of('*', at), text.size());
        if (end - at != 2) {
            continue;
        }
        const std::string_view before = text.substr(0, at);
        const bool blank_before = before.empty() ? is_break(stretch.node->prev)
                                                 : before.back() == ' ' || before.back() == '(';
        const bool blank_after =
            end == text.size() ? is_break(stretch.node->next) : text[end] == ' ';
        const bool opens = blank_before || ends_with(before, "¿") || ends_with(before, "¡") ||
                           ends_with(before, "«") || ends_with(before, "“");
        const bool at_beginning = before.empty() && blank_before;
        const std::string_view snippet = snippet_at(text, at);
        if (opens && !blank_after && !at_beginning) {
            report_bold(snippet);
        } else if (!open_bold_.empty()) {
            report_bold(open_bold_);
        } else if (opens) {
            open_bold_ = snippet;
        }
    }
}

void Slips::report_bold(std::string_view snippet) {
    bold_is_told_ = true;
    report("unclosed-bold", snippet,
           say("this ** makes nothing bold", "este ** no pone nada en negrita"),
           say("write ** right before the first word and right after the last: **word**",
               "escriba ** justo antes de la primera palabra y justo después de la última: "
               "**palabra**"));
}

void Slips::look_for_blocks(const Stretch& stretch) {
    if (blocks_are_told_ || !stretch.begins_line) {
        return;
    }
    constexpr std::array<std::string_view, 9> bullets{"•", "▪", "◦",      "‣",     "●",
                                                      "○", "■", "\uF0B7", "\uF0A7"};
    const std::string_view text = stretch.text;
    const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
    const std::string_view title = text.substr(marks);
    const bool no_break = begins_with(title, no_break_space);
    if (marks > 0 && marks <= 6 && (no_break || (marks > 1 && is_letter(title)))) {
        blocks_are_told_ = true;
        const std::string_view signs = text.substr(0, marks);
        report("missing-space", snippet_at(text, 0),
               say("this is not a heading: after {} there must be a space",
                   "esto no es un encabezado: después de {} debe haber un espacio", signs),
               no_break ? say("delete what stands between {} and the text, and type a space",
                              "borre lo que hay entre {} y el texto, y escriba un espacio", signs)
                        : say("write {} {}", "escriba {} {}", signs, title));
        return;
    }
    for (const std::string_view bullet : bullets) {
        if (begins_with(text, bullet) && text.size() > bullet.size()) {
            blocks_are_told_ = true;
            report("missing-space", bullet,
                   say("{} does not make a list", "{} no hace una lista", bullet),
                   say("begin each item with a hyphen and a space: - text",
                       "comience cada elemento con un guion y un espacio: - texto"));
            return;
        }
    }
    look_for_item(stretch);
}

// "-item" may be a text; two such lines in one paragraph are not.
void Slips::look_for_item(const Stretch& stretch) {
    const std::string_view text = stretch.text;
    std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool ordered = length > 0 && length <= 3;
    if (length < text.size() &&
        (ordered ? text[length] == '.' || text[length] == ')'
                 : length == 0 && (text[0] == '-' || text[0] == '*' || text[0] == '+'))) {
        ++length;
    } else {
        return;
    }
    const std::string_view marker = text.substr(length - 1, 1);
    const std::string_view after = text.substr(length);
    const bool second = is_letter(after) && marker == first_marker_;
    if (second || begins_with(after, no_break_space)) {
        report_item(text.substr(0, length), snippet_at(text, 0));
    } else if (is_letter(after)) {
        first_marker_ = marker;
    }
}

void Slips::report_item(std::string_view marker, std::string_view snippet) {
    blocks_are_told_ = true;
    report("missing-space", snippet,
           say("this is not a list: after {} there must be a space",
               "esto no es una lista: después de {} debe haber un espacio", marker),
           say("write each item on a line of its own, with a plain space: {} text",
               "escriba cada elemento en su propia línea, con un espacio común: {} texto", marker));
}

void Slips::report(std::string_view code, std::string_view snippet, Message message, Message help) {
    if (lost_ > most_lost) {
        return;
    }
    const std::string_view content = content_of(leaf_);
    const std::size_t at = content.find(snippet, begin_);
    if (at == content.npos) {
        ++lost_;
        return;
    }
    begin_ = at + 1;
    behind_ = std::max(behind_, begin_);
    if (at > 0 && content[at - 1] == '\\') {
        return;
    }
    const std::optional<Span> part = places_.part(leaf_, at, at + snippet.size());
    problems_.warning(code, {file_, part ? *part : places_.block(leaf_)}, std::move(message),
                      std::move(help));
}

}  // namespace puebla::markdown
