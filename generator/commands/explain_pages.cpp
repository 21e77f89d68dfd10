#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"broken-link",
     {"A finished page links to a file that the site does not have.",
      "Una página terminada enlaza un archivo que el sitio no tiene."},
     {"Links of texts are checked before, so this one stands in the page's layout. Layouts "
      "print the addresses they are given, such as page.url, rather than writing them out.",
      "Los enlaces de los textos se revisan antes, así que este está en la plantilla de la "
      "página. Las plantillas imprimen las direcciones que reciben, como page.url, en vez de "
      "escribirlas."},
     R"(<a href="/es/miembros/">)"
     "\n→ "
     R"(<a href="{{ site.collections.members.url }}">)"},

    {"broken-fragment",
     {"A finished page links to a place that is not on the other page.",
      "Una página terminada enlaza un lugar que no está en la otra página."},
     {"What follows # in the layout's link must be the id of an element of that page.",
      "Lo que sigue a # en el enlace de la plantilla debe ser el id de un elemento de esa "
      "página."},
     R"(<a href="#contenido">)"
     "\n→ "
     R"(<a href="#content"> … <main id="content">)"},

    {"duplicate-id",
     {"Two elements of a finished page have the same id.",
      "Dos elementos de una página terminada tienen el mismo id."},
     {"Change the id in the layout. Ids like p1 or s1 belong to the text of the page; inside a "
      "loop, build ids from something that differs.",
      "Cambie el id en la plantilla. Los id como p1 o s1 son del texto de la página; dentro de "
      "un bucle, forme los id con algo que cambie."},
     R"({% for one in page.entries %}<li id="entry">)"
     "\n→ "
     R"({% for one in page.entries %}<li id="{{ one.name }}">)"},

    {"empty-title",
     {"A finished page has no title for the browser's tab.",
      "Una página terminada no tiene título para la pestaña del navegador."},
     {"Its layout needs a title element with a text.",
      "Su plantilla necesita un elemento title con un texto."},
     "<title></title>\n→ <title>{{ page.title }} – {{ site.short_name }}</title>"},

    {"wrong-language",
     {"A finished page does not say its language, or says another.",
      "Una página terminada no dice su idioma, o dice otro."},
     {"Screen readers pronounce a page by it. The layout prints the language of the page in "
      "its "
      "first tag.",
      "Los lectores de pantalla pronuncian la página según ese dato. La plantilla imprime el "
      "idioma de la página en su primera etiqueta."},
     R"(<html lang="en">)"
     "\n→ "
     R"(<html lang="{{ page.language.code }}">)"},

    {"one-sided-alternate",
     {"A page names another as its version in a language, and that one does not name it back.",
      "Una página nombra otra como su versión en un idioma, y esa no la nombra a ella."},
     {"Search engines ignore such pairs. Every layout prints all of page.alternates, the "
      "page's "
      "own among them.",
      "Los buscadores no hacen caso de esos pares. Cada plantilla imprime todo "
      "page.alternates, "
      "incluida la propia página."},
     R"(<link rel="alternate" hreflang="es" href="https://example.org/es/">)"
     "\n→ "
     R"({% for one in page.alternates %}<link rel="alternate" hreflang="{{ one.code }}" )"
     R"(href="{{ one.href }}">{% endfor %})"},

    {"missing-version",
     {"An entry has a page in one language and none in another.",
      "Una entrada tiene página en un idioma y no en otro."},
     {"Its address in the other language could not be made. Give \"address\" in "
      "collection.json "
      "a pattern for every language, of fields that all entries have.",
      "No se pudo formar su dirección en el otro idioma. Dé a «address» de collection.json un "
      "patrón por idioma, con campos que tengan todas las entradas."},
     R"("entry": {"es": "miembros/{slug}/"})"
     "\n→ "
     R"("entry": {"es": "miembros/{slug}/", "en": "members/{slug}/"})"},
};

}  // namespace

std::vector<Explanation> explain_pages() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
