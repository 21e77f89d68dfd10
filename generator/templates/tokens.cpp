#include "templates/tokens.h"

#include <algorithm>
#include <optional>

#include "templates/read_literal.h"

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
        over_lines_.reset();
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
            read_token(is_print);
        }
    }

    void read_token(bool is_print) {
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
            read_sign(is_print);
        }
    }

    void take(Literal literal) {
        at_ = literal.token.span.end;
        if (literal.mistake) {
            fail(literal.mistake->span, literal.mistake->message, literal.mistake->help);
        }
        if (literal.token.over_lines) {
            over_lines_ = literal.token.span;
        }
        tokens_.push_back(std::move(literal.token));
    }

    void read_sign(bool is_print) {
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
            close_bracket(sign[0], begin, is_print);
        }
        add(TokenKind::sign, sign, {begin, at_});
    }

    void close_bracket(char sign, std::size_t begin, bool is_print) {
        if (brackets_.empty()) {
            fail({begin, begin + 1},
                 say("nothing was opened that \"{}\" could close",
                     "no se abrió nada que «{}» pueda cerrar", sign),
                 sign != '}' ? Message()
                 : is_print ? say("this tag ends with \"}}}}\"", "esta etiqueta termina con «}}}}»")
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

    // What word processors put where a template wants plain signs.
    static Message help_for(std::string_view found) {
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

    const std::string& file_;
    std::string_view source_;
    Diagnostics& problems_;
    std::size_t at_ = 0;
    bool failed_ = false;
    std::vector<Bracket> brackets_;   // that are open
    std::optional<Span> over_lines_;  // a text of this tag that goes over line ends
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
