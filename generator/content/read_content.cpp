#include <set>

#include "content/content_tree.h"
#include "foundation/read_json.h"
#include "foundation/read_text.h"
#include "foundation/suggestion.h"

namespace puebla {

namespace {

constexpr std::string_view root = "content/";

bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

bool is_prose(const std::string& name) {
    return ends_with(name, ".md") && name.find('/') == std::string::npos;
}

// "content/members/mexico/es.md" → {"members", "mexico", "es.md"}; deeper folders stay in the last.
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

bool hidden(const std::vector<std::string>& steps) {
    for (const std::string& step : steps) {
        if (step.empty() || step[0] == '.' || step.find("/.") != std::string::npos) {
            return true;
        }
    }
    return false;
}

// Prose and records are read; attachments are only listed, whatever they hold.
bool has_a_role(const std::vector<std::string>& steps) {
    const std::string& name = steps.back();
    switch (steps.size()) {
        case 1:
            return name == "site.json";
        case 2:
            return name == "collection.json" || name == "records.json";
        default:
            return name == "record.json" || is_prose(name);
    }
}

// The text or record of one file; JSON is parsed where it is read, on the worker's core.
struct ReadFile {
    std::optional<std::string> text;
    Value json;
};

ReadFile read_one(const FileSystem& files, const std::string& path, Diagnostics& problems) {
    ReadFile result;
    result.text = read_text(files, path, problems);
    if (result.text && ends_with(path, ".json")) {
        result.json = read_json(path, *result.text, problems);
        result.text.reset();
    }
    return result;
}

// Gives the files their roles, folder by folder.
class Sorter {
  public:
    explicit Sorter(Diagnostics& problems) : problems_(problems) {}

    void take(const std::string& path, ReadFile file) {
        const std::vector<std::string> steps = steps_of(path);
        if (steps.size() == 1) {
            take_top(path, std::move(file));
        } else if (steps.size() == 2) {
            take_collection_file(path, steps, std::move(file));
        } else {
            take_entry_file(path, steps, std::move(file));
        }
    }

    ContentTree finish() {
        for (auto& [name, collection] : collections_) {
            if (collection.settings_file.empty()) {
                // It stays, without settings: what refers to its entries is not to blame.
                problems_.error(
                    "collection-missing", {std::string(root) + name, {}},
                    say("the folder \"{}\" has no collection.json",
                        "la carpeta «{}» no tiene collection.json", name),
                    say("add one, or move the files into an entry of a collection",
                        "agregue uno o mueva los archivos a una entrada de una colección"));
            }
            add_folders(collection, entries_[name]);
            tree_.collections.push_back(std::move(collection));
        }
        return std::move(tree_);
    }

  private:
    // A collection may have both a table and entries with folders, under different names.
    void add_folders(CollectionFiles& collection, std::map<std::string, EntryFiles>& folders) {
        std::set<std::string> rows;
        for (const EntryFiles& row : collection.entries) {
            rows.insert(row.name);
        }
        for (auto& [name, entry] : folders) {
            if (rows.count(name) > 0) {
                problems_.error("duplicate-entry", {entry.record_file, {}},
                                say("records.json has an entry \"{}\" too",
                                    "records.json también tiene una entrada «{}»", name),
                                say("keep one of them", "deje solo una"));
            } else {
                collection.entries.push_back(std::move(entry));
            }
        }
    }

    void take_top(const std::string& path, ReadFile file) {
        if (path == tree_.site_file) {
            tree_.site = std::move(file.json);
        } else {
            report_stray(path, {"site.json"});
        }
    }

    void take_collection_file(const std::string& path, const std::vector<std::string>& steps,
                              ReadFile file) {
        CollectionFiles& collection = collection_called(steps[0]);
        if (steps[1] == "collection.json") {
            collection.settings_file = path;
            if (is_object(path, file.json)) {
                collection.settings = std::move(file.json);
            }
        } else if (steps[1] == "records.json") {
            collection.has_table = true;
            take_table(collection, path, file.json);
        } else {
            report_stray(path, {"collection.json", "records.json"});
        }
    }

    void take_entry_file(const std::string& path, const std::vector<std::string>& steps,
                         ReadFile file) {
        collection_called(steps[0]);
        EntryFiles& entry = entries_[steps[0]][steps[1]];
        if (entry.name.empty()) {
            entry.name = steps[1];
            entry.record_file = std::string(root) + steps[0] + "/" + steps[1];
        }
        if (steps[2] == "record.json") {
            entry.record_file = path;
            entry.broken |= !is_object(path, file.json);
            entry.record = std::move(file.json);
        } else if (is_prose(steps[2])) {
            if (file.text) {
                const std::string language = steps[2].substr(0, steps[2].size() - 3);
                entry.prose[language] = {path, std::move(*file.text)};
            } else {
                entry.broken = true;
            }
        } else {
            entry.attachments.push_back(path);
        }
    }

    void take_table(CollectionFiles& collection, const std::string& path, const Value& table) {
        if (is_unread(table)) {
            return;
        }
        if (!table.list()) {
            problems_.error(
                "wrong-type", {path, table.span},
                say("records.json holds a list of records, not {}",
                    "records.json contiene una lista de registros, no {}", kind_of(table)));
            return;
        }
        std::set<std::string> names;
        for (const Value& record : *table.list()) {
            if (!record.is_map()) {
                const bool list = record.is_list();
                problems_.error(
                    "wrong-type",
                    {path, {record.span.begin, list ? record.span.begin + 1 : record.span.end}},
                    say("a record is an object, not {}", "un registro es un objeto, no {}",
                        kind_of(record)));
                continue;
            }
            const Value* id = record.find("id");
            if (!id || !id->is_string()) {
                problems_.error(
                    "missing-field", {path, {record.span.begin, record.span.begin + 1}},
                    say("this record has no \"id\"", "este registro no tiene «id»"),
                    say("give every record an \"id\" of lower-case letters, digits and hyphens",
                        "dé a cada registro un «id» de minúsculas, dígitos y guiones"));
                continue;
            }
            if (!names.insert(*id->string()).second) {
                problems_.error("duplicate-entry", {path, id->span},
                                say("the id \"{}\" is given twice", "el id «{}» aparece dos veces",
                                    *id->string()));
                continue;
            }
            EntryFiles entry;
            entry.name = *id->string();
            entry.record_file = path;
            entry.record = record;
            collection.entries.push_back(std::move(entry));
        }
    }

    // A file that could not be read is null and has no place; that is already reported.
    static bool is_unread(const Value& value) { return value.is_null() && value.span == Span{}; }

    bool is_object(const std::string& path, const Value& value) {
        if (!value.is_map() && !is_unread(value)) {
            const std::size_t begin = value.span.begin;
            problems_.error("wrong-type",
                            {path, {begin, value.is_list() ? begin + 1 : value.span.end}},
                            say("this file must hold an object, not {}",
                                "este archivo debe contener un objeto, no {}", kind_of(value)),
                            say("write {{ … }}", "escriba {{ … }}"));
        }
        return value.is_map();
    }

    CollectionFiles& collection_called(const std::string& name) {
        CollectionFiles& collection = collections_[name];
        collection.name = name;
        return collection;
    }

    void report_stray(const std::string& path, const std::vector<std::string>& known) {
        const std::string name = path.substr(path.rfind('/') + 1);
        problems_.warning("stray-file", {path, {}},
                          say("this file has no role here and is left out",
                              "este archivo no tiene función aquí y queda fuera"),
                          did_you_mean(name, known));
    }

    ContentTree tree_;
    Diagnostics& problems_;
    std::map<std::string, CollectionFiles> collections_;
    std::map<std::string, std::map<std::string, EntryFiles>> entries_;
};

}  // namespace

ContentTree read_content(const FileSystem& files, Workers workers, Diagnostics& problems) {
    std::vector<std::string> paths;
    for (std::string& path : files.files_below("content")) {
        if (!hidden(steps_of(path))) {
            paths.push_back(std::move(path));
        }
    }
    std::vector<ReadFile> read = parallel_map(
        workers, paths, problems, [&](const std::string& path, Diagnostics& found) -> ReadFile {
            return has_a_role(steps_of(path)) ? read_one(files, path, found) : ReadFile{};
        });

    Sorter sorter(problems);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (files.is_folder(paths[i])) {
            report_read_failure(ReadFailure::unreadable, paths[i], problems);
            continue;
        }
        sorter.take(paths[i], std::move(read[i]));
    }
    ContentTree tree = sorter.finish();
    if (!files.exists(tree.site_file)) {
        problems.error(
            "file-missing", {tree.site_file, {}},
            say("there is no content/site.json here", "aquí no hay content/site.json"),
            say("run puebla in the folder that holds content/ and themes/, or name it with "
                "--source",
                "ejecute puebla en la carpeta que contiene content/ y themes/, o indíquela "
                "con --source"));
    }
    return tree;
}

}  // namespace puebla
