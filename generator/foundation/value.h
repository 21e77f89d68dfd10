// A value as it stands in a JSON file, with the place of every part of it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/diagnostics.h"

namespace puebla {

struct Member;

struct Value {
    using List = std::vector<Value>;
    using Map = std::vector<Member>;  // in the order of the file

    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map> data;
    Span span;

    bool is_null() const { return std::holds_alternative<std::monostate>(data); }
    bool is_string() const { return std::holds_alternative<std::string>(data); }
    bool is_list() const { return std::holds_alternative<List>(data); }
    bool is_map() const { return std::holds_alternative<Map>(data); }

    // Null where the value is of another kind, so that a reader of a wrong file asks and goes on.
    const bool* boolean() const { return std::get_if<bool>(&data); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data); }
    const double* real() const { return std::get_if<double>(&data); }
    const std::string* string() const { return std::get_if<std::string>(&data); }
    const List* list() const { return std::get_if<List>(&data); }
    const Map* map() const { return std::get_if<Map>(&data); }

    // The member of that name, the first where it is given twice; null where there is none or this
    // is not a map.
    const Value* find(std::string_view name) const;
    const Member* find_member(std::string_view name) const;

    // Members and items one after the other: at("address", "es"); null where a step is missing.
    template <typename... More>
    const Value* at(std::string_view name, More... more) const {
        const Value* next = find(name);
        if constexpr (sizeof...(more) == 0) {
            return next;
        } else {
            return next ? next->at(more...) : nullptr;
        }
    }

    // The string of that name, or `otherwise`.
    std::string string_at(std::string_view name, std::string_view otherwise = {}) const;
};

struct Member {
    std::string name;
    Span name_span;
    Value value;
};

// "an object", "a list", "a text", "a whole number" …; for messages.
Message kind_of(const Value& value);

// Compact JSON of the value, members in their order; non-ASCII text stays as it is.
std::string to_json(const Value& value);

}  // namespace puebla
