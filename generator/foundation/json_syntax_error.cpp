#include "foundation/json_syntax_error.h"

#include <algorithm>
#include <optional>

#include "foundation/json_slips.h"
#include "foundation/json_text_error.h"
#include "foundation/utf8.h"

namespace puebla {

namespace {

// Where a text in quotes ends, its last quote included; null where it is not closed.
std::optional<std::size_t> end_of_text(std::string_view text, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < text.size() && text[end] != '"') {
        end += text[end] == '\\' ? 2 : 1;
    }
    return end < text.size() ? std::optional(end + 1) : std::nullopt;
}

std::size_t end_of_word(std::string_view text, std::size_t begin) {
    return std::min(text.find_first_of(" \t\r\n,:{}[]\"", begin + 1), text.size());
}

class SyntaxError {
  public:
    SyntaxError(const std::string& file, std::string_view text, const JsonStop& stop,
                Diagnostics& problems)
        : file_(file), text_(text), stop_(stop), problems_(problems) {}

    void report() const {
        // The parser takes "0" from "01" and "true" from "truex" before it stops.
        if (stop_.last.end > stop_.last.begin && stop_.read <= stop_.last.end) {
            return report_word(stop_.last.begin);
        }
        const std::size_t at = skip_space(stop_.last.end);
        const bool separated = starts_with_any(at, ",:");
        const std::size_t token = separated ? skip_space(at + 1) : at;
        if (token >= text_.size()) {
            report_early_end();
        } else if (report_json_slip(file_, text_, stop_, token, problems_)) {
            return;
        } else if (starts_with_any(token, "/#")) {
            add({token, end_of_line(token)},
                say("JSON has no comments", "JSON no admite comentarios"),
                say("remove the comment, or write it in the text of the entry",
                    "quite el comentario o escríbalo en el texto de la entrada"));
        } else if (const std::size_t length = length_of_curly_quote(token)) {
            add({token, token + length},
                say("this quotation mark is curly; JSON needs straight ones",
                    "esta comilla es tipográfica; JSON necesita comillas rectas"),
                say("write \" in its place, and at the end of the text too",
                    "escriba \" en su lugar, y también al final del texto"));
        } else if (starts_with_any(token, "'")) {
            add({token, token + 1},
                say("texts are written in double quotes",
                    "los textos se escriben entre comillas dobles"),
                say("use \" instead of '", "use \" en lugar de '"));
        } else if (stop_.complete) {
            add({at, end_of_word(text_, at)},
                say("the file goes on after its end", "el archivo sigue después de su final"),
                say("a file holds one value: remove what follows it, or join both with a comma",
                    "un archivo contiene un solo valor: quite lo que sigue o una ambos con una "
                    "coma"));
        } else if (stop_.after_name && !starts_with_any(at, ":")) {
            add(stop_.last,
                say("a colon is missing after this name",
                    "faltan los dos puntos después de este nombre"),
                say("write \"name\": value", "escriba \"nombre\": valor"));
        } else {
            report_token(at, token);
        }
    }

  private:
    // What stands after the last good token, or after the comma or colon that follows it.
    void report_token(std::size_t at, std::size_t token) const {
        const bool separated = token != at;
        if (starts_with_any(at, ":") && !stop_.after_name) {
            add({at, at + 1},
                say("only names are followed by a colon", "solo los nombres llevan dos puntos"),
                say("a list [ ] holds values without names; an object {{ }} has names",
                    "una lista [ ] contiene valores sin nombre; un objeto {{ }} tiene nombres"));
        } else if (starts_with_any(at, ",") && starts_with_any(token, "]}")) {
            add({at, at + 1}, say("this comma is one too many", "esta coma sobra"),
                say("remove the comma after the last value",
                    "quite la coma después del último valor"));
        } else if (stop_.after_name && starts_with_any(token, ",]}")) {
            add({token, token + 1},
                say("a value is missing before this", "falta un valor antes de esto"));
        } else if (starts_with_any(token, ",")) {
            add({token, token + 1}, say("this comma is one too many", "esta coma sobra"),
                say("keep one comma between two values", "deje una sola coma entre dos valores"));
        } else if (starts_with_any(token, "]}")) {
            add({token, token + 1},
                say("\"{}\" closes what was not opened with \"{}\"",
                    "«{}» cierra lo que no se abrió con «{}»", text_.substr(token, 1),
                    text_[token] == '}' ? "{" : "["),
                say("first close the \"{0}\" before it with \"{1}\"",
                    "cierre primero con «{1}» la «{0}» anterior", stop_.in_object ? "{" : "[",
                    stop_.in_object ? "}" : "]"));
        } else if (starts_with_any(token, "\"")) {
            report_text(token);
        } else if (!separated && follows_a_value() && starts_a_value(token)) {
            report_missing_comma({token, json_token_at(text_, token).end});
        } else if (stop_.too_large) {
            add({token, end_of_word(text_, token)},
                say("this number is too large", "este número es demasiado grande"));
        } else if (stop_.in_object && !stop_.after_name) {
            add({token, end_of_word(text_, token)},
                say("names are written in double quotes",
                    "los nombres se escriben entre comillas dobles"),
                say("write \"name\": value", "escriba \"nombre\": valor"));
        } else {
            report_word(token);
        }
    }

    // A text that is not closed on its line, holds a wrong escape, or follows without a comma.
    void report_text(std::size_t token) const {
        const auto end = end_of_text(text_, token);
        if (!end || *end > end_of_line(token)) {
            add({token, end_of_line(token)},
                say("this text is not closed on its line", "este texto no se cierra en su línea"),
                say("put a \" at its end; write a line break as \\n",
                    "ponga \" al final; escriba un salto de línea como \\n"));
        } else if (!report_json_text(file_, text_, {token + 1, *end - 1}, problems_)) {
            report_missing_comma({token, *end});
        }
    }

    void report_early_end() const {
        if (stop_.open == Span{}) {
            add({text_.size(), text_.size()},
                say("the file ends too early", "el archivo termina antes de tiempo"));
            return;
        }
        const char* const bracket = stop_.in_object ? "}" : "]";
        add(stop_.open,
            say("what opens here is never closed", "lo que se abre aquí no se cierra nunca"),
            say("write {} where it ends", "escriba {} donde termina", bracket));
    }

    void report_missing_comma(Span span) const {
        const std::string_view between = text_.substr(stop_.last.end, span.begin - stop_.last.end);
        const bool on_its_line = between.find_first_of("\r\n") == std::string_view::npos;
        add(span, say("a comma is missing before this", "falta una coma antes de esto"),
            on_its_line ? Message()
                        : say("write it right after the value above",
                              "escríbala justo después del valor de arriba"));
    }

    void report_word(std::size_t begin) const {
        const std::size_t end = end_of_word(text_, begin);
        if (report_json_word(file_, text_, {begin, end}, problems_)) {
            return;
        }
        add({begin, end},
            say("this is not JSON: \"{}\"", "esto no es JSON: «{}»", shortened(begin, end)),
            say("a value is a text in double quotes, a number, true, false, null, a list [ ] or "
                "an object {{ }}",
                "un valor es un texto entre comillas dobles, un número, true, false, null, una "
                "lista [ ] o un objeto {{ }}"));
    }

    void add(Span span, Message message, Message help = {}) const {
        problems_.error("broken-json", {file_, span}, std::move(message), std::move(help));
    }

    bool starts_with_any(std::size_t at, std::string_view characters) const {
        return at < text_.size() && characters.find(text_[at]) != std::string_view::npos;
    }

    bool follows_a_value() const {
        return stop_.last.end > stop_.last.begin && !starts_with_any(stop_.last.begin, "{[");
    }

    bool starts_a_value(std::size_t at) const {
        const std::string_view word = text_.substr(at, end_of_word(text_, at) - at);
        return starts_with_any(at, "{[-0123456789") || word == "true" || word == "false" ||
               word == "null";
    }

    std::size_t end_of_line(std::size_t at) const {
        return std::min(text_.find_first_of("\r\n", at), text_.size());
    }

    // 0 where there is none.
    std::size_t length_of_curly_quote(std::size_t at) const {
        for (const std::string_view quote : {"“", "”", "„", "‘", "’", "«", "»"}) {
            if (text_.substr(at).starts_with(quote)) {
                return quote.size();
            }
        }
        return 0;
    }

    std::size_t skip_space(std::size_t at) const {
        while (at < text_.size() && is_json_space(text_[at])) {
            ++at;
        }
        return at;
    }

    std::string shortened(std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest = 40;
        std::size_t cut = begin;
        for (std::size_t count = 0; cut < end && count < longest; ++count) {
            cut += character_length(text_[cut]);
        }
        return std::string(text_.substr(begin, std::min(cut, end) - begin)) +
               (cut < end ? "…" : "");
    }

    const std::string& file_;
    std::string_view text_;
    const JsonStop& stop_;
    Diagnostics& problems_;
};

}  // namespace

bool is_json_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Span json_token_at(std::string_view text, std::size_t begin) {
    constexpr std::string_view brackets = "{}[]";
    if (begin >= text.size()) {
        return {begin, begin};
    }
    if (brackets.find(text[begin]) != std::string_view::npos) {
        return {begin, begin + 1};
    }
    return {begin, text[begin] == '"' ? end_of_text(text, begin).value_or(text.size())
                                      : end_of_word(text, begin)};
}

void report_json_syntax(const std::string& file, std::string_view text, const JsonStop& stop,
                        Diagnostics& problems) {
    SyntaxError(file, text, stop, problems).report();
}

}  // namespace puebla
