#include "content/sort_files.h"

#include <algorithm>
#include <set>

#include "content/table_entries.h"
#include "foundation/suggestion.h"

namespace puebla {

namespace {

constexpr std::string_view root = "content/";
constexpr std::string_view prose_ending = ".md";

bool is_prose(std::string_view name) {
    return name.ends_with(prose_ending) && name.find('/') == std::string_view::npos;
}

std::string name_in(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

// "record.json.txt": some editors add an ending of their own.
bool is_longer(std::string_view name, std::string_view wanted) {
    return name.size() > wanted.size() + 1 && name.starts_with(wanted) &&
           name[wanted.size()] == '.';
}

// Names of files that are read at each depth; prose is known by its ending.
const std::vector<std::string>& names_at_depth(std::size_t steps) {
    static const std::vector<std::string> names[] = {
        {"site.json"}, {"collection.json", "records.json"}, {"record.json"}};
    return names[steps - 1];
}

bool is_among(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::vector<std::string> steps_of(const std::string& path) {
    std::vector<std::string> steps;
    std::size_t at = root.size();
    while (steps.size() < 2) {
        const std::size_t slash = path.find('/', at);
        if (slash == std::string::npos) {
            break;
        }
        steps.push_back(path.substr(at, slash - at));
        at = slash + 1;
    }
    steps.push_back(path.substr(at));
    return steps;
}

bool has_a_role(const std::vector<std::string>& steps) {
    return is_among(names_at_depth(steps.size()), steps.back()) ||
           (steps.size() == 3 && is_prose(steps.back()));
}

void FileSorter::take(const std::string& path, ReadFile file) {
    const std::vector<std::string> steps = steps_of(path);
    if (take_folder_in_place_of_a_file(steps)) {
        return;
    }
    if (steps.size() == 2) {
        take_collection_file(path, steps, std::move(file));
    } else if (steps.size() == 3) {
        take_entry_file(path, steps, std::move(file));
    } else if (path == tree_.site_file) {
        has_site_ = true;
        tree_.site = std::move(file.json);
    } else {
        strays_[""].push_back(path);
    }
}

// Names of collections and entries have no dot; that of a file has one.
void FileSorter::take_closed(const std::string& path) {
    const std::vector<std::string> steps = steps_of(path);
    const bool is_folder = name_in(path).find('.') == std::string::npos;
    if (path == tree_.site_file) {
        has_site_ = true;
    } else if (steps.size() == 1 && is_folder) {
        collection_called(steps[0]).settings_file = path;
    } else if (steps.size() == 2 && is_folder) {
        entry_called(steps[0], steps[1]).broken = true;
    }
}

ContentTree FileSorter::finish() {
    if (!has_site_ && !report_slip(strays_[""], "site.json")) {
        problems_.error(
            "file-missing", {},
            say("there is no content/site.json here", "aquí no hay content/site.json"),
            say("run puebla in the folder that holds content/ and themes/, or name it with "
                "--source",
                "ejecute puebla en la carpeta que contiene content/ y themes/, o indíquela "
                "con --source"));
    } else if (has_site_) {
        report_strays(strays_[""], "");
    }
    for (auto& [name, collection] : collections_) {
        finish_collection(collection);
        tree_.collections.push_back(std::move(collection));
    }
    return std::move(tree_);
}

// Its files are what is found; the folder itself stands where a file is read.
bool FileSorter::take_folder_in_place_of_a_file(const std::vector<std::string>& steps) {
    std::vector<std::string> way = {steps.front()};
    if (steps.size() > 1 && !is_among(names_at_depth(1), way.back())) {
        way.push_back(steps[1]);
        if (steps.size() > 2 && !is_among(names_at_depth(2), way.back())) {
            way.push_back(steps[2].substr(0, steps[2].find('/')));
        }
    }
    const bool is_the_file = way == steps;
    if (is_the_file || !has_a_role(way)) {
        return false;
    }
    const std::string path = std::string(root) + fmt::to_string(fmt::join(way, "/"));
    problems_.error("file-unreadable", {path, {}},
                    say("this must be a file, and it is a folder",
                        "esto debe ser un archivo, y es una carpeta"),
                    say("take out what it holds, and write the file in its place",
                        "saque lo que contiene y escriba el archivo en su lugar"));
    if (way.size() == 1) {
        has_site_ = true;
    } else if (way.size() == 2) {
        collection_called(way[0]).settings_file = path;
    } else {
        entry_called(way[0], way[1]).broken = true;
    }
    return true;
}

void FileSorter::take_collection_file(const std::string& path,
                                      const std::vector<std::string>& steps, ReadFile file) {
    CollectionFiles& collection = collection_called(steps[0]);
    if (steps[1] == "collection.json") {
        collection.settings_file = path;
        if (expect_object(path, file.json, problems_)) {
            collection.settings = std::move(file.json);
        }
    } else if (steps[1] == "records.json") {
        collection.has_table = true;
        collection.entries = entries_of_table(path, file.json, problems_);
    } else {
        strays_[steps[0]].push_back(path);
    }
}

void FileSorter::take_entry_file(const std::string& path, const std::vector<std::string>& steps,
                                 ReadFile file) {
    EntryFiles& entry = entry_called(steps[0], steps[1]);
    if (steps[2] == "record.json") {
        entry.record_file = path;
        entry.broken |= !expect_object(path, file.json, problems_);
        entry.record = std::move(file.json);
    } else if (!is_prose(steps[2])) {
        entry.attachments.push_back(path);
    } else if (file.text) {
        const std::string language = steps[2].substr(0, steps[2].size() - prose_ending.size());
        entry.prose[language] = {path, std::move(*file.text)};
    } else {
        entry.broken = true;
    }
}

CollectionFiles& FileSorter::collection_called(const std::string& name) {
    CollectionFiles& collection = collections_[name];
    collection.name = name;
    return collection;
}

EntryFiles& FileSorter::entry_called(const std::string& collection, const std::string& name) {
    collection_called(collection);
    EntryFiles& entry = entries_[collection][name];
    if (entry.name.empty()) {
        entry.name = name;
        entry.record_file = std::string(root) + collection + "/" + name;
    }
    return entry;
}

// A collection may have both a table and entries with folders, under different names.
void FileSorter::finish_collection(CollectionFiles& collection) {
    const std::vector<std::string>& strays = strays_[collection.name];
    if (!collection.settings_file.empty()) {
        report_strays(strays, collection.name);
    } else if (!report_slip(strays, "collection.json")) {
        // It stays, without settings: what refers to its entries is not to blame.
        problems_.error("collection-missing", {std::string(root) + collection.name, {}},
                        say("the folder \"{}\" has no collection.json",
                            "la carpeta «{}» no tiene collection.json", collection.name),
                        say("add one, or move the files into an entry of a collection",
                            "agregue uno o mueva los archivos a una entrada de una colección"));
    }
    std::set<std::string> rows;
    for (const EntryFiles& row : collection.entries) {
        rows.insert(row.name);
    }
    for (auto& [name, entry] : entries_[collection.name]) {
        if (rows.contains(name)) {
            problems_.error("duplicate-entry", {entry.record_file, {}},
                            say("records.json has an entry \"{}\" too",
                                "records.json también tiene una entrada «{}»", name),
                            say("keep one of them", "deje solo una"));
            continue;
        }
        finish_entry(entry);
        collection.entries.push_back(std::move(entry));
    }
}

void FileSorter::finish_entry(EntryFiles& entry) {
    const std::string folder = entry.record_file + "/";
    if (entry.broken || !entry.record.is_null() || entry.record_file.ends_with("/record.json")) {
        return;
    }
    std::vector<std::string> beside;
    std::copy_if(entry.attachments.begin(), entry.attachments.end(), std::back_inserter(beside),
                 [&](const std::string& path) {
                     return (path.ends_with(".json") || is_longer(name_in(path), "record.json")) &&
                            path.find('/', folder.size()) == std::string::npos;
                 });
    entry.broken = report_slip(beside, "record.json");
}

void FileSorter::report_strays(const std::vector<std::string>& paths, const std::string& folder) {
    for (const std::string& path : paths) {
        problems_.warning("stray-file", {path, {}},
                          say("this file has no role here and is left out",
                              "este archivo no tiene función aquí y queda fuera"),
                          did_you_mean(name_in(path), names_at_depth(folder.empty() ? 1 : 2)));
    }
}

// A file of almost the right name, where that file is missing, explains why everything else is.
bool FileSorter::report_slip(const std::vector<std::string>& paths, const char* missing) {
    const auto slip = std::find_if(paths.begin(), paths.end(), [&](const std::string& path) {
        return is_longer(name_in(path), missing) || !nearest_name(name_in(path), {missing}).empty();
    });
    if (slip == paths.end()) {
        return false;
    }
    problems_.error("stray-file", {*slip, {}},
                    say("\"{}\" is missing here, and this file has almost its name",
                        "aquí falta «{}», y este archivo se llama casi igual", missing),
                    say("rename it to \"{}\"", "cámbiele el nombre a «{}»", missing));
    return true;
}

}  // namespace puebla
