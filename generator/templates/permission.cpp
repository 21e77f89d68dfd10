#include "templates/permission.h"

#include "templates/html_marks.h"

namespace puebla::templates {

using Where = HtmlPosition::Where;

Permission permission_at(const HtmlPosition& position) {
    const auto refused = [](Message reason, Message help) {
        return Permission{std::nullopt, std::move(reason), std::move(help)};
    };
    const Message quote = say("put the value into quotes", "ponga el valor entre comillas");
    const Message branch = say("write the whole tag in the branches of an \"if\"",
                               "escriba la etiqueta entera en las ramas de un «if»");
    switch (position.where) {
        case Where::content:
            return {
                position.text_element.empty() ? Surroundings::content : Surroundings::text, {}, {}};
        case Where::plain_text:
            return {Surroundings::text, {}, {}};
        case Where::raw_text:
            if (position.json) {
                return {Surroundings::json, {}, {}};
            }
            return refused({"a value cannot be printed inside <" + position.element + ">",
                            "no se puede imprimir un valor dentro de <" + position.element + ">"},
                           position.element == "style"
                               ? say("use a class, and write its style into a style sheet",
                                     "use una clase y escriba su estilo en una hoja de estilo")
                               : say("put it into a data-… attribute that the script reads",
                                     "póngalo en un atributo data-… que el script lea"));
        case Where::comment:
        case Where::declaration:
            return refused(
                say("a value cannot be printed inside a comment or declaration",
                    "no se puede imprimir un valor dentro de un comentario o declaración"),
                say("use {{# … #}} for comments of the template",
                    "use {{# … #}} para comentarios de la plantilla"));
        case Where::before_value:
        case Where::unquoted:
            return refused(say("a value cannot be printed in an attribute without quotes",
                               "no se puede imprimir un valor en un atributo sin comillas"),
                           quote);
        case Where::single_quoted:
        case Where::double_quoted:
            break;
        default:
            return refused(
                say("a value cannot be part of a tag outside of an attribute's quotes",
                    "un valor no puede formar parte de una etiqueta fuera de las comillas "
                    "de un atributo"),
                position.where == Where::tag_open || position.where == Where::tag_name
                    ? branch
                    : say("write the attribute's name as it is, and only its value as "
                          "\"{{{{ … }}}}\" in quotes",
                          "escriba el nombre del atributo tal cual, y solo su valor como "
                          "«{{{{ … }}}}» entre comillas"));
    }
    const std::string& name = position.attribute;
    const bool refreshes = position.element == "meta" && name == "content" &&
                           attribute_in(position.tag, "http-equiv") == "refresh";
    if (name.substr(0, 2) == "on" || name == "style" || name == "srcdoc" || refreshes) {
        return refused({"a value cannot be printed in the attribute \"" + name + "\"",
                        "no se puede imprimir un valor en el atributo «" + name + "»"},
                       name == "style"
                           ? say("use a class, and write its style into a style sheet",
                                 "use una clase y escriba su estilo en una hoja de estilo")
                           : say("use a data-… attribute that a script reads",
                                 "use un atributo data-… que un script lea"));
    }
    return {is_address(position) ? Surroundings::address : Surroundings::attribute, {}, {}};
}

}  // namespace puebla::templates
