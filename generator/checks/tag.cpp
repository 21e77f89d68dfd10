#include "checks/tag.h"

#include <algorithm>

#include "foundation/html.h"

namespace puebla {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_name_end(char c) {
    return is_blank(c) || c == '>' || c == '/';
}

std::size_t name_end(std::string_view page, std::size_t name) {
    while (name < page.size() && !is_name_end(page[name])) {
        ++name;
    }
    return name;
}

// Goes over the attributes of a tag, from the end of its name on.
class Attributes {
  public:
    Attributes(std::string_view page, std::size_t at) : page_(page), at_(at) {}

    // false at the end of the tag.
    bool next() {
        while (at_ < page_.size() && (is_blank(page_[at_]) || page_[at_] == '/')) {
            ++at_;
        }
        if (at_ >= page_.size() || page_[at_] == '>') {
            at_ = std::min(at_ + 1, page_.size());
            return false;
        }
        const std::size_t begin = at_;
        while (at_ < page_.size() && !is_name_end(page_[at_]) &&
               (page_[at_] != '=' || at_ == begin)) {
            ++at_;
        }
        name = page_.substr(begin, at_ - begin);
        value = {};
        std::size_t equals = at_;
        while (equals < page_.size() && is_blank(page_[equals])) {
            ++equals;
        }
        if (equals < page_.size() && page_[equals] == '=') {
            at_ = equals + 1;
            read_value();
        }
        return true;
    }

    std::size_t at() const { return at_; }

    std::string_view name;
    std::string_view value;

  private:
    void read_value() {
        while (at_ < page_.size() && is_blank(page_[at_])) {
            ++at_;
        }
        const char quote = at_ < page_.size() ? page_[at_] : '>';
        if (quote == '"' || quote == '\'') {
            const std::size_t end = std::min(page_.find(quote, at_ + 1), page_.size());
            value = page_.substr(at_ + 1, end - at_ - 1);
            at_ = std::min(end + 1, page_.size());
            return;
        }
        const std::size_t begin = at_;
        while (at_ < page_.size() && !is_blank(page_[at_]) && page_[at_] != '>') {
            ++at_;
        }
        value = page_.substr(begin, at_ - begin);
    }

    std::string_view page_;
    std::size_t at_;
};

bool has_more_than_blanks(std::string_view text) {
    return !std::all_of(text.begin(), text.end(), is_blank);
}

bool is_end_tag(std::string_view page, std::size_t open, std::string_view element) {
    return page.substr(open, 2) == "</" &&
           is_name(page.substr(open + 2, name_end(page, open + 2) - open - 2), element);
}

// After the end tag of the element whose start tag ends at `at`.
std::size_t after_element(std::string_view page, std::size_t at, std::string_view element) {
    int depth = 1;
    for (at = page.find('<', at); at != std::string_view::npos; at = page.find('<', at + 1)) {
        if (is_end_tag(page, at, element)) {
            --depth;
        } else if (Tag(page, at + 1).is(element)) {
            ++depth;
        }
        if (depth == 0) {
            return std::min(page.find('>', at), page.size() - 1) + 1;
        }
    }
    return page.size();
}

bool is_void(const Tag& tag) {
    return tag.is("img") || tag.is("br") || tag.is("input") || tag.is("wbr") || tag.is("hr");
}

}  // namespace

bool is_name(std::string_view written, std::string_view lower_case) {
    return written.size() == lower_case.size() &&
           std::equal(written.begin(), written.end(), lower_case.begin(),
                      [](char one, char other) { return lower(one) == other; });
}

Tag::Tag(std::string_view page, std::size_t name)
    : page_(page), name_(page.substr(name, name_end(page, name) - name)) {
    Attributes attributes(page_, name + name_.size());
    while (attributes.next()) {
    }
    end_ = attributes.at();
}

Tag Tag::around(std::string_view page, std::size_t value) {
    const std::size_t open = page.rfind('<', value);
    return {page, open == std::string_view::npos ? page.size() : open + 1};
}

bool Tag::is(std::string_view lower_case_name) const {
    return is_name(name_, lower_case_name);
}

std::optional<std::string> Tag::attribute(std::string_view lower_case_name) const {
    const auto name = static_cast<std::size_t>(name_.data() - page_.data());
    Attributes attributes(page_, name + name_.size());
    while (attributes.next()) {
        if (is_name(attributes.name, lower_case_name)) {
            return unescape_html(attributes.value);
        }
    }
    return std::nullopt;
}

bool Tag::has_text(std::string_view lower_case_name) const {
    const auto value = attribute(lower_case_name);
    return value && has_more_than_blanks(*value);
}

std::string_view attribute_name_before(std::string_view page, std::size_t value) {
    const auto skip_back = [&](std::size_t at) {
        while (at > 0 && is_blank(page[at - 1])) {
            --at;
        }
        return at;
    };
    std::size_t end = value;
    if (end > 0 && (page[end - 1] == '"' || page[end - 1] == '\'')) {
        --end;
    }
    end = skip_back(end);
    if (end > 0 && page[end - 1] == '=') {
        --end;
    }
    end = skip_back(end);
    std::size_t begin = end;
    while (begin > 0 && !is_name_end(page[begin - 1])) {
        --begin;
    }
    return page.substr(begin, end - begin);
}

bool says_something(std::string_view page, std::size_t begin, std::string_view element) {
    // What is longer surely says something; without a bound, a page of links that are never closed
    // would be read again for each of them.
    constexpr std::size_t longest = 10'000;
    const bool cut = page.size() > begin + longest;
    page = page.substr(0, begin + longest);
    std::size_t at = begin;
    while (at < page.size()) {
        if (page[at] != '<') {
            if (!is_blank(page[at])) {
                return true;
            }
            ++at;
            continue;
        }
        if (is_end_tag(page, at, element)) {
            return false;
        }
        if (page.substr(at, 4) == "<!--") {
            at = std::min(page.find("-->", at), page.size() - 3) + 3;
            continue;
        }
        const Tag tag(page, at + 1);
        if (tag.attribute("aria-hidden") == "true" && !is_void(tag)) {
            at = after_element(page, tag.end(), std::string(tag.name()));
            continue;
        }
        if (tag.has_text("aria-label") || tag.has_text("alt") || tag.has_text("aria-labelledby")) {
            return true;
        }
        at = tag.end();
    }
    return cut;
}

}  // namespace puebla
