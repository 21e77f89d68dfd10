#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"title-missing",
     {"The text does not begin with a title, or the entry has none.",
      "El texto no comienza con un título, o la entrada no tiene ninguno."},
     {"Write the title in the first line, after a # and a space.",
      "Escriba el título en la primera línea, después de un # y un espacio."},
     "México\n→ # México"},

    {"second-title",
     {"A text has one title; this is another.", "Un texto tiene un solo título; este es otro."},
     {"Headings inside the text begin with ## or more.",
      "Los encabezados dentro del texto comienzan con ## o más."},
     "# Antecedentes\n→ ## Antecedentes"},

    {"text-missing",
     {"There is no text in any language.", "No hay texto en ningún idioma."},
     {"Write it at least in one language. For an entry that is its es.md or en.md, for a field "
      "the text after \"es\" or \"en\".",
      "Escríbalo al menos en un idioma. En una entrada es su es.md o en.md; en un campo, el "
      "texto después de «es» o «en»."},
     R"("name": {"es": "", "en": ""})"
     "\n→ "
     R"("name": {"es": "Miembros", "en": "Members"})"},

    {"translation-missing",
     {"The text exists in one language and not in the other.",
      "El texto existe en un idioma y en el otro no."},
     {"The site can be published: readers of the other language see this text with a notice. "
      "The warning goes away when the translation is written.",
      "El sitio se puede publicar: quienes leen en el otro idioma ven este texto con un aviso. "
      "La advertencia desaparece al escribir la traducción."},
     R"("name": {"es": "Miembros"})"
     "\n→ "
     R"("name": {"es": "Miembros", "en": "Members"})"},

    {"link-target-missing",
     {"The link leads to an entry that does not exist or has no page.",
      "El enlace lleva a una entrada que no existe o que no tiene página."},
     {"Write the collection and the name of the entry's folder, the same in both languages; "
      "the address and its language are found for you.",
      "Escriba la colección y el nombre de la carpeta de la entrada, igual en ambos idiomas; "
      "la "
      "dirección y su idioma se encuentran solos."},
     "[Belice](members/belice)\n→ [Belice](members/belize)"},

    {"link-fragment-missing",
     {"The page exists, but not the place on it that the link names.",
      "La página existe, pero no el lugar de ella que nombra el enlace."},
     {"What follows # is the id of a block of that page. Give the block an id with {#id} at "
      "its "
      "end, or link to the page as a whole.",
      "Lo que sigue a # es el id de un bloque de esa página. Dé un id al bloque con {#id} al "
      "final, o enlace la página entera."},
     "[párrafo 8](documents/declaration-2022#parrafo-8)\n"
     "→ [párrafo 8](documents/declaration-2022#p8)"},

    {"link-to-draft",
     {"Something public leads to an entry that is still a draft.",
      "Algo público lleva a una entrada que aún es un borrador."},
     {"Publish the entry by removing \"draft\": true from its record, or take the link out "
      "until then. puebla build --drafts shows the site with its drafts.",
      "Publique la entrada quitando \"draft\": true de su registro, o quite el enlace hasta "
      "entonces. puebla build --drafts muestra el sitio con sus borradores."},
     R"({"draft": true, "year": 2025})"
     "\n→ "
     R"({"year": 2025})"},

    {"attachment-missing",
     {"What the link or the picture names is no file that this text can publish.",
      "Lo que nombra el enlace o la imagen no es un archivo que este texto pueda publicar."},
     {"Put the file beside the text, or correct its name: capital letters and the ending "
      "count.",
      "Ponga el archivo junto al texto o corrija su nombre: las mayúsculas y la terminación "
      "cuentan."},
     "[PDF](./Declaracion.PDF)\n→ [PDF](./declaracion.pdf)"},

    {"unsafe-link",
     {"Links and images of this kind could run code in the reader's browser.",
      "Los enlaces e imágenes de esta clase podrían ejecutar código en el navegador."},
     {"Link to an entry, to an attachment that begins with ./, or to an address that begins "
      "with https:, http:, mailto: or tel:.",
      "Enlace una entrada, un adjunto que empiece por ./, o una dirección que empiece por "
      "https:, http:, mailto: o tel:."},
     "[abrir](javascript:open())\n→ [abrir](https://example.org/)"},

    {"external-picture",
     {"Pictures are part of the site; this one would be fetched from somebody else's.",
      "Las imágenes forman parte del sitio; esta se pediría al sitio de otra persona."},
     {"Put the file in the folder of the entry and name it with ./ in front.",
      "Ponga el archivo en la carpeta de la entrada y nómbrelo con ./ delante."},
     "![Mapa](https://example.org/mapa.png)\n→ ![Mapa](./mapa.png)"},

    {"raw-html",
     {"HTML in a text is shown to readers as it is written, not obeyed.",
      "El HTML de un texto se muestra tal como está escrito; no se ejecuta."},
     {"Write it as Markdown. If it is an example of HTML, put it between backticks.",
      "Escríbalo como Markdown. Si es un ejemplo de HTML, póngalo entre acentos graves."},
     "<b>importante</b>\n→ **importante**"},

    {"unknown-admonition",
     {"What looks like the mark of a notice box makes none.",
      "Lo que parece la marca de un recuadro de aviso no hace ninguno."},
     {"The mark stands alone in the first line of a quote. The names are NOTE, TIP, IMPORTANT, "
      "WARNING and CAUTION in every language; readers see "
      "the word of their own.",
      "La marca está sola en la primera línea de una cita. Los nombres son NOTE, TIP, IMPORTANT, "
      "WARNING y CAUTION en todos los idiomas; el "
      "público "
      "ve la palabra del suyo."},
     "> [!NOTA]\n→ > [!NOTE]"},

    {"figure-without-name",
     {"A figure does not say which picture it is.", "Una figura no dice qué imagen es."},
     {"Write the name of the picture after the word figure.",
      "Escriba el nombre de la imagen después de la palabra figure."},
     "```figure\n→ ```figure presidencies"},

    {"bad-block-id",
     {"The id of a block holds characters that ids cannot have.",
      "El id de un bloque tiene caracteres que no se admiten."},
     {"Use lower-case letters from a to z, digits and hyphens, and begin with a letter. Ids "
      "that "
      "begin with fn- are kept for footnotes.",
      "Use minúsculas de la a a la z, dígitos y guiones, y comience con una letra. Los id que "
      "empiezan por fn- se reservan para las notas al pie."},
     "## Niñez {#Niñez}\n→ ## Niñez {#ninez}"},

    {"misplaced-block-id",
     {"The id stands where it belongs to no block.",
      "El id está donde no pertenece a ningún bloque."},
     {"Put it at the end of a paragraph, heading or list item. After a table, a quote or a "
      "code "
      "block it stands alone on the next line.",
      "Póngalo al final de un párrafo, encabezado o elemento de lista. Después de una tabla, "
      "una "
      "cita o un bloque de código va solo en la línea siguiente."},
     "{#acuerdos} Los países acuerdan…\n→ Los países acuerdan… {#acuerdos}"},

    {"duplicate-block-id",
     {"Two blocks of the same text have the same id.",
      "Dos bloques del mismo texto tienen el mismo id."},
     {"Give one of them another id. Keep the one that others may already link to.",
      "Dé otro id a uno de ellos. Conserve el que otras personas ya puedan haber enlazado."},
     "## Acuerdos {#acuerdos}  ## Anexo {#acuerdos}\n"
     "→ ## Acuerdos {#acuerdos}  ## Anexo {#anexo}"},

    {"repeated-numbers",
     {"Two lists use the same numbers, so the second cannot be cited by number.",
      "Dos listas usan los mismos números, y la segunda no puede citarse por número."},
     {"Give the heading above the second list an id: its items become id-1, id-2 and so on. Or "
      "go on with the numbers of the first list.",
      "Dé un id al encabezado de la segunda lista: sus elementos pasan a ser id-1, id-2, "
      "etcétera. O siga con los números de la primera."},
     "## Recomendaciones\n→ ## Recomendaciones {#rec}"},

    {"table-too-large",
     {"The table has too many cells.", "La tabla tiene demasiadas celdas."},
     {"Divide it into several tables, or attach it as a spreadsheet and link to that. A very "
      "wide first row can be the cause as well.",
      "Divídala en varias tablas, o adjúntela como hoja de cálculo y enlácela. También puede "
      "deberse a una primera fila muy ancha."},
     "| … | … | … |\n→ [CSV](./datos.csv)"},

    {"text-too-slow",
     {"This part of the text would take too long to read.",
      "Esta parte del texto tardaría demasiado en leerse."},
     {"Break it into shorter paragraphs. Texts that people write do not come near this limit; "
      "text that a program made, or the same signs thousands of times, may.",
      "Divídala en párrafos más cortos. Los textos que escriben las personas no se acercan a "
      "este límite; los hechos por un programa, o miles de signos repetidos, sí pueden."},
     "[[[[[[…\n→ […]"},
};

}  // namespace

std::vector<Explanation> explain_texts() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
