#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"unknown-verb",
     {"The program has no such verb.", "El programa no tiene ese verbo."},
     {"A command begins with what to do: build makes the site, check only looks for mistakes, help "
      "explains a message. One verb at a time; a name that holds spaces stands between "
      "quotation marks.",
      "Una orden comienza por lo que se quiere hacer: build crea el sitio, check solo busca "
      "errores, help explica un mensaje. Va un solo verbo a la vez; un nombre con espacios se "
      "escribe entre comillas."},
     "puebla biuld\n→ puebla build"},

    {"unknown-option",
     {"The verb has no such option, or the option stands before the verb.",
      "El verbo no tiene esa opción, o la opción está antes del verbo."},
     {"Write the verb first, then its options. puebla build --help lists those of build.",
      "Escriba primero el verbo y después sus opciones. puebla build --help enumera las de build."},
     "puebla build --sorce portal\n→ puebla build --source portal"},

    {"wrong-option",
     {"An option has a value it cannot have, or lacks its value.",
      "Una opción tiene un valor que no admite, o le falta su valor."},
     {"The message says what the option takes. Options such as --strict take no value.",
      "El mensaje dice qué admite la opción. Las opciones como --strict no llevan valor."},
     "puebla build --jobs many\n→ puebla build --jobs 4"},

    {"unknown-topic",
     {"There is no help on that word.", "No hay ayuda sobre esa palabra."},
     {"After puebla help comes the code that stands in brackets at the end of a message, or "
      "filters. puebla help alone lists the codes.",
      "Después de puebla help va el código que está entre corchetes al final de un mensaje, o "
      "filters. puebla help, sin más, enumera los códigos."},
     "puebla help broken\n→ puebla help broken-json"},

    {"output-in-source",
     {"The site would be written among the files that people write.",
      "El sitio se escribiría entre los archivos que escriben las personas."},
     {"Choose an output folder that is neither the source folder nor inside content/ or themes/. "
      "Without --out the site is put into the folder public.",
      "Elija una carpeta de salida que no sea la carpeta de origen ni esté dentro de content/ o "
      "themes/. Sin --out, el sitio queda en la carpeta public."},
     "puebla build --out content\n→ puebla build --out public"},
};

}  // namespace

std::vector<Explanation> explain_use() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
