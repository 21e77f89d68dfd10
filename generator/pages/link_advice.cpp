#include "pages/link_advice.h"

#include <algorithm>
#include <array>

namespace puebla {

namespace {

bool is_one_of(std::string_view wanted, const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), wanted) != names.end();
}

std::string_view first_step(std::string_view path) {
    return path.substr(0, path.find_first_of("/?#"));
}

// "informe.pdf": what follows the last point, where no folder is named.
std::string_view ending_of(std::string_view destination) {
    const std::size_t point = destination.rfind('.');
    return point == std::string_view::npos || destination.find('/') != std::string_view::npos
               ? std::string_view()
               : destination.substr(point + 1);
}

bool is_file_ending(std::string_view ending) {
    constexpr std::array<std::string_view, 18> endings{"pdf", "doc", "docx", "odt", "xls",  "xlsx",
                                                       "ods", "csv", "ppt",  "txt", "png",  "jpg",
                                                       "svg", "zip", "html", "htm", "json", "jpeg"};
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

// "www.example.org", "example.org/page": steps of small letters, digits and hyphens with points
// between them, which names of collections never have.
bool is_host(std::string_view name) {
    const std::size_t point = name.rfind('.');
    return point != std::string_view::npos && point > 0 && name.size() - point > 2 &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") ==
               std::string_view::npos &&
           name.find("..") == std::string_view::npos;
}

void drop_ending(std::string_view& text, std::string_view ending) {
    if (text.ends_with(ending)) {
        text.remove_suffix(ending.size());
    }
}

// The name of an entry inside a path: "../members/mexico/es.md" → "members/mexico".
std::string_view entry_in(const Site& site, std::string_view path) {
    while (path.starts_with("../") || path.starts_with("/")) {
        path.remove_prefix(path[0] == '/' ? 1 : 3);
    }
    if (path.starts_with("content/")) {
        path.remove_prefix(std::string_view("content/").size());
    }
    drop_ending(path, ".md");
    for (const Language& language : site.languages) {
        drop_ending(path, "/" + language.code);
    }
    drop_ending(path, "/record.json");
    drop_ending(path, "/");
    return path;
}

bool exists(const Site& site, std::string_view name) {
    return find_entry(site, std::string(name)) != nullptr ||
           find_collection(site, std::string(name)) != nullptr;
}

bool is_published_address(const Site& site, std::string_view path) {
    while (path.starts_with("../") || path.starts_with("/")) {
        path.remove_prefix(path[0] == '/' ? 1 : 3);
    }
    return find_language(site, first_step(path)).has_value();
}

}  // namespace

Message advice_for_link(const Site& site, const std::vector<std::string>& files,
                        std::string_view destination) {
    if (is_one_of("./" + std::string(destination), files) ||
        is_file_ending(ending_of(destination))) {
        return say("the address of a file beside this text begins with ./ – write ./{}",
                   "la dirección de un archivo junto a este texto comienza por ./ – escriba ./{}",
                   destination);
    }
    if (destination.find('@') != std::string_view::npos &&
        destination.find('/') == std::string_view::npos) {
        return say("the address of an e-mail begins with mailto: – write mailto:{}",
                   "la dirección de un correo comienza por mailto: – escriba mailto:{}",
                   destination);
    }
    if (is_host(first_step(destination))) {
        return say("the address of another site begins with https:// – write https://{}",
                   "la dirección de otro sitio comienza por https:// – escriba https://{}",
                   destination);
    }
    const std::string_view path = destination.substr(0, destination.find('#'));
    if (const std::string_view entry = entry_in(site, path); entry != path && exists(site, entry)) {
        return say("a link names the collection and the entry: {}",
                   "un enlace nombra la colección y la entrada: {}", entry);
    }
    if (is_published_address(site, path)) {
        return say(
            "a link names the folder of the collection and that of the entry, as in "
            "content/; the published address is found from them",
            "un enlace nombra la carpeta de la colección y la de la entrada, como en "
            "content/; la dirección publicada se encuentra a partir de ellas");
    }
    if (path.starts_with("../")) {
        return say("a text can link only to entries, and to files of its own folder as ./name",
                   "un texto solo puede enlazar entradas, y archivos de su propia carpeta como "
                   "./nombre");
    }
    Message near = suggest_entry(site, path);
    return !near.empty() ? near
                         : say("write the folders of its collection and of the entry: "
                               "[text](collection/entry)",
                               "escriba las carpetas de su colección y de la entrada: "
                               "[texto](coleccion/entrada)");
}

Message advice_for_picture(const std::string& folder, const std::vector<std::string>& files,
                           std::string_view destination) {
    const std::size_t end = std::min(destination.find_first_of("?#"), destination.size());
    const std::string_view path = destination.substr(0, end);
    const std::string name(path.substr(path.rfind('/') + 1));
    if (name.find('.') == std::string::npos) {
        return say("put the file into {0} and write: ![…](./name)",
                   "ponga el archivo en {0} y escriba: ![…](./nombre)", folder);
    }
    return is_one_of("./" + name, files)
               ? say("write: ![…](./{})", "escriba: ![…](./{})", name)
               : say("put the file into {0} and write: ![…](./{1})",
                     "ponga el archivo en {0} y escriba: ![…](./{1})", folder, name);
}

std::optional<Refusal> refusal_of_file(std::string_view name, const std::string& entry) {
    if (name == "record.json") {
        return Refusal{say("the record of an entry is not published as a file",
                           "el registro de una entrada no se publica como archivo"),
                       say("link to the entry: {}; data for readers go into a file of another name",
                           "enlace la entrada: {}; los datos para el público van en un archivo con "
                           "otro nombre",
                           entry)};
    }
    if (name.ends_with(".md") && name.find('/') == std::string_view::npos) {
        return Refusal{say("the text of an entry is not published as a file",
                           "el texto de una entrada no se publica como archivo"),
                       say("link to the entry, and readers get it in their language: {}",
                           "enlace la entrada, y el público la recibe en su idioma: {}", entry)};
    }
    const std::size_t hidden = name.find("/.");
    if (!name.starts_with("../") && (name.starts_with(".") || hidden != std::string_view::npos)) {
        return Refusal{
            say("a name that begins with a dot is hidden, and is not published",
                "un nombre que comienza con un punto es oculto, y no se publica"),
            say("rename it without the dot: ./{}", "cámbiele el nombre, sin el punto: ./{}",
                hidden == std::string_view::npos ? std::string(name.substr(1))
                                                 : std::string(name.substr(0, hidden + 1)) +
                                                       std::string(name.substr(hidden + 2)))};
    }
    return std::nullopt;
}

}  // namespace puebla
