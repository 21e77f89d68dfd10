#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"broken-link",
     {"A finished page links to something that the site does not have.",
      "Una página terminada enlaza algo que el sitio no tiene."},
     {"Links of texts are checked before, so this one stands in a layout. Layouts print the "
      "addresses they are given, such as page.url, rather than writing them out: the same words "
      "lead elsewhere from every page.",
      "Los enlaces de los textos se revisan antes, así que este está en una plantilla. Las "
      "plantillas imprimen las direcciones que reciben, como page.url, en vez de escribirlas: las "
      "mismas palabras llevan a otro lugar desde cada página."},
     R"(<a href="/es/miembros/">)"
     "\n→ "
     R"(<a href="{{ site.collections.members.url }}">)"},

    {"broken-fragment",
     {"A finished page links to a place that is not on the other page.",
      "Una página terminada enlaza un lugar que no está en la otra página."},
     {"What follows # in the link must be the id of an element of that page.",
      "Lo que sigue a # en el enlace debe ser el id de un elemento de esa página."},
     R"(<a href="#contenido">)"
     "\n→ "
     R"(<a href="#content"> … <main id="content">)"},

    {"duplicate-id",
     {"Two elements of a finished page have the same id, and links could not tell them apart.",
      "Dos elementos de una página terminada tienen el mismo id, y los enlaces no podrían "
      "distinguirlos."},
     {"Ids like p1 or s1 belong to the text of the page, and those given as {#id} in a text must "
      "differ from the layout's. Inside a loop, build ids from something that differs.",
      "Los id como p1 o s1 son del texto de la página, y los que un texto da como {#id} deben "
      "ser distintos de los de la plantilla. Dentro de un bucle, forme los id con algo que "
      "cambie."},
     R"({% for one in page.entries %}<li id="entry">)"
     "\n→ "
     R"({% for one in page.entries %}<li id="{{ one.name }}">)"},

    {"unknown-id",
     {"A layout speaks of an element of the page by an id that nothing has.",
      "Una plantilla menciona un elemento de la página por un id que nada tiene."},
     {"Attributes such as for and aria-labelledby name the id of another element of the same page. "
      "Where it is missing, a screen reader says nothing.",
      "Atributos como for y aria-labelledby nombran el id de otro elemento de la misma página. Si "
      "no está, el lector de pantalla no dice nada."},
     R"(<section aria-labelledby="events"><h2>)"
     "\n→ "
     R"(<section aria-labelledby="events"><h2 id="events">)"},

    {"empty-title",
     {"A finished page has no title for the browser's tab.",
      "Una página terminada no tiene título para la pestaña del navegador."},
     {"Its layout needs a title element with a text.",
      "Su plantilla necesita un elemento title con un texto."},
     "<title></title>\n→ <title>{{ page.title }} – {{ site.short_name }}</title>"},

    {"wrong-language",
     {"A finished page does not say its language, or says another.",
      "Una página terminada no dice su idioma, o dice otro."},
     {"Screen readers pronounce a page by it. The layout prints the language of the page in its "
      "first tag.",
      "Los lectores de pantalla pronuncian la página según ese dato. La plantilla imprime el "
      "idioma de la página en su primera etiqueta."},
     R"(<html lang="en">)"
     "\n→ "
     R"(<html lang="{{ page.language.code }}">)"},

    {"wrong-canonical",
     {"A finished page gives another address as its own.",
      "Una página terminada da otra dirección como la suya."},
     {"Search engines show the address in <link rel=\"canonical\"> instead of the page that names "
      "it, so a wrong one makes the page disappear from their results.",
      "Los buscadores muestran la dirección de <link rel=\"canonical\"> en lugar de la página que "
      "la nombra; si está mal, la página desaparece de sus resultados."},
     R"(<link rel="canonical" href="https://example.org/">)"
     "\n→ "
     R"(<link rel="canonical" href="{{ page.canonical }}">)"},

    {"one-sided-alternate",
     {"A page names another as its version in a language, and that one does not name it back.",
      "Una página nombra otra como su versión en un idioma, y esa no la nombra a ella."},
     {"Search engines ignore such pairs. Every layout prints all of page.alternates, the page's "
      "own among them.",
      "Los buscadores no hacen caso de esos pares. Cada plantilla imprime todo page.alternates, "
      "incluida la propia página."},
     R"(<link rel="alternate" hreflang="es" href="https://example.org/es/">)"
     "\n→ "
     R"({% for one in page.alternates %}<link rel="alternate" hreflang="{{ one.code }}" )"
     R"(href="{{ one.href }}">{% endfor %})"},

    {"wrong-alternate",
     {"A page tells search engines a wrong language for one of its versions, or leaves one out.",
      "Una página da a los buscadores un idioma equivocado para una de sus versiones, u omite "
      "una."},
     {"Print all of page.alternates, the code of each as hreflang and its href as href. Versions "
      "that are not translated yet are not among them, on purpose.",
      "Imprima todo page.alternates: el code de cada una como hreflang y su href como href. Las "
      "versiones aún sin traducir no están entre ellas, a propósito."},
     R"(<link rel="alternate" hreflang="en" href="{{ one.href }}">)"
     "\n→ "
     R"(<link rel="alternate" hreflang="{{ one.code }}" href="{{ one.href }}">)"},

    {"missing-version-link",
     {"A page does not lead readers to the same page in another language.",
      "Una página no lleva al público a la misma página en otro idioma."},
     {"Print a link for each of page.versions; it is there for every page, error pages too.",
      "Imprima un enlace por cada una de page.versions; existe en todas las páginas, también en "
      "las de error."},
     "<nav></nav>\n→ "
     R"({% for one in page.versions %}<a href="{{ one.url }}">{{ one.language.name }}</a>)"
     R"({% endfor %})"},
};

}  // namespace

std::vector<Explanation> explain_pages() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
