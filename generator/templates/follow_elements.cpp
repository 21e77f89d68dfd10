// Following what lies between tags, their names and their ends.

#include <array>

#include "templates/html_follower.h"
#include "templates/html_marks.h"

namespace puebla::templates {

namespace {

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

}  // namespace

using Where = HtmlPosition::Where;

void HtmlFollower::in_content() {
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

void HtmlFollower::at_tag_open() {
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

void HtmlFollower::begin_element() {
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

void HtmlFollower::end_of_tag() {
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

void HtmlFollower::close_element() {
    if (p_.element == "svg" && p_.svg_depth > 0) {
        --p_.svg_depth;
    }
    if (p_.element == p_.text_element || p_.element == "select" || p_.element == "svg") {
        p_.text_element.clear();
    }
}

void HtmlFollower::open_element() {
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

// Up to the end tag of the element, "</script".
void HtmlFollower::in_raw_text() {
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

void HtmlFollower::in_comment() {
    const std::size_t end = text_.find("-->", at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 3;
    p_.where = end == std::string_view::npos ? Where::comment : Where::content;
}

}  // namespace puebla::templates
