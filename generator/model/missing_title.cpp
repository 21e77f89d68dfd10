#include "model/missing_title.h"

#include "model/text_lines.h"

namespace puebla {

namespace {

bool is_line_of(std::string_view line, char sign) {
    line = trimmed(line);
    return line.size() > 1 && line.find_first_not_of(sign) == line.npos;
}

// The words of a line that may be a title; nothing where it is something else.
std::string_view words_in(std::string_view line) {
    constexpr std::size_t longest = 100;
    const std::string_view words =
        trimmed(line.substr(std::min(line.find_first_not_of("# \t"), line.size())));
    return line.size() < longest && line.find_first_of("<>[]|`{}") == line.npos
               ? words
               : std::string_view();
}

// "---", facts, "---", as other programs have them before a text.
MissingTitle after_facts(std::string_view text, Span line) {
    std::size_t body = line.begin;
    Span next = line;
    do {
        next = line_at(text, after_line(text, next));
    } while (next.end < text.size() && trimmed(text_in(text, next)) != "---");
    while (next.end < text.size()) {
        next = line_at(text, after_line(text, next));
        const std::string_view written = text_in(text, next);
        if (!trimmed(written).empty()) {
            body = written.starts_with("# ") ? after_line(text, next) : next.begin;
            break;
        }
    }
    return {say("facts about the entry belong in its record.json; the text begins with its "
                "title: # …",
                "los datos de la entrada van en su record.json; el texto comienza con su "
                "título: # …"),
            body};
}

}  // namespace

MissingTitle missing_title(std::string_view text, Span line) {
    const std::string_view written = text_in(text, line);
    const std::string_view first = trimmed(written);
    if (first == "---") {
        return after_facts(text, line);
    }
    const std::string_view title = words_in(first);
    const Span next = line_at(text, after_line(text, line));
    const std::string_view below = text_in(text, next);
    const bool underlined =
        line.end < text.size() && (is_line_of(below, '=') || is_line_of(below, '-'));
    const bool marked = first.starts_with("#");
    const std::size_t body = underlined && !marked ? after_line(text, next)
                             : marked              ? after_line(text, line)
                                                   : line.begin;
    if (title.empty()) {
        return {say("write the title in the first line: # …",
                    "escriba el título en la primera línea: # …"),
                body};
    }
    if (first.starts_with("# ") && written[0] != '#') {
        return {say("delete the space before it, so that the line begins with #: # {}",
                    "borre el espacio que lleva delante, para que la línea comience con #: # {}",
                    title),
                body};
    }
    if (underlined && !marked) {
        return {say("write # and a space before the title, and delete the line {} below it: # {}",
                    "escriba # y un espacio antes del título, y borre la línea {} que lleva "
                    "debajo: # {}",
                    trimmed(below), title),
                body};
    }
    return {say("if this is the title, write: # {}", "si este es el título, escriba: # {}", title),
            body};
}

}  // namespace puebla
