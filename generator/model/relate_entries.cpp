#include "model/relate_entries.h"

#include <algorithm>
#include <unordered_map>

namespace puebla {

namespace {

class Relater {
  public:
    Relater(Site& site, Diagnostics& problems) : site_(site), problems_(problems) {}

    void relate() {
        for (const Collection& collection : site_.collections) {
            for (const Field& field : collection.fields) {
                check_targets(collection, field);
                declare_inverses(collection, field, true);
            }
        }
        for (EntryIndex index = 0; index < site_.entries.size(); ++index) {
            follow_all(site_.entries[index], [&](EntryIndex to, std::string inverse) {
                site_.relations.push_back({index, to, std::move(inverse)});
            });
        }
        for (const Entry& entry : site_.left_out) {
            follow_all(entry, [](EntryIndex, const std::string&) {});
        }
    }

  private:
    void check_targets(const Collection& collection, const Field& field) {
        for (const std::string& target : field.targets) {
            if (!find_collection(site_, target)) {
                std::vector<std::string> known;
                for (const Collection& one : site_.collections) {
                    known.push_back(one.name);
                }
                problems_.error(
                    "unknown-collection", {collection.file, field.span},
                    say("\"{}\" refers to the collection \"{}\", which does not exist",
                        "«{}» se refiere a la colección «{}», que no existe", field.name, target),
                    did_you_mean(target, known));
            }
        }
        for (const Field& member : field.members) {
            check_targets(collection, member);
        }
    }

    void declare_inverses(const Collection& collection, const Field& field, bool top) {
        const std::string inverse = inverse_of(collection, field, top);
        for (const std::string& target : field.targets) {
            const auto found = site_.collection_by_name.find(target);
            if (inverse.empty() || found == site_.collection_by_name.end()) {
                continue;
            }
            std::vector<std::string>& names = site_.collections[found->second].inverses;
            if (std::find(names.begin(), names.end(), inverse) == names.end()) {
                names.push_back(inverse);
            }
        }
        for (const Field& member : field.members) {
            declare_inverses(collection, member, top && field.format == FieldFormat::list);
        }
    }

    // A reference inside an object (a source, say) is no list on its target unless it says so.
    static std::string inverse_of(const Collection& collection, const Field& field, bool top) {
        return field.inverse.empty() && top ? collection.name : field.inverse;
    }

    // Tells `related` of the target of each reference, and the name of the list on it.
    template <typename Related>
    void follow_all(const Entry& entry, const Related& related) {
        for (const Field& field : site_.collections[entry.collection].fields) {
            if (const Value* value = entry.record.find(field.name)) {
                follow(entry, field, *value, true, related);
            }
        }
    }

    template <typename Related>
    void follow(const Entry& entry, const Field& field, const Value& value, bool top,
                const Related& related) {
        if (field.format == FieldFormat::reference && value.is_string()) {
            if (const auto to = resolve(entry, field, value)) {
                related(*to, inverse_of(site_.collections[entry.collection], field, top));
            }
        } else if (field.format == FieldFormat::list && value.is_list() && !field.members.empty()) {
            for (const Value& item : *value.list()) {
                follow(entry, field.members.front(), item, top, related);
            }
        } else if (field.format == FieldFormat::object) {
            for (const Field& member : field.members) {
                if (const Value* part = value.find(member.name)) {
                    follow(entry, member, *part, false, related);
                }
            }
        }
    }

    std::optional<EntryIndex> resolve(const Entry& entry, const Field& field, const Value& value) {
        std::size_t& wrong = wrong_in_file_[entry.record_file];
        const Advice advice = wrong < 2 * most_listed ? Advice::given : Advice::not_read;
        const auto to =
            resolve_reference(site_, value, field.targets, entry.record_file, problems_, advice);
        wrong += to ? 0 : 1;
        return to;
    }

    Site& site_;
    Diagnostics& problems_;
    std::unordered_map<std::string, std::size_t> wrong_in_file_;
};

}  // namespace

std::optional<EntryIndex> resolve_reference(const Site& site, const Value& written,
                                            const std::vector<std::string>& targets,
                                            const std::string& file, Diagnostics& problems,
                                            Advice advice) {
    const std::string& ref = *written.string();
    const auto found = site.entry_by_ref.find(ref);
    const std::string collection = ref.substr(0, ref.find('/'));
    // A field whose own collection does not exist is to blame, not its values.
    const bool allowed =
        targets.empty() || std::any_of(targets.begin(), targets.end(), [&](const auto& target) {
            return target == collection || !find_collection(site, target);
        });
    if (found != site.entry_by_ref.end() && allowed) {
        return found->second;
    }
    if (is_broken(site, ref)) {
        return std::nullopt;
    }
    const Place place{file, written.span};
    if (site.drafts.contains(ref)) {
        problems.error(
            "link-to-draft", place,
            say("\"{}\" is a draft and is not published", "«{}» es un borrador y no se publica",
                ref),
            say("publish it, or remove this reference", "publíquelo o quite esta referencia"));
    } else if (found != site.entry_by_ref.end()) {
        problems.error("wrong-collection", place,
                       say("\"{}\" is not in the collection this field refers to",
                           "«{}» no está en la colección a la que se refiere este campo", ref),
                       say("name an entry of \"{}\"", "nombre una entrada de \"{}\"",
                           fmt::to_string(fmt::join(targets, "\", \""))));
    } else {
        problems.error("unknown-reference", place,
                       say("no entry is called \"{}\"", "ninguna entrada se llama «{}»", ref),
                       advice == Advice::given ? suggest_entry_of(site, targets, ref) : Message());
    }
    return std::nullopt;
}

void relate_entries(Site& site, Diagnostics& problems) {
    Relater(site, problems).relate();
}

}  // namespace puebla
