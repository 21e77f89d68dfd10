#include "foundation/read_text.h"

#include <algorithm>

#include "foundation/utf8.h"

namespace puebla {

void report_read_failure(ReadFailure failure, const std::string& path, Diagnostics& problems) {
    switch (failure) {
        case ReadFailure::missing:
            problems.error("file-missing", {path, {}},
                           say("this file does not exist", "este archivo no existe"));
            return;
        case ReadFailure::outside:
            problems.error("outside-source", {path, {}},
                           say("this link leads out of the source folder",
                               "este enlace simbólico lleva fuera de la carpeta de origen"),
                           say("put the file itself here", "ponga aquí el archivo mismo"));
            return;
        case ReadFailure::unreadable:
            problems.error("file-unreadable", {path, {}},
                           say("this file cannot be read", "no se puede leer este archivo"),
                           say("check its permissions", "revise sus permisos"));
            return;
        case ReadFailure::too_large:
            problems.error("file-too-large", {path, {}},
                           say("this file is too large", "este archivo es demasiado grande"),
                           say("publish large files elsewhere and link to them",
                               "publique los archivos grandes en otro lugar y enlácelos"));
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
        problems.error(
            "text-too-large", {path, {}},
            say("this text has {} bytes; the most is {}",
                "este texto tiene {} bytes; el máximo es {}", result.bytes->size(), longest_text),
            say("divide it into several entries", "divídalo en varias entradas"));
        return std::nullopt;
    }
    if (const auto wrong = first_invalid_byte(*result.bytes)) {
        const auto line =
            1 + std::count(result.bytes->begin(),
                           result.bytes->begin() + static_cast<std::ptrdiff_t>(*wrong), '\n');
        problems.error("not-utf8", {path, {*wrong, *wrong + 1}},
                       say("line {} holds a byte that is not UTF-8",
                           "la línea {} contiene un byte que no es UTF-8", line),
                       say("save the file with the encoding UTF-8",
                           "guarde el archivo con la codificación UTF-8"));
        return std::nullopt;
    }
    return std::move(result.bytes);
}

}  // namespace puebla
