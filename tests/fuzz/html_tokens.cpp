#include "fuzz/html_tokens.h"

#include <algorithm>
#include <array>

namespace puebla::fuzz {

namespace {

using Kind = HtmlToken::Kind;

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

class Tokenizer {
  public:
    explicit Tokenizer(std::string_view html) : html_(html) {}

    std::vector<HtmlToken> read() {
        while (at_ < html_.size()) {
            if (!read_markup()) {
                ++at_;
            }
        }
        end_text(at_);
        return std::move(tokens_);
    }

  private:
    // A tag or a comment, where one begins here.
    bool read_markup() {
        if (html_[at_] != '<' || at_ + 1 == html_.size()) {
            return false;
        }
        const char next = html_[at_ + 1];
        const char after = at_ + 2 < html_.size() ? html_[at_ + 2] : '\0';
        if (is_letter(next)) {
            read_tag(Kind::start_tag, at_ + 1);
        } else if (next == '/' && is_letter(after)) {
            read_tag(Kind::end_tag, at_ + 2);
        } else if (next == '!' || next == '?' || next == '/') {
            read_comment();
        } else {
            return false;
        }
        return true;
    }

    void end_text(std::size_t end) {
        if (end > text_begin_) {
            add(Kind::text, "", text_begin_, end);
        }
    }

    HtmlToken& add(Kind kind, std::string name, std::size_t begin, std::size_t end) {
        tokens_.push_back({kind, std::move(name), {}, html_.substr(begin, end - begin)});
        return tokens_.back();
    }

    // What stands from here to `end` is one token; text goes on after it.
    HtmlToken& take(Kind kind, std::string name, std::size_t end) {
        end_text(at_);
        const bool whole = end != std::string_view::npos;
        HtmlToken& token =
            add(whole ? kind : Kind::unfinished, std::move(name), at_, whole ? end : html_.size());
        at_ = whole ? end : html_.size();
        text_begin_ = at_;
        return token;
    }

    void read_comment() {
        const std::string_view rest = html_.substr(at_);
        const auto after = [&](std::string_view ending, std::size_t from) {
            const std::size_t found = html_.find(ending, from);
            return found == std::string_view::npos ? found : found + ending.size();
        };
        const bool is_closed_at_once = rest.starts_with("<!-->") || rest.starts_with("<!--->");
        if (rest.starts_with("<!--") && !is_closed_at_once) {
            take(Kind::comment, "", std::min(after("-->", at_ + 4), after("--!>", at_ + 4)));
        } else {
            take(Kind::comment, "", after(">", at_));
        }
    }

    void read_tag(Kind kind, std::size_t name_begin) {
        std::size_t at = name_begin;
        std::string name;
        while (at < html_.size() && !is_white(html_[at]) && html_[at] != '/' && html_[at] != '>') {
            name += lower(html_[at++]);
        }
        std::vector<HtmlAttribute> attributes;
        while (at < html_.size() && html_[at] != '>') {
            if (is_white(html_[at]) || html_[at] == '/') {
                ++at;
            } else {
                attributes.push_back(read_attribute(at));
            }
        }
        const bool whole = at < html_.size();
        const bool closed_itself = whole && html_[at - 1] == '/';
        take(kind, name, whole ? at + 1 : std::string_view::npos).attributes =
            std::move(attributes);
        if (whole) {
            enter(kind, name, closed_itself);
        }
    }

    HtmlAttribute read_attribute(std::size_t& at) {
        HtmlAttribute attribute;
        do {
            attribute.name += lower(html_[at++]);
        } while (at < html_.size() && !is_white(html_[at]) && html_[at] != '/' &&
                 html_[at] != '>' && html_[at] != '=');
        std::size_t equals = at;
        while (equals < html_.size() && is_white(html_[equals])) {
            ++equals;
        }
        if (equals == html_.size() || html_[equals] != '=') {
            return attribute;
        }
        at = equals + 1;
        while (at < html_.size() && is_white(html_[at])) {
            ++at;
        }
        if (at < html_.size() && (html_[at] == '"' || html_[at] == '\'')) {
            attribute.quote = html_[at++];
        }
        attribute.begin = at;
        while (at < html_.size() &&
               (attribute.quote != '\0' ? html_[at] != attribute.quote
                                        : !is_white(html_[at]) && html_[at] != '>')) {
            ++at;
        }
        attribute.value = html_.substr(attribute.begin, at - attribute.begin);
        at += attribute.quote != '\0' && at < html_.size() ? 1 : 0;
        return attribute;
    }

    // What an element holds may not be markup.
    void enter(Kind kind, const std::string& name, bool closed_itself) {
        if (!foreign_.empty()) {
            depth_ += name != foreign_ || closed_itself ? 0 : kind == Kind::start_tag ? 1 : -1;
            foreign_ = depth_ == 0 ? "" : foreign_;
            return;
        }
        if (kind == Kind::end_tag) {
            return;
        }
        constexpr std::array<std::string_view, 5> raw = {"style", "xmp", "iframe", "noembed",
                                                         "noframes"};
        if ((name == "svg" || name == "math") && !closed_itself) {
            foreign_ = name;
            depth_ = 1;
        } else if (name == "title" || name == "textarea") {
            at_ = end_of_raw(name, at_);
            end_text(at_);
            text_begin_ = at_;
        } else if (one_of(name, raw)) {
            take_raw(name, end_of_raw(name, at_));
        } else if (name == "script") {
            take_raw(name, end_of_script());
        } else if (name == "plaintext") {
            take_raw(name, html_.size());
        }
    }

    void take_raw(const std::string& name, std::size_t end) {
        if (end > at_) {
            take(Kind::raw_text, name, end);
        }
    }

    bool is_tag_at(std::size_t at, std::string_view start, std::string_view name) const {
        const std::string_view rest = html_.substr(at);
        const std::size_t size = start.size() + name.size();
        if (!rest.starts_with(start) || rest.size() <= size) {
            return false;
        }
        const bool same =
            std::equal(name.begin(), name.end(), rest.begin() + static_cast<long>(start.size()),
                       [](char one, char other) { return one == lower(other); });
        return same && (is_white(rest[size]) || rest[size] == '/' || rest[size] == '>');
    }

    std::size_t end_of_raw(std::string_view name, std::size_t from) const {
        while (from < html_.size() && !is_tag_at(from, "</", name)) {
            ++from;
        }
        return from;
    }

    // <!-- <script> … </script> --> is all inside the script around it (13.2.5.15 to 13.2.5.31).
    std::size_t end_of_script() const {
        enum class In { script, comment, script_in_comment } in = In::script;
        for (std::size_t at = at_; at < html_.size(); ++at) {
            const std::string_view rest = html_.substr(at);
            if (in == In::script && rest.starts_with("<!--")) {
                in = In::comment;
                at += 1;  // "<!-->" ends at once
            } else if (in != In::script && rest.starts_with("-->")) {
                in = In::script;
            } else if (in == In::comment && is_tag_at(at, "<", "script")) {
                in = In::script_in_comment;
            } else if (in == In::script_in_comment && is_tag_at(at, "</", "script")) {
                in = In::comment;
            } else if (is_tag_at(at, "</", "script")) {
                return at;
            }
        }
        return html_.size();
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::size_t text_begin_ = 0;
    std::string foreign_;  // "svg" or "math" where one is open
    int depth_ = 0;        // of elements of that name
    std::vector<HtmlToken> tokens_;
};

}  // namespace

std::vector<HtmlToken> html_tokens(std::string_view html) {
    return Tokenizer(html).read();
}

bool is_void_element(std::string_view name) {
    constexpr std::array<std::string_view, 13> names = {"area",   "base",  "br",    "col",  "embed",
                                                        "hr",     "img",   "input", "link", "meta",
                                                        "source", "track", "wbr"};
    return one_of(name, names);
}

}  // namespace puebla::fuzz
