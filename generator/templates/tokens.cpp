#include "templates/tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace puebla::templates {

namespace {

constexpr std::string_view white_space = " \t\n\r\f\v";

bool is_white(char c) {
    return white_space.find(c) != std::string_view::npos;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name_part(char c) {
    return is_name_start(c) || is_digit(c);
}

void append_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    const int more = code < 0x800 ? 1 : (code < 0x10000 ? 2 : 3);
    const std::array<unsigned, 4> lead = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(lead[static_cast<std::size_t>(more)] | (code >> (6 * more)));
    for (int i = more - 1; i >= 0; --i) {
        out += static_cast<char>(0x80 | ((code >> (6 * i)) & 0x3F));
    }
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
        tokens_.push_back({kind, std::move(text), span, {}});
    }

    void fail(Span span, Message message, Message help = {}) {
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
            read_tag(tag, is_print);
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

    void read_tag(std::size_t tag, bool is_print) {
        add(is_print ? TokenKind::print_begin : TokenKind::block_begin, "", {tag, at_});
        const std::string_view closing = is_print ? "}}" : "%}";
        brackets_.clear();
        while (!failed_) {
            skip_white();
            if (at_ >= source_.size()) {
                fail({tag, tag + 2}, say("this tag never ends", "esta etiqueta no termina"),
                     is_print ? say("close it with \"}}}}\"", "ciérrela con «}}}}»")
                              : say("close it with \"%}}\"", "ciérrela con «%}}»"));
                return;
            }
            const char sign = peek();
            const bool signed_end = (sign == '-' || (sign == '+' && !is_print)) &&
                                    source_.substr(at_ + 1, 2) == closing;
            if (brackets_.empty() && (signed_end || looking_at(closing))) {
                const std::size_t begin = at_;
                at_ += signed_end ? 3 : 2;
                add(is_print ? TokenKind::print_end : TokenKind::block_end, "", {begin, at_});
                if (signed_end && sign == '-') {
                    skip_white();
                } else if (!is_print) {
                    trim_after(signed_end ? sign : '\0');
                }
                return;
            }
            read_token();
        }
    }

    void read_token() {
        const char c = peek();
        if (is_name_start(c)) {
            const std::size_t begin = at_;
            while (is_name_part(peek())) {
                ++at_;
            }
            add(TokenKind::name, std::string(source_.substr(begin, at_ - begin)), {begin, at_});
        } else if (is_digit(c)) {
            read_number();
        } else if (c == '"' || c == '\'') {
            read_string();
        } else {
            read_sign();
        }
    }

    void read_number() {
        const std::size_t begin = at_;
        std::string digits;
        bool real = false;
        const auto take_digits = [&] {
            while (is_digit(peek()) || (peek() == '_' && is_digit(peek(1)))) {
                if (peek() != '_') {
                    digits += peek();
                }
                ++at_;
            }
        };
        take_digits();
        if (peek() == '.' && is_digit(peek(1))) {
            real = true;
            digits += '.';
            ++at_;
            take_digits();
        }
        const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if ((peek() == 'e' || peek() == 'E') && is_digit(peek(1 + sign))) {
            real = true;
            digits += 'e';
            digits += sign == 1 ? std::string(1, peek(1)) : "";
            at_ += 1 + sign;
            take_digits();
        }
        const Span span{begin, at_};
        Token token{real ? TokenKind::real : TokenKind::integer, digits, span, {}};
        std::int64_t whole = 0;
        double number = 0;
        const char* last = digits.data() + digits.size();
        const auto result = real ? std::from_chars(digits.data(), last, number)
                                 : std::from_chars(digits.data(), last, whole);
        if (result.ec != std::errc()) {
            fail(span, say("this number is too large", "este número es demasiado grande"));
            return;
        }
        token.number = real ? Value(number) : Value(whole);
        tokens_.push_back(std::move(token));
    }

    void read_string() {
        const std::size_t begin = at_;
        const char quote = source_[at_++];
        std::string text;
        while (at_ < source_.size() && source_[at_] != quote) {
            if (source_[at_] == '\\') {
                read_escape(text);
            } else {
                text += source_[at_++];
            }
        }
        if (at_ >= source_.size()) {
            fail({begin, begin + 1}, say("this text never ends", "este texto no termina"),
                 say("close it with {}", "ciérrelo con {}", quote));
            return;
        }
        ++at_;
        add(TokenKind::string, std::move(text), {begin, at_});
    }

    // A backslash and what it stands for, as in Python; an unknown one stays as it is written.
    void read_escape(std::string& text) {
        const char kind = peek(1);
        constexpr std::string_view letters = "\\'\"abfnrtv\n";
        constexpr std::string_view meanings = "\\'\"\a\b\f\n\r\t\v";
        const std::size_t known = letters.find(kind);
        const std::size_t digits = kind == 'x' ? 2 : (kind == 'u' ? 4 : (kind == 'U' ? 8 : 0));
        if (known != std::string_view::npos && kind != '\0') {
            at_ += 2;
            if (kind != '\n') {
                text += meanings[known];
            }
        } else if (digits > 0) {
            std::uint32_t code = 0;
            const char* first = source_.data() + std::min(at_ + 2, source_.size());
            const char* last = source_.data() + std::min(at_ + 2 + digits, source_.size());
            const auto result = std::from_chars(first, last, code, 16);
            const bool scalar = code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF);
            if (result.ptr != first + digits || !scalar) {
                fail({at_, at_ + 2}, say("this escape names no character",
                                         "esta secuencia de escape no designa ningún carácter"));
            } else {
                append_utf8(text, code);
            }
            at_ = std::min(at_ + 2 + digits, source_.size());
        } else {
            text += source_[at_++];
        }
    }

    void read_sign() {
        constexpr std::string_view pairs[] = {"==", "!=", "<=", ">=", "//", "**"};
        constexpr std::string_view singles = "+-*/%~()[]{}<>=.:|,";
        const std::size_t begin = at_;
        std::size_t length = singles.find(peek()) == std::string_view::npos ? 0 : 1;
        for (const std::string_view pair : pairs) {
            length = looking_at(pair) ? 2 : length;
        }
        if (length == 0) {
            while (at_ < source_.size() && (source_[at_] & 0xC0) == 0x80) {
                ++at_;
            }
            fail({begin, begin + 1}, say("\"{}\" has no meaning here",
                                         "«{}» no significa nada aquí", printable(begin)));
            return;
        }
        at_ += length;
        const std::string sign(source_.substr(begin, length));
        if (sign == "(" || sign == "[" || sign == "{") {
            brackets_ += sign == "(" ? ')' : (sign == "[" ? ']' : '}');
        } else if (sign == ")" || sign == "]" || sign == "}") {
            if (brackets_.empty() || brackets_.back() != sign[0]) {
                fail({begin, at_}, say("nothing was opened that \"{}\" could close",
                                       "no se abrió nada que «{}» pueda cerrar", sign));
                return;
            }
            brackets_.pop_back();
        }
        add(TokenKind::sign, sign, {begin, at_});
    }

    // The character at a place, with all its bytes.
    std::string printable(std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < source_.size() && (static_cast<unsigned char>(source_[end]) & 0xC0) == 0x80) {
            ++end;
        }
        return std::string(source_.substr(begin, end - begin));
    }

    const std::string& file_;
    std::string_view source_;
    Diagnostics& problems_;
    std::size_t at_ = 0;
    bool failed_ = false;
    std::string brackets_;  // the closing sign of every bracket that is open
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> read_tokens(const std::string& file, std::string_view source,
                               Diagnostics& problems) {
    return Reader(file, source, problems).read();
}

}  // namespace puebla::templates
