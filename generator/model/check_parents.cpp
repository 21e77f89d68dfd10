#include "model/check_parents.h"

#include "model/relate_entries.h"

namespace puebla {

namespace {

void check_target(const Site& site, const std::optional<PlacedText>& parent,
                  const std::string& file, Diagnostics& problems) {
    if (parent && !parent->text.empty()) {
        resolve_reference(site, Value{parent->text, parent->span}, {}, file, problems);
    }
}

std::optional<EntryIndex> parent_of(const Site& site, EntryIndex entry) {
    const std::optional<PlacedText>& parent = site.entries[entry].parent;
    if (!parent) {
        return std::nullopt;
    }
    const auto found = site.entry_by_ref.find(parent->text);
    return found == site.entry_by_ref.end() ? std::nullopt : std::optional(found->second);
}

// Goes up from every entry, each only once; a way that meets itself is a circle.
std::vector<EntryIndex> entries_above_themselves(const Site& site) {
    std::vector<EntryIndex> circles;
    std::vector<std::size_t> way_of(site.entries.size(), 0);  // 0: not visited
    for (EntryIndex start = 0; start < site.entries.size(); ++start) {
        std::optional<EntryIndex> at = start;
        while (at && way_of[*at] == 0) {
            way_of[*at] = start + 1;
            at = parent_of(site, *at);
        }
        if (at && way_of[*at] == start + 1) {
            const EntryIndex first = *at;
            do {
                circles.push_back(*at);
                at = parent_of(site, *at);
            } while (*at != first);
        }
    }
    return circles;
}

// "pages/a → pages/b → pages/a"; a long way is cut.
std::string way_back_to(const Site& site, EntryIndex start) {
    constexpr int longest = 6;
    std::string way = site.entries[start].ref;
    EntryIndex at = *parent_of(site, start);
    for (int steps = 1; at != start && steps < longest; ++steps) {
        way += " → " + site.entries[at].ref;
        at = *parent_of(site, at);
    }
    return way + (at == start ? " → " : " → … → ") + site.entries[start].ref;
}

}  // namespace

void check_parents(Site& site, Diagnostics& problems) {
    for (const Collection& collection : site.collections) {
        check_target(site, collection.parent, collection.file, problems);
    }
    for (const auto* entries : {&site.entries, &site.left_out}) {
        for (const Entry& entry : *entries) {
            check_target(site, entry.parent, entry.record_file, problems);
        }
    }
    const std::vector<EntryIndex> circles = entries_above_themselves(site);
    for (const EntryIndex index : circles) {
        const Entry& entry = site.entries[index];
        problems.error("parent-loop", {entry.record_file, entry.parent->span},
                       say("this page is below itself: {}",
                           "esta página está debajo de sí misma: {}", way_back_to(site, index)),
                       say("change or remove \"parent\" in one of them",
                           "cambie o quite «parent» en una de ellas"));
    }
    for (const EntryIndex index : circles) {
        site.entries[index].parent.reset();
    }
}

}  // namespace puebla
