// Gives the files of content/ their roles, folder by folder.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/content_tree.h"

namespace puebla {

// The text of prose or the value of a record; neither where the file could not be read.
struct ReadFile {
    std::optional<std::string> text;
    Value json;
};

// "content/members/mexico/es.md" → {"members", "mexico", "es.md"}; deeper folders stay in the last.
std::vector<std::string> steps_of(const std::string& path);

// Whether such a file is read. Attachments are only listed, whatever they hold.
bool has_a_role(const std::vector<std::string>& steps);

class FileSorter {
  public:
    explicit FileSorter(Diagnostics& problems) : problems_(problems) {}

    // Paths come sorted, each once.
    void take(const std::string& path, ReadFile file);

    // A path that cannot be read, which is reported: what depends on it stays silent.
    void take_closed(const std::string& path);

    ContentTree finish();

  private:
    void take_collection_file(const std::string& path, const std::vector<std::string>& steps,
                              ReadFile file);
    void take_entry_file(const std::string& path, const std::vector<std::string>& steps,
                         ReadFile file);
    bool take_folder_in_place_of_a_file(const std::vector<std::string>& steps);
    CollectionFiles& collection_called(const std::string& name);
    EntryFiles& entry_called(const std::string& collection, const std::string& name);
    void finish_collection(CollectionFiles& collection);
    void finish_entry(EntryFiles& entry);
    void report_strays(const std::vector<std::string>& paths, const std::string& folder);
    bool report_slip(const std::vector<std::string>& paths, const char* missing);

    ContentTree tree_;
    Diagnostics& problems_;
    bool has_site_ = false;
    std::map<std::string, std::vector<std::string>> strays_;  // by collection; "" at the top
    std::map<std::string, CollectionFiles> collections_;
    std::map<std::string, std::map<std::string, EntryFiles>> entries_;
};

}  // namespace puebla
