#include "model/record_schema.h"

#include <algorithm>

namespace puebla {

namespace {

Member member(std::string name, Value value) {
    return {std::move(name), {}, std::move(value)};
}

Value* part_of(Value& schema, std::string_view name) {
    auto* members = std::get_if<Value::Map>(&schema.data);
    if (!members) {
        return nullptr;
    }
    const auto found = std::find_if(members->begin(), members->end(),
                                    [&](const Member& one) { return one.name == name; });
    return found == members->end() ? nullptr : &found->value;
}

void drop(Value& schema, std::string_view name) {
    if (auto* members = std::get_if<Value::Map>(&schema.data)) {
        std::erase_if(*members, [&](const Member& one) { return one.name == name; });
    }
}

// "format" says what a value means to us; Valijson would read a text where there is an object.
void drop_formats(Value& schema) {
    if (auto* list = std::get_if<Value::List>(&schema.data)) {
        std::for_each(list->begin(), list->end(), drop_formats);
    } else if (auto* members = std::get_if<Value::Map>(&schema.data)) {
        std::erase_if(*members, [](const Member& one) {
            return one.name == "format" && one.value.is_string();
        });
        for (Member& one : *members) {
            drop_formats(one.value);
        }
    }
}

void drop_patterns(Value& schema, const std::vector<Field>& fields);

void drop_pattern(Value& schema, const Field& field) {
    switch (field.format) {
        case FieldFormat::text:
        case FieldFormat::uri:
        case FieldFormat::reference:
            drop(schema, "pattern");
            return;
        case FieldFormat::object:
            drop_patterns(schema, field.members);
            return;
        case FieldFormat::list:
            if (Value* items = part_of(schema, "items"); items && !field.members.empty()) {
                drop_pattern(*items, field.members.front());
            }
            return;
        default:
            return;
    }
}

void drop_patterns(Value& schema, const std::vector<Field>& fields) {
    Value* properties = part_of(schema, "properties");
    for (const Field& field : fields) {
        if (Value* property = properties ? part_of(*properties, field.name) : nullptr) {
            drop_pattern(*property, field);
        }
    }
}

}  // namespace

Value closed_schema(const Value& record, const std::vector<Field>& fields) {
    Value schema = record;
    auto* members = std::get_if<Value::Map>(&schema.data);
    if (!members) {
        return schema;
    }
    drop_formats(schema);
    drop_patterns(schema, fields);
    drop(schema, "additionalProperties");
    members->push_back(member("additionalProperties", Value{false, {}}));
    if (!part_of(schema, "properties")) {
        members->push_back(member("properties", Value{Value::Map(), {}}));
    }
    // What the common fields hold is judged where they are read.
    if (auto* properties = std::get_if<Value::Map>(&part_of(schema, "properties")->data)) {
        for (const std::string& name : common_fields()) {
            properties->push_back(member(name, Value{Value::Map(), {}}));
        }
    }
    return schema;
}

}  // namespace puebla
