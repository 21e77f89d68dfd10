// What a value is called in messages, and how real numbers are written.

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

#include "templates/value.h"

namespace puebla::templates {

Message kind_name(const Value& value) {
    switch (value.kind()) {
        case Kind::unset:
        case Kind::undefined:
            return say("nothing", "nada");
        case Kind::none:
            return say("none", "none");
        case Kind::boolean:
            return say("true or false", "verdadero o falso");
        case Kind::integer:
        case Kind::real:
            return say("a number", "un número");
        case Kind::text:
        case Kind::foreign_text:
            return say("a text", "un texto");
        case Kind::html:
            return say("HTML", "HTML");
        case Kind::address:
            return say("an address", "una dirección");
        case Kind::list:
            return say("a list", "una lista");
        case Kind::map:
            return say("a map", "un mapa");
        case Kind::function:
            return say("a function", "una función");
        case Kind::object:
            break;
    }
    switch (value.object().type()) {
        case Object::Type::macro:
            return say("a macro", "una macro");
        case Object::Type::loop:
            return say("a loop", "un bucle");
        default:
            return say("an object", "un objeto");
    }
}

// Python's repr: the shortest digits that read back as the same number, with an exponent below
// 1e-4 and from 1e16 on, and always a point or an exponent.
std::string text_of_real(double value) {
    if (std::isnan(value)) {
        return "nan";
    }
    if (std::isinf(value)) {
        return value < 0 ? "-inf" : "inf";
    }
    std::array<char, 400> buffer{};
    const double size = std::fabs(value);
    const bool exponent = size != 0 && (size < 1e-4 || size >= 1e16);
    const auto format = exponent ? std::chars_format::scientific : std::chars_format::fixed;
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
    assert(error == std::errc());
    std::string result(buffer.data(), end);
    if (result.find_first_of(".e") == std::string::npos) {
        result += ".0";
    }
    return result;
}

}  // namespace puebla::templates
