#include "publishing/output_path.h"

#include <algorithm>
#include <climits>

#include "foundation/utf8.h"
#include "publishing/manifest.h"

namespace puebla {

namespace {

Message fault_of_name(std::string_view name) {
    if (name.empty() || name == "." || name == "..") {
        return say("a step of it is empty or leads out",
                   "uno de sus pasos está vacío o lleva fuera");
    }
    if (name.size() > NAME_MAX) {
        return say("a name in it is too long", "uno de sus nombres es demasiado largo");
    }
    if (name.find('\\') != std::string_view::npos) {
        return say("it holds a backslash", "contiene una barra inversa");
    }
    const bool invisible = std::any_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    return invisible ? say("it holds an invisible character", "contiene un carácter invisible")
                     : Message();
}

// A path is used below other folders, whose own length must fit too.
constexpr std::size_t longest_path = PATH_MAX / 2;

}  // namespace

Message fault_of_path(std::string_view path) {
    if (is_reserved_for_owner(path)) {
        return say("that name belongs to the owner of the folder",
                   "ese nombre pertenece a quien administra la carpeta");
    }
    if (path == manifest_name || path.substr(0, path.find('/')) == inner_work_folder) {
        return say("Puebla uses that name itself", "Puebla misma usa ese nombre");
    }
    if (path.size() > longest_path) {
        return say("it is too long", "es demasiado largo");
    }
    if (first_invalid_byte(path)) {
        return say("it is not written in UTF-8", "no está escrito en UTF-8");
    }
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = path.find('/', begin);
        if (Message fault = fault_of_name(path.substr(begin, end - begin)); !fault.empty()) {
            return fault;
        }
        if (end == std::string_view::npos) {
            return {};
        }
        begin = end + 1;
    }
}

bool is_safe_path(std::string_view path) {
    return is_reserved_for_owner(path) || fault_of_path(path).empty();
}

bool is_reserved_for_owner(std::string_view path) {
    return path == "README.md" || path == ".gitignore";
}

std::vector<std::string> folders_of(std::string_view path) {
    std::vector<std::string> folders;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
        folders.emplace_back(path.substr(0, slash));
    }
    return folders;
}

}  // namespace puebla
