#include "foundation/read_text.h"

#include <algorithm>

#include "foundation/utf8.h"

namespace puebla {

namespace {

std::string megabytes(std::uintmax_t bytes) {
    constexpr double mega = 1 << 20;  // as file managers count
    return fmt::format("{:.3g} MB", static_cast<double>(bytes) / mega);
}

// By its byte order mark, or because every other byte of many is zero: so are Latin letters there.
bool is_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return true;
    }
    constexpr std::size_t looked_at = 1000;
    const std::string_view beginning = bytes.substr(0, looked_at);
    std::size_t zeros[2] = {0, 0};
    for (std::size_t at = 0; at < beginning.size(); ++at) {
        zeros[at % 2] += beginning[at] == '\0' ? 1 : 0;
    }
    return std::min(zeros[0], zeros[1]) == 0 && std::max(zeros[0], zeros[1]) > beginning.size() / 4;
}

}  // namespace

void report_read_failure(ReadFailure failure, const std::string& path, Diagnostics& problems) {
    switch (failure) {
        case ReadFailure::missing:
            problems.error("file-missing", {path, {}},
                           say("this leads to no file", "esto no lleva a ningún archivo"),
                           say("if it is a symbolic link, remove it or let it lead to a file; if "
                               "the file was removed just now, run Puebla again",
                               "si es un enlace simbólico, quítelo o haga que lleve a un archivo; "
                               "si el archivo se acaba de borrar, ejecute Puebla de nuevo"));
            return;
        case ReadFailure::outside:
            problems.error("outside-source", {path, {}},
                           say("this is a symbolic link to a place outside the source folder",
                               "esto es un enlace simbólico a un lugar fuera de la carpeta de "
                               "origen"),
                           say("put a copy of what it leads to in its place",
                               "ponga en su lugar una copia de aquello a lo que lleva"));
            return;
        case ReadFailure::unreadable:
            problems.error("file-unreadable", {path, {}},
                           say("this file cannot be read", "no se puede leer este archivo"),
                           say("give yourself permission to read it", "dese permiso para leerlo"));
            return;
        case ReadFailure::no_file:
            problems.error("file-unreadable", {path, {}},
                           say("this is no file, but a link to a folder, a pipe or a device",
                               "esto no es un archivo, sino un enlace a una carpeta, una tubería o "
                               "un dispositivo"),
                           say("put a real file or folder in its place, or remove it",
                               "ponga en su lugar un archivo o una carpeta de verdad, o quítelo"));
            return;
        case ReadFailure::too_large:
            problems.error("file-too-large", {path, {}},
                           say("this file is larger than {}", "este archivo pasa de {}",
                               megabytes(DiskFileSystem::default_limit)),
                           say("publish it on a service made for large files, and link to it there",
                               "publíquelo en un servicio para archivos grandes y enlácelo allí"));
            return;
    }
}

std::optional<std::string> read_text(const FileSystem& files, const std::string& path,
                                     Diagnostics& problems) {
    ReadResult result = files.read(path);
    if (!result.bytes) {
        report_read_failure(result.failure, path, problems);
        return std::nullopt;
    }
    if (result.bytes->size() > longest_text) {
        problems.error("text-too-large", {path, {}},
                       say("this file is too large: it has {}, and the most is {}",
                           "este archivo es demasiado grande: tiene {}, y el máximo es {}",
                           megabytes(result.bytes->size()), megabytes(longest_text)),
                       say("divide it into several files", "divídalo en varios archivos"));
        return std::nullopt;
    }
    const bool utf16 = is_utf16(*result.bytes);
    if (const auto wrong = first_invalid_byte(*result.bytes); wrong || utf16) {
        const Span span = wrong ? Span{*wrong, *wrong + 1} : Span{};
        problems.error(
            "not-utf8", {path, span},
            utf16 ? say("this file is saved as UTF-16", "este archivo está guardado en UTF-16")
                  : say("a letter here is not saved as UTF-8",
                        "aquí hay una letra que no está guardada en UTF-8"),
            say("open the file in your editor and save it with the encoding UTF-8",
                "abra el archivo en su editor y guárdelo con la codificación UTF-8"));
        return std::nullopt;
    }
    return std::move(result.bytes);
}

}  // namespace puebla
