#include "templates/pieces.h"

#include <algorithm>
#include <cstring>

#include "foundation/utf8.h"
#include "templates/arithmetic.h"
#include "templates/limits.h"
#include "templates/operators.h"

namespace puebla::templates {

namespace {

// Where a bound of a slice stands, as Python reads it.
std::int64_t bound(const Value& value, std::int64_t otherwise, std::int64_t size, bool backwards) {
    if (!is_whole(value)) {
        return otherwise;
    }
    std::int64_t at = whole(value);
    if (at < 0) {
        at = at < -size ? -1 : at + size;
        if (at < 0) {
            return backwards ? -1 : 0;
        }
    }
    return std::min(at, backwards ? size - 1 : size);
}

List characters_of(std::string_view text, Call& call) {
    List result;
    if (!call.pay(cost_of_a_value * text.size())) {
        return result;
    }
    for (std::size_t at = 0; at < text.size();) {
        if (result.size() == longest_list) {
            too_long(call);
            return {};
        }
        const std::size_t length = std::min(character_length(text[at]), text.size() - at);
        result.emplace_back(text.substr(at, length));
        at += length;
    }
    return result;
}

// The bytes of a text from one character to another.
std::string_view characters_between(std::string_view text, std::int64_t from, std::int64_t to) {
    std::size_t begin = 0;
    std::size_t end = 0;
    for (std::int64_t i = 0; i < to && end < text.size(); ++i) {
        begin = i == from ? end : begin;
        end = std::min(end + character_length(text[end]), text.size());
    }
    return from < to ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

std::size_t place_of(std::string_view part, std::string_view text, std::size_t from) {
    if (from > text.size()) {
        return std::string_view::npos;
    }
    const void* found = memmem(text.data() + from, text.size() - from, part.data(), part.size());
    return found == nullptr
               ? std::string_view::npos
               : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

Value slice(const Value& object, const Value& start, const Value& stop, const Value& step,
            Call& call) {
    const auto is_bound = [](const Value& value) {
        return value.is(Kind::none) || is_whole(value);
    };
    if (!(object.is(Kind::list) || object.is_text()) || !is_bound(start) || !is_bound(stop) ||
        !is_bound(step)) {
        const Message kind = kind_name(object);
        return call.fail("template-type", {"this slice of " + kind.en + " cannot be taken",
                                           "no se puede tomar este segmento de " + kind.es});
    }
    const std::int64_t stride = is_whole(step) ? whole(step) : 1;
    if (stride == 0) {
        return call.fail("template-type", say("the step of a slice cannot be 0",
                                              "el paso de un segmento no puede ser 0"));
    }
    const auto size = static_cast<std::int64_t>(*object.length());
    const bool backwards = stride < 0;
    const std::int64_t from = bound(start, backwards ? size - 1 : 0, size, backwards);
    const std::int64_t to = bound(stop, backwards ? -1 : size, size, backwards);
    if (object.is_text() && !call.pay(cost_of_looking * object.text().size())) {
        return {};
    }
    if (object.is_text() && stride == 1) {
        return characters_between(object.text(), from, to);
    }
    const List items = object.is(Kind::list) ? object.list() : characters_of(object.text(), call);
    if (call.failure()) {
        return {};
    }
    List taken;
    for (std::int64_t i = from; backwards ? i > to : i < to;) {
        taken.push_back(items[static_cast<std::size_t>(i)]);
        if (__builtin_add_overflow(i, stride, &i)) {
            break;
        }
    }
    if (object.is(Kind::list)) {
        return taken;
    }
    std::string text;
    for (const Value& character : taken) {
        text += character.text();
    }
    return text;
}

const Value* subscript(const Value& object, const Value& key, Value& scratch, Call& call) {
    if (object.is(Kind::map)) {
        return key.is_text() ? object.map().find(key.text()) : nullptr;
    }
    if (!object.is(Kind::list) && !object.is_text()) {
        const Message kind = kind_name(object);
        call.fail("template-type", {kind.en + " has no items", kind.es + " no tiene elementos"});
        return nullptr;
    }
    if (!is_whole(key)) {
        return nullptr;
    }
    const auto size = static_cast<std::int64_t>(*object.length());
    const std::int64_t at = whole(key) < 0 ? whole(key) + size : whole(key);
    if (at < 0 || at >= size) {
        return nullptr;
    }
    if (object.is(Kind::list)) {
        return &object.list()[static_cast<std::size_t>(at)];
    }
    scratch = slice(object, at, at + 1, Value(), call);
    return &scratch;
}

const List* items_of(const Value& value, List& scratch, Call& call) {
    if (value.is(Kind::list)) {
        return &value.list();
    }
    if (value.is(Kind::map) && call.pay(cost_of_a_value * value.map().size())) {
        for (const auto& [name, item] : value.map().items()) {
            scratch.emplace_back(name);
        }
        return &scratch;
    }
    if (value.is_text()) {
        scratch = characters_of(value.text(), call);
        return call.failure() ? nullptr : &scratch;
    }
    if (call.failure()) {
        return nullptr;
    }
    const Message kind = kind_name(value);
    call.fail("template-type", {kind.en + " cannot be gone through item by item",
                                "no se puede recorrer " + kind.es + " elemento por elemento"});
    return nullptr;
}

List pairs_of(const Map& map, Call& call) {
    List result;
    if (!call.pay(2 * cost_of_a_value * map.size())) {
        return result;
    }
    for (const auto& [name, value] : map.items()) {
        result.emplace_back(List{name, value});
    }
    return result;
}

}  // namespace puebla::templates
