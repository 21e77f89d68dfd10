// Running what gives a name to a value or a piece of the page: set, with, macro, call, filter.

#include <algorithm>

#include "templates/run_time_objects.h"

namespace puebla::templates {

void Renderer::assign(const Target& target, const Value& value) {
    switch (target.kind) {
        case Target::Kind::slot:
            frame_->slots[target.slot] = value;
            return;
        case Target::Kind::context:
            setting_.variables->set(target.symbol, value);
            setting_.variables->exported.push_back(target.symbol);
            return;
        case Target::Kind::attribute: {
            Value scratch;
            const Value object = evaluate(target.object, scratch);
            if (failed_) {
                return;
            }
            if (!object.is(Kind::object) || object.object().type() != Object::Type::name_space) {
                fail(target.span, "template-type",
                     say("only what namespace() made can be changed after it was set",
                         "solo lo que hizo namespace() puede cambiarse después de asignado"));
                return;
            }
            static_cast<NameSpace&>(object.object()).values.set(target.name, value);
            return;
        }
        case Target::Kind::several:
            break;
    }
    if (target.several.size() == 2 && value.is(Kind::map) && value.find("grouper") != nullptr &&
        value.find("list") != nullptr) {  // a group of the filter groupby
        assign(target.several[0], *value.find("grouper"));
        assign(target.several[1], *value.find("list"));
        return;
    }
    if (!value.is(Kind::list) || value.list().size() != target.several.size()) {
        const Message kind = kind_name(value);
        const std::string count = std::to_string(target.several.size());
        const std::string size = value.is(Kind::list) ? std::to_string(value.list().size()) : "";
        fail(target.span, "template-type",
             size.empty()
                 ? Message{kind.en + " cannot be taken apart into " + count + " variables",
                           "no se puede repartir " + kind.es + " en " + count + " variables"}
                 : say("a list of {} cannot be taken apart into {} variables",
                       "no se puede repartir una lista de {} en {} variables", size, count));
        return;
    }
    for (std::size_t i = 0; i < target.several.size() && !failed_; ++i) {
        assign(target.several[i], value.list()[i]);
    }
}

void Renderer::run_set(const Statement& statement) {
    Value scratch;
    const Value value = evaluate(statement.expressions[0], scratch);
    if (!failed_) {
        assign(statement.targets[0], value);
    }
}

void Renderer::run_set_block(const Statement& statement) {
    Value value(captured([&] { run(statement.bodies[0]); }));
    if (!failed_ && !statement.expressions.empty()) {
        frame_->slots[statement.loop_slot] = value;
        Value scratch;
        Value filtered = evaluate(statement.expressions[0], scratch);
        value = std::move(filtered);
    }
    if (!failed_) {
        assign(statement.targets[0], value);
    }
}

void Renderer::run_with(const Statement& statement) {
    Value* const slots = frame_->slots;
    std::fill(slots + statement.first_slot, slots + statement.last_slot, Value::unset());
    List values;
    Value scratch;
    for (const Expression& expression : statement.expressions) {
        values.push_back(evaluate(expression, scratch));
    }
    for (std::size_t i = 0; i < values.size() && !failed_; ++i) {
        assign(statement.targets[i], values[i]);
    }
    if (!failed_) {
        run(statement.bodies[0]);
    }
}

void Renderer::run_macro(const Statement& statement) {
    auto macro = std::make_shared<Macro>();
    macro->unit = statement.unit.get();
    macro->setting = setting_;
    macro->around = frame_;
    macro->serial = frame_->serial;
    assign(statement.targets[0], Value(std::shared_ptr<Object>(std::move(macro))));
}

void Renderer::run_call_block(const Statement& statement) {
    auto macro = std::make_shared<Macro>();
    macro->unit = statement.unit.get();
    macro->setting = setting_;
    macro->around = frame_;
    macro->serial = frame_->serial;
    const Value caller(std::shared_ptr<Object>(std::move(macro)));
    const Expression& expression = statement.expressions[0];
    const Value result = expression.kind == Expression::Kind::call
                             ? called(expression, caller)
                             : called_method(expression, caller);
    if (!failed_) {
        print(result, statement.surroundings, expression.span);
    }
}

void Renderer::run_filter_block(const Statement& statement) {
    const Value value(captured([&] { run(statement.bodies[0]); }));
    if (failed_) {
        return;
    }
    frame_->slots[statement.loop_slot] = value;
    Value scratch;
    const Value& filtered = evaluate(statement.expressions[0], scratch);
    if (!failed_) {
        print(filtered, statement.surroundings, statement.span);
    }
}

Html Renderer::captured(const std::function<void()>& work) {
    Html result;
    Html* const outer = out_;
    out_ = &result;
    work();
    out_ = outer;
    work_.add(result.text.size());
    return result;
}

}  // namespace puebla::templates
