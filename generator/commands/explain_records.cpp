#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

const Explanation rows[] = {
    {"newer-format",
     {"The content was written for a newer Puebla.",
      "El contenido se escribió para una versión más reciente de Puebla."},
     {"Install the newest Puebla. Do not change \"format\" by hand: the rest of the content may "
      "need the newer program.",
      "Instale la versión más reciente de Puebla. No cambie «format» a mano: el resto del "
      "contenido puede necesitar el programa nuevo."},
     "Puebla 0.1.0: \"format\": 2\n→ Puebla 0.2.0: \"format\": 2"},

    {"bad-setting",
     {"A setting in site.json or collection.json cannot mean anything as it is.",
      "Un ajuste de site.json o collection.json no puede significar nada tal como está."},
     {"The message says what the setting must be. Addresses in collection.json do not begin "
      "with / and end with one /; what stands in braces is slug, parent or a field of the records. "
      "Entries can be put in order by fields that hold a text, a date or a number.",
      "El mensaje dice cómo debe ser el ajuste. Las direcciones de collection.json no comienzan "
      "con / y terminan con una sola /; lo que va entre llaves es slug, parent o un campo de los "
      "registros. Las entradas se pueden ordenar por campos que contengan un texto, una fecha o un "
      "número."},
     R"("entry": {"en": "/members/{slug}"})"
     "\n→ "
     R"("entry": {"en": "members/{slug}/"})"},

    {"missing-field",
     {"A field that must be there is missing.", "Falta un campo obligatorio."},
     {"Add the field to the object that is marked. The collection's collection.json says which "
      "fields its records must have.",
      "Agregue el campo al objeto señalado. El collection.json de la colección dice qué campos "
      "deben tener sus registros."},
     R"({"year": 2024})"
     "\n→ "
     R"({"year": 2024, "country": "members/belize"})"},

    {"unknown-field",
     {"There is no field of that name here.", "Aquí no existe un campo con ese nombre."},
     {"Most often a letter is wrong. Field names are in English in both languages; the "
      "collection's collection.json lists those of its records.",
      "Casi siempre sobra, falta o cambia una letra. Los nombres de los campos están en inglés en "
      "ambos idiomas; el collection.json de la colección enumera los de sus registros."},
     R"("contry": "members/belize")"
     "\n→ "
     R"("country": "members/belize")"},

    {"wrong-type",
     {"The value is of another kind than it must be.", "El valor es de otra clase que la debida."},
     {"Texts stand between quotation marks, numbers and true or false do not. A text in "
      "several languages is an object with one text per language.",
      "Los textos van entre comillas; los números y true o false, sin ellas. Un texto en "
      "varios idiomas es un objeto con un texto por idioma."},
     R"("year": "2024")"
     "\n→ "
     R"("year": 2024)"},

    {"unknown-value",
     {"The field allows only certain values, and this is none of them.",
      "El campo solo admite ciertos valores, y este no es uno de ellos."},
     {"Use one of the values that the message suggests. They are listed in collection.json "
      "under \"enum\", with the words that readers see.",
      "Use uno de los valores que sugiere el mensaje. Están en collection.json, en «enum», con "
      "las palabras que ve el público."},
     R"("type": "declaracion")"
     "\n→ "
     R"("type": "declaration")"},

    {"wrong-pattern",
     {"The text does not have the form that the field demands.",
      "El texto no tiene la forma que exige el campo."},
     {"The message repeats what collection.json says of the field in its \"description\". Where it "
      "says nothing, compare the text with the same field of other records. The form itself is the "
      "\"pattern\" of the field.",
      "El mensaje repite lo que collection.json dice del campo en «description_es» o "
      "«description». Donde no dice nada, compare el texto con el mismo campo de otros registros. "
      "La forma misma es el «pattern» del campo."},
     R"("iso2": "mex")"
     "\n→ "
     R"("iso2": "MX")"},

    {"out-of-range",
     {"The number is smaller or larger than the field allows.",
      "El número es menor o mayor de lo que admite el campo."},
     {"Check the number for a missing or doubled digit. The limits are in collection.json.",
      "Revise si al número le falta o le sobra una cifra. Los límites están en "
      "collection.json."},
     R"("year": 20224)"
     "\n→ "
     R"("year": 2024)"},

    {"bad-date",
     {"This is not a date, or not a date that exists.",
      "Esto no es una fecha, o no es una fecha que exista."},
     {"Write year, month and day with hyphens, only as far as they are known. as_of in "
      "site.json needs all three.",
      "Escriba año, mes y día separados por guiones, solo hasta donde se conozcan. as_of en "
      "site.json necesita los tres."},
     R"("date": "19/09/2024")"
     "\n→ "
     R"("date": "2024-09-19")"},

    {"bad-uri",
     {"This is not an address on the web.", "Esto no es una dirección web."},
     {"Write the whole address, beginning with https://, http:// or mailto:, without spaces.",
      "Escriba la dirección completa, que comience con https://, http:// o mailto:, sin "
      "espacios."},
     R"("uri": "www.example.org")"
     "\n→ "
     R"("uri": "https://www.example.org/")"},

    {"schema-violation",
     {"The record breaks a rule of its collection.",
      "El registro no cumple una regla de su colección."},
     {"The message repeats the rule as the schema in collection.json says it, such as the least "
      "number of items in a list.",
      "El mensaje repite la regla tal como la dice el esquema de collection.json, por ejemplo el "
      "número mínimo de elementos de una lista."},
     R"("languages": [])"
     "\n→ "
     R"("languages": ["es"])"},

    {"unknown-language",
     {"The site has no such language.", "El sitio no tiene ese idioma."},
     {"Use the code of one of the languages in site.json, in the names of text files too.",
      "Use el código de uno de los idiomas de site.json, también en los nombres de los archivos de "
      "texto."},
     R"({"sp": "Miembros", "en": "Members"})"
     "\n→ "
     R"({"es": "Miembros", "en": "Members"})"},

    {"unknown-reference",
     {"The record refers to an entry that does not exist.",
      "El registro se refiere a una entrada que no existe."},
     {"Write the collection and the name of the entry's folder. If the entry is still to be "
      "written, leave the field out until it exists.",
      "Escriba la colección y el nombre de la carpeta de la entrada. Si la entrada aún no se ha "
      "escrito, omita el campo hasta que exista."},
     R"("country": "members/belice")"
     "\n→ "
     R"("country": "members/belize")"},

    {"wrong-collection",
     {"The entry exists, but the field refers to another collection.",
      "La entrada existe, pero el campo se refiere a otra colección."},
     {"Name an entry of the collection that the message gives.",
      "Nombre una entrada de la colección que indica el mensaje."},
     R"("country": "topics/children")"
     "\n→ "
     R"("country": "members/mexico")"},

    {"unknown-collection",
     {"A field is declared to refer to a collection that does not exist.",
      "Un campo está declarado como referencia a una colección que no existe."},
     {"Correct \"collection\" in collection.json: it is the name of a folder in content/.",
      "Corrija «collection» en collection.json: es el nombre de una carpeta de content/."},
     R"("format": "reference", "collection": "member")"
     "\n→ "
     R"("format": "reference", "collection": "members")"},

    {"bad-slug",
     {"The text cannot be part of an address.", "El texto no puede ser parte de una dirección."},
     {"Use lower-case letters without accents, digits and hyphens, at most 100. The message shows "
      "how it would look. Without a slug the address is made from the title.",
      "Use minúsculas sin tildes, dígitos y guiones, 100 como máximo. El mensaje muestra cómo "
      "quedaría. Sin slug, la dirección se forma con el título."},
     R"("slug": {"es": "Declaración de Belice"})"
     "\n→ "
     R"("slug": {"es": "declaracion-de-belice"})"},

    {"parent-loop",
     {"Going up from parent to parent, one comes back to the same page.",
      "Al subir de «parent» en «parent» se vuelve a la misma página."},
     {"Decide which page is above, and remove \"parent\" from the record of the other.",
      "Decida qué página está por encima y quite «parent» del registro de la otra."},
     "a: \"parent\": \"pages/b\"   b: \"parent\": \"pages/a\"\n"
     "→ a: \"parent\": \"pages/b\"   b: \"parent\": \"pages/home\""},

    {"duplicate-address",
     {"Two pages would have the same address.", "Dos páginas tendrían la misma dirección."},
     {"Give one of them another slug in its record. Both files are named in the messages.",
      "Dé a una de ellas otro slug en su registro. Los mensajes nombran los dos archivos."},
     R"("slug": {"es": "declaracion", "en": "declaration"})"
     "\n→ "
     R"("slug": {"es": "declaracion-2024", "en": "declaration-2024"})"},
};

}  // namespace

std::vector<Explanation> explain_records() {
    return {std::begin(rows), std::end(rows)};
}

}  // namespace puebla
