#include "templates/read_tag.h"

#include <algorithm>
#include <string>
#include <utility>

namespace puebla::templates {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name_part(char c) {
    return is_name_start(c) || is_digit(c);
}

class TagReader {
  public:
    TagReader(std::string_view source, Span opening, bool is_print)
        : source_(source), opening_(opening), is_print_(is_print), at_(opening.end) {}

    TagTokens read() {
        add(is_print_ ? TokenKind::print_begin : TokenKind::block_begin, "", opening_);
        const std::string_view closing = is_print_ ? "}}" : "%}";
        while (!result_.mistake) {
            skip_white();
            if (at_ >= source_.size()) {
                fail({opening_.begin, opening_.begin + 2},
                     say("this tag never ends", "esta etiqueta no termina"),
                     is_print_ ? say("close it with \"}}}}\"", "ciérrela con «}}}}»")
                               : say("close it with \"%}}\"", "ciérrela con «%}}»"));
                break;
            }
            const char sign = peek();
            const bool signed_end = (sign == '-' || (sign == '+' && !is_print_)) &&
                                    source_.substr(at_ + 1, 2) == closing;
            if (brackets_.empty() && (signed_end || looking_at(closing))) {
                const std::size_t begin = at_;
                at_ += signed_end ? 3 : 2;
                add(is_print_ ? TokenKind::print_end : TokenKind::block_end, "", {begin, at_});
                result_.sign = signed_end ? sign : '\0';
                break;
            }
            read_token();
        }
        result_.end = at_;
        return std::move(result_);
    }

  private:
    void add(TokenKind kind, std::string text, Span span) {
        result_.tokens.push_back({kind, std::move(text), span, {}, false});
    }

    void fail(Span span, Message message, Message help = {}) {
        result_.mistake = {span, std::move(message), std::move(help)};
    }

    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
    }

    bool looking_at(std::string_view what) const {
        return source_.substr(at_, what.size()) == what;
    }

    void skip_white() {
        constexpr std::string_view white_space = " \t\n\r\f\v";
        at_ = std::min(source_.find_first_not_of(white_space, at_), source_.size());
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
            take(read_number(source_, at_));
        } else if (c == '"' || c == '\'') {
            take(read_quoted(source_, at_));
        } else {
            read_sign();
        }
    }

    void take(Literal literal) {
        at_ = literal.token.span.end;
        if (literal.mistake) {
            result_.mistake = std::move(literal.mistake);
        } else if (literal.token.over_lines) {
            result_.over_lines = literal.token.span;
        }
        result_.tokens.push_back(std::move(literal.token));
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
            const std::string found = character_at(begin);
            fail({begin, begin + found.size()},
                 say("\"{}\" has no meaning here", "«{}» no significa nada aquí", found),
                 help_for(found));
            return;
        }
        at_ += length;
        const std::string sign(source_.substr(begin, length));
        if (sign == "(" || sign == "[" || sign == "{") {
            const char closing = sign == "(" ? ')' : (sign == "[" ? ']' : '}');
            brackets_.push_back({sign[0], closing, begin});
        } else if (sign == ")" || sign == "]" || sign == "}") {
            close_bracket(sign[0], begin);
        }
        add(TokenKind::sign, sign, {begin, at_});
    }

    void close_bracket(char sign, std::size_t begin) {
        if (brackets_.empty()) {
            fail({begin, begin + 1},
                 say("nothing was opened that \"{}\" could close",
                     "no se abrió nada que «{}» pueda cerrar", sign),
                 sign != '}' ? Message()
                 : is_print_
                     ? say("this tag ends with \"}}}}\"", "esta etiqueta termina con «}}}}»")
                     : say("this tag ends with \"%}}\"", "esta etiqueta termina con «%}}»"));
        } else if (brackets_.back().closing != sign) {
            const Bracket open = brackets_.back();
            fail({open.at, open.at + 1},
                 say("\"{}\" is not closed", "«{}» no se cierra", open.sign),
                 say("\"{}\" is missing before \"{}\"", "falta «{}» antes de «{}»", open.closing,
                     sign));
        } else {
            brackets_.pop_back();
        }
    }

    // The character at a place, with all its bytes.
    std::string character_at(std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < source_.size() && (static_cast<unsigned char>(source_[end]) & 0xC0) == 0x80) {
            ++end;
        }
        return std::string(source_.substr(begin, end - begin));
    }

    // What word processors put where a template wants plain signs, and what other languages have.
    static Message help_for(std::string_view found) {
        if (found == "&") {
            return say("write \"and\"", "escriba «and»");
        }
        if (found == "!") {
            return say("write \"not\"", "escriba «not»");
        }
        if (found == "?") {
            return say("a choice is written: this if condition else that",
                       "una elección se escribe: esto if condición else aquello");
        }
        constexpr std::string_view quotes = "“”‘’„«»";
        if (found == "\u00a0") {
            return say("this is a no-break space: type a plain one",
                       "este es un espacio de no separación: escriba uno simple");
        }
        if (quotes.find(found) != std::string_view::npos) {
            return say("texts stand in straight quotes: \"…\" or '…'",
                       "los textos van entre comillas rectas: \"…\" o '…'");
        }
        return found.size() == 1 ? Message()
                                 : say("names have only the letters a to z, digits and \"_\"",
                                       "los nombres solo tienen letras de la a a la z, cifras y "
                                       "«_»");
    }

    struct Bracket {
        char sign = 0;
        char closing = 0;
        std::size_t at = 0;
    };

    std::string_view source_;
    Span opening_;
    bool is_print_;
    std::size_t at_;
    std::vector<Bracket> brackets_;  // that are open
    TagTokens result_;
};

}  // namespace

TagTokens read_tag(std::string_view source, Span opening, bool is_print) {
    return TagReader(source, opening, is_print).read();
}

}  // namespace puebla::templates
