#include <set>

#include "content/content_tree.h"
#include "content/sort_files.h"
#include "foundation/read_json.h"
#include "foundation/read_text.h"

namespace puebla {

namespace {

constexpr const char* site_file = "content/site.json";

// Names that begin with a dot are not content.
bool hidden(const std::string& path) {
    return path.find("/.") != std::string::npos;
}

ReadFile read_one(const FileSystem& files, const std::string& path, Diagnostics& problems) {
    ReadFile result;
    result.text = read_text(files, path, problems);
    if (result.text && path.ends_with(".json")) {
        const bool table = path.ends_with("/records.json");
        result.json =
            read_json(path, *result.text, problems, table ? JsonShape::list : JsonShape::object);
        result.text.reset();
    }
    return result;
}

void report_closed_folder(const std::string& path, Diagnostics& problems) {
    problems.error("file-unreadable", {path, {}},
                   say("this folder cannot be opened", "no se puede abrir esta carpeta"),
                   say("give yourself permission to read it", "dese permiso para leerla"));
}

// Whether a path leads to nothing that could be left out quietly: a folder that may not be opened,
// a link that leads out. What is attached to an entry is asked only when it is published.
bool report_closed(const FileSystem& files, const std::string& path, Diagnostics& problems) {
    if (files.is_folder(path)) {
        report_closed_folder(path, problems);
        return true;
    }
    const std::vector<std::string> steps = steps_of(path);
    if (steps.size() == 3 || has_a_role(steps)) {
        return false;
    }
    const ReadResult result = files.read(path);
    if (!result.bytes) {
        report_read_failure(result.failure, path, problems);
    }
    return !result.bytes;
}

// Somebody began an entry or a collection, and nothing of it would be seen.
void report_empty_folders(const FileSystem& files, const std::vector<std::string>& paths,
                          Diagnostics& problems) {
    std::set<std::string, std::less<>> filled;
    for (const std::string& path : paths) {
        for (std::size_t slash = path.find('/'); slash != std::string::npos;
             slash = path.find('/', slash + 1)) {
            filled.insert(path.substr(0, slash));
        }
        filled.insert(path);
    }
    const auto report = [&](const std::string& folder, const Message& help) {
        const bool empty = !hidden(folder) && !filled.contains(folder);
        if (empty) {
            problems.warning("stray-file", {folder, {}},
                             say("this folder is empty and is left out",
                                 "esta carpeta está vacía y queda fuera"),
                             help);
        }
        return empty;
    };
    for (const std::string& collection : files.folders_in("content")) {
        const std::string folder = "content/" + collection;
        if (hidden(folder) || report(folder, say("write collection.json in it, or delete it",
                                                 "escriba en ella collection.json, o bórrela"))) {
            continue;
        }
        for (const std::string& entry : files.folders_in(folder)) {
            report(fmt::format("{}/{}", folder, entry),
                   say("write the record and the texts of the entry in it, or delete it",
                       "escriba en ella el registro y los textos de la entrada, o bórrela"));
        }
    }
}

}  // namespace

ContentTree read_content(const FileSystem& files, Workers workers, Diagnostics& problems) {
    std::vector<std::string> paths;
    const bool leads_out = files.read("content").failure == ReadFailure::outside;
    for (std::string& path : files.files_below("content")) {
        if (!hidden(path) && !leads_out) {
            paths.push_back(std::move(path));
        }
    }
    std::vector<ReadFile> read = parallel_map(
        workers, paths, problems, [&](const std::string& path, Diagnostics& found) -> ReadFile {
            return has_a_role(steps_of(path)) ? read_one(files, path, found) : ReadFile{};
        });

    FileSorter sorter(problems);
    if (leads_out) {
        report_read_failure(ReadFailure::outside, "content", problems);
        sorter.take_closed(site_file);
        return sorter.finish();
    }
    if (paths.empty() && files.read(site_file).failure == ReadFailure::unreadable) {
        report_closed_folder("content", problems);
        sorter.take_closed(site_file);
    }
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (report_closed(files, paths[i], problems)) {
            sorter.take_closed(paths[i]);
        } else {
            sorter.take(paths[i], std::move(read[i]));
        }
    }
    report_empty_folders(files, paths, problems);
    return sorter.finish();
}

}  // namespace puebla
