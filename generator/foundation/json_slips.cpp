#include "foundation/json_slips.h"

#include <algorithm>
#include <optional>

namespace puebla {

namespace {

struct Unseen {
    std::string_view character;
    std::string_view code;
    bool space = true;  // it looks like one
};

constexpr Unseen unseen[] = {
    {"\u0085", "U+0085", false}, {"\u00A0", "U+00A0"},        {"\u00AD", "U+00AD", false},
    {"\u1680", "U+1680"},        {"\u2002", "U+2002"},        {"\u2003", "U+2003"},
    {"\u2007", "U+2007"},        {"\u2009", "U+2009"},        {"\u200A", "U+200A"},
    {"\u200B", "U+200B", false}, {"\u200C", "U+200C", false}, {"\u200D", "U+200D", false},
    {"\u200E", "U+200E", false}, {"\u200F", "U+200F", false}, {"\u2028", "U+2028", false},
    {"\u2029", "U+2029", false}, {"\u202F", "U+202F"},        {"\u205F", "U+205F"},
    {"\u2060", "U+2060", false}, {"\u3000", "U+3000"},        {"\uFEFF", "U+FEFF", false},
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t end_of_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    return at;
}

const Unseen* unseen_at(std::string_view text, std::size_t at) {
    const auto* const found =
        std::find_if(std::begin(unseen), std::end(unseen),
                     [&](const Unseen& one) { return text.substr(at).starts_with(one.character); });
    return found == std::end(unseen) ? nullptr : found;
}

class Slips {
  public:
    Slips(const std::string& file, std::string_view text, Diagnostics& problems)
        : file_(file), text_(text), problems_(problems) {}

    bool report_stop(const JsonStop& stop, std::size_t token) const {
        return report_unseen(token) || report_semicolon(token) || report_missing_brace(stop) ||
               report_inner_quotes(stop, token) || report_parted_number(stop, token);
    }

    bool report_word(Span word) const {
        for (std::size_t at = word.begin; at < word.end; ++at) {
            if (report_unseen(at)) {
                return true;
            }
        }
        const std::string_view written = text_.substr(word.begin, word.end - word.begin);
        const std::size_t sign = written.starts_with('-') ? 1 : 0;
        if (written.size() > sign && written.back() == ';') {
            return report_semicolon(word.end - 1);
        }
        return written.size() > sign && is_digit(written[sign]) && report_number(word, written);
    }

  private:
    bool report_unseen(std::size_t at) const {
        const Unseen* found = unseen_at(text_, at);
        if (!found) {
            return false;
        }
        const Span span{at, at + found->character.size()};
        if (found->character == "\u00A0") {
            add(span,
                say("this is a no-break space (U+00A0), which looks like a space and is none",
                    "este es un espacio de no separación (U+00A0): parece un espacio y no lo es"),
                plain_space());
        } else if (found->space) {
            add(span,
                say("this is a special space ({}), which JSON does not know",
                    "este es un espacio especial ({}), que JSON no conoce", found->code),
                plain_space());
        } else {
            add(span,
                say("an invisible character stands here ({})",
                    "aquí hay un carácter invisible ({})", found->code),
                say("delete it; it may have come with text pasted from another program",
                    "bórrelo; pudo llegar con un texto pegado desde otro programa"));
        }
        return true;
    }

    static Message plain_space() {
        return say("delete it and type a plain space with the space bar",
                   "bórrelo y escriba un espacio normal con la barra espaciadora");
    }

    bool report_semicolon(std::size_t at) const {
        if (text_[at] != ';') {
            return false;
        }
        add({at, at + 1},
            say("values are separated by a comma, not by a semicolon",
                "los valores se separan con una coma, no con punto y coma"),
            say("write , in its place", "escriba , en su lugar"));
        return true;
    }

    // "name": value as the first line.
    bool report_missing_brace(const JsonStop& stop) const {
        const std::size_t at = text_.find_first_not_of(" \t\r\n", stop.last.end);
        if (!stop.complete || text_[stop.last.begin] != '"' || at == std::string_view::npos ||
            text_[at] != ':') {
            return false;
        }
        add(stop.last, say("a {{ is missing before this", "falta una {{ antes de esto"),
            say("the file begins with {{ and ends with }}",
                "el archivo comienza con {{ y termina con }}"));
        return true;
    }

    // "the "new" author": the text ends before the word.
    bool report_inner_quotes(const JsonStop& stop, std::size_t token) const {
        const bool right_after_text = !stop.after_name && stop.last.end > stop.last.begin &&
                                      token == stop.last.end && text_[stop.last.begin] == '"';
        const std::string_view rest = text_.substr(token, text_.find('\n', token) - token);
        constexpr std::string_view between_values = ",:]}\"\t ";
        if (!right_after_text || between_values.find(text_[token]) != std::string_view::npos ||
            rest.find('"') == std::string_view::npos) {
            return false;
        }
        add({token - 1, token},
            say("this quotation mark ends the text, which goes on after it",
                "esta comilla cierra el texto, que sigue después de ella"),
            say("inside a text write \\\" or use “ ”",
                "dentro de un texto escriba \\\" o use « »"));
        return true;
    }

    // 1,204 and 1 204: in an object no number follows another one.
    bool report_parted_number(const JsonStop& stop, std::size_t token) const {
        const bool after_number = stop.last.end > stop.last.begin && stop.in_object &&
                                  !stop.after_name && is_digit(text_[stop.last.end - 1]) &&
                                  text_[stop.last.begin] != '"';
        if (!after_number || token != stop.last.end + 1 || !is_digit(text_[token])) {
            return false;
        }
        std::string whole(text_.substr(stop.last.begin, stop.last.end - stop.last.begin));
        const char separator = text_[stop.last.end];
        constexpr std::size_t thousands = 3;
        std::size_t at = token;
        std::size_t end = end_of_digits(text_, at);
        if (separator == ',' && end - at != thousands) {
            add({stop.last.begin, end},
                say("decimals are written with a point", "los decimales se escriben con punto"),
                say("write {}.{}", "escriba {}.{}", whole, text_.substr(at, end - at)));
            return true;
        }
        whole += text_.substr(at, end - at);
        while (end + 1 < text_.size() && text_[end] == separator && is_digit(text_[end + 1])) {
            at = end + 1;
            end = end_of_digits(text_, at);
            whole += text_.substr(at, end - at);
        }
        report_thousands({stop.last.begin, end}, whole);
        return true;
    }

    void report_thousands(Span span, const std::string& whole) const {
        add(span,
            say("numbers have no thousands separator", "los números no llevan separador de miles"),
            say("write {}", "escriba {}", whole));
    }

    bool report_number(Span word, std::string_view written) const {
        const std::size_t sign = written.front() == '-' ? 1 : 0;
        const std::size_t digits = end_of_digits(written, sign);
        const Message quoted = say("put it between quotation marks: \"{}\"",
                                   "póngalo entre comillas: \"{}\"", written);
        constexpr std::size_t digits_of_year = 4;
        if (digits == written.size()) {
            const std::size_t first =
                std::min(written.find_first_not_of('0', sign), written.size() - 1);
            add(word, say("a number does not begin with 0", "un número no comienza con 0"),
                say("write {}; a code goes between quotation marks: \"{}\"",
                    "escriba {}; un código va entre comillas: \"{}\"", written.substr(first),
                    written));
        } else if (written.substr(digits) == "%") {
            add(word, say("a number stands without a sign", "un número va sin signos"),
                say("write {}", "escriba {}", written.substr(0, digits)));
        } else if (sign == 0 && digits == digits_of_year && written[digits] == '-') {
            add(word, say("a date is written as a text", "una fecha se escribe como texto"),
                quoted);
        } else if (std::all_of(written.begin() + static_cast<std::ptrdiff_t>(digits), written.end(),
                               [](char c) { return c == '.' || is_digit(c); }) &&
                   is_digit(written.back())) {
            std::string whole(written);
            std::erase(whole, '.');
            report_thousands(word, whole);
        } else if (written.find_first_not_of(".eE+-0123456789", sign) == std::string_view::npos) {
            return false;
        } else {
            add(word,
                say("this begins like a number, and goes on differently",
                    "esto comienza como un número y sigue de otra manera"),
                quoted);
        }
        return true;
    }

    void add(Span span, Message message, Message help) const {
        problems_.error("broken-json", {file_, span}, std::move(message), std::move(help));
    }

    const std::string& file_;
    std::string_view text_;
    Diagnostics& problems_;
};

}  // namespace

bool report_json_slip(const std::string& file, std::string_view text, const JsonStop& stop,
                      std::size_t token, Diagnostics& problems) {
    return Slips(file, text, problems).report_stop(stop, token);
}

bool report_json_word(const std::string& file, std::string_view text, Span word,
                      Diagnostics& problems) {
    return Slips(file, text, problems).report_word(word);
}

}  // namespace puebla
