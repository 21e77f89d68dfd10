#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"main-part",
     {"A page has no main part, or more than one.",
      "Una página no tiene parte principal, o tiene más de una."},
     {"Readers with a keyboard or a screen reader jump over menus to <main>. Put what is the "
      "page's "
      "own into it, and menus and footer outside.",
      "Quienes usan teclado o lector de pantalla saltan los menús hasta <main>. Ponga en él lo "
      "propio de la página, y fuera los menús y el pie."},
     "<body> … {% block main %}{% endblock %} … </body>\n→ "
     "<body> … <main>{% block main %}{% endblock %}</main> … </body>"},

    {"main-heading",
     {"A page has no main heading, or more than one.",
      "Una página no tiene encabezado principal, o tiene más de uno."},
     {"Each page has one <h1>, which holds its title; the parts of the page begin with <h2>.",
      "Cada página tiene un <h1>, con su título; las partes de la página comienzan con <h2>."},
     "<h2>{{ page.title }}</h2>\n→ <h1>{{ page.title }}</h1>"},

    {"heading-order",
     {"A heading skips a level.", "Un encabezado se salta un nivel."},
     {"Readers who move by headings would look for what was left out. After ## comes ###, after "
      "<h2> comes <h3>; going back up, any number of levels may end at once.",
      "Quienes avanzan por encabezados buscarían lo que falta. Después de ## viene ###, después de "
      "<h2> viene <h3>; al subir, pueden terminar varios niveles a la vez."},
     "## Acuerdos\n#### Seguimiento\n→ ## Acuerdos\n### Seguimiento"},

    {"empty-heading",
     {"A heading has no text.", "Un encabezado no tiene texto."},
     {"Lists of headings would show an empty line there. Write a text, or leave the heading out.",
      "Las listas de encabezados mostrarían allí una línea vacía. Escriba un texto o quite el "
      "encabezado."},
     "##\n→ ## Acuerdos"},

    {"table-without-headers",
     {"A table does not say what its columns hold.",
      "Una tabla no dice qué contienen sus columnas."},
     {"Screen readers say the header of a column with each of its cells. In a text, fill the first "
      "row of the table; in a layout, print <th> cells.",
      "Los lectores de pantalla dicen el encabezado de la columna con cada celda. En un texto, "
      "llene la primera fila de la tabla; en una plantilla, imprima celdas <th>."},
     "|  |  |\n| - | - |\n| México | 1996 |\n→ | País | Año |\n| - | - |\n| México | 1996 |"},

    {"picture-without-text",
     {"A picture has no text for readers who cannot see it.",
      "Una imagen no tiene texto para quienes no la ven."},
     {"Say in a few words what the picture shows: in a text between the brackets of ![…], in a "
      "layout in alt=\"…\". In a layout, alt=\"\" says that a picture only decorates.",
      "Diga en pocas palabras qué muestra la imagen: en un texto, entre los corchetes de ![…]; en "
      "una plantilla, en alt=\"…\". En una plantilla, alt=\"\" dice que una imagen solo adorna."},
     "![](./mapa.svg)\n→ ![Mapa de los países miembros](./mapa.svg)"},

    {"link-without-text",
     {"A link has nothing that could be read or said.",
      "Un enlace no tiene nada que se pueda leer o decir."},
     {"Write where it leads. A link around a picture takes the picture's text; a link that is only "
      "a sign needs aria-label.",
      "Escriba a dónde lleva. Un enlace en torno a una imagen toma el texto de la imagen; un "
      "enlace "
      "que es solo un signo necesita aria-label."},
     R"(<a href="{{ page.url }}"></a>)"
     "\n→ "
     R"(<a href="{{ page.url }}">{{ page.title }}</a>)"},

    {"control-without-label",
     {"A form field or a button has no name.",
      "Un campo de formulario o un botón no tiene nombre."},
     {"Readers who cannot see the page would not know what to type or press. Give it a <label> "
      "with its id, put it inside one, or say it in aria-label.",
      "Quienes no ven la página no sabrían qué escribir o pulsar. Dele un <label> con su id, "
      "póngalo dentro de uno o dígalo en aria-label."},
     R"(<input id="q">)"
     "\n→ "
     R"x(<label for="q">{{ phrase("search") }}</label> <input id="q">)x"},

    {"blocked-by-policy",
     {"The security policy of the pages forbids this, so readers would not get it.",
      "La política de seguridad de las páginas lo prohíbe, así que el público no lo recibiría."},
     {"Pages take everything from their own site and hold no code: no files of other hosts, no "
      "style=, no onclick=, no <style>, <script> or <iframe> with content of its own. Put "
      "styles, scripts, fonts and pictures into the theme; lead elsewhere with a link.",
      "Las páginas toman todo de su propio sitio y no contienen código: ni archivos de otros "
      "servidores, ni style=, ni onclick=, ni <style>, <script> o <iframe> con contenido propio. "
      "Ponga estilos, scripts, fuentes e imágenes en el tema; a otros lugares lleve con un "
      "enlace."},
     R"(<script src="https://example.com/a.js"></script>)"
     "\n→ "
     R"x(<script src="{{ asset("scripts/a.js") }}" defer></script>)x"},
};

}  // namespace

std::vector<Explanation> explain_access() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
