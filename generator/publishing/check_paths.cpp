#include "publishing/check_paths.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "publishing/output_path.h"

namespace puebla {

namespace {

// The file that was written; what the program makes itself is named as it would be.
Place place_of(const OutputFile& file) {
    return {file.source.empty() ? file.path : file.source, {}};
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

void check_folders(const OutputFile& file,
                   const std::unordered_map<std::string, const OutputFile*>& by_path,
                   Diagnostics& problems) {
    for (const std::string& folder : folders_of(file.path)) {
        if (by_path.contains(folder)) {
            problems.error("output-path-twice", place_of(file),
                           say("\"{}\" would be a file and a folder of the site at once",
                               "«{}» sería a la vez un archivo y una carpeta del sitio", folder),
                           say("choose another address or name for one of them",
                               "elija otra dirección u otro nombre para uno de los dos"));
        }
    }
}

void warn_of_case_twins(const std::vector<OutputFile>& files, Diagnostics& problems) {
    std::map<std::string, const OutputFile*> by_lower_case;
    for (const OutputFile& file : files) {
        const auto [twin, fresh] = by_lower_case.emplace(lower_case(file.path), &file);
        if (!fresh && twin->second->path != file.path) {
            problems.warning(
                "paths-differ-by-case", place_of(file),
                say("\"{}\" and \"{}\" differ only in capital letters, which Windows and macOS do "
                    "not tell apart",
                    "«{}» y «{}» solo se distinguen por las mayúsculas, que Windows y macOS no "
                    "distinguen",
                    twin->second->path, file.path),
                say("give one of them another name", "dé otro nombre a uno de los dos"));
        }
    }
}

}  // namespace

void check_paths(const std::vector<OutputFile>& files, Diagnostics& problems) {
    std::unordered_map<std::string, const OutputFile*> by_path;
    for (const OutputFile& file : files) {
        if (const Message fault = fault_of_path(file.path); !fault.empty()) {
            report_path_fault(place_of(file), file.path, fault, problems);
        } else if (!by_path.emplace(file.path, &file).second) {
            report_path_twice(place_of(file), file.path, problems);
        }
    }
    for (const OutputFile& file : files) {
        check_folders(file, by_path, problems);
    }
    warn_of_case_twins(files, problems);
}

void report_path_fault(const Place& place, const std::string& path, const Message& fault,
                       Diagnostics& problems) {
    problems.error("output-path-impossible", place,
                   say("the site cannot have a file \"{}\": {}",
                       "el sitio no puede tener un archivo «{}»: {}", path, fault),
                   say("rename the file, or shorten the slug",
                       "cambie el nombre del archivo o acorte el slug"));
}

void report_path_twice(const Place& place, const std::string& path, Diagnostics& problems) {
    problems.error(
        "output-path-twice", place,
        say("two files of the site would be \"{}\"", "dos archivos del sitio serían «{}»", path),
        say("choose another address or name for one of them",
            "elija otra dirección u otro nombre para uno de los dos"));
}

}  // namespace puebla
