#include "templates/follow_html.h"

#include "templates/html_follower.h"

namespace puebla::templates {

using Where = HtmlPosition::Where;

void HtmlFollower::begin_name(char c) {
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

void HtmlFollower::between_attributes(char c) {
    if (c == '>') {
        end_of_tag();
    } else if (is_white(c) || c == '/') {
        p_.where = Where::in_tag;
    } else {
        begin_name(c);
    }
}

void HtmlFollower::begin_quoted(Where quotes) {
    p_.where = quotes;
    p_.quote_at = place_ + at_;
    events_.value_begins(at_ + 1);
}

void HtmlFollower::end_attribute() {
    if (p_.element == "script" && p_.attribute == "type") {
        p_.script_type = p_.value;
    }
    events_.value_ends(at_);
    p_.where = p_.in_quotes() ? Where::after_value : Where::in_tag;
    p_.attribute.clear();
}

// The types of scripts are short, and all the rest does not matter.
void HtmlFollower::add_to_value(char c) {
    constexpr std::size_t enough = 100;
    if (p_.value.size() < enough) {
        p_.value += lower(c);
    }
    p_.value_has_tags = p_.value_has_tags || c == '<' || c == '>';
}

void HtmlFollower::step() {
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

void HtmlFollower::step_in_value(char c) {
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

void follow_html(HtmlPosition& position, std::string_view text, std::size_t place,
                 HtmlEvents& events) {
    HtmlFollower(position, text, place, events).follow();
}

}  // namespace puebla::templates
