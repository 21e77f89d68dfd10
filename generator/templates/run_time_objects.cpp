#include "templates/run_time_objects.h"

namespace puebla::templates {

namespace {

std::optional<Value> member_of_loop(const LoopState& loop, std::string_view name) {
    if (loop.items == nullptr) {
        return std::nullopt;
    }
    const std::size_t at = loop.position;
    const std::size_t length = loop.items->size();
    if (name == "index") {
        return at + 1;
    }
    if (name == "index0") {
        return at;
    }
    if (name == "revindex") {
        return length - at;
    }
    if (name == "revindex0") {
        return length - at - 1;
    }
    if (name == "first") {
        return at == 0;
    }
    if (name == "last") {
        return at + 1 == length;
    }
    if (name == "length") {
        return length;
    }
    if (name == "depth") {
        return 1;
    }
    if (name == "depth0") {
        return 0;
    }
    if (name == "previtem") {
        return at == 0 ? Value::undefined() : (*loop.items)[at - 1];
    }
    if (name == "nextitem") {
        return at + 1 == length ? Value::undefined() : (*loop.items)[at + 1];
    }
    return std::nullopt;
}

}  // namespace

std::optional<Value> member_of(Object& object, std::string_view name) {
    if (object.type() == Object::Type::loop) {
        std::optional<Value> found = member_of_loop(static_cast<LoopState&>(object), name);
        return found && found->is(Kind::undefined) ? std::nullopt : found;
    }
    if (object.type() == Object::Type::name_space) {
        const Value* found = static_cast<NameSpace&>(object).values.find(name);
        return found == nullptr ? std::nullopt : std::optional<Value>(*found);
    }
    if (object.type() == Object::Type::cycler && name == "current") {
        const auto& cycler = static_cast<Cycler&>(object);
        return cycler.items[cycler.position];
    }
    return std::nullopt;
}

Value next_of(Joiner& joiner) {
    if (!joiner.used) {
        joiner.used = true;
        return "";
    }
    return joiner.separator;
}

}  // namespace puebla::templates
