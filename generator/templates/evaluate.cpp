

#include "foundation/suggestion.h"
#include "templates/pieces.h"
#include "templates/renderer.h"
#include "templates/run_time_objects.h"

namespace puebla::templates {

using Is = Expression::Kind;

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
    Call call(context_, &work_);
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

}  // namespace puebla::templates
