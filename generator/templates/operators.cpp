#include "templates/operators.h"

#include <algorithm>

#include "templates/arithmetic.h"
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

}  // namespace puebla::templates
