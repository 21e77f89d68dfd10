// Values that an expression makes: what signs do, lists, maps and comparisons.

#include "templates/comparisons.h"
#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/pieces.h"
#include "templates/renderer.h"

namespace puebla::templates {

using Is = Expression::Kind;

Value Renderer::compute(const Expression& expression, Reading reading) {
    work_.add(cost_of_a_part * (expression.parts.size() + 1));
    switch (expression.kind) {
        case Is::list:
            return computed_list(expression);
        case Is::map:
            return computed_map(expression);
        case Is::compare:
            return compared(expression);
        case Is::filter:
            return filtered(expression, reading);
        case Is::test:
            return tested(expression);
        case Is::call:
            return called(expression, Value::undefined());
        case Is::method:
            return called_method(expression, Value::undefined());
        case Is::super:
            return captured([&] {
                if (block_ == nullptr) {
                    fail(expression.span, "unknown-function",
                         say("super() has a meaning only in a block",
                             "super() solo tiene sentido en un bloque"));
                    return;
                }
                print_block(*block_, block_level_ + 1, expression.span);
            });
        case Is::self_block:
            return captured([&] { print_block(expression.name, 0, expression.span); });
        case Is::logical_not: {
            Value scratch;
            return !evaluate(expression.parts[0], scratch).truth();
        }
        default:
            return computed_operation(expression);
    }
}

// What signs make of their operands: - + ~ [:] * and the like.
Value Renderer::computed_operation(const Expression& expression) {
    Value scratch;
    const Value first = evaluate(expression.parts[0], scratch);
    spend(first.extent().weight, expression.span);
    Call call(context_, &work_);
    Value result;
    if (expression.kind == Is::negate) {
        result = negate(first, call);
    } else if (expression.kind == Is::plus) {
        result = first;
        if (!first.is_number() && !failed_) {
            const Message kind = kind_name(first);
            fail(expression.span, "template-type",
                 {"\"+\" does not work on " + kind.en, "«+» no funciona con " + kind.es});
        }
    } else if (expression.kind == Is::concatenate) {
        List parts = {first};
        for (std::size_t i = 1; i < expression.parts.size() && !failed_; ++i) {
            parts.push_back(evaluate(expression.parts[i], scratch));
        }
        result = failed_ ? Value() : concatenate(parts, call);
    } else if (expression.kind == Is::slice) {
        Value bounds[3];
        for (std::size_t i = 0; i < 3 && !failed_; ++i) {
            if (expression.parts[i + 1].kind != Is::none) {
                bounds[i] = evaluate(expression.parts[i + 1], scratch);
            }
        }
        result = failed_ ? Value() : slice(first, bounds[0], bounds[1], bounds[2], call);
    } else if (!failed_) {
        Value other;
        const Value& second = evaluate(expression.parts[1], other);
        result = failed_ ? Value() : calculate(expression.kind, first, second, call);
    }
    return finished(std::move(result), call, expression.span);
}

Value Renderer::computed_list(const Expression& expression) {
    List items;
    items.reserve(expression.parts.size());
    Value scratch;
    for (const Expression& part : expression.parts) {
        items.push_back(evaluate(part, scratch));
        if (failed_) {
            return {};
        }
    }
    return finished(std::move(items), Call(context_), expression.span);
}

Value Renderer::computed_map(const Expression& expression) {
    Map map;
    Value scratch;
    for (std::size_t i = 0; i + 1 < expression.parts.size(); i += 2) {
        const Value key = evaluate(expression.parts[i], scratch);
        const Value& value = evaluate(expression.parts[i + 1], scratch);
        if (failed_) {
            return {};
        }
        if (!key.is_text()) {
            const Message kind = kind_name(key);
            fail(expression.parts[i].span, "template-type",
                 {"the names in a map are texts, and this is " + kind.en,
                  "los nombres de un mapa son textos, y esto es " + kind.es});
            return {};
        }
        map.set(std::string(key.text()), value);
    }
    return finished(std::move(map), Call(context_), expression.span);
}

Value Renderer::compared(const Expression& expression) {
    using Operator = Expression::Operator;
    Value left_scratch;
    Value right_scratch;
    Value left = evaluate(expression.parts[0], left_scratch);
    for (std::size_t i = 0; i < expression.operators.size(); ++i) {
        const Value& right = evaluate(expression.parts[i + 1], right_scratch);
        spend(left.extent().weight + right.extent().weight, expression.span);
        if (failed_) {
            return {};
        }
        Call call(context_, &work_);
        const Operator how = expression.operators[i];
        bool holds = false;
        if (how == Operator::in || how == Operator::not_in) {
            holds = contains(right, left, call) == (how == Operator::in);
        } else {
            // Both enumerations have the same six in the same order.
            constexpr Comparison comparisons[] = {
                Comparison::equal,         Comparison::not_equal, Comparison::less,
                Comparison::less_or_equal, Comparison::greater,   Comparison::greater_or_equal};
            holds = compares(comparisons[static_cast<std::size_t>(how)], left, right, call);
        }
        if (failed_with(call, expression.span)) {
            return {};
        }
        if (!holds) {
            return false;
        }
        left = right;
    }
    return true;
}

// What an operation made, once it is paid for.
Value Renderer::finished(Value made, const Call& call, Span span) {
    if (failed_ || failed_with(call, span)) {
        return {};
    }
    const Extent extent = made.extent();
    spend(extent.weight, span);
    if (extent.height > deepest_nesting) {
        fail(span, "template-limit",
             say("lists and maps stand in each other more than {} levels deep",
                 "hay listas y mapas unos dentro de otros a más de {} niveles", deepest_nesting));
    }
    return made;
}

}  // namespace puebla::templates
