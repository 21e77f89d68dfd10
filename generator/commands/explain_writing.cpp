#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"markup-in-title",
     {"The title holds signs of Markdown, which readers would see as they stand.",
      "El título tiene signos de Markdown, que el público vería tal como están."},
     {"Write the title as plain text. It is used in menus, lists and search results, where there "
      "is "
      "no bold, no link and no note.",
      "Escriba el título como texto simple. Se usa en menús, listas y resultados de búsqueda, "
      "donde "
      "no hay negritas, enlaces ni notas."},
     "# **Plan** de acción[^1]\n→ # Plan de acción"},

    {"missing-space",
     {"Lines look like a heading or a list and are neither, because a space is missing.",
      "Unas líneas parecen un encabezado o una lista y no lo son, porque falta un espacio."},
     {"Type a plain space after ##, after the hyphen or after the number. A no-break space and the "
      "round bullet of a word processor do not count.",
      "Escriba un espacio común después de ##, del guion o del número. El espacio de no separación "
      "y "
      "la viñeta redonda de un procesador de textos no cuentan."},
     "##Acuerdos\n-Uno\n→ ## Acuerdos\n- Uno"},

    {"unclosed-bold",
     {"Two asterisks make nothing bold, and readers see them.",
      "Dos asteriscos no ponen nada en negrita, y el público los ve."},
     {"They stand right before the first word and right after the last, without spaces inside, and "
      "in the same paragraph. For two real asterisks write \\*\\*.",
      "Van justo antes de la primera palabra y justo después de la última, sin espacios por dentro "
      "y "
      "en el mismo párrafo. Para dos asteriscos de verdad escriba \\*\\*."},
     "Es **muy importante.\n→ Es **muy importante**."},

    {"indented-text",
     {"A paragraph begins with a tab or four spaces, and so is shown as program code.",
      "Un párrafo comienza con una tabulación o cuatro espacios, y por eso se muestra como "
      "código."},
     {"Delete what stands before its first word. Code goes between two lines of three backticks.",
      "Borre lo que hay antes de su primera palabra. El código va entre dos líneas de tres acentos "
      "graves."},
     "    La Conferencia se reúne cada año.\n→ La Conferencia se reúne cada año."},

    {"undefined-footnote",
     {"The text asks for a footnote that is not written.",
      "El texto remite a una nota al pie que no está escrita."},
     {"Write the note on a line of its own, with the same mark, a colon and a space; its place in "
      "the file does not matter.",
      "Escriba la nota en una línea aparte, con la misma marca, dos puntos y un espacio; su lugar "
      "en "
      "el archivo no importa."},
     "Son once países.[^1]\n→ Son once países.[^1]\n\n[^1]: En 2024."},

    {"unused-footnote",
     {"A footnote is written and nothing in the text asks for it, so readers do not see it.",
      "Hay una nota al pie a la que nada remite, y por eso el público no la ve."},
     {"Put its mark where the text needs the note, or delete the note. Two notes cannot have the "
      "same mark.",
      "Ponga su marca donde el texto la necesita, o borre la nota. Dos notas no pueden tener la "
      "misma marca."},
     "Son once países.\n\n[^1]: En 2024.\n→ Son once países.[^1]\n\n[^1]: En 2024."},

    {"undefined-label",
     {"A link names its address by a label, and nothing says what the label stands for.",
      "Un enlace nombra su dirección con una etiqueta, y nada dice qué significa esa etiqueta."},
     {"Write the address itself in parentheses, or say on a line of its own what the label means. "
      "For brackets that are only brackets write \\[ and \\].",
      "Escriba la dirección misma entre paréntesis, o diga en una línea aparte qué significa la "
      "etiqueta. Para corchetes que solo son corchetes escriba \\[ y \\]."},
     "[la guía][guia]\n→ [la guía](pages/report-guide)"},

    {"parted-link",
     {"A space parts the text of a link from its address, so there is no link.",
      "Un espacio separa el texto de un enlace de su dirección, y por eso no hay enlace."},
     {"Write the parenthesis right after the bracket.",
      "Escriba el paréntesis justo después del corchete."},
     "[el sitio] (https://example.org)\n→ [el sitio](https://example.org)"},

    {"not-a-link",
     {"What looks like a link is none: its address holds a space, its parenthesis is not closed, "
      "or "
      "brackets and parentheses have changed places.",
      "Lo que parece un enlace no lo es: su dirección contiene un espacio, su paréntesis no se "
      "cierra, o los corchetes y los paréntesis están cambiados."},
     {"Write the text in brackets and right after it the address in parentheses. The name of a "
      "file "
      "that holds spaces goes between < and >.",
      "Escriba el texto entre corchetes y, justo después, la dirección entre paréntesis. El nombre "
      "de un archivo que contiene espacios va entre < y >."},
     "[acta](./acta final.pdf)\n→ [acta](<./acta final.pdf>)"},

    {"extra-cells",
     {"A row of a table has more cells than its first line, and readers do not see the last ones.",
      "Una fila de una tabla tiene más celdas que su primera línea, y el público no ve las "
      "últimas."},
     {"Give the table another column: in its first line and in the line of hyphens. A bar that is "
      "part of the text is written \\|.",
      "Dé a la tabla otra columna: en su primera línea y en la línea de guiones. Una barra que es "
      "parte del texto se escribe \\|."},
     "| Año | Total |\n|---|---|\n| 2024 | 12 | provisional |\n"
     "→ | Año | Total | Nota |\n  |---|---|---|\n  | 2024 | 12 | provisional |"},

    {"not-a-table",
     {"Lines between bars are no table: the line of hyphens below the first one is missing or does "
      "not have as many parts.",
      "Unas líneas entre barras no son una tabla: la línea de guiones debajo de la primera falta o "
      "no tiene tantas partes."},
     {"Below the line with the names of the columns, write one part of hyphens for each of them. "
      "No "
      "blank line stands inside of a table.",
      "Debajo de la línea con los nombres de las columnas escriba, para cada una, una parte de "
      "guiones. Dentro de una tabla no hay líneas en blanco."},
     "| Año | Total |\n| 2024 | 12 |\n→ | Año | Total |\n  |---|---|\n  | 2024 | 12 |"},

    {"unclosed-code",
     {"Program code begins with three backticks and never ends, so that the rest of the text is "
      "shown as code.",
      "Un código de programa comienza con tres acentos graves y no termina, de modo que el resto "
      "del texto se muestra como código."},
     {"Write three backticks on a line of their own where the code ends.",
      "Escriba tres acentos graves en una línea aparte donde termina el código."},
     "```\nnpm test\n→ ```\n  npm test\n  ```"},

    {"incomplete-address",
     {"The address of a link lacks a part, and leads nowhere.",
      "A la dirección de un enlace le falta una parte, y no lleva a ningún lugar."},
     {"Copy the address from the browser. It begins with https://, then comes the name of the "
      "site; "
      "an e-mail address is written as mailto:name@example.org.",
      "Copie la dirección del navegador. Comienza por https://, y sigue el nombre del sitio; una "
      "dirección de correo se escribe mailto:nombre@example.org."},
     "[sitio](https:/example.org)\n→ [sitio](https://example.org)"},

    {"hidden-character",
     {"The address of a link holds a character that nobody sees, which came with pasted text.",
      "La dirección de un enlace contiene un carácter que nadie ve, llegado con un texto pegado."},
     {"The link is made without it. Delete the address and type it, so that the next person who "
      "copies it does not copy the character as well.",
      "El enlace se hace sin él. Borre la dirección y escríbala, para que quien la copie después "
      "no "
      "copie también ese carácter."},
     "[sitio](https://example.org/\u00A0)\n→ [sitio](https://example.org/)"},

    {"stray-character",
     {"The text holds a character that readers cannot read: a control character, the sign of a "
      "lost letter, the two signs that a wrong encoding made of one letter, or one that changes "
      "the "
      "direction of reading.",
      "El texto contiene un carácter que nadie puede leer: uno de control, el signo de una letra "
      "perdida, los dos signos que una codificación equivocada hizo de una letra, o uno que cambia "
      "el sentido de la lectura."},
     {"Write the letter again, or delete the character. If there are many, go back to the original "
      "document, and save it as UTF-8.",
      "Escriba de nuevo la letra, o borre el carácter. Si hay muchos, vuelva al documento original "
      "y "
      "guárdelo en UTF-8."},
     "MigraciÃ³n\n→ Migración"},
};

}  // namespace

std::vector<Explanation> explain_writing() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
