#include "rendering/style_addresses.h"

#include <algorithm>
#include <cstdint>

namespace puebla {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_name_part(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

class StyleReader {
  public:
    explicit StyleReader(std::string_view css) : css_(css) {}

    std::vector<StyleAddress> read() {
        while (at_ < css_.size()) {
            step();
        }
        return std::move(found_);
    }

  private:
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < css_.size() ? css_[at_ + ahead] : '\0';
    }

    void step() {
        const char c = peek();
        if (c == '/' && peek(1) == '*') {
            at_ = std::min(css_.find("*/", at_ + 2), css_.size() - 2) + 2;
        } else if (c == '"' || c == '\'') {
            const StyleAddress text = quoted();
            if (!functions_.empty() && functions_.back().ends_with("image-set")) {
                found_.push_back(text);
            }
        } else if (c == '@') {
            at_rule();
        } else if (is_name_part(c)) {
            word();
        } else {
            if (c == '(') {
                functions_.emplace_back();
            } else if (c == ')' && !functions_.empty()) {
                functions_.pop_back();
            }
            at_ += c == '\\' ? 2 : 1;
        }
    }

    std::string name() {
        std::string result;
        while (is_name_part(peek()) && at_ < css_.size()) {
            result += lower(peek());
            ++at_;
        }
        return result;
    }

    void word() {
        const std::string function = name();
        if (peek() != '(') {
            return;
        }
        ++at_;
        if (function == "url") {
            found_.push_back(address());
        } else {
            functions_.push_back(function);
        }
    }

    // An @import is one finding with all that it names; the address of a @namespace is only a name.
    void at_rule() {
        const std::size_t begin = at_++;
        const std::string rule = name();
        if (rule != "import" && rule != "namespace") {
            return;
        }
        const std::size_t before = found_.size();
        std::string named;
        while (at_ < css_.size() && peek() != ';' && peek() != '{' && peek() != '}') {
            if (peek() == '"' || peek() == '\'') {
                named = quoted().text;
            } else {
                step();
            }
        }
        if (found_.size() > before) {
            named = found_[before].text;
        }
        found_.resize(before);
        if (rule == "import") {
            found_.push_back({named, {begin, at_}, true});
        }
    }

    // One character of a text or an address; an escape stands for another.
    void take(std::string& text) {
        if (peek() != '\\') {
            text += css_[at_++];
            return;
        }
        ++at_;
        std::uint32_t code = 0;
        std::size_t digits = 0;
        for (; digits < 6 && is_hexadecimal(peek()); ++digits, ++at_) {
            const char c = lower(peek());
            code = code * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
        }
        if (digits == 0) {
            if (at_ < css_.size()) {
                text += css_[at_++];
            }
            return;
        }
        at_ += is_blank(peek()) ? 1 : 0;
        // Beyond ASCII it names no file that could be found by another spelling.
        text += code < 0x80 ? static_cast<char>(code) : '?';
    }

    static bool is_hexadecimal(char c) {
        return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'f');
    }

    StyleAddress quoted() {
        const char quote = css_[at_++];
        StyleAddress result;
        result.span.begin = at_;
        while (at_ < css_.size() && peek() != quote && peek() != '\n') {
            take(result.text);
        }
        result.span.end = at_;
        at_ += at_ < css_.size() ? 1 : 0;
        return result;
    }

    // After "url(".
    StyleAddress address() {
        while (is_blank(peek())) {
            ++at_;
        }
        if (peek() == '"' || peek() == '\'') {
            StyleAddress result = quoted();
            at_ = std::min(css_.find(')', at_), css_.size() - 1) + 1;
            return result;
        }
        StyleAddress result;
        result.span.begin = at_;
        while (at_ < css_.size() && peek() != ')' && !is_blank(peek())) {
            take(result.text);
        }
        result.span.end = at_;
        at_ = std::min(css_.find(')', at_), css_.size() - 1) + 1;
        return result;
    }

    std::string_view css_;
    std::size_t at_ = 0;
    std::vector<std::string> functions_;  // that are open
    std::vector<StyleAddress> found_;
};

}  // namespace

std::vector<StyleAddress> addresses_in_style(std::string_view css) {
    return StyleReader(css).read();
}

}  // namespace puebla
