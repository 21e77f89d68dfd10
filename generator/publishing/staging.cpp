#include "publishing/staging.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <unordered_set>

#include "publishing/arrangement.h"
#include "publishing/check_paths.h"
#include "publishing/checksum.h"
#include "publishing/failure.h"
#include "publishing/next_tree.h"
#include "publishing/output_path.h"
#include "publishing/publish_tree.h"
#include "publishing/tree.h"
#include "publishing/work_folder.h"

namespace puebla {

struct Staging::State {
    explicit State(OutputFolder opened) : folder(std::move(opened)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    // What was begun and not published goes; the published tree has not been touched.
    ~State() {
        if (next.begun() && !published) {
            remove_tree(folder.work.get(), "next");
        }
        if (folder.mode == PublishMode::in_place) {
            remove_work_folder_inside(folder);
        }
        if (folder.made_live && !published) {
            ::unlinkat(folder.parent.get(), folder.name().c_str(), AT_REMOVEDIR);
        }
    }

    bool add(StagedFile file) {
        const std::lock_guard guard(lock);
        const bool fresh = paths.insert(file.path).second;
        if (fresh) {
            files.push_back(std::move(file));
        }
        return fresh;
    }

    void count() {
        report.output = folder.path;
        report.files = files.size();
        for (const StagedFile& file : files) {
            report.bytes += file.size;
            report.changed += file.changed ? 1 : 0;
        }
    }

    // The tree is made whole, and all of it is on the disk before anybody sees it: otherwise a
    // power failure soon after could leave a site of empty pages.
    bool complete_tree(Diagnostics& problems) {
        std::string failed_path;
        int error = next.begun() ? 0 : next.begin(folder, problems);
        if (error == 0) {
            error = folder.mode == PublishMode::exchange
                        ? next.complete(folder, *arrangement, failed_path)
                        : prepare_in_place(*arrangement, folder);
        }
        if (error == 0) {
            failed_path.clear();
            error = flush(next.root());
        }
        if (error != 0) {
            report_failure(error, (folder.path / failed_path).string(), problems);
        }
        return error == 0;
    }

    OutputFolder folder;
    NextTree next;
    std::atomic<bool> disk_failed = false;
    std::atomic<bool> refused = false;
    std::optional<Arrangement> arrangement;  // none where there is nothing to publish
    PublishReport report;
    bool published = false;

    std::mutex lock;  // guards what follows
    std::vector<StagedFile> files;
    std::unordered_set<std::string> paths;
};

Staging::Staging(std::unique_ptr<State> state) : state_(std::move(state)) {}
Staging::Staging(Staging&&) noexcept = default;
Staging& Staging::operator=(Staging&&) noexcept = default;
Staging::~Staging() = default;

std::optional<Staging> Staging::open(const std::filesystem::path& output, PublishMode mode,
                                     Diagnostics& problems) {
    auto folder = open_output_folder(output, mode, problems);
    if (!folder) {
        return std::nullopt;
    }
    return Staging(std::make_unique<State>(std::move(*folder)));
}

bool Staging::write(const std::string& path, std::string_view bytes, Diagnostics& problems) {
    State& state = *state_;
    if (const Message fault = fault_of_path(path); !fault.empty()) {
        state.refused = true;
        report_path_fault({}, path, fault, problems);
        return false;
    }
    const bool same = state.folder.live && holds(state.folder.live.get(), path, bytes);
    if (!state.add({path, sha256_of(bytes), bytes.size(), !same})) {
        state.refused = true;
        report_path_twice({}, path, problems);
        return false;
    }
    if (same) {
        return true;
    }
    if (state.disk_failed) {
        return false;
    }
    if (const int error = state.next.write(state.folder, path, bytes, problems)) {
        if (!state.disk_failed.exchange(true)) {
            report_failure(error, (state.folder.path / path).string(), problems);
        }
        return false;
    }
    return true;
}

bool Staging::complete(Diagnostics& problems) {
    State& state = *state_;
    if (state.disk_failed || state.refused) {
        return false;
    }
    std::ranges::sort(state.files, {}, &StagedFile::path);

    state.count();
    Manifest manifest = next_manifest(state.files, state.folder);
    state.report.kept = manifest.kept.size();
    if (state.report.changed == 0 && text_of(manifest) == state.folder.manifest_text) {
        return true;
    }
    state.arrangement = arrange(state.files, std::move(manifest), state.folder, problems);
    if (!state.arrangement) {
        return false;
    }
    state.report.removed = state.arrangement->removed.size();
    return state.complete_tree(problems);
}

std::optional<PublishReport> Staging::publish(Diagnostics& problems) {
    State& state = *state_;
    if (state.arrangement) {
        state.published = state.folder.mode == PublishMode::exchange
                              ? publish_by_exchange(state.folder, state.next,
                                                    state.arrangement->manifest, problems)
                              : publish_in_place(state.files, *state.arrangement, state.folder,
                                                 state.next, problems);
        if (!state.published) {
            return std::nullopt;
        }
    }
    return state.report;
}

}  // namespace puebla
