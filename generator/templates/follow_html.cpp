#include "templates/follow_html.h"

#include "templates/html_marks.h"

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
    Follower(HtmlPosition& position, std::string_view text, std::size_t place, HtmlEvents& events)
        : p_(position), text_(text), place_(place), events_(events) {}

    void follow() {
        while (at_ < text_.size()) {
            step();
        }
        if (p_.where == Where::tag_name) {  // as in <h1{% if … %} class="long"{% endif %}>
            begin_element();
            p_.where = Where::edge;
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
    void add_to_value(char c);
    void mistake(HtmlMistake what) { events_.mistaken(what, at_); }

    HtmlPosition& p_;
    std::string_view text_;
    std::size_t place_;
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
    p_.tag_at = place_ + tag;
    p_.elsewhere = false;
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
    if (c == '<') {
        mistake(HtmlMistake::tag_in_tag);
    } else if (c == '"' || c == '\'') {
        mistake(HtmlMistake::quote_in_name);
    }
    p_.attribute.assign(1, lower(c));
    p_.value.clear();
    p_.value_has_tags = false;
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
    p_.quote_at = place_ + at_;
    events_.value_begins(at_ + 1);
}

void Follower::end_attribute() {
    if (p_.element == "script" && p_.attribute == "type") {
        p_.script_type = p_.value;
    }
    events_.value_ends(at_);
    p_.where = p_.in_quotes() ? Where::after_value : Where::in_tag;
    p_.attribute.clear();
}

// The types of scripts are short, and all the rest does not matter.
void Follower::add_to_value(char c) {
    constexpr std::size_t enough = 100;
    if (p_.value.size() < enough) {
        p_.value += lower(c);
    }
    p_.value_has_tags = p_.value_has_tags || c == '<' || c == '>';
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
            p_.tag_at = place_ + tag;
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
            if (c == '<') {
                mistake(HtmlMistake::tag_in_tag);
            }
            if (!is_white(c) && c != '>' && c != '/') {
                p_.element += lower(c);
                break;
            }
            begin_element();
            between_attributes(c);
            break;
        case Where::edge:
        case Where::after_value:
            if (!is_white(c) && c != '>' && c != '/') {
                mistake(p_.where == Where::edge ? HtmlMistake::text_after_edge
                                                : HtmlMistake::text_after_value);
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
                if (c == '<' || c == '"' || c == '\'') {
                    mistake(c == '<' ? HtmlMistake::tag_in_tag : HtmlMistake::quote_in_name);
                }
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
                add_to_value(c);
            }
            break;
        case Where::unquoted:
            if (is_white(c) || c == '>') {
                end_attribute();
                between_attributes(c);
            } else {
                add_to_value(c);
            }
            break;
        case Where::single_quoted:
        case Where::double_quoted:
            if (c == (p_.where == Where::single_quoted ? '\'' : '"')) {
                end_attribute();
            } else {
                add_to_value(c);
            }
            break;
        default:
            break;
    }
}

}  // namespace

void follow_html(HtmlPosition& position, std::string_view text, std::size_t place,
                 HtmlEvents& events) {
    Follower(position, text, place, events).follow();
}

}  // namespace puebla::templates
