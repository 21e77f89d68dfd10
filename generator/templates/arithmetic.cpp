#include "templates/arithmetic.h"

#include <cmath>

namespace puebla::templates {

namespace {

using Operation = Expression::Kind;

Value too_large(Call& call) {
    return call.fail("template-type", say("the result is too large a number",
                                          "el resultado es un número demasiado grande"));
}

Value divided_by_zero(Call& call) {
    return call.fail("template-type", say("division by zero", "división entre cero"));
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

}  // namespace

std::int64_t whole(const Value& value) {
    return value.is(Kind::boolean) ? (value.boolean() ? 1 : 0) : value.integer();
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

bool is_whole(const Value& value) {
    return value.is(Kind::integer) || value.is(Kind::boolean);
}

}  // namespace puebla::templates
