#include <fmt/ranges.h>

#include <algorithm>

#include "foundation/suggestion.h"
#include "templates/filters.h"
#include "templates/functions.h"
#include "templates/is_tests.h"
#include "templates/limits.h"
#include "templates/methods.h"
#include "templates/operators.h"
#include "templates/renderer.h"
#include "templates/run_time_objects.h"

namespace puebla::templates {

using Is = Expression::Kind;

namespace {

// The nearest name, or all there are where that is not too much to read.
Message name_among(const std::string& typed, std::vector<std::string> known) {
    Message nearest = did_you_mean(typed, known);
    constexpr std::size_t readable = 40;
    if (!nearest.empty() || known.size() > readable) {
        return nearest;
    }
    std::sort(known.begin(), known.end());
    return say("there is: {}", "hay: {}", fmt::to_string(fmt::join(known, ", ")));
}

}  // namespace

std::string path_of(const Expression& expression) {
    if (expression.kind == Is::variable) {
        return expression.name;
    }
    if (expression.kind != Is::attribute) {
        return {};
    }
    const std::string owner = path_of(expression.parts[0]);
    return owner.empty() ? "" : owner + "." + expression.name;
}

const Value& Renderer::evaluate(const Expression& expression, Value& scratch, Reading reading) {
    switch (expression.kind) {
        case Is::literal:
            return expression.constant;
        case Is::variable:
            return variable(expression, scratch, reading);
        case Is::attribute:
            return attribute(expression, scratch, reading);
        case Is::subscript:
            return item(expression, scratch, reading);
        case Is::logical_and:
        case Is::logical_or: {
            const Value& left = evaluate(expression.parts[0], scratch);
            if (failed_ || left.truth() == (expression.kind == Is::logical_or)) {
                return left;
            }
            return evaluate(expression.parts[1], scratch, reading);
        }
        case Is::conditional: {
            const bool holds = evaluate(expression.parts[1], scratch).truth();
            const Expression& chosen = expression.parts[holds ? 0 : 2];
            if (!failed_ && chosen.kind != Is::none) {
                return evaluate(chosen, scratch, reading);
            }
            if (reading == Reading::strict) {
                fail(expression.span, "else-missing",
                     say("the condition is false here, and \"if\" has no \"else\"",
                         "aquí la condición es falsa, y «if» no tiene «else»"),
                     say("say what to take then: … else \"\"",
                         "diga qué tomar entonces: … else \"\""));
            }
            scratch = Value::undefined();
            return scratch;
        }
        default: {
            Value made = compute(expression, reading);
            scratch = std::move(made);
            return scratch;
        }
    }
}

const Value& Renderer::variable(const Expression& expression, Value& scratch, Reading reading) {
    for (const Slot slot : expression.slots) {
        const Frame* frame = frame_;
        for (std::uint16_t hop = 0; hop < slot.hops; ++hop) {
            frame = frame->around;
        }
        const Value& found = frame->slots[slot.index];
        if (found.is(Kind::undefined)) {
            break;
        }
        if (!found.is(Kind::unset)) {
            return found;
        }
    }
    const bool parameter_missing = [&] {
        return !expression.slots.empty() && expression.slots[0].hops == 0 &&
               frame_->slots[expression.slots[0].index].is(Kind::undefined);
    }();
    if (!parameter_missing) {
        const Value& given = setting_.variables->values[expression.symbol];
        if (!given.is(Kind::unset)) {
            return given;
        }
        const Value& global = library_.globals[expression.symbol];
        if (!global.is(Kind::unset)) {
            return global;
        }
    }
    if (reading == Reading::strict) {
        missing_variable(expression);
    }
    scratch = Value::undefined();
    return scratch;
}

void Renderer::missing_variable(const Expression& expression) {
    std::vector<std::string> known;
    for (const Frame* frame = frame_; frame != nullptr; frame = frame->around) {
        for (std::size_t i = 0; i < frame->unit->slot_names.size(); ++i) {
            if (!frame->slots[i].is(Kind::unset) && !frame->slots[i].is(Kind::undefined)) {
                known.push_back(frame->unit->slot_names[i]);
            }
        }
    }
    for (const Symbol symbol : setting_.variables->given) {
        known.push_back(library_.symbols.name(symbol));
    }
    for (const auto& [name, value] : host_map_->items()) {
        known.push_back(name);
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    const bool hidden = host_map_->find(expression.name) != nullptr;
    fail(expression.span, "unknown-variable",
         say("there is no variable \"{}\" here", "aquí no hay ninguna variable «{}»",
             expression.name),
         hidden ? say("a template sees it only where it is imported or included \"with context\"",
                      "una plantilla solo la ve si se importa o incluye con «with context»")
                : did_you_mean(expression.name, known));
}

const Value& Renderer::attribute(const Expression& expression, Value& scratch, Reading reading) {
    const Value& object = evaluate(expression.parts[0], scratch);
    if (failed_) {
        return object;
    }
    if (&object != &scratch) {
        return member(object, expression, scratch, reading);
    }
    // The object is a temporary: what is found in it must outlive it.
    const Value holder = std::move(scratch);
    Value found = member(holder, expression, scratch, reading);
    scratch = std::move(found);
    return scratch;
}

const Value& Renderer::member(const Value& object, const Expression& expression, Value& scratch,
                              Reading reading) {
    if (object.is(Kind::map)) {
        if (const Value* found = object.map().find(expression.name, expression.hash)) {
            return *found;
        }
    } else if (object.is(Kind::object)) {
        std::optional<Value> found = member_of(object.object(), expression.name);
        if (found) {
            scratch = std::move(*found);
            return scratch;
        }
    }
    if (reading == Reading::strict) {
        missing_member(object, expression);
    }
    scratch = Value::undefined();
    return scratch;
}

void Renderer::missing_member(const Value& object, const Expression& expression) {
    const Span span{expression.span.end - std::min(expression.name.size(), expression.span.end),
                    expression.span.end};
    const std::string path = path_of(expression.parts[0]);
    const Message owner = path.empty() ? kind_name(object) : say("\"{}\"", "«{}»", path);
    if (object.is(Kind::map)) {
        std::vector<std::string> known;
        for (const auto& [name, value] : object.map().items()) {
            known.push_back(name);
        }
        fail(span, "unknown-attribute",
             say("{} has nothing called \"{}\"", "{} no tiene nada llamado «{}»", owner,
                 expression.name),
             name_among(expression.name, known));
        return;
    }
    fail(span, "unknown-attribute",
         path.empty() ? say("{} has nothing called \"{}\"", "{} no tiene nada llamado «{}»", owner,
                            expression.name)
                      : say("{} is {} and has nothing called \"{}\"",
                            "{} es {} y no tiene nada llamado «{}»", owner, kind_name(object),
                            expression.name));
}

const Value& Renderer::item(const Expression& expression, Value& scratch, Reading reading) {
    const Value& object = evaluate(expression.parts[0], scratch);
    Value key_scratch;
    const Value holder = object;  // the key may be computed by a macro that changes what is read
    const Value& key = evaluate(expression.parts[1], key_scratch);
    if (failed_) {
        return scratch;
    }
    if (holder.is_text()) {
        spend(holder.text().size(), expression.span);
    }
    Call call(context_);
    Value made;
    const Value* found = subscript(holder, key, made, call);
    if (failed_with(call, expression.span)) {
        return scratch;
    }
    if (found != nullptr) {
        Value kept = *found;
        scratch = std::move(kept);
        return scratch;
    }
    if (reading == Reading::strict) {
        Message help;
        if (holder.is(Kind::map) && key.is_text()) {
            std::vector<std::string> known;
            for (const auto& [name, value] : holder.map().items()) {
                known.push_back(name);
            }
            help = did_you_mean(key.text(), known);
        }
        fail(expression.span, "unknown-attribute",
             say("there is no such item", "no hay tal elemento"), std::move(help));
    }
    scratch = Value::undefined();
    return scratch;
}

Value Renderer::compute(const Expression& expression, Reading reading) {
    spent_ += cost_of_a_part * (expression.parts.size() + 1);
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
    Call call(context_);
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

// The input and arguments of what is called will be read: those of a filter perhaps for every item.
void Renderer::spend_on(const Value& input, const Call& call, Span span) {
    std::size_t arguments = 0;
    for (const Value& one : call.positional) {
        arguments += one.extent().weight;
    }
    for (const auto& [name, one] : call.named) {
        arguments += one.extent().weight;
    }
    const std::size_t times = input.is(Kind::list) ? input.list().size() : 1;
    constexpr std::size_t enough = std::size_t{1} << 30;
    spend(input.extent().weight + std::min(arguments, enough) * times, span);
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
        Call call(context_);
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

bool Renderer::arguments(const Expression& expression, std::size_t first, Call& call) {
    const std::size_t named = expression.keywords.size();
    const std::size_t positional = expression.parts.size() - first - named;
    Value scratch;
    call.positional.reserve(positional);
    for (std::size_t i = first; i < expression.parts.size() && !failed_; ++i) {
        const Value& value = evaluate(expression.parts[i], scratch);
        if (i < first + positional) {
            call.positional.push_back(value);
        } else {
            call.named.emplace_back(expression.keywords[i - first - positional], value);
        }
    }
    return !failed_;
}

Value Renderer::filtered(const Expression& expression, Reading reading) {
    const bool lenient = expression.filter->accepts_undefined;
    Value scratch;
    const Value& input =
        evaluate(expression.parts[0], scratch, lenient ? Reading::lenient : Reading::strict);
    const Value kept = input;
    Call call(context_);
    if (failed_ || !arguments(expression, 1, call)) {
        return {};
    }
    const bool cheap = expression.filter->only_looks && !kept.is_text();
    if (!cheap) {
        spend_on(kept, call, expression.span);
    }
    Value result = failed_ ? Value() : apply_filter(*expression.filter, kept, call);
    if (failed_ || failed_with(call, expression.span)) {
        return {};
    }
    if (result.is(Kind::undefined) && reading == Reading::strict) {
        fail(expression.span, "unknown-attribute",
             say("the filter \"{}\" finds nothing here", "el filtro «{}» no encuentra nada aquí",
                 expression.name),
             say("test it before, or add a default: … | default(\"\")",
                 "compruébelo antes o agregue un valor: … | default(\"\")"));
        return {};
    }
    return cheap ? result : finished(std::move(result), call, expression.span);
}

Value Renderer::tested(const Expression& expression) {
    const bool lenient = expression.test->name == "defined" || expression.test->name == "undefined";
    Value scratch;
    const Value kept =
        evaluate(expression.parts[0], scratch, lenient ? Reading::lenient : Reading::strict);
    Call call(context_);
    if (failed_ || !arguments(expression, 1, call)) {
        return {};
    }
    if (!expression.test->parameters.empty() || kept.is_text()) {
        spend_on(kept, call, expression.span);
    }
    const bool holds = !failed_ && apply_test(*expression.test, kept, call);
    failed_with(call, expression.span);
    return holds;
}

Value Renderer::called(const Expression& expression, const Value& caller) {
    Value scratch;
    const Expression& name = expression.parts[0];
    const Value callee =
        evaluate(name, scratch, name.kind == Is::variable ? Reading::lenient : Reading::strict);
    if (failed_) {
        return {};
    }
    if (callee.is(Kind::undefined)) {
        std::vector<std::string> known;
        for (const Symbol symbol : setting_.variables->given) {
            const Value& value = setting_.variables->values[symbol];
            if (value.is(Kind::function) || value.is(Kind::object)) {
                known.push_back(library_.symbols.name(symbol));
            }
        }
        for (const auto& [given, value] : host_map_->items()) {
            if (value.is(Kind::function)) {
                known.push_back(given);
            }
        }
        for (const GlobalFunction& one : global_functions()) {
            known.emplace_back(one.name);
        }
        std::sort(known.begin(), known.end());
        known.erase(std::unique(known.begin(), known.end()), known.end());
        fail(name.span, "unknown-function",
             say("there is no function or macro \"{}\"", "no hay ninguna función ni macro «{}»",
                 name.name),
             did_you_mean(name.name, known));
        return {};
    }
    return call_value(callee, expression, 1, caller);
}

Value Renderer::called_method(const Expression& expression, const Value& caller) {
    Value scratch;
    const Value object = evaluate(expression.parts[0], scratch);
    if (failed_) {
        return {};
    }
    if (object.is(Kind::map)) {
        const Value* found = object.map().find(expression.name, expression.hash);
        if (found != nullptr && (found->is(Kind::function) || found->is(Kind::object))) {
            return call_value(*found, expression, 1, caller);
        }
    }
    const Method* method = find_method(object, expression.name);
    if (method == nullptr) {
        const bool is_filter = find_filter(expression.name) != nullptr;
        fail(expression.span, "unknown-function",
             say("{} has no function \"{}\"", "{} no tiene ninguna función «{}»", kind_name(object),
                 expression.name),
             is_filter ? say("there is a filter of that name: … | {}",
                             "hay un filtro con ese nombre: … | {}", expression.name)
                       : did_you_mean(expression.name, method_names(object)));
        return {};
    }
    Call call(context_);
    if (!arguments(expression, 1, call)) {
        return {};
    }
    spend_on(object, call, expression.span);
    Value result = failed_ ? Value() : method->function(object, call);
    return finished(std::move(result), call, expression.span);
}

Value Renderer::call_value(const Value& callee, const Expression& expression, std::size_t first,
                           const Value& caller) {
    Call call(context_);
    if (!arguments(expression, first, call)) {
        return {};
    }
    if (callee.is(Kind::function)) {
        Value result = callee.function()(call);
        return finished(std::move(result), call, expression.span);
    }
    if (callee.is(Kind::object) && callee.object().type() == Object::Type::macro) {
        return call_macro(static_cast<const Macro&>(callee.object()), call, expression.span,
                          caller);
    }
    if (callee.is(Kind::object) && callee.object().type() == Object::Type::joiner) {
        return next_of(static_cast<Joiner&>(callee.object()));
    }
    const Message kind = kind_name(callee);
    fail(expression.span, "template-type",
         {kind.en + " cannot be called", "no se puede llamar a " + kind.es});
    return {};
}

}  // namespace puebla::templates
