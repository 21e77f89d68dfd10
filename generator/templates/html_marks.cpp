#include "templates/html_marks.h"

namespace puebla::templates {

namespace {

bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool has_word(std::string_view list, std::string_view word) {
    const std::string padded = " " + std::string(list) + " ";
    return padded.find(" " + std::string(word) + " ") != std::string::npos;
}

MarkKind mark_of_link(const HtmlPosition& position) {
    const std::string rel = attribute_in(position.tag, "rel");
    if (has_word(rel, "canonical")) {
        return MarkKind::canonical;
    }
    if (has_word(rel, "stylesheet")) {
        return MarkKind::resource;
    }
    if (has_word(rel, "alternate")) {
        return attribute_in(position.tag, "hreflang").empty() ? MarkKind::address
                                                              : MarkKind::alternate;
    }
    constexpr std::array<std::string_view, 7> places = {"next", "prev",   "license", "author",
                                                        "help", "search", "me"};
    return one_of(rel, places) ? MarkKind::address : MarkKind::resource;
}

}  // namespace

// What checks ask about: the frame of a page, what needs a name or a text, what is not allowed.
bool leaves_mark(std::string_view element) {
    constexpr std::array<std::string_view, 26> names = {
        "html",   "main",  "h1",       "h2",     "h3",    "h4",     "h5",    "h6",     "img",
        "area",   "input", "select",   "button", "table", "th",     "label", "script", "style",
        "iframe", "embed", "textarea", "object", "audio", "figure", "video", "base"};
    return one_of(element, names);
}

std::string attribute_in(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos;
         at = tag.find(name, at + 1)) {
        const std::size_t equals = at + name.size();
        if (at == 0 || !is_white(tag[at - 1]) || tag.substr(equals, 1) != "=") {
            continue;
        }
        const std::string_view rest = tag.substr(equals + 1);
        const bool quoted = !rest.empty() && (rest[0] == '"' || rest[0] == '\'');
        const std::size_t end = quoted ? rest.find(rest[0], 1) : rest.find_first_of(" \t\n>");
        return std::string(rest.substr(quoted ? 1 : 0, end - (quoted ? 1 : 0)));
    }
    return {};
}

bool is_address(const HtmlPosition& position) {
    constexpr std::array<std::string_view, 14> names = {
        "href", "src",        "action", "cite",       "poster",   "srcset",   "formaction",
        "data", "xlink:href", "ping",   "background", "manifest", "longdesc", "imagesrcset"};
    return position.in_quotes() && one_of(position.attribute, names);
}

std::optional<MarkKind> mark_at(const HtmlPosition& position) {
    if (position.where == HtmlPosition::Where::plain_text) {
        return position.element == "title" ? std::optional(MarkKind::title) : std::nullopt;
    }
    const std::string& name = position.attribute;
    const std::string& element = position.element;
    if (name == "id") {
        return MarkKind::id;
    }
    if (name == "lang" && element == "html") {
        return MarkKind::language;
    }
    constexpr std::array<std::string_view, 5> resources = {"src", "poster", "srcset", "imagesrcset",
                                                           "data"};
    if (one_of(name, resources)) {
        return name != "data" || element == "object" ? std::optional(MarkKind::resource)
                                                     : std::nullopt;
    }
    if (name == "href" && element == "link") {
        return mark_of_link(position);
    }
    if (name == "href" && element != "base") {
        return element == "a" || element == "area" ? MarkKind::link : MarkKind::address;
    }
    if (name == "style" || name.starts_with("on")) {
        return MarkKind::inline_code;
    }
    constexpr std::array<std::string_view, 4> places = {"action", "formaction", "cite",
                                                        "xlink:href"};
    if (one_of(name, places)) {
        return MarkKind::address;
    }
    constexpr std::array<std::string_view, 6> ids = {
        "for", "aria-labelledby", "aria-controls", "aria-describedby", "aria-owns", "list"};
    return one_of(name, ids) ? std::optional(MarkKind::reference) : std::nullopt;
}

}  // namespace puebla::templates
