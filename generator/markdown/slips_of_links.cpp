// Links that Markdown leaves as text: nobody sees more of them than their signs.

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "markdown/blanks.h"
#include "markdown/signs.h"
#include "markdown/slips.h"

namespace puebla::markdown {

namespace {

// How far the brackets and parentheses of one link are followed.
constexpr std::size_t longest_link = 2'000;

// Nobody needs to be told of more in one text.
constexpr int most_spoiled_links = 200;

bool begins_address(std::string_view text) {
    constexpr std::array<std::string_view, 6> beginnings{"https://", "http://", "www.",
                                                         "mailto:",  "./",      "#"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view one) { return begins_with(text, one); });
}

bool is_bare_address(const cmark_node* node) {
    return node != nullptr && node->type == CMARK_NODE_LINK && node->first_child != nullptr &&
           node->first_child->type == CMARK_NODE_TEXT &&
           begins_address(view(node->first_child->as.literal));
}

std::string_view text_of(const cmark_node* node) {
    return node != nullptr && node->type == CMARK_NODE_TEXT ? view(node->as.literal)
                                                            : std::string_view();
}

// An address that became a link by itself, and the text after it.
std::string text_of_bare_link(const cmark_node* node) {
    if (node == nullptr || node->type != CMARK_NODE_LINK) {
        return {};
    }
    const std::string_view shown = text_of(node->first_child);
    return view(node->as.link.url).ends_with(shown)
               ? std::string(shown.substr(0, longest_link)) +
                     std::string(text_of(node->next).substr(0, longest_link))
               : std::string();
}

// What stands between the last such sign and the offset `at`; all that is before it where the sign
// is not in this text.
std::string_view before(std::string_view text, std::size_t at, char sign) {
    text = text.substr(0, at);
    text.remove_prefix(text.size() - std::min(text.size(), longest_link));
    const std::size_t open = text.rfind(sign);
    return open == text.npos ? text : text.substr(open);
}

// The text of a link has letters. Where its bracket opens in another text, it is marked up.
bool has_link_text(std::string_view text, std::size_t at, char sign) {
    const std::string_view between = before(text, at, sign);
    return between.empty() || between[0] != sign || has_letter(between);
}

bool is_picture(std::string_view text, std::size_t at) {
    const std::string_view between = before(text, at, '[');
    return begins_with(between, "[") && between.data() != text.data() &&
           *(between.data() - 1) == '!';
}

// The parenthesis that closes the one before this text; names of files may hold pairs of them.
std::optional<std::size_t> closing_parenthesis(std::string_view text) {
    int open = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (open == 0) {
            return at;
        }
    }
    return std::nullopt;
}

std::string with_blanks_as(std::string_view text, std::string_view other) {
    std::string result;
    for (const char c : text) {
        result += is_blank(c) ? other : std::string_view(&c, 1);
    }
    return result;
}

bool begins_title(std::string_view text) {
    constexpr std::array<std::string_view, 5> quotes{"\"", "'", "“", "”", "«"};
    return std::any_of(quotes.begin(), quotes.end(),
                       [&](std::string_view one) { return begins_with(text, one); });
}

Message help_with_blank(std::string_view address) {
    const std::size_t blank = find_blank(address, 0);
    const std::string_view first = address.substr(0, blank);
    if (begins_title(address.substr(skip_blanks(address, blank)))) {
        return say(
            "a title after the address stands between straight quotation marks: "
            "[text]({} \"title\")",
            "un título después de la dirección va entre comillas rectas: "
            "[texto]({} \"título\")",
            first);
    }
    if (begins_with(address, "./")) {
        return say("write the address between < and >: (<{0}>); or rename the file",
                   "escriba la dirección entre < y >: (<{0}>); o cambie el nombre del archivo",
                   address);
    }
    if (begins_with(address, "mailto:")) {
        return say("write it without the space: ({})", "escríbala sin el espacio: ({})",
                   with_blanks_as(address, ""));
    }
    if (begins_with(address, "http") || begins_with(address, "www.")) {
        return say("write %20 in place of the space: ({})",
                   "escriba %20 en lugar del espacio: ({})", with_blanks_as(address, "%20"));
    }
    return say("names have hyphens where words have spaces: ({})",
               "los nombres llevan guiones donde las palabras llevan espacios: ({})",
               with_blanks_as(address, "-"));
}

}  // namespace

void Slips::look_for_labels(const Stretch& stretch) {
    const std::string_view text = stretch.text;
    for (std::size_t at = 0; (at = text.find("][", at)) != text.npos; ++at) {
        const std::size_t end = text.find_first_of("[]", at + 2);
        if (end == text.npos || text[end] != ']' || text[at + 2] == '^') {
            continue;
        }
        const std::size_t open = text.find_last_of("[]", at - std::min<std::size_t>(at, 1));
        const bool has_open = open != text.npos && open < at && text[open] == '[';
        const std::string_view word = has_open ? text.substr(open + 1, at - open - 1) : text;
        const std::string_view label = text.substr(at + 2, end - at - 2);
        const bool is_text = !has_letter(word) || word[0] == '^' ||
                             (label.empty() ? !has_open : label[0] == ' ') ||
                             (word.size() == 1 && label.size() == 1);
        if (is_text) {
            continue;
        }
        const std::string_view missing = label.empty() ? word : label;
        report("undefined-label", text.substr(at + 1, end - at),
               say("no address is given for [{}]", "no se da ninguna dirección para [{}]", missing),
               say("write the address in parentheses: [text](collection/entry); or give it on a "
                   "line of its own: [{}]: https://…",
                   "escriba la dirección entre paréntesis: [texto](coleccion/entrada); o dela en "
                   "una línea aparte: [{}]: https://…",
                   missing));
    }
}

// "books/two-rivers", where the site has books.
bool Slips::begins_target(std::string_view text) const {
    if (begins_address(text)) {
        return true;
    }
    const std::size_t slash = text.substr(0, longest_link).find('/');
    return is_name_ && slash != text.npos && is_letter(text.substr(slash + 1)) &&
           is_name_(text.substr(0, slash));
}

void Slips::look_for_parted_links(const Stretch& stretch) {
    const std::string_view text = stretch.text;
    for (std::size_t at = 0; (at = text.find("] (", at)) != text.npos; ++at) {
        const std::string_view after = text.substr(at + 3);
        const bool link_follows = after.empty() && is_bare_address(stretch.node->next);
        if (!has_link_text(text, at, '[') || !(link_follows || begins_target(after))) {
            continue;
        }
        report(
            "parted-link", "] (",
            say("there is a space between the text and the address of this link",
                "hay un espacio entre el texto y la dirección de este enlace"),
            say("write them together: [text](address)", "escríbalos juntos: [texto](dirección)"));
    }
}

// [text](address of several words) and [text](address
void Slips::look_for_spoiled_links(const Stretch& stretch) {
    const std::string_view text = stretch.text;
    for (std::size_t at = 0; (at = text.find("](", at)) != text.npos; ++at) {
        const std::string_view own = text.substr(at + 2, longest_link);
        if (!own.empty() && !begins_target(own)) {
            continue;
        }
        if (++spoiled_links_ > most_spoiled_links) {
            return;
        }
        const std::string rest = std::string(own) + text_of_bare_link(stretch.node->next);
        const std::optional<std::size_t> close = closing_parenthesis(rest);
        const std::string_view address =
            std::string_view(rest).substr(0, close ? *close : find_blank(rest, 0));
        const bool has_blank = find_blank(address, 0) < address.size();
        if (!begins_target(rest) || !has_link_text(text, at, '[') || (close && !has_blank)) {
            continue;
        }
        const std::string_view written = text.substr(at, 2 + address.size() + (close ? 1 : 0));
        if (close) {
            report("not-a-link", written,
                   is_picture(text, at)
                       ? say("this address holds a space, and so there is no picture",
                             "esta dirección contiene un espacio, y por eso no hay imagen")
                       : say("this address holds a space, and so there is no link",
                             "esta dirección contiene un espacio, y por eso no hay enlace"),
                   help_with_blank(address));
        } else {
            report("not-a-link", written,
                   say("the parenthesis of this link is not closed",
                       "el paréntesis de este enlace no se cierra"),
                   say("write ) right after the address: ({})",
                       "escriba ) justo después de la dirección: ({})", address));
        }
    }
}

// (text)[address]
void Slips::look_for_reversed_links(const Stretch& stretch) {
    const std::string_view text = stretch.text;
    for (std::size_t at = 0; (at = text.find(")[", at)) != text.npos; ++at) {
        const std::string_view rest = text.substr(at + 2, longest_link);
        const std::size_t end = rest.find(']');
        if (end == rest.npos || rest[0] == '#' || !begins_target(rest) ||
            !has_link_text(text, at, '(')) {
            continue;
        }
        report("not-a-link", text.substr(at, 2 + end + 1),
               say("the text and the address of this link have each other's brackets",
                   "el texto y la dirección de este enlace tienen cambiados los corchetes y los "
                   "paréntesis"),
               say("write the text in brackets and the address in parentheses: [text](address)",
                   "escriba el texto entre corchetes y la dirección entre paréntesis: "
                   "[texto](dirección)"));
    }
}

}  // namespace puebla::markdown
