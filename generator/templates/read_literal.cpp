#include "templates/read_literal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace puebla::templates {

namespace {

bool is_digit(char c, int base = 10) {
    const char small = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    const int worth = small >= '0' && small <= '9'   ? small - '0'
                      : small >= 'a' && small <= 'f' ? small - 'a' + 10
                                                     : 99;
    return worth < base;
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

class LiteralReader {
  public:
    LiteralReader(std::string_view source, std::size_t begin)
        : source_(source), begin_(begin), at_(begin) {}

    Literal number() {
        if (!try_other_base()) {
            decimal();
        }
        return std::move(result_);
    }

    Literal quoted() {
        const char quote = source_[at_++];
        while (at_ < source_.size() && source_[at_] != quote && !result_.mistake) {
            if (source_[at_] == '\\') {
                escape();
            } else {
                text_ += source_[at_++];
            }
        }
        if (at_ >= source_.size()) {
            fail({begin_, begin_ + 1}, say("this text never ends", "este texto no termina"),
                 say("close it with {}", "ciérrelo con {}", quote));
        }
        ++at_;
        finish(TokenKind::string, {});
        const Span span = result_.token.span;
        result_.token.over_lines =
            source_.substr(span.begin, span.end - span.begin).find('\n') != std::string_view::npos;
        return std::move(result_);
    }

  private:
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
    }

    void fail(Span span, Message message, Message help = {}) {
        if (!result_.mistake) {
            result_.mistake = {span, std::move(message), std::move(help)};
        }
    }

    void finish(TokenKind kind, Value number) {
        result_.token = {kind,
                         std::move(text_),
                         {begin_, std::min(at_, source_.size())},
                         std::move(number),
                         false};
    }

    // Into the text, "_" between them left out.
    void take_digits(int base) {
        while (is_digit(peek(), base) || (peek() == '_' && is_digit(peek(1), base))) {
            if (peek() != '_') {
                text_ += peek();
            }
            ++at_;
        }
    }

    // 0x1F, 0o17 or 0b101.
    bool try_other_base() {
        constexpr std::pair<char, int> bases[] = {{'x', 16}, {'o', 8}, {'b', 2}};
        for (const auto& [letter, base] : bases) {
            const std::size_t first = peek(2) == '_' ? 3 : 2;
            if (peek() == '0' && (peek(1) | 0x20) == letter && is_digit(peek(first), base)) {
                at_ += first;
                take_digits(base);
                whole(base);
                return true;
            }
        }
        return false;
    }

    void whole(int base) {
        std::int64_t number = 0;
        const char* last = text_.data() + text_.size();
        if (std::from_chars(text_.data(), last, number, base).ec != std::errc()) {
            fail({begin_, at_}, say("this number is too large", "este número es demasiado grande"),
                 say("whole numbers have 64 bits", "los números enteros tienen 64 bits"));
        } else if (base == 10 && number != 0 && text_.front() == '0') {
            fail({begin_, at_},
                 say("a whole number does not begin with 0", "un número entero no comienza con 0"));
        }
        finish(TokenKind::integer, number);
    }

    void decimal() {
        take_digits(10);
        bool real = false;
        if (peek() == '.' && is_digit(peek(1))) {
            real = true;
            ++at_;
            text_ += '.';
            take_digits(10);
        }
        const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if ((peek() == 'e' || peek() == 'E') && is_digit(peek(1 + sign))) {
            real = true;
            text_ += 'e';
            text_ += sign == 1 && peek(1) == '-' ? "-" : "";
            at_ += 1 + sign;
            take_digits(10);
        }
        if (!real) {
            whole(10);
            return;
        }
        double number = 0;
        const char* last = text_.data() + text_.size();
        if (std::from_chars(text_.data(), last, number).ec != std::errc()) {
            fail({begin_, at_}, say("this number is too large or too near to 0",
                                    "este número es demasiado grande o demasiado cercano a 0"));
        }
        finish(TokenKind::real, number);
    }

    // A backslash and what it stands for; one that stands for nothing stays as it is written.
    void escape() {
        constexpr std::string_view letters = "\\'\"abfnrtv\n";
        constexpr std::string_view meanings = "\\'\"\a\b\f\n\r\t\v";
        const char kind = peek(1);
        const std::size_t known = kind == '\0' ? std::string_view::npos : letters.find(kind);
        if (known != std::string_view::npos) {
            at_ += 2;
            text_ += kind == '\n' ? "" : std::string(1, meanings[known]);
        } else if (kind == 'x' || kind == 'u' || kind == 'U') {
            code_point(2, kind == 'x' ? 2 : (kind == 'u' ? 4 : 8), 16);
        } else if (is_digit(kind, 8)) {
            const std::size_t length = !is_digit(peek(2), 8) ? 1 : (is_digit(peek(3), 8) ? 3 : 2);
            code_point(1, length, 8);
        } else if (kind == 'N' && peek(2) == '{') {
            fail({at_, at_ + 3},
                 say("characters have no names here", "aquí los caracteres no tienen nombre"),
                 say("write the character itself, or \\u and its four digits",
                     "escriba el carácter mismo, o \\u y sus cuatro cifras"));
        } else {
            text_ += source_[at_++];
        }
    }

    // The character whose number stands after so many bytes.
    void code_point(std::size_t skipped, std::size_t length, int base) {
        std::uint32_t code = 0;
        const char* first = source_.data() + std::min(at_ + skipped, source_.size());
        const char* last = source_.data() + std::min(at_ + skipped + length, source_.size());
        const auto found = std::from_chars(first, last, code, base);
        const bool scalar = code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF);
        if (found.ptr != first + length || !scalar) {
            fail({at_, at_ + 2}, say("this escape names no character",
                                     "esta secuencia de escape no designa ningún carácter"));
        } else {
            append_utf8(text_, code);
        }
        at_ = std::min(at_ + skipped + length, source_.size());
    }

    std::string_view source_;
    std::size_t begin_;
    std::size_t at_;
    std::string text_;
    Literal result_;
};

}  // namespace

Literal read_number(std::string_view source, std::size_t begin) {
    return LiteralReader(source, begin).number();
}

Literal read_quoted(std::string_view source, std::size_t begin) {
    return LiteralReader(source, begin).quoted();
}

}  // namespace puebla::templates
