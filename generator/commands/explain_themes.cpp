#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"theme-missing",
     {"There is no theme of that name.", "No hay un tema con ese nombre."},
     {"A theme is a folder in themes/ with a theme.json. Correct \"theme\" in site.json, or "
      "the "
      "option --theme.",
      "Un tema es una carpeta de themes/ con un theme.json. Corrija «theme» en site.json o la "
      "opción --theme."},
     R"("theme": "portals")"
     "\n→ "
     R"("theme": "portal")"},

    {"layout-missing",
     {"The theme has no layout of that name.", "El tema no tiene una plantilla con ese nombre."},
     {"Layouts lie in layouts/ of the theme. Their names are given, without .html, in "
      "\"layout\" of collection.json or of a record; without it they are list and entry.",
      "Las plantillas están en layouts/ del tema. Sus nombres se dan, sin .html, en «layout» "
      "de "
      "collection.json o de un registro; si no, son list y entry."},
     R"("layout": {"entry": "members.html"})"
     "\n→ "
     R"("layout": {"entry": "member"})"},

    {"asset-missing",
     {"A file that the theme names is not there.", "No está un archivo que el tema nombra."},
     {"Correct the name in theme.json or in the style sheet, or add the file. Names are "
      "relative "
      "to styles/ and scripts/ in theme.json, and to the style sheet in url().",
      "Corrija el nombre en theme.json o en la hoja de estilo, o agregue el archivo. Los "
      "nombres "
      "parten de styles/ y scripts/ en theme.json, y de la hoja de estilo en url()."},
     R"("styles": ["bases.css"])"
     "\n→ "
     R"("styles": ["base.css"])"},

    {"imported-style",
     {"A style sheet imports another.", "Una hoja de estilo importa otra."},
     {"The style sheets of a theme are joined into one file, in the order of \"styles\" in "
      "theme.json, and browsers ignore @import in the middle of a file. Name the other sheet "
      "there.",
      "Las hojas de estilo de un tema se unen en un archivo, en el orden de «styles» en "
      "theme.json, "
      "y los navegadores no hacen caso de @import a mitad de un archivo. Nombre allí la otra "
      "hoja."},
     R"(@import "print.css";)"
     "\n→ "
     R"("styles": ["base.css", "print.css"])"},

    {"unknown-asset",
     {"asset() asks for a file that the theme does not have.",
      "asset() pide un archivo que el tema no tiene."},
     {"Write the path inside the theme, such as images/mark.svg. \"styles\" stands for all "
      "style "
      "sheets together.",
      "Escriba la ruta dentro del tema, como images/mark.svg. «styles» representa todas las "
      "hojas de estilo juntas."},
     R"({{ asset("mark.svg") }})"
     "\n→ "
     R"({{ asset("images/mark.svg") }})"},

    {"font-missing",
     {"A font file is not there; pages use the fonts of readers' devices.",
      "No está un archivo de fuente; las páginas usan las fuentes de cada dispositivo."},
     {"./run publish makes the fonts of the portal. The site can be published without them.",
      "./run publish crea las fuentes del portal. El sitio se puede publicar sin ellas."},
     "puebla build\n→ ./run publish"},

    {"broken-phrase",
     {"A phrase of the theme is not written as a message pattern.",
      "Una frase del tema no está escrita como patrón de mensaje."},
     {"Every { needs its }, and a plural needs the case \"other\". Phrases follow ICU "
      "MessageFormat. Names such as {count} are not translated.",
      "Cada { necesita su }, y un plural necesita el caso «other». Las frases siguen ICU "
      "MessageFormat. Los nombres como {count} no se traducen."},
     R"("pages": "{count, plural, one {# página}}")"
     "\n→ "
     R"("pages": "{count, plural, one {# página} other {# páginas}}")"},

    {"unknown-block",
     {"A layout fills a block that the layout it extends does not have.",
      "Una plantilla llena un bloque que la plantilla que extiende no tiene."},
     {"What stands in it would not be on any page. Correct the name, or put the block into the "
      "layout that is extended.",
      "Lo que contiene no estaría en ninguna página. Corrija el nombre, o ponga el bloque en la "
      "plantilla extendida."},
     R"({% block mian %})"
     "\n→ "
     R"({% block main %})"},

    {"phrase-missing",
     {"Some phrases of the theme have no text in one language.",
      "Algunas frases del tema no tienen texto en un idioma."},
     {"Readers get them in another language. Add them to phrases/ of the theme, or to "
      "content/.theme/phrases/ for this site alone.",
      "El público las lee en otro idioma. Agréguelas en phrases/ del tema, o en "
      "content/.theme/phrases/ solo para este sitio."},
     "phrases/en.json: {}\n→ phrases/en.json: {\"home\": \"Home\"}"},

    {"unknown-phrase",
     {"phrase() asks for a phrase that the theme does not have.",
      "phrase() pide una frase que el tema no tiene."},
     {"Correct the key, or add the phrase to the file of each language in phrases/.",
      "Corrija la clave, o agregue la frase al archivo de cada idioma en phrases/."},
     R"({{ phrase("hom") }})"
     "\n→ "
     R"({{ phrase("home") }})"},
};

}  // namespace

std::vector<Explanation> explain_themes() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
