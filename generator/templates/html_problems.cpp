#include "templates/html_problems.h"

namespace puebla::templates {

namespace {

using Where = HtmlPosition::Where;

Span tag_of(const HtmlPosition& position) {
    const std::size_t signs = position.closing ? 2 : 1;  // "</" or "<"
    // Right after them the element is still the one before.
    const std::size_t name = position.where == Where::tag_open ? 0 : position.element.size();
    return {position.tag_at, position.tag_at + signs + name};
}

Message missing(std::string_view sign) {
    return say("\"{}\" is missing", "falta «{}»", sign);
}

}  // namespace

HtmlProblem problem_of_open(const HtmlPosition& position) {
    if (position.in_quotes()) {
        return {{position.quote_at, position.quote_at + 1},
                say("the quotation marks of the attribute \"{}\" are not closed",
                    "las comillas del atributo «{}» no se cierran", position.attribute),
                say("close them in the same template, block or branch",
                    "ciérrelas en la misma plantilla, bloque o rama")};
    }
    if (position.where == Where::comment) {
        return {{position.tag_at, position.tag_at + 4},
                say("this comment is not closed", "este comentario no se cierra"),
                missing("-->")};
    }
    if (position.where == Where::declaration) {
        return {{position.tag_at, position.tag_at + 2},
                say("this declaration is not closed", "esta declaración no se cierra"),
                missing(">")};
    }
    if (position.in_tag() || position.where == Where::tag_open) {
        return {tag_of(position), say("this tag is not closed", "esta etiqueta no se cierra"),
                missing(">")};
    }
    return {tag_of(position), say("<{}> is not closed", "<{}> no se cierra", position.element),
            say("</{}> is missing in the same template, block or branch",
                "falta </{}> en la misma plantilla, bloque o rama", position.element)};
}

HtmlProblem problem_of(const MistakeInHtml& mistake, const LineNumbers& lines) {
    const HtmlPosition& position = mistake.position;
    const std::size_t line = lines.line_of(mistake.span.begin);
    const bool about_quotes =
        mistake.kind == HtmlMistake::text_after_value || mistake.kind == HtmlMistake::quote_in_name;
    if (about_quotes && position.value_has_tags && !position.elsewhere) {
        return {
            {position.quote_at, position.quote_at + 1},
            say("these quotation marks close only in line {}, after other tags",
                "estas comillas se cierran solo en la línea {}, después de otras etiquetas", line),
            say("are those that close this attribute missing?",
                "¿faltan las que cierran este atributo?")};
    }
    if (mistake.kind == HtmlMistake::tag_in_tag && !position.elsewhere) {
        return {tag_of(position),
                say("this tag is not closed before the \"<\" in line {}",
                    "esta etiqueta no se cierra antes del «<» de la línea {}", line),
                missing(">")};
    }
    if (mistake.kind == HtmlMistake::text_after_value) {
        return {mistake.span,
                say("a blank is missing between two attributes",
                    "falta un espacio entre dos atributos"),
                {}};
    }
    if (mistake.kind == HtmlMistake::text_after_edge) {
        return {mistake.span,
                say("a blank is missing here: the branches before end at different places of a tag",
                    "falta un espacio aquí: las ramas anteriores terminan en lugares distintos de "
                    "una etiqueta"),
                {}};
    }
    return {mistake.span,
            say("this sign has no place here in a tag", "este signo no va aquí en una etiqueta"),
            say("a quotation mark, \"=\" or \">\" may be missing before it",
                "quizá falten antes unas comillas, «=» o «>»")};
}

Message help_in_open_tag(const HtmlPosition& position, Span value, const LineNumbers& lines) {
    const std::size_t line = lines.line_of(position.tag_at);
    if (position.elsewhere || line == lines.line_of(value.begin)) {
        return {};
    }
    if (position.where == Where::comment) {
        return say("the comment of line {} is still open here: is its \"-->\" missing?",
                   "el comentario de la línea {} sigue abierto aquí: ¿falta su «-->»?", line);
    }
    if (!position.in_tag()) {
        return {};
    }
    return say(
        "the tag \"<{}\" of line {} is still open here: is its \">\" or a quotation mark "
        "missing?",
        "la etiqueta «<{}» de la línea {} sigue abierta aquí: ¿falta su «>» o unas comillas?",
        position.element, line);
}

}  // namespace puebla::templates
