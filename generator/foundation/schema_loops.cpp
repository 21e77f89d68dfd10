#include "foundation/schema_loops.h"

#include <charconv>
#include <optional>
#include <unordered_map>

#include "foundation/percent_encoding.h"

namespace puebla {

namespace {

// A longer way from schema to schema is no schema of this world, and validators are recursive.
constexpr std::size_t longest_way = 20;

// RFC 6901, 4: "~1" is "/" and "~0" is "~".
std::string unescaped(std::string_view step) {
    std::string result;
    for (std::size_t i = 0; i < step.size(); ++i) {
        const bool escape = step[i] == '~' && i + 1 < step.size();
        result += escape ? (step[++i] == '1' ? '/' : '~') : step[i];
    }
    return result;
}

const Value* step_into(const Value& value, const std::string& step) {
    const Value::List* list = value.list();
    if (!list) {
        return value.find(step);
    }
    std::size_t number = 0;
    const auto read = std::from_chars(step.data(), step.data() + step.size(), number);
    return read.ec == std::errc() && number < list->size() ? &(*list)[number] : nullptr;
}

class LoopFinder {
  public:
    explicit LoopFinder(const Value& root) : root_(root) {}

    // Looks at every object of the schema: any may be one that others refer to.
    bool search(const Value& value) {
        if (value.is_map() && !way_from(value, 0)) {
            return true;
        }
        for (const Value* part : parts_of(value)) {
            if (search(*part)) {
                return true;
            }
        }
        return false;
    }

    SchemaLoop found() const { return {blamed_ ? blamed_ : &root_, closed_}; }

  private:
    static std::vector<const Value*> parts_of(const Value& value) {
        std::vector<const Value*> parts;
        if (const Value::Map* members = value.map()) {
            for (const Member& member : *members) {
                parts.push_back(&member.value);
            }
        } else if (const Value::List* list = value.list()) {
            for (const Value& item : *list) {
                parts.push_back(&item);
            }
        }
        return parts;
    }

    // How many schemas for the same value follow each other from here; null where too many do.
    std::optional<std::size_t> way_from(const Value& schema, std::size_t before) {
        const auto [known, fresh] = ways_.try_emplace(&schema);
        std::optional<std::size_t> way = known->second;
        if (fresh) {
            if (before > longest_way) {
                return std::nullopt;
            }
            const Value* ref = schema.find("$ref");
            std::size_t longest = 0;
            for (const Value* next : for_the_same_value(schema)) {
                const auto further = way_from(*next, before + 1);
                if (!further) {
                    blame(ref ? *ref : schema);
                    return std::nullopt;
                }
                longest = std::max(longest, *further + 1);
            }
            way = longest;
            ways_[&schema] = way;
        }
        // Without a number it is still being followed: this is a circle.
        closed_ |= !way;
        return way && before + *way <= longest_way ? way : std::nullopt;
    }

    std::vector<const Value*> for_the_same_value(const Value& schema) const {
        std::vector<const Value*> next;
        if (const Value* ref = schema.find("$ref"); ref && ref->is_string()) {
            if (const Value* target = schema_at(root_, *ref->string())) {
                next.push_back(target);
            }
            return next;
        }
        for (const char* name : {"allOf", "anyOf", "oneOf"}) {
            const Value* all = schema.find(name);
            for (const Value* part : all ? parts_of(*all) : std::vector<const Value*>()) {
                next.push_back(part);
            }
        }
        for (const char* name : {"not", "if", "then", "else"}) {
            if (const Value* one = schema.find(name)) {
                next.push_back(one);
            }
        }
        if (const Value* dependencies = schema.find("dependencies")) {
            for (const Value* one : parts_of(*dependencies)) {
                next.push_back(one);
            }
        }
        return next;
    }

    // The innermost schema stands nearest to the fault.
    void blame(const Value& where) {
        if (!blamed_) {
            blamed_ = &where;
        }
    }

    const Value& root_;
    std::unordered_map<const Value*, std::optional<std::size_t>> ways_;
    const Value* blamed_ = nullptr;
    bool closed_ = false;
};

}  // namespace

const Value* schema_at(const Value& root, std::string_view reference) {
    if (!reference.starts_with("#")) {
        return nullptr;
    }
    reference.remove_prefix(1);
    const Value* target = &root;
    while (target && reference.starts_with("/")) {
        reference.remove_prefix(1);
        const std::string_view step = reference.substr(0, reference.find('/'));
        target = step_into(*target, unescaped(percent_decoded(step)));
        reference.remove_prefix(step.size());
    }
    return reference.empty() ? target : nullptr;
}

std::optional<SchemaLoop> find_loop(const Value& schema) {
    LoopFinder finder(schema);
    return finder.search(schema) ? std::optional(finder.found()) : std::nullopt;
}

}  // namespace puebla
