#include "templates/tokens.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "templates/read_tag.h"

namespace puebla::templates {

namespace {

constexpr std::string_view white_space = " \t\n\r\f\v";

bool is_white(char c) {
    return white_space.find(c) != std::string_view::npos;
}
bool is_name_part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

class Reader {
  public:
    Reader(const std::string& file, std::string_view source, Diagnostics& problems)
        : file_(file), source_(source), problems_(problems) {}

    std::vector<Token> read() {
        while (!failed_ && at_ < source_.size()) {
            read_text_and_tag();
        }
        add(TokenKind::end, "", {source_.size(), source_.size()});
        return std::move(tokens_);
    }

  private:
    void add(TokenKind kind, std::string text, Span span) {
        tokens_.push_back({kind, std::move(text), span, {}, false});
    }

    void fail(Span span, Message message, Message help = {}) {
        if (over_lines_) {
            span = *over_lines_;
            message = text_over_lines();
            help = quote_may_be_missing();
        }
        problems_.error("template-syntax", {file_, span}, std::move(message), std::move(help));
        failed_ = true;
    }

    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
    }

    bool looking_at(std::string_view what) const {
        return source_.substr(at_, what.size()) == what;
    }

    void skip_white() {
        while (at_ < source_.size() && is_white(source_[at_])) {
            ++at_;
        }
    }

    void skip_one_line_end() {
        if (looking_at("\r\n")) {
            at_ += 2;
        } else if (peek() == '\n' || peek() == '\r') {
            ++at_;
        }
    }

    // Literal text up to the next tag, then the tag.
    void read_text_and_tag() {
        const std::size_t begin = at_;
        std::size_t tag = at_;
        while (true) {
            tag = source_.find('{', tag);
            if (tag == std::string_view::npos) {
                add_text(begin, source_.size());
                at_ = source_.size();
                return;
            }
            const char next = tag + 1 < source_.size() ? source_[tag + 1] : '\0';
            if (next == '{' || next == '%' || next == '#') {
                break;
            }
            ++tag;
        }
        const bool is_print = source_[tag + 1] == '{';
        const char sign = tag + 2 < source_.size() ? source_[tag + 2] : '\0';
        add_text(begin, text_end(begin, tag, sign, is_print));
        at_ = tag + 2;
        if (sign == '-' || sign == '+') {
            ++at_;
        }
        if (source_[tag + 1] == '#') {
            skip_comment(tag);
        } else if (!is_print && try_raw(tag)) {
            return;
        } else {
            take_tag(tag, is_print);
        }
    }

    // Where literal text before a tag ends once white space before the tag is taken away.
    std::size_t text_end(std::size_t begin, std::size_t tag, char sign, bool is_print) const {
        std::size_t end = tag;
        if (sign == '-') {
            while (end > begin && is_white(source_[end - 1])) {
                --end;
            }
            return end;
        }
        if (sign == '+' || is_print) {
            return end;
        }
        while (end > begin && is_white(source_[end - 1]) && source_[end - 1] != '\n' &&
               source_[end - 1] != '\r') {
            --end;
        }
        const bool at_line_start =
            end == begin ? begin == 0 || source_[begin - 1] == '\n' || source_[begin - 1] == '\r'
                         : source_[end - 1] == '\n' || source_[end - 1] == '\r';
        return at_line_start ? end : tag;
    }

    // A token ends where the source goes on differently, after a line end of two bytes or at a
    // comment, so that every byte of its text stands at the same distance from its start as there.
    void add_text(std::size_t begin, std::size_t end) {
        const std::string_view source = source_.substr(0, end);
        while (begin < end) {
            const std::size_t feed = source.find("\r\n", begin);
            const bool whole = feed == std::string_view::npos;
            const std::size_t next = whole ? end : feed + 2;
            std::string text(source.substr(begin, (whole ? end : feed + 1) - begin));
            std::replace(text.begin(), text.end(), '\r', '\n');
            add(TokenKind::text, std::move(text), {begin, next});
            begin = next;
        }
    }

    // The end of a block tag or comment has been passed; `sign` stood before it.
    void trim_after(char sign) {
        if (sign == '-') {
            skip_white();
        } else if (sign != '+') {
            skip_one_line_end();
        }
    }

    void skip_comment(std::size_t tag) {
        const std::size_t end = source_.find("#}", at_);
        if (end == std::string_view::npos) {
            fail({tag, tag + 2}, say("this comment never ends", "este comentario no termina"),
                 say("close it with \"#}}\"", "ciérrelo con «#}}»"));
            return;
        }
        const char sign = end > at_ ? source_[end - 1] : '\0';
        at_ = end + 2;
        trim_after(sign);
    }

    // {% raw %} … {% endraw %}, or nothing of the kind.
    bool try_raw(std::size_t tag) {
        const std::size_t start = at_;
        skip_white();
        char sign = '\0';
        if (!looking_at("raw") || is_name_part(peek(3)) || !pass_block_end(3, sign)) {
            at_ = start;
            return false;
        }
        if (sign == '-') {
            skip_white();
        }
        const std::size_t begin = at_;
        for (std::size_t end = source_.find("{%", at_); end != std::string_view::npos;
             end = source_.find("{%", end + 2)) {
            at_ = end + 2;
            const char before = peek();
            if (before == '-' || before == '+') {
                ++at_;
            }
            skip_white();
            if (looking_at("endraw") && pass_block_end(6, sign)) {
                const std::size_t after = at_;
                add_text(begin, text_end(begin, end, before, false));
                at_ = after;
                trim_after(sign);
                return true;
            }
        }
        fail({tag, tag + 2}, say("this \"raw\" never ends", "este «raw» no termina"),
             say("close it with \"{{% endraw %}}\"", "ciérrelo con «{{% endraw %}}»"));
        return true;
    }

    // Passes a word of that length, white space and "%}" and tells the sign before it; or stays.
    bool pass_block_end(std::size_t length, char& sign) {
        const std::size_t start = at_;
        at_ += length;
        skip_white();
        sign = peek();
        if (sign == '-' || sign == '+') {
            ++at_;
        }
        if (!looking_at("%}")) {
            at_ = start;
            return false;
        }
        at_ += 2;
        return true;
    }

    void take_tag(std::size_t tag, bool is_print) {
        TagTokens inside = read_tag(source_, {tag, at_}, is_print);
        std::move(inside.tokens.begin(), inside.tokens.end(), std::back_inserter(tokens_));
        at_ = inside.end;
        over_lines_ = inside.over_lines;
        if (inside.mistake) {
            fail(inside.mistake->span, inside.mistake->message, inside.mistake->help);
        } else if (is_print && inside.sign == '-') {
            skip_white();
        } else if (!is_print) {
            trim_after(inside.sign);
        }
    }

    const std::string& file_;
    std::string_view source_;
    Diagnostics& problems_;
    std::size_t at_ = 0;
    bool failed_ = false;
    std::optional<Span> over_lines_;  // a text of the last tag that goes over line ends
    std::vector<Token> tokens_;
};

}  // namespace

Message text_over_lines() {
    return say("this text in quotes goes over a line end, and what follows it is not understood",
               "este texto entre comillas pasa de una línea a otra, y lo que sigue no se entiende");
}

Message quote_may_be_missing() {
    return say("is its closing quote missing?", "¿faltan sus comillas de cierre?");
}

std::vector<Token> read_tokens(const std::string& file, std::string_view source,
                               Diagnostics& problems) {
    return Reader(file, source, problems).read();
}

}  // namespace puebla::templates
