#include "foundation/json_text_error.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "foundation/utf8.h"

namespace puebla {

namespace {

constexpr unsigned char first_printable = 0x20;
constexpr std::size_t length_of_unit = 6;  // of an escape like \u00e9

bool is_first_half(unsigned unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool is_second_half(unsigned unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

// Of "\u00e9" at the beginning of `text`; null where it is not written like that.
std::optional<unsigned> code_unit(std::string_view text) {
    const std::string_view written = text.substr(0, length_of_unit);
    if (written.size() < length_of_unit || !written.starts_with("\\u")) {
        return std::nullopt;
    }
    constexpr int hexadecimal = 16;
    unsigned unit = 0;
    const char* const end = written.data() + written.size();
    const auto read = std::from_chars(written.data() + 2, end, unit, hexadecimal);
    return read.ptr == end ? std::optional(unit) : std::nullopt;
}

// Of the escape at the beginning of `text` (RFC 8259, section 7); 0 where it means nothing.
std::size_t length_of_escape(std::string_view text) {
    constexpr std::size_t shortest = 2;
    if (text.size() < shortest) {
        return 0;
    }
    if (text[1] != 'u') {
        constexpr std::string_view known = "\"\\/bfnrt";
        return known.find(text[1]) == std::string_view::npos ? 0 : shortest;
    }
    const auto unit = code_unit(text);
    if (!unit || is_second_half(*unit)) {
        return 0;
    }
    if (!is_first_half(*unit)) {
        return length_of_unit;
    }
    const auto second = code_unit(text.substr(length_of_unit));
    return second && is_second_half(*second) ? 2 * length_of_unit : 0;
}

class TextError {
  public:
    TextError(const std::string& file, std::string_view text, Span inside, Diagnostics& problems)
        : file_(file), text_(text.substr(0, inside.end)), problems_(problems), at_(inside.begin) {}

    bool report() {
        while (at_ < text_.size()) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte < first_printable) {
                report_control(byte);
                return true;
            }
            const std::size_t length = byte == '\\' ? length_of_escape(text_.substr(at_)) : 1;
            if (length == 0) {
                report_escape();
                return true;
            }
            at_ += length;
        }
        return false;
    }

  private:
    void report_control(unsigned char byte) {
        if (byte == '\t') {
            add(1, say("a text cannot hold a tab", "un texto no puede contener una tabulación"),
                say("write a space in its place, or \\t", "escriba un espacio en su lugar, o \\t"));
            return;
        }
        add(1,
            say("this text holds an invisible character (U+{:04X})",
                "este texto contiene un carácter invisible (U+{:04X})", byte),
            say("delete it; it may have come with text pasted from another program",
                "bórrelo; pudo llegar con un texto pegado desde otro programa"));
    }

    void report_escape() {
        const Message help = say("to write a backslash, type it twice: \\\\",
                                 "para escribir una barra inversa, póngala dos veces: \\\\");
        const std::string_view rest = text_.substr(at_);
        if (code_unit(rest)) {
            add(length_of_unit,
                say("\"{}\" is only half of a character", "«{}» es solo la mitad de un carácter",
                    rest.substr(0, length_of_unit)),
                say("type the character itself in its place",
                    "escriba en su lugar el carácter mismo"));
        } else if (rest.starts_with("\\u")) {
            add(2,
                say("after \\u come four digits or letters from a to f",
                    "después de \\u van cuatro cifras o letras de la a a la f"),
                help);
        } else {
            const std::size_t length = rest.size() > 1 ? 1 + character_length(rest[1]) : 1;
            add(length,
                say("\"{}\" means nothing in JSON", "«{}» no significa nada en JSON",
                    rest.substr(0, length)),
                help);
        }
    }

    void add(std::size_t length, Message message, Message help) {
        const Span span{at_, std::min(at_ + length, text_.size())};
        problems_.error("broken-json", {file_, span}, std::move(message), std::move(help));
    }

    const std::string& file_;
    std::string_view text_;  // up to the closing quote
    Diagnostics& problems_;
    std::size_t at_;
};

}  // namespace

bool report_json_text(const std::string& file, std::string_view text, Span inside,
                      Diagnostics& problems) {
    return TextError(file, text, inside, problems).report();
}

}  // namespace puebla
