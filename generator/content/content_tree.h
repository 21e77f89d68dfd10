// What lies in content/, not yet understood.
//
// Every folder below content/ is a collection with its collection.json; every folder below that is
// an entry: record.json for facts, one .md file for each language, and attachments. A collection
// may instead keep all its records in one file, records.json. Names that begin with a dot are not
// content.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/file_system.h"
#include "foundation/parallel.h"
#include "foundation/value.h"

namespace puebla {

struct TextFile {
    std::string file;  // "content/members/mexico/es.md"
    std::string text;
};

struct EntryFiles {
    std::string name;         // "mexico"
    std::string record_file;  // where the record stands, or the entry's folder where there is none
    Value record;             // null where there is none
    bool broken = false;      // the record could not be read; what depends on it stays silent
    std::map<std::string, TextFile> prose;  // by the name before ".md": "es"
    std::vector<std::string> attachments;   // full paths
};

struct CollectionFiles {
    std::string name;           // "members"
    std::string settings_file;  // "content/members/collection.json"
    Value settings;
    bool has_table = false;           // records.json: entries without folders
    std::vector<EntryFiles> entries;  // by name; those of a table in its order
};

struct ContentTree {
    std::string site_file = "content/site.json";
    Value site;
    std::vector<CollectionFiles> collections;  // by name
};

ContentTree read_content(const FileSystem& files, Workers workers, Diagnostics& problems);

}  // namespace puebla
