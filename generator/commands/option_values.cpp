#include "commands/option_values.h"

#include <algorithm>
#include <charconv>

#include "foundation/suggestion.h"
#include "locale/partial_date.h"
#include "model/site_address.h"

namespace puebla {

namespace {

namespace fs = std::filesystem;

bool refuse(const std::string& option, const Message& reason, const Message& help,
            Diagnostics& problems) {
    problems.error("wrong-option", {}, say("{}: {}", "{}: {}", option, reason), help);
    return false;
}

// The place a path leads to, links followed as far as they exist.
fs::path real_path(const fs::path& path) {
    std::error_code failure;
    fs::path real = fs::weakly_canonical(fs::absolute(path), failure);
    if (failure) {
        real = fs::absolute(path).lexically_normal();
    }
    return real.has_filename() ? real : real.parent_path();
}

bool lies_in(const fs::path& inner, const fs::path& outer) {
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
           outer.end();
}

}  // namespace

bool is_source_folder(const std::string& option, const std::string& value, Diagnostics& problems) {
    std::error_code failure;
    if (fs::is_directory(value, failure)) {
        return true;
    }
    const bool exists = fs::exists(value, failure);
    return refuse(option,
                  exists ? say("\"{}\" is not a folder", "«{}» no es una carpeta", value)
                         : say("there is no folder \"{}\"", "no existe la carpeta «{}»", value),
                  say("name the folder that holds content/ and themes/",
                      "indique la carpeta que contiene content/ y themes/"),
                  problems);
}

bool is_output_folder(const std::string& option, const std::string& value, Diagnostics& problems) {
    return !value.empty() ||
           refuse(option,
                  say("the name of the folder is empty", "el nombre de la carpeta está vacío"),
                  say("leave the option out to publish to public in the source folder",
                      "omita la opción para publicar en public, en la carpeta de origen"),
                  problems);
}

bool is_site_address(const std::string& option, const std::string& value, Diagnostics& problems) {
    const Message fault = fault_of_site_address(value);
    return fault.empty() ||
           refuse(option,
                  say("\"{}\" is not the address of a site: {}",
                      "«{}» no es la dirección de un sitio: {}", value, fault),
                  say("write it like https://example.org/", "escríbala como https://example.org/"),
                  problems);
}

bool is_full_date(const std::string& option, const std::string& value, Diagnostics& problems) {
    const auto date = parse_date(value);
    return (date && date->day != 0) ||
           refuse(
               option, say("\"{}\" is not a full date", "«{}» no es una fecha completa", value),
               say("write year, month and day: 2024-12-31", "escriba año, mes y día: 2024-12-31"),
               problems);
}

bool is_worker_count(const std::string& option, const std::string& value, Diagnostics& problems) {
    unsigned count = 0;
    const char* end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, count);
    return (read.ec == std::errc() && read.ptr == end && count >= 1 && count <= most_workers) ||
           refuse(
               option,
               say("\"{}\" is not a number of workers", "«{}» no es un número de trabajos", value),
               say("write a whole number from 1 to {}", "escriba un número entero de 1 a {}",
                   most_workers),
               problems);
}

bool is_message_language(const std::string& option, const std::string& value,
                         Diagnostics& problems) {
    return value == "es" || value == "en" ||
           refuse(option, say("there are no messages in \"{}\"", "no hay mensajes en «{}»", value),
                  say("write es for Spanish or en for English",
                      "escriba es para español o en para inglés"),
                  problems);
}

bool theme_exists(const Options& options, Diagnostics& problems) {
    if (!options.build.theme) {
        return true;
    }
    std::error_code failure;
    std::vector<std::string> known;
    for (const auto& entry : fs::directory_iterator(options.source / "themes", failure)) {
        if (fs::exists(entry.path() / "theme.json", failure)) {
            known.push_back(entry.path().filename().string());
        }
    }
    std::sort(known.begin(), known.end());
    const std::string& name = *options.build.theme;
    return std::find(known.begin(), known.end(), name) != known.end() ||
           refuse("--theme", say("there is no theme \"{}\"", "no existe el tema «{}»", name),
                  known.empty() ? say("themes lie in themes/ of the source folder",
                                      "los temas están en themes/ de la carpeta de origen")
                                : did_you_mean(name, known),
                  problems);
}

bool output_is_apart(const Options& options, Diagnostics& problems) {
    const fs::path out = real_path(options.output());
    const fs::path source = real_path(options.source);
    const Message help =
        say("choose another folder, such as {}, where the site is put without --out",
            "elija otra carpeta, como {}, donde queda el sitio sin --out",
            (options.source / "public").lexically_normal().string());
    if (lies_in(source, out)) {
        problems.error("output-in-source", {},
                       say("the output folder \"{}\" is the source folder or holds it",
                           "la carpeta de salida «{}» es la carpeta de origen o la contiene",
                           options.output().string()),
                       help);
        return false;
    }
    for (const char* name : {"content", "themes"}) {
        if (lies_in(out, real_path(options.source / name))) {
            problems.error("output-in-source", {},
                           say("the output folder \"{}\" lies in {}/, among the files that people "
                               "write",
                               "la carpeta de salida «{}» está en {}/, entre los archivos que "
                               "escriben las personas",
                               options.output().string(), name),
                           help);
            return false;
        }
    }
    return true;
}

}  // namespace puebla
