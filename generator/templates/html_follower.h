// The state machine of follow_html(): elements and what lies between them in follow_elements.cpp,
// the attributes of a tag in follow_html.cpp.

#pragma once

#include <cstddef>
#include <string_view>

#include "templates/follow_html.h"

namespace puebla::templates {

inline bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
inline char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
inline bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

class HtmlFollower {
  public:
    HtmlFollower(HtmlPosition& position, std::string_view text, std::size_t place,
                 HtmlEvents& events)
        : p_(position), text_(text), place_(place), events_(events) {}

    void follow() {
        while (at_ < text_.size()) {
            step();
        }
        // As in <h1{% if … %} class="long"{% endif %}>.
        if (p_.where == HtmlPosition::Where::tag_name) {
            begin_element();
            p_.where = HtmlPosition::Where::edge;
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
    void begin_quoted(HtmlPosition::Where quotes);
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

}  // namespace puebla::templates
