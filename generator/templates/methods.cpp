#include "templates/methods.h"

#include "templates/limits.h"
#include "templates/pieces.h"
#include "templates/run_time_objects.h"

namespace puebla::templates {

namespace {

Value items(const Value& object, Call& call) {
    return pairs_of(object.map(), call);
}

Value keys(const Value& object, Call& call) {
    List result;
    if (!call.pay(cost_of_a_value * object.map().size())) {
        return result;
    }
    for (const auto& [name, value] : object.map().items()) {
        result.emplace_back(name);
    }
    return result;
}

Value values(const Value& object, Call& call) {
    List result;
    if (!call.pay(cost_of_a_value * object.map().size())) {
        return result;
    }
    for (const auto& [name, value] : object.map().items()) {
        result.push_back(value);
    }
    return result;
}

Value get(const Value& object, Call& call) {
    if (call.positional.empty() || !call.positional[0].is_text()) {
        return call.fail("template-type", say("get() needs a name", "get() necesita un nombre"));
    }
    const Value* found = object.map().find(call.positional[0].text());
    if (found != nullptr) {
        return *found;
    }
    return call.positional.size() > 1 ? call.positional[1] : Value();
}

bool one_text(Call& call, std::string_view name) {
    if (call.positional.size() == 1 && call.positional[0].is_text()) {
        return true;
    }
    call.fail("template-type", say("{}() needs one text", "{}() necesita un texto", name));
    return false;
}

Value starts_with(const Value& object, Call& call) {
    return one_text(call, "startswith") &&
           object.text().substr(0, call.positional[0].text().size()) == call.positional[0].text();
}

Value ends_with(const Value& object, Call& call) {
    if (!one_text(call, "endswith")) {
        return false;
    }
    const std::string_view text = object.text();
    const std::string_view end = call.positional[0].text();
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Without an argument at runs of white space, else at every separator, as Python does.
Value split(const Value& object, Call& call) {
    const std::string_view text = object.text();
    List result;
    if (!call.pay(cost_of_looking * text.size())) {
        return result;
    }
    if (call.positional.empty()) {
        constexpr std::string_view white = " \t\n\r\f\v";
        for (std::size_t at = text.find_first_not_of(white);
             at != std::string_view::npos && call.pay(cost_of_a_value);) {
            const std::size_t end = std::min(text.find_first_of(white, at), text.size());
            result.emplace_back(text.substr(at, end - at));
            at = text.find_first_not_of(white, end);
        }
        return result;
    }
    if (!one_text(call, "split")) {
        return {};
    }
    const std::string_view separator = call.positional[0].text();
    if (separator.empty()) {
        return call.fail("template-type", say("split() needs a separator that is not empty",
                                              "split() necesita un separador que no esté vacío"));
    }
    std::size_t begin = 0;
    for (std::size_t at = place_of(separator, text);
         at != std::string_view::npos && call.pay(cost_of_a_value);
         at = place_of(separator, text, begin)) {
        result.emplace_back(text.substr(begin, at - begin));
        begin = at + separator.size();
    }
    result.emplace_back(text.substr(begin));
    return result;
}

Value cycle(const Value& object, Call& call) {
    const auto& loop = static_cast<LoopState&>(object.object());
    if (call.positional.empty()) {
        return call.fail("template-type", say("cycle() needs values", "cycle() necesita valores"));
    }
    return call.positional[loop.position % call.positional.size()];
}

Value changed(const Value& object, Call& call) {
    auto& loop = static_cast<LoopState&>(object.object());
    Value now(call.positional);
    if (loop.last_changed && *loop.last_changed == now) {
        return false;
    }
    loop.last_changed = std::move(now);
    return true;
}

Value next(const Value& object, Call&) {
    auto& cycler = static_cast<Cycler&>(object.object());
    Value result = cycler.items[cycler.position];
    cycler.position = (cycler.position + 1) % cycler.items.size();
    return result;
}

Value reset(const Value& object, Call&) {
    static_cast<Cycler&>(object.object()).position = 0;
    return {};
}

constexpr Method of_maps[] = {{"items", items}, {"keys", keys}, {"values", values}, {"get", get}};
constexpr Method of_texts[] = {
    {"startswith", starts_with}, {"endswith", ends_with}, {"split", split}};
constexpr Method of_loops[] = {{"cycle", cycle}, {"changed", changed}};
constexpr Method of_cyclers[] = {{"next", next}, {"reset", reset}};

std::pair<const Method*, const Method*> methods_of(const Value& object) {
    if (object.is(Kind::map)) {
        return {std::begin(of_maps), std::end(of_maps)};
    }
    if (object.is_text()) {
        return {std::begin(of_texts), std::end(of_texts)};
    }
    if (object.is(Kind::object) && object.object().type() == Object::Type::loop) {
        return {std::begin(of_loops), std::end(of_loops)};
    }
    if (object.is(Kind::object) && object.object().type() == Object::Type::cycler) {
        return {std::begin(of_cyclers), std::end(of_cyclers)};
    }
    return {nullptr, nullptr};
}

}  // namespace

const Method* find_method(const Value& object, std::string_view name) {
    const auto [first, last] = methods_of(object);
    for (const Method* one = first; one != last; ++one) {
        if (one->name == name) {
            return one;
        }
    }
    return nullptr;
}

std::vector<std::string> method_names(const Value& object) {
    const auto [first, last] = methods_of(object);
    std::vector<std::string> names;
    for (const Method* one = first; one != last; ++one) {
        names.emplace_back(one->name);
    }
    return names;
}

}  // namespace puebla::templates
