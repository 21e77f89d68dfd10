#include "foundation/value.h"

#include <algorithm>
#include <cmath>

namespace puebla {

const Member* Value::find_member(std::string_view name) const {
    const Map* members = map();
    if (!members) {
        return nullptr;
    }
    const auto found = std::find_if(members->begin(), members->end(),
                                    [&](const Member& member) { return member.name == name; });
    return found == members->end() ? nullptr : &*found;
}

const Value* Value::find(std::string_view name) const {
    const Member* member = find_member(name);
    return member ? &member->value : nullptr;
}

std::string Value::string_at(std::string_view name, std::string_view otherwise) const {
    const Value* value = find(name);
    const std::string* text = value ? value->string() : nullptr;
    return text ? *text : std::string(otherwise);
}

Message kind_of(const Value& value) {
    struct Kinds {
        Message operator()(std::monostate) const { return {"null", "null"}; }
        Message operator()(bool) const { return {"true or false", "verdadero o falso"}; }
        Message operator()(std::int64_t) const { return {"a whole number", "un número entero"}; }
        Message operator()(double) const { return {"a number", "un número"}; }
        Message operator()(const std::string&) const { return {"a text", "un texto"}; }
        Message operator()(const Value::List&) const { return {"a list", "una lista"}; }
        Message operator()(const Value::Map&) const { return {"an object", "un objeto"}; }
    };
    return std::visit(Kinds{}, value.data);
}

namespace {

void write_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    out += '"';
}

struct JsonWriter {
    std::string& out;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { out += fmt::format("{}", value); }
    void operator()(double value) const {
        out += std::isfinite(value) ? fmt::format("{}", value) : "null";
    }
    void operator()(const std::string& value) const { write_string(out, value); }
    void operator()(const Value::List& list) const {
        out += '[';
        for (std::size_t i = 0; i < list.size(); ++i) {
            out += i > 0 ? "," : "";
            std::visit(*this, list[i].data);
        }
        out += ']';
    }
    void operator()(const Value::Map& members) const {
        out += '{';
        for (std::size_t i = 0; i < members.size(); ++i) {
            out += i > 0 ? "," : "";
            write_string(out, members[i].name);
            out += ':';
            std::visit(*this, members[i].value.data);
        }
        out += '}';
    }
};

}  // namespace

std::string to_json(const Value& value) {
    std::string out;
    std::visit(JsonWriter{out}, value.data);
    return out;
}

}  // namespace puebla
