#include "publishing/arrangement.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>

#include "publishing/checksum.h"
#include "publishing/failure.h"
#include "publishing/output_path.h"
#include "publishing/tree.h"

namespace puebla {

namespace {

using Names = std::unordered_set<std::string>;

bool is_asset(std::string_view path) {
    return path.starts_with("assets/");
}

bool path_before(const ManifestLine& a, const ManifestLine& b) {
    return a.path < b.path;
}

std::vector<ManifestLine> assets_of(const std::vector<ManifestLine>& lines) {
    std::vector<ManifestLine> assets;
    std::ranges::copy_if(lines, std::back_inserter(assets),
                         [](const ManifestLine& line) { return is_asset(line.path); });
    return assets;
}

// Still as it was published; an asset that someone changed or removed is not kept.
bool stands_as_listed(const ManifestLine& line, const OutputFolder& folder) {
    const ExistingFile file = read_file(folder.live.get(), line.path);
    return file.error == 0 && sha256_of(file.bytes) == line.checksum;
}

bool report_in_the_way(const std::string& path, const OutputFolder& folder, Diagnostics& problems) {
    problems.error("output-in-the-way", {},
                   say("\"{}\" was not written by Puebla and stands where the site has a page or "
                       "file of its own",
                       "«{}» no fue escrito por Puebla y ocupa el lugar de una página o un archivo "
                       "del sitio",
                       (folder.path / path).string()),
                   say("move it away, or rename it", "muévalo o cámbiele el nombre"));
    return false;
}

bool report_inner_mount_point(const std::string& path, const OutputFolder& folder,
                              Diagnostics& problems) {
    problems.error(
        "cannot-exchange", {},
        say("\"{}\" is a mount point: if the output were exchanged for a new folder, what is "
            "mounted there would stay with the old one",
            "«{}» es un punto de montaje: si la salida se cambiara por una carpeta nueva, lo que "
            "está montado allí se quedaría con la vieja",
            (folder.path / path).string()),
        say("mount it elsewhere, or write into the output file by file with --in-place",
            "móntelo en otro lugar, o escriba en la salida archivo por archivo con --in-place"));
    return false;
}

Names listed_paths(const Manifest& manifest) {
    Names names;
    for (const auto* lines : {&manifest.files, &manifest.kept}) {
        for (const ManifestLine& line : *lines) {
            names.insert(line.path);
        }
    }
    return names;
}

Names folders_of_all(const Names& paths) {
    Names folders;
    for (const std::string& path : paths) {
        for (std::string& folder : folders_of(path)) {
            folders.insert(std::move(folder));
        }
    }
    return folders;
}

bool add_owners(Arrangement& next, const std::vector<StagedFile>& files, const OutputFolder& folder,
                Diagnostics& problems) {
    std::vector<TreeEntry> entries;
    const std::vector<std::string> ours = {manifest_name, inner_work_folder};
    if (const int error = list_tree(folder.live.get(), ours, entries)) {
        report_failure(error, folder.path.string(), problems);
        return false;
    }
    const Names listed = listed_paths(folder.manifest);
    const Names listed_folders = folders_of_all(listed);
    std::map<std::string_view, bool> changed;
    for (const StagedFile& file : files) {
        changed.emplace(file.path, file.changed);
    }
    const auto is_below_a_file = [&](const std::string& path) {
        return std::ranges::any_of(
            folders_of(path), [&](const std::string& above) { return changed.contains(above); });
    };
    bool free_way = true;
    for (TreeEntry& entry : entries) {
        if (entry.is_folder && folder.mode == PublishMode::exchange &&
            is_mount_point(folder.live.get(), entry.path)) {
            free_way = report_inner_mount_point(entry.path, folder, problems);
            continue;
        }
        const Names& ours_there = entry.is_folder ? listed_folders : listed;
        const auto wanted = changed.find(entry.path);
        const bool adopted = wanted != changed.end() && !wanted->second;
        if (ours_there.contains(entry.path) || adopted) {
            continue;
        }
        const bool is_wanted_folder = next.folders.contains(entry.path);
        if (wanted != changed.end() || (!entry.is_folder && is_wanted_folder) ||
            is_below_a_file(entry.path)) {
            free_way = report_in_the_way(entry.path, folder, problems);
        } else if (!entry.is_folder) {
            next.owners_files.push_back(std::move(entry.path));
        } else if (!is_wanted_folder) {
            next.owners_folders.push_back(std::move(entry.path));
        }
    }
    return free_way;
}

}  // namespace

Manifest next_manifest(const std::vector<StagedFile>& files, const OutputFolder& folder) {
    Manifest next;
    next.files.reserve(files.size());
    for (const StagedFile& file : files) {
        next.files.push_back({file.checksum, file.path});
    }
    const auto before = assets_of(folder.manifest.files);
    const auto now = assets_of(next.files);
    if (std::ranges::equal(before, now, {}, &ManifestLine::path, &ManifestLine::path)) {
        next.kept = folder.manifest.kept;
    } else {
        std::ranges::set_difference(before, now, std::back_inserter(next.kept), path_before);
    }
    std::erase_if(next.kept,
                  [&](const ManifestLine& line) { return !stands_as_listed(line, folder); });
    return next;
}

std::optional<Arrangement> arrange(const std::vector<StagedFile>& files, Manifest manifest,
                                   const OutputFolder& folder, Diagnostics& problems) {
    Arrangement next;
    next.manifest = std::move(manifest);
    const Names wanted = listed_paths(next.manifest);
    for (const std::string& path : folders_of_all(wanted)) {
        next.folders.insert(path);
    }
    for (const StagedFile& file : files) {
        if (!file.changed) {
            next.from_live.push_back(file.path);
        }
    }
    for (const ManifestLine& line : next.manifest.kept) {
        next.from_live.push_back(line.path);
    }
    for (const std::string& path : listed_paths(folder.manifest)) {
        if (!wanted.contains(path)) {
            next.removed.push_back(path);
        }
    }
    std::ranges::sort(next.removed);
    if (folder.live && !add_owners(next, files, folder, problems)) {
        return std::nullopt;
    }
    return next;
}

}  // namespace puebla
