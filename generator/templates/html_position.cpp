#include "templates/html_position.h"

#include <algorithm>
#include <array>

namespace puebla::templates {

namespace {

using Where = HtmlPosition::Where;

bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

template <std::size_t count>
bool one_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// What checks ask about: the frame of a page, what needs a name or a text, what is not allowed.
bool leaves_mark(std::string_view element) {
    constexpr std::array<std::string_view, 26> names = {
        "html",   "main",  "h1",       "h2",     "h3",    "h4",     "h5",    "h6",     "img",
        "area",   "input", "select",   "button", "table", "th",     "label", "script", "style",
        "iframe", "embed", "textarea", "object", "audio", "figure", "video", "base"};
    return one_of(element, names);
}

bool in_tag(Where where) {
    return where == Where::tag_name || where == Where::in_tag || where == Where::edge ||
           where == Where::attribute_name || where == Where::after_name || where == Where::unquoted;
}

bool begins_with(std::string_view text, std::string_view lower_case_start) {
    if (text.size() < lower_case_start.size()) {
        return false;
    }
    for (std::size_t i = 0; i < lower_case_start.size(); ++i) {
        if (lower(text[i]) != lower_case_start[i]) {
            return false;
        }
    }
    return true;
}

class Follower {
  public:
    Follower(HtmlPosition& position, std::string_view text, HtmlEvents& events)
        : p_(position), text_(text), events_(events) {}

    void follow() {
        while (at_ < text_.size()) {
            step();
        }
        if (p_.where == Where::tag_name) {  // as in <h1{% if … %} class="long"{% endif %}>
            begin_element();
        }
    }

  private:
    void step();
    void step_in_value(char c);
    void in_content();
    void at_tag_open();
    void begin_element();
    void between_attributes(char c);
    void begin_name(char c);
    void end_of_tag();
    void close_element();
    void open_element();
    void begin_quoted(Where quotes);
    void end_attribute();
    void in_raw_text();
    void in_comment();

    HtmlPosition& p_;
    std::string_view text_;
    HtmlEvents& events_;
    std::size_t at_ = 0;
    std::size_t tag_at_ = 0;
};

void Follower::in_content() {
    const std::size_t tag = text_.find('<', at_);
    if (tag == std::string_view::npos) {
        at_ = text_.size();
        return;
    }
    tag_at_ = tag;
    at_ = tag + 1;
    p_.where = Where::tag_open;
    p_.closing = false;
}

void Follower::at_tag_open() {
    const char c = text_[at_];
    if (is_letter(c)) {
        p_.element.clear();
        p_.where = Where::tag_name;
    } else if (c == '/' && !p_.closing) {
        p_.closing = true;
        ++at_;
    } else if (c == '!' && text_.substr(at_, 3) == "!--") {
        p_.where = Where::comment;
        at_ += 3;
    } else if (c == '!' || c == '?') {
        p_.where = Where::declaration;
        ++at_;
    } else {
        p_.where = Where::content;
        p_.closing = false;
    }
}

void Follower::begin_element() {
    if (p_.closing) {
        return;
    }
    if (p_.element == "link" || p_.element == "meta") {
        events_.tag_begins(tag_at_);
    }
    if (leaves_mark(p_.element) && at_ >= p_.element.size()) {
        events_.element_begins(at_ - p_.element.size(), at_);
    }
}

void Follower::begin_name(char c) {
    p_.attribute.assign(1, lower(c));
    p_.value.clear();
    p_.where = Where::attribute_name;
}

void Follower::between_attributes(char c) {
    if (c == '>') {
        end_of_tag();
    } else if (is_white(c) || c == '/') {
        p_.where = Where::in_tag;
    } else {
        begin_name(c);
    }
}

void Follower::begin_quoted(Where quotes) {
    p_.where = quotes;
    events_.value_begins(at_ + 1);
}

void Follower::end_attribute() {
    if (p_.element == "script" && p_.attribute == "type") {
        p_.script_type = p_.value;
    }
    events_.value_ends(at_);
    p_.attribute.clear();
    p_.where = Where::in_tag;
}

void Follower::close_element() {
    if (p_.element == "svg" && p_.svg_depth > 0) {
        --p_.svg_depth;
    }
    if (p_.element == p_.text_element || p_.element == "select" || p_.element == "svg") {
        p_.text_element.clear();
    }
}

void Follower::open_element() {
    constexpr std::array<std::string_view, 7> raw = {"script",  "style",    "xmp",      "iframe",
                                                     "noembed", "noframes", "plaintext"};
    if (p_.element == "option" || (p_.element == "title" && p_.svg_depth > 0)) {
        p_.text_element = p_.element;
    } else if (p_.element == "title" || p_.element == "textarea") {
        p_.where = Where::plain_text;
        events_.value_begins(at_ + 1);
    } else if (one_of(p_.element, raw)) {
        p_.where = Where::raw_text;
        p_.json = p_.element == "script" && p_.script_type == "application/ld+json";
    }
    if (p_.element == "svg") {
        ++p_.svg_depth;
    }
}

void Follower::end_of_tag() {
    p_.where = Where::content;
    if (p_.closing) {
        close_element();
    } else {
        open_element();
    }
    p_.closing = false;
    p_.script_type.clear();
    p_.tag.clear();
    p_.attribute.clear();
}

// Up to the end tag of the element, "</script".
void Follower::in_raw_text() {
    const std::string end = "</" + p_.element;
    for (std::size_t tag = text_.find("</", at_); tag != std::string_view::npos;
         tag = text_.find("</", tag + 2)) {
        const std::size_t after = tag + end.size();
        if (begins_with(text_.substr(tag), end) &&
            (after >= text_.size() || !is_letter(text_[after]))) {
            at_ = tag;
            if (p_.where == Where::plain_text) {
                events_.value_ends(tag);
            }
            at_ = tag + 2;
            p_.json = false;
            p_.where = Where::tag_open;
            p_.closing = true;
            return;
        }
    }
    at_ = text_.size();
}

void Follower::in_comment() {
    const std::size_t end = text_.find("-->", at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 3;
    p_.where = end == std::string_view::npos ? Where::comment : Where::content;
}

void Follower::step() {
    const char c = text_[at_];
    switch (p_.where) {
        case Where::content:
            return in_content();
        case Where::tag_open:
            return at_tag_open();
        case Where::raw_text:
        case Where::plain_text:
            return in_raw_text();
        case Where::comment:
            return in_comment();
        case Where::declaration:
            p_.where = c == '>' ? Where::content : p_.where;
            break;
        case Where::tag_name:
            if (!is_white(c) && c != '>' && c != '/') {
                p_.element += lower(c);
                break;
            }
            begin_element();
            between_attributes(c);
            break;
        case Where::edge:
            if (!is_white(c) && c != '>' && c != '/') {
                events_.misplaced(at_);
            }
            between_attributes(c);
            break;
        case Where::in_tag:
            between_attributes(c);
            break;
        case Where::attribute_name:
            if (c == '=') {
                p_.where = Where::before_value;
            } else if (is_white(c)) {
                p_.where = Where::after_name;
            } else if (c == '>' || c == '/') {
                between_attributes(c);
            } else {
                p_.attribute += lower(c);
            }
            break;
        case Where::after_name:
            if (c == '=') {
                p_.where = Where::before_value;
            } else if (!is_white(c)) {
                between_attributes(c);
            }
            break;
        default:
            step_in_value(c);
    }
    ++at_;
}

void Follower::step_in_value(char c) {
    switch (p_.where) {
        case Where::before_value:
            if (c == '"') {
                begin_quoted(Where::double_quoted);
            } else if (c == '\'') {
                begin_quoted(Where::single_quoted);
            } else if (c == '>') {
                end_of_tag();
            } else if (!is_white(c)) {
                p_.where = Where::unquoted;
                events_.value_begins(at_);
                p_.value.assign(1, c);
            }
            break;
        case Where::unquoted:
            if (is_white(c) || c == '>') {
                end_attribute();
                between_attributes(c);
            } else {
                p_.value += c;
            }
            break;
        case Where::single_quoted:
        case Where::double_quoted:
            if (c == (p_.where == Where::single_quoted ? '\'' : '"')) {
                end_attribute();
            } else {
                p_.value += lower(c);
            }
            break;
        default:
            break;
    }
}

// The value of an attribute in the text of a whole tag.
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

void follow(HtmlPosition& position, std::string_view text, HtmlEvents& events) {
    Follower(position, text, events).follow();
}

std::optional<HtmlPosition> joined(const HtmlPosition& one, const HtmlPosition& other) {
    HtmlPosition result = one;
    result.svg_depth = std::max(one.svg_depth, other.svg_depth);
    result.has_values = one.has_values || other.has_values;
    if (!one.has_values) {
        result.first_value = other.first_value;
    }
    const bool same = one.where == other.where && one.closing == other.closing &&
                      one.json == other.json && one.attribute == other.attribute &&
                      one.text_element == other.text_element && one.open == other.open &&
                      (one.element == other.element || one.where == Where::content);
    if (same) {
        return result;
    }
    if (in_tag(one.where) && in_tag(other.where) && one.element == other.element &&
        one.closing == other.closing) {
        result.where = Where::edge;
        result.attribute.clear();
        return result;
    }
    return std::nullopt;
}

bool is_address(const HtmlPosition& position) {
    constexpr std::array<std::string_view, 14> names = {
        "href", "src",        "action", "cite",       "poster",   "srcset",   "formaction",
        "data", "xlink:href", "ping",   "background", "manifest", "longdesc", "imagesrcset"};
    return position.in_quotes() && one_of(position.attribute, names);
}

std::optional<MarkKind> mark_at(const HtmlPosition& position) {
    if (position.where == Where::plain_text) {
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

Permission permission_at(const HtmlPosition& position) {
    const auto refused = [](Message reason, Message help) {
        return Permission{std::nullopt, std::move(reason), std::move(help)};
    };
    const Message quote = say("put the value into quotes", "ponga el valor entre comillas");
    const Message branch = say("write the whole tag in the branches of an \"if\"",
                               "escriba la etiqueta entera en las ramas de un «if»");
    switch (position.where) {
        case Where::content:
            return {
                position.text_element.empty() ? Surroundings::content : Surroundings::text, {}, {}};
        case Where::plain_text:
            return {Surroundings::text, {}, {}};
        case Where::raw_text:
            if (position.json) {
                return {Surroundings::json, {}, {}};
            }
            return refused(
                {"a value cannot be printed inside <" + position.element + ">",
                 "no se puede imprimir un valor dentro de <" + position.element + ">"},
                say("put it into a data-… attribute that the script reads, or into a class",
                    "póngalo en un atributo data-… que el script lea, o en una clase"));
        case Where::comment:
        case Where::declaration:
            return refused(
                say("a value cannot be printed inside a comment or declaration",
                    "no se puede imprimir un valor dentro de un comentario o declaración"),
                say("use {{# … #}} for comments of the template",
                    "use {{# … #}} para comentarios de la plantilla"));
        case Where::before_value:
        case Where::unquoted:
            return refused(say("a value cannot be printed in an attribute without quotes",
                               "no se puede imprimir un valor en un atributo sin comillas"),
                           quote);
        case Where::single_quoted:
        case Where::double_quoted:
            break;
        default:
            return refused(
                say("a value cannot be part of a tag outside of an attribute's quotes",
                    "un valor no puede formar parte de una etiqueta fuera de las comillas "
                    "de un atributo"),
                branch);
    }
    const std::string& name = position.attribute;
    const bool refreshes = position.element == "meta" && name == "content" &&
                           attribute_in(position.tag, "http-equiv") == "refresh";
    if (name.substr(0, 2) == "on" || name == "style" || name == "srcdoc" || refreshes) {
        return refused({"a value cannot be printed in the attribute \"" + name + "\"",
                        "no se puede imprimir un valor en el atributo «" + name + "»"},
                       say("use a class, or a data-… attribute that a script reads",
                           "use una clase, o un atributo data-… que un script lea"));
    }
    return {is_address(position) ? Surroundings::address : Surroundings::attribute, {}, {}};
}

}  // namespace puebla::templates
