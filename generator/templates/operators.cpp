#include "templates/operators.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "foundation/utf8.h"
#include "templates/limits.h"

namespace puebla::templates {

namespace {

using Operation = Expression::Kind;

std::string_view sign_of(Operation operation) {
    switch (operation) {
        case Operation::add:
            return "+";
        case Operation::subtract:
            return "-";
        case Operation::multiply:
            return "*";
        case Operation::divide:
            return "/";
        case Operation::floor_divide:
            return "//";
        case Operation::modulo:
            return "%";
        default:
            return "**";
    }
}

Value too_large(Call& call) {
    return call.fail("template-type", say("the result is too large a number",
                                          "el resultado es un número demasiado grande"));
}

Value divided_by_zero(Call& call) {
    return call.fail("template-type", say("division by zero", "división entre cero"));
}

std::int64_t whole(const Value& value) {
    return value.is(Kind::boolean) ? (value.boolean() ? 1 : 0) : value.integer();
}

Value whole_power(std::int64_t base, std::int64_t exponent, Call& call) {
    if (exponent < 0) {
        return base == 0
                   ? divided_by_zero(call)
                   : Value(std::pow(static_cast<double>(base), static_cast<double>(exponent)));
    }
    std::int64_t result = 1;
    if (base == 0 || base == 1 || base == -1) {
        return exponent == 0 ? 1 : (base == -1 && exponent % 2 == 0 ? 1 : base);
    }
    for (; exponent > 0; --exponent) {
        if (__builtin_mul_overflow(result, base, &result)) {
            return too_large(call);
        }
    }
    return result;
}

Value whole_result(Operation operation, std::int64_t left, std::int64_t right, Call& call) {
    std::int64_t result = 0;
    bool overflow = false;
    switch (operation) {
        case Operation::add:
            overflow = __builtin_add_overflow(left, right, &result);
            break;
        case Operation::subtract:
            overflow = __builtin_sub_overflow(left, right, &result);
            break;
        case Operation::multiply:
            overflow = __builtin_mul_overflow(left, right, &result);
            break;
        case Operation::divide:
            return right == 0 ? divided_by_zero(call)
                              : Value(static_cast<double>(left) / static_cast<double>(right));
        case Operation::floor_divide:
        case Operation::modulo: {
            if (right == 0) {
                return divided_by_zero(call);
            }
            if (right == -1) {  // the one division that can leave 64 bits
                overflow = __builtin_sub_overflow(0, left, &result);
                return overflow ? too_large(call)
                                : Value(operation == Operation::modulo ? std::int64_t{0} : result);
            }
            const std::int64_t rest = left % right;
            const bool towards_zero = rest != 0 && (rest < 0) != (right < 0);
            result = operation == Operation::modulo ? (towards_zero ? rest + right : rest)
                                                    : left / right - (towards_zero ? 1 : 0);
            break;
        }
        default:
            return whole_power(left, right, call);
    }
    return overflow ? too_large(call) : Value(result);
}

Value real_result(Operation operation, double left, double right, Call& call) {
    switch (operation) {
        case Operation::add:
            return left + right;
        case Operation::subtract:
            return left - right;
        case Operation::multiply:
            return left * right;
        case Operation::power: {
            const double result = std::pow(left, right);
            return std::isfinite(result) ? Value(result) : too_large(call);
        }
        default:
            break;
    }
    if (right == 0) {
        return divided_by_zero(call);
    }
    if (operation == Operation::divide) {
        return left / right;
    }
    // The rest has the sign of the divisor; what it takes away is nearly whole, but for rounding.
    double rest = std::fmod(left, right);
    double quotient = (left - rest) / right;
    if (rest != 0 && (rest < 0) != (right < 0)) {
        rest += right;
        quotient -= 1;
    }
    if (operation == Operation::modulo) {
        return rest == 0 ? std::copysign(0.0, right) : rest;
    }
    if (quotient == 0) {
        return std::copysign(0.0, left / right);
    }
    const double below = std::floor(quotient);
    return quotient - below > 0.5 ? below + 1 : below;
}

Value repeated(const Value& what, std::int64_t times, Call& call) {
    const std::size_t count = times > 0 ? static_cast<std::size_t>(times) : 0;
    if (what.is(Kind::list)) {
        const List& items = what.list();
        if (!items.empty() && count > longest_list / items.size()) {
            return too_long(call);
        }
        List result;
        for (std::size_t i = 0; i < count && !items.empty(); ++i) {
            result.insert(result.end(), items.begin(), items.end());
        }
        return result;
    }
    const std::string_view text = what.text();
    if (!text.empty() && count > longest_text / text.size()) {
        return too_long(call);
    }
    const std::size_t size = text.size() * count;
    std::string result;
    result.reserve(size);
    result += text.substr(0, size);
    while (result.size() < size) {  // what is there, once more
        result.append(result, 0, size - result.size());
    }
    return what.is(Kind::html) ? Value(Html{std::move(result), {}}) : Value(std::move(result));
}

bool is_whole(const Value& value) {
    return value.is(Kind::integer) || value.is(Kind::boolean);
}

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

Value too_long(Call& call) {
    return call.fail("template-limit",
                     say("the result is too large: a text has at most {} MB, a list {} items",
                         "el resultado es demasiado grande: un texto tiene como máximo {} MB, una "
                         "lista {} elementos",
                         longest_text / 1024 / 1024, longest_list));
}

Value calculate(Operation operation, const Value& left, const Value& right, Call& call) {
    if (is_whole(left) && is_whole(right)) {
        return whole_result(operation, whole(left), whole(right), call);
    }
    if (left.is_number() && right.is_number()) {
        return real_result(operation, left.number(), right.number(), call);
    }
    if (operation == Operation::add) {
        if (left.is_text() && right.is_text()) {
            return concatenate({left, right}, call);
        }
        if (left.is(Kind::list) && right.is(Kind::list)) {
            if (left.list().size() + right.list().size() > longest_list) {
                return too_long(call);
            }
            List result = left.list();
            result.insert(result.end(), right.list().begin(), right.list().end());
            return result;
        }
    }
    if (operation == Operation::multiply) {
        if ((left.is_text() || left.is(Kind::list)) && is_whole(right)) {
            return repeated(left, whole(right), call);
        }
        if ((right.is_text() || right.is(Kind::list)) && is_whole(left)) {
            return repeated(right, whole(left), call);
        }
    }
    const Message one = kind_name(left);
    const Message two = kind_name(right);
    Message help;
    if (operation == Operation::add && (left.is_text() || right.is_text())) {
        help = say("use \"~\" to put texts and numbers together",
                   "use «~» para unir textos y números");
    }
    return call.fail(
        "template-type",
        {"\"" + std::string(sign_of(operation)) + "\" does not work between " + one.en + " and " +
             two.en,
         "«" + std::string(sign_of(operation)) + "» no funciona entre " + one.es + " y " + two.es},
        std::move(help));
}

Value negate(const Value& operand, Call& call) {
    if (operand.is(Kind::real)) {
        return -operand.real();
    }
    if (!is_whole(operand)) {
        const Message kind = kind_name(operand);
        return call.fail("template-type",
                         {"\"-\" does not work on " + kind.en, "«-» no funciona con " + kind.es});
    }
    return whole_result(Operation::subtract, 0, whole(operand), call);
}

std::string text_for_joining(const Value& value, Call& call) {
    switch (value.kind()) {
        case Kind::integer:
            return std::to_string(value.integer());
        case Kind::real:
            return text_of_real(value.real());
        case Kind::text:
        case Kind::foreign_text:
        case Kind::html:
        case Kind::address:
            return std::string(value.text());
        default: {
            const Message kind = kind_name(value);
            call.fail("unprintable-value", {kind.en + " has no text", kind.es + " no tiene texto"});
            return {};
        }
    }
}

Value concatenate(const List& parts, Call& call) {
    const bool html = std::any_of(parts.begin(), parts.end(),
                                  [](const Value& part) { return part.is(Kind::html); });
    Html result;
    for (const Value& part : parts) {
        if (part.is(Kind::html)) {
            const auto shift = static_cast<std::uint32_t>(result.text.size());
            for (const Mark& mark : part.html().marks) {
                result.marks.push_back(moved(mark, shift));
            }
            result.text += part.html().text;
        } else if (html) {
            escape_html_into(result.text, text_for_joining(part, call));
        } else {
            result.text += text_for_joining(part, call);
        }
        if (result.text.size() > longest_text) {
            return too_long(call);
        }
    }
    return html ? Value(std::move(result)) : Value(std::move(result.text));
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
    if (value.is(Kind::map)) {
        for (const auto& [name, item] : value.map().items()) {
            scratch.emplace_back(name);
        }
        return &scratch;
    }
    if (value.is_text()) {
        scratch = characters_of(value.text(), call);
        return call.failure() ? nullptr : &scratch;
    }
    const Message kind = kind_name(value);
    call.fail("template-type", {kind.en + " cannot be gone through item by item",
                                "no se puede recorrer " + kind.es + " elemento por elemento"});
    return nullptr;
}

}  // namespace puebla::templates
