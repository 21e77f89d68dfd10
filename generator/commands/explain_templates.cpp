#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"template-syntax",
     {"The template is not written as the template language demands.",
      "La plantilla no respeta las reglas del lenguaje de plantillas."},
     {"Look at the marked place: a tag that is not closed, a misspelled tag, or a sign where a "
      "value should be. The language is a subset of Jinja.",
      "Mire el lugar señalado: una etiqueta sin cerrar o mal escrita, o un signo donde debería "
      "ir un valor. El lenguaje es una parte de Jinja."},
     "{% if page.body %}…\n→ {% if page.body %}…{% endif %}"},

    {"template-html",
     {"A tag of the template begins in one place of the HTML and ends in another.",
      "Una etiqueta de la plantilla comienza en un lugar del HTML y termina en otro."},
     {"Open and close HTML tags and quotation marks in the same branch, block or template. "
      "Otherwise nobody can say how a value there must be escaped.",
      "Abra y cierre las etiquetas y comillas del HTML en la misma rama, bloque o plantilla. "
      "De "
      "otro modo no se sabe cómo hay que escribir allí un valor."},
     R"(<p {% if now %}class="now{% endif %}">)"
     "\n→ "
     R"(<p {% if now %}class="now"{% endif %}>)"},

    {"template-type",
     {"A filter, function or operator got a value it cannot work with.",
      "Un filtro, una función o un operador recibió un valor con el que no puede trabajar."},
     {"The message says what it needs. puebla help filters shows every filter with an example.",
      "El mensaje dice qué necesita. puebla help filters muestra cada filtro con un ejemplo."},
     R"({{ page.title | date }})"
     "\n→ "
     R"({{ page.record.date | date }})"},

    {"template-limit",
     {"The page takes more work, or becomes larger, than any page should.",
      "La página exige más trabajo, o crece más, de lo que debería cualquier página."},
     {"Look for a loop inside a loop over a long list, and for the filter json on a whole "
      "page: "
      "a page leads to other pages without an end.",
      "Busque un bucle dentro de otro sobre una lista larga, o el filtro json sobre una página "
      "entera: una página lleva a otras sin fin."},
     "{{ page | json }}\n→ {{ page.title | json }}"},

    {"include-missing",
     {"The template names another one that does not exist.",
      "La plantilla nombra otra que no existe."},
     {"Write the path from the theme's folder, with its ending.",
      "Escriba la ruta desde la carpeta del tema, con su terminación."},
     R"({% include "facts" %})"
     "\n→ "
     R"({% include "partials/facts.html" %})"},

    {"include-loop",
     {"Templates include, extend or call each other without an end.",
      "Las plantillas se incluyen, se extienden o se llaman unas a otras sin fin."},
     {"Follow the names from the marked place and break the circle. A macro that calls itself "
      "needs a condition under which it stops.",
      "Siga los nombres desde el lugar señalado y rompa el círculo. Una macro que se llama a "
      "sí "
      "misma necesita una condición para detenerse."},
     R"(layouts/base.html: {% extends "layouts/base.html" %})"
     "\n→ "
     R"(layouts/home.html: {% extends "layouts/base.html" %})"},

    {"unknown-variable",
     {"There is no variable of that name here.", "Aquí no hay una variable con ese nombre."},
     {"Layouts have page and site. Variables of a loop end with it. The macros of an imported "
      "template see page and site only if it is imported \"with context\".",
      "Las plantillas tienen page y site. Las variables de un bucle acaban con él. Las macros "
      "de "
      "una plantilla importada solo ven page y site si se importa con «with context»."},
     "{{ pages.title }}\n→ {{ page.title }}"},

    {"else-missing",
     {"A choice has no \"else\", and its condition is false.",
      "Una elección no tiene «else» y su condición es falsa."},
     {"Say what to take then; nothing at all is written \"\". Where whole pieces of a page depend "
      "on "
      "a condition, {% if %} … {% endif %} needs no else.",
      "Diga qué tomar en ese caso; nada en absoluto se escribe \"\". Si de una condición dependen "
      "partes enteras de la página, {% if %} … {% endif %} no necesita else."},
     R"({{ "new" if page.record.new }})"
     "\n→ "
     R"({{ "new" if page.record.new else "" }})"},

    {"unknown-attribute",
     {"The value has nothing of that name.", "El valor no tiene nada con ese nombre."},
     {"themes/README.md lists what a page and the site have. Fields of records are in "
      "page.record. Where something may be absent, ask first: {% if x is defined %}.",
      "themes/README.md enumera lo que tienen una página y el sitio. Los campos de los "
      "registros "
      "están en page.record. Si algo puede faltar, pregunte antes: {% if x is defined %}."},
     "{{ page.date }}\n→ {{ page.record.date }}"},

    {"unknown-filter",
     {"There is no filter of that name.", "No hay un filtro con ese nombre."},
     {"puebla help filters lists them all with examples.",
      "puebla help filters los enumera todos con ejemplos."},
     "{{ page.title | uper }}\n→ {{ page.title | upper }}"},

    {"unknown-test",
     {"There is no test of that name.", "No hay una prueba con ese nombre."},
     {"Tests follow \"is\", such as defined, none, even or divisibleby. A comparison needs no "
      "\"is\".",
      "Las pruebas van después de «is», como defined, none, even o divisibleby. Una "
      "comparación "
      "no lleva «is»."},
     R"({% if page.kind is "home" %})"
     "\n→ "
     R"({% if page.kind == "home" %})"},

    {"unknown-function",
     {"There is no function, macro or block of that name.",
      "No hay una función, macro ni bloque con ese nombre."},
     {"Macros of another template must be imported and are called by way of it. Functions of "
      "the "
      "product are phrase() and asset().",
      "Las macros de otra plantilla deben importarse y se llaman por medio de ella. Las "
      "funciones del producto son phrase() y asset()."},
     "{{ strip(page.facts) }}\n→ {% import \"partials/facts.html\" as facts with context %}"
     "{{ facts.strip(page.facts) }}"},

    {"unprintable-value",
     {"A value that is not a text or number cannot be printed as it is.",
      "Un valor que no es texto ni número no se puede imprimir tal cual."},
     {"Print a part of it, join a list, or say what to print where there is nothing.",
      "Imprima una parte, una los elementos de la lista, o diga qué imprimir cuando no hay "
      "nada."},
     R"({{ page.record.topics }})"
     "\n→ "
     R"({{ page.record.topics | map(attribute="title") | join(", ") }})"},

    {"forbidden-context",
     {"A value must not be printed at this place of the HTML.",
      "No se debe imprimir un valor en este lugar del HTML."},
     {"Values belong between tags or inside an attribute's quotation marks. In scripts, "
      "styles, "
      "comments and names of tags they could run code. Give a script its data in a data-… "
      "attribute.",
      "Los valores van entre etiquetas o dentro de las comillas de un atributo. En scripts, "
      "estilos, comentarios y nombres de etiquetas podrían ejecutar código. Entregue los datos "
      "a "
      "un script en un atributo data-…."},
     R"(<a href={{ page.url }}>)"
     "\n→ "
     R"(<a href="{{ page.url }}">)"},

    {"unsafe-address",
     {"The address comes from content and would run code in the reader's browser.",
      "La dirección viene del contenido y ejecutaría código en el navegador."},
     {"Correct it in the record or text that it comes from: addresses begin with https:, "
      "mailto: or a path.",
      "Corríjala en el registro o texto del que viene: las direcciones comienzan con https:, "
      "mailto: o una ruta."},
     R"("uri": "javascript:…")"
     "\n→ "
     R"("uri": "https://example.org/")"},
};

}  // namespace

std::vector<Explanation> explain_templates() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
