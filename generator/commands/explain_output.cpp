#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"output-not-ours",
     {"The output folder holds files that Puebla did not write.",
      "La carpeta de salida contiene archivos que Puebla no escribió."},
     {"Nothing was touched. Choose another folder with --out, or empty this one after looking at "
      "what it holds.",
      "No se tocó nada. Elija otra carpeta con --out, o vacíe esta después de mirar qué contiene."},
     "puebla build --out ~/Documents\n→ puebla build --out ~/Documents/portal"},

    {"output-not-writable",
     {"The output cannot be written.", "No se puede escribir en la salida."},
     {"Ask for permission to write there and in the folder above it, or choose another folder with "
      "--out. The published site is as it was.",
      "Pida permiso para escribir allí y en la carpeta superior, o elija otra carpeta con "
      "--out. El sitio publicado quedó como estaba."},
     "puebla build --out /var/www/portal\n→ puebla build --out ~/portal"},

    {"output-in-use",
     {"Another build is writing to the same folder, or somebody moved it.",
      "Otra ejecución está escribiendo en la misma carpeta, o alguien la movió."},
     {"Wait until the other build has finished, then build again.",
      "Espere a que termine la otra ejecución y vuelva a crear el sitio."},
     "puebla build & puebla build\n→ puebla build && puebla build"},

    {"output-in-the-way",
     {"A file of somebody else stands where the site has one of its own.",
      "Un archivo ajeno ocupa el lugar de uno del sitio."},
     {"Files that you put into the output are kept, so this one was not overwritten. Move it away "
      "or rename it.",
      "Los archivos que usted pone en la salida se conservan; por eso este no se reemplazó. "
      "Muévalo o cámbiele el nombre."},
     "public/es/index.html\n→ public/es/borrador.html"},

    {"output-path-impossible",
     {"A file of the site would have a name that cannot be written.",
      "Un archivo del sitio tendría un nombre que no se puede escribir."},
     {"Shorten the slug or rename the attachment. README.md, .gitignore and names that begin "
      "with .puebla are taken in the output.",
      "Acorte el slug o cambie el nombre del adjunto. README.md, .gitignore y los nombres que "
      "empiezan por .puebla ya se usan en la salida."},
     "datos\\2024.csv\n→ datos-2024.csv"},

    {"output-path-twice",
     {"Two files of the site would have the same path.",
      "Dos archivos del sitio tendrían la misma ruta."},
     {"Give one of the entries or attachments another name.",
      "Dé otro nombre a una de las entradas o a uno de los adjuntos."},
     "acta.pdf, acta.pdf\n→ acta-1.pdf, acta-2.pdf"},

    {"paths-differ-by-case",
     {"Two paths differ only in capital letters.",
      "Dos rutas solo se distinguen por las mayúsculas."},
     {"Windows and macOS take them for one file, and one would be lost there. Use small letters "
      "for names.",
      "Windows y macOS las toman por un solo archivo, y allí se perdería uno. Use minúsculas en "
      "los nombres."},
     "Acta.pdf, acta.pdf\n→ acta-1.pdf, acta-2.pdf"},

    {"cannot-exchange",
     {"The output folder cannot be replaced in one step.",
      "La carpeta de salida no se puede reemplazar de una sola vez."},
     {"It is a mount point, or its file system cannot do it. Publish to a folder inside it, or add "
      "--in-place: readers may then see old and new pages together for a moment.",
      "Es un punto de montaje, o su sistema de archivos no sabe hacerlo. Publique en una carpeta "
      "dentro de ella, o agregue --in-place: por un momento pueden verse páginas viejas y nuevas a "
      "la vez."},
     "puebla build --out /mnt/web\n→ puebla build --out /mnt/web/portal"},

    {"output-mixed",
     {"Writing into the output stopped halfway: it holds pages of two builds.",
      "La escritura en la salida se detuvo a medias: contiene páginas de dos versiones del sitio."},
     {"This can happen only with --in-place. Put right what the message names, such as a full "
      "disk, and build again: that makes the folder whole.",
      "Solo puede ocurrir con --in-place. Corrija lo que indica el mensaje, por ejemplo un "
      "disco lleno, y vuelva a crear el sitio: así la carpeta queda completa."},
     "puebla build --in-place\n→ puebla build"},

    {"disk-full",
     {"There is no room left on the disk.", "No queda espacio en el disco."},
     {"Make room and build again. A new site needs as much room as the old one beside it; the "
      "published site is as it was.",
      "Libere espacio y vuelva a crear el sitio. El sitio nuevo necesita tanto espacio como el "
      "anterior, a su lado; el sitio publicado quedó como estaba."},
     "df public: 100%\n→ df public: 60%"},
};

}  // namespace

std::vector<Explanation> explain_output() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
