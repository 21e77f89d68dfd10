#include "publishing/latecomers.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <unordered_set>

#include "publishing/failure.h"
#include "publishing/output_path.h"
#include "publishing/tree.h"

namespace puebla {

namespace {

constexpr const char* owners_name = "owners";
constexpr const char* aside_name = "aside";

// Takes "17 " from the front.
template <typename Number>
bool take_number(std::string_view& text, Number& number) {
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr == end || *read.ptr != ' ') {
        return false;
    }
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()) + 1);
    return true;
}

OwnersFiles read_owners(const Handle& work) {
    const ExistingFile list = read_file(work.get(), owners_name);
    OwnersFiles owners;
    std::string_view text = list.bytes;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\0'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        FileIdentity file;
        std::string_view rest = line;
        if (take_number(rest, file.inode) && take_number(rest, file.birth)) {
            owners.emplace(rest, file);
        }
    }
    return owners;
}

class Carrier {
  public:
    Carrier(const OutputFolder& folder, const LiveTree& live, Diagnostics& problems)
        : folder_(folder), live_(live), problems_(problems) {}

    int carry() {
        previous_ = open_folder(folder_.work.get(), "previous");
        if (!previous_) {
            return errno == ENOENT ? 0 : errno;
        }
        const ExistingFile list = read_file(previous_.get(), manifest_name);
        const auto manifest = list.error == 0 ? read_manifest(list.bytes) : Manifest{};
        if (!manifest) {
            return 0;  // somebody changed the list: nobody knows what is whose
        }
        known_ = read_owners(folder_.work);
        know(*manifest, listed_);
        know(live_.manifest, taken_);

        std::vector<TreeEntry> entries;
        if (const int error = list_tree(previous_.get(), {manifest_name}, entries)) {
            return error;
        }
        int first_error = 0;
        for (const TreeEntry& entry : entries) {
            const int error = listed_.contains(entry.path) ? 0 : take(entry);
            first_error = first_error == 0 ? error : first_error;
        }
        return first_error;
    }

  private:
    static void know(const Manifest& manifest, std::unordered_set<std::string>& paths) {
        for (const auto* lines : {&manifest.files, &manifest.kept}) {
            for (const ManifestLine& line : *lines) {
                paths.insert(line.path);
                for (std::string& above : folders_of(line.path)) {
                    paths.insert(std::move(above));
                }
            }
        }
    }

    int take(const TreeEntry& entry) {
        const auto known = known_.find(entry.path);
        const FileIdentity there = identity_of(live_.root.get(), entry.path);
        if (entry.is_folder) {
            return known != known_.end() || there ? 0 : make_folder_of(entry.path);
        }
        const FileIdentity here = identity_of(previous_.get(), entry.path);
        const bool shared = known != known_.end() && known->second == here;
        if (!here || here == there || shared) {
            return 0;
        }
        // What stands there may be the file that the owner has replaced by this one.
        const bool replaced = known != known_.end() && known->second == there;
        if (taken_.contains(entry.path) || (there && !replaced)) {
            return put_aside(entry.path,
                             say("the name was taken meanwhile", "entre tanto el nombre se ocupó"));
        }
        const int error = move(entry.path);
        return error == 0 ? 0 : put_aside(entry.path, reason_of(error));
    }

    int make_folder_of(const std::string& path) {
        const int error = make_folder(live_.root.get(), path);
        copy_permissions(previous_.get(), live_.root.get(), path);
        return error;
    }

    int move(const std::string& path) {
        const int error = make_folders_above(live_.root.get(), path);
        return error != 0 ? error : take_out(previous_.get(), live_.root.get(), path);
    }

    int put_aside(const std::string& path, const Message& reason) {
        int error = make_folder(folder_.work.get(), aside_name);
        const Handle aside = open_folder(folder_.work.get(), aside_name);
        if (error != 0 || !aside) {
            return error != 0 ? error : errno;
        }
        error = make_folders_above(aside.get(), path);
        error = error != 0 ? error : take_out(previous_.get(), aside.get(), path);
        if (error != 0) {
            return error;
        }
        problems_.warning(
            "output-in-the-way", {},
            say("\"{}\" was put into the output while the site was being published, and could not "
                "be carried over: {}",
                "«{}» se puso en la salida mientras se publicaba el sitio y no se pudo trasladar: "
                "{}",
                (folder_.path / path).string(), reason),
            say("it is kept as \"{}\": move it back, under another name if need be",
                "se guarda como «{}»: devuélvalo a su lugar, con otro nombre si hace falta",
                (folder_.work_path() / aside_name / path).string()));
        return 0;
    }

    const OutputFolder& folder_;
    const LiveTree& live_;
    Diagnostics& problems_;
    Handle previous_;
    OwnersFiles known_;
    std::unordered_set<std::string> listed_;  // in `previous`, with the folders above them
    std::unordered_set<std::string> taken_;   // by pages of the published site
};

}  // namespace

void forget_owners(const Handle& work) {
    remove_file(work.get(), owners_name);
}

int write_owners(const Handle& work, const OwnersFiles& owners) {
    if (owners.empty()) {
        return 0;
    }
    std::string text;
    for (const auto& [path, file] : owners) {
        text += fmt::format("{} {} {}", file.inode, file.birth, path) + '\0';
    }
    return write_file(work.get(), owners_name, text);
}

int carry_latecomers(const OutputFolder& folder, const LiveTree& live, Diagnostics& problems) {
    return Carrier(folder, live, problems).carry();
}

void drop_removed(const OutputFolder& folder, const LiveTree& live) {
    const Handle previous = open_folder(folder.work.get(), "previous");
    for (const auto& [path, file] : read_owners(folder.work)) {
        const bool removed = previous && file && !identity_of(previous.get(), path);
        if (removed && identity_of(live.root.get(), path) == file) {
            remove_file(live.root.get(), path);
        }
    }
}

}  // namespace puebla
