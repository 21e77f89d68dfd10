#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"file-missing",
     {"A file that the site needs is not there.", "No está un archivo que el sitio necesita."},
     {"If content/site.json is missing, the program is probably running in another folder: go to "
      "the folder that holds content/ and themes/, or name it with --source.",
      "Si falta content/site.json, es probable que el programa se esté ejecutando en otra carpeta: "
      "vaya a la que contiene content/ y themes/, o indíquela con --source."},
     "puebla build\n→ puebla build --source portal"},

    {"file-unreadable",
     {"What stands there cannot be read as a file.",
      "Lo que está ahí no se puede leer como archivo."},
     {"Give yourself permission to read the file. Where a folder has the name of a file, such as "
      "record.json, take out what it holds and write the file in its place.",
      "Dese permiso para leer el archivo. Donde una carpeta lleva el nombre de un archivo, como "
      "record.json, saque lo que contiene y escriba el archivo en su lugar."},
     "---------- es.md\n→ -rw-r--r-- es.md"},

    {"file-too-large",
     {"The file is too large to be part of the site.",
      "El archivo es demasiado grande para formar parte del sitio."},
     {"Publish recordings and other very large files on a service made for them, and link to them.",
      "Publique las grabaciones y otros archivos muy grandes en un servicio hecho para ello, y "
      "enlácelos."},
     "[video](./conference.mp4)\n→ [video](https://video.example.org/conference)"},

    {"text-too-large",
     {"The text is larger than one page should be.",
      "El texto es más grande de lo que debe ser una página."},
     {"Divide it into several entries, or attach it as a file, such as a PDF.",
      "Divídalo en varias entradas, o adjúntelo como archivo, por ejemplo en PDF."},
     "content/documents/annals/es.md\n→ content/documents/annals-1/es.md, "
     "content/documents/annals-2/es.md"},

    {"not-utf8",
     {"The file is not saved as UTF-8, so letters with accents would be damaged.",
      "El archivo no está guardado en UTF-8, y las letras con tilde saldrían dañadas."},
     {"Open it in your editor, choose \"Save with encoding\" and UTF-8. Text pasted from old "
      "documents is the usual cause.",
      "Ábralo en su editor y elija «Guardar con codificación» y UTF-8. La causa más común es texto "
      "pegado de documentos antiguos."},
     "Migraci\\xF3n\n→ Migración"},

    {"outside-source",
     {"A symbolic link leads out of the source folder, and is not followed.",
      "Un enlace simbólico lleva fuera de la carpeta de origen y no se sigue."},
     {"Put a copy of the file in the place of the link.",
      "Ponga una copia del archivo en el lugar del enlace."},
     "content/members/mexico/map.svg -> /srv/maps/mexico.svg\n"
     "→ content/members/mexico/map.svg"},

    {"stray-file",
     {"The file or folder has no role where it lies, and is left out.",
      "El archivo o la carpeta no tiene función donde está, y queda fuera."},
     {"A collection's folder holds collection.json, perhaps records.json, and one folder per "
      "entry, with its record.json and texts. Correct a mistyped name, move the file into the "
      "folder of its entry, or delete a folder that stayed empty.",
      "La carpeta de una colección contiene collection.json, quizá records.json, y una carpeta por "
      "entrada, con su record.json y sus textos. Corrija un nombre mal escrito, mueva el archivo a "
      "la carpeta de su entrada, o borre una carpeta que quedó vacía."},
     "content/members/record.json\n→ content/members/mexico/record.json"},

    {"collection-missing",
     {"A folder in content/ does not say what it holds.",
      "Una carpeta de content/ no dice qué contiene."},
     {"Add a collection.json that names the collection and its fields, or move the files into an "
      "entry of a collection that exists.",
      "Agregue un collection.json que nombre la colección y sus campos, o mueva los archivos a una "
      "entrada de una colección existente."},
     "content/reports/2024/es.md\n→ content/reports/collection.json, content/reports/2024/es.md"},

    {"entry-name",
     {"The name of an entry's folder holds characters that names cannot have.",
      "El nombre de la carpeta de una entrada tiene caracteres que no se admiten."},
     {"Rename the folder with lower-case letters without accents, digits and hyphens. It is the "
      "name that links and records use; readers see the title instead.",
      "Cambie el nombre de la carpeta: solo minúsculas sin tildes, dígitos y guiones. Es el nombre "
      "que usan los enlaces y los registros; el público ve el título."},
     "content/members/República Dominicana\n→ content/members/dominican-republic"},

    {"duplicate-entry",
     {"Two records in records.json have the same id.",
      "Dos registros de records.json tienen el mismo id."},
     {"Give each record an id of its own, or remove the one that was copied by mistake.",
      "Dé a cada registro un id propio, o quite el que se copió por error."},
     R"({"id": "crm"}, {"id": "crm"})"
     "\n→ "
     R"({"id": "crm"}, {"id": "grcm"})"},

    {"empty-file",
     {"The file is empty.", "El archivo está vacío."},
     {"In a text, write at least the title in the first line; in a record, its fields between "
      "braces. Or delete the file until there is something to write.",
      "En un texto, escriba al menos el título en la primera línea; en un registro, sus campos "
      "entre llaves. O borre el archivo hasta que haya qué escribir."},
     "es.md: 0 bytes\n→ # México"},

    {"broken-json",
     {"The file is not written as JSON demands.", "El archivo no respeta las reglas de JSON."},
     {"Look at the marked place and just before it. The usual causes are a comma too many or too "
      "few, a quotation mark that is not closed, and curly quotation marks.",
      "Mire el lugar señalado y lo que está justo antes. Las causas habituales son una coma de más "
      "o de menos, una comilla sin cerrar y las comillas tipográficas."},
     R"({"year": 2024 "country": "members/belize"})"
     "\n→ "
     R"({"year": 2024, "country": "members/belize"})"},

    {"duplicate-name",
     {"The same field is written twice in one object.",
      "El mismo campo está escrito dos veces en un objeto."},
     {"Keep the one that is right and delete the other.", "Deje el que está bien y borre el otro."},
     R"({"year": 2023, "year": 2024})"
     "\n→ "
     R"({"year": 2024})"},

    {"nesting-too-deep",
     {"Lists, quotes or objects lie inside one another too many times.",
      "Hay demasiadas listas, citas u objetos unos dentro de otros."},
     {"Write it with fewer levels. If nobody meant it so, look for brackets or > signs that were "
      "repeated by accident.",
      "Escríbalo con menos niveles. Si nadie quiso hacerlo así, busque corchetes o signos > "
      "repetidos por accidente."},
     "> > > > > …\n→ > …"},
};

}  // namespace

std::vector<Explanation> explain_files() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
