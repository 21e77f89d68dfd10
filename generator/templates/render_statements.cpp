// Running the statements of a template, one after the other.

#include <algorithm>
#include <utility>

#include "foundation/suggestion.h"
#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/run_time_objects.h"

namespace puebla::templates {

void Renderer::run(const Statement::Body& body) {
    for (const Statement& statement : body) {
        run(statement);
        spent_ += cost_of_a_statement;
        if (failed_) {
            return;
        }
        if (out_->text.size() > longest_text) {
            fail_in_loop(statement.span,
                         say("this page is larger than {} MB", "esta página mide más de {} MB",
                             longest_text / 1024 / 1024),
                         say("no reader's device shows so much: divide it into several pages",
                             "ningún dispositivo muestra tanto: divídala en varias páginas"));
            return;
        }
    }
}

void Renderer::run(const Statement& statement) {
    switch (statement.kind) {
        case Statement::Kind::literal: {
            const auto shift = static_cast<std::uint32_t>(out_->text.size());
            out_->text += statement.text;
            for (const Mark& mark : statement.marks) {
                out_->marks.push_back(moved(mark, shift));
            }
            return;
        }
        case Statement::Kind::print: {
            Value scratch;
            const Value& value = evaluate(statement.expressions[0], scratch);
            if (!failed_) {
                print(value, statement.surroundings, statement.span, &statement.expressions[0]);
            }
            return;
        }
        case Statement::Kind::branch:
            return run_branch(statement);
        case Statement::Kind::loop:
            return run_loop(statement);
        case Statement::Kind::set:
            return run_set(statement);
        case Statement::Kind::set_block:
            return run_set_block(statement);
        case Statement::Kind::with:
            return run_with(statement);
        case Statement::Kind::macro:
            return run_macro(statement);
        case Statement::Kind::call_block:
            return run_call_block(statement);
        case Statement::Kind::filter_block:
            return run_filter_block(statement);
        case Statement::Kind::block:
            return run_block(statement);
        case Statement::Kind::include:
            return run_include(statement);
        case Statement::Kind::import:
        case Statement::Kind::from_import:
            return run_import(statement);
        case Statement::Kind::extends:
            extends_at_ = out_->text.size();
            extends_marks_ = out_->marks.size();
            return;
        case Statement::Kind::attribute_begin:
            return begin_attribute(statement);
        case Statement::Kind::attribute_end:
            return end_attribute(statement);
    }
}

void Renderer::run_branch(const Statement& statement) {
    Value scratch;
    for (std::size_t i = 0; i < statement.expressions.size(); ++i) {
        const bool holds = evaluate(statement.expressions[i], scratch).truth();
        spent_ += cost_of_a_part;
        if (failed_) {
            return;
        }
        if (holds) {
            run(statement.bodies[i]);
            return;
        }
    }
    if (statement.bodies.size() > statement.expressions.size()) {
        run(statement.bodies.back());
    }
}

void Renderer::run_loop(const Statement& statement) {
    Value* const slots = frame_->slots;
    std::fill(slots + statement.first_slot, slots + statement.last_slot, Value::unset());
    Value scratch;
    const Value holder = evaluate(statement.expressions[0], scratch);
    if (failed_) {
        return;
    }
    if (holder.is_text()) {
        spend(holder.text().size(), statement.span);
    }
    Call call(context_);
    List made;
    const List* items = failed_ ? nullptr : items_of(holder, made, call);
    if (failed_with(call, statement.expressions[0].span)) {
        return;
    }
    List chosen;
    if (statement.has_condition) {
        for (const Value& item : *items) {
            assign(statement.targets[0], item);
            const bool holds = !failed_ && evaluate(statement.expressions[1], scratch).truth();
            spend(cost_of_a_round, statement.span);
            if (failed_) {
                return;
            }
            if (holds) {
                chosen.push_back(item);
            }
        }
        items = &chosen;
    }
    if (!items->empty()) {
        run_rounds(statement, *items, slots);
    } else if (statement.bodies.size() > 1) {
        run(statement.bodies[1]);
    }
}

void Renderer::run_rounds(const Statement& statement, const List& items, Value* slots) {
    std::shared_ptr<LoopState> loop;
    Value loop_value = Value::unset();
    if (statement.uses_loop) {
        loop = std::make_shared<LoopState>();
        loop->items = &items;
        loop_value = Value(std::shared_ptr<Object>(loop));
    }
    const Statement* const outer_loop = std::exchange(loop_, &statement);
    const Frame* const outer_frame = std::exchange(loop_frame_, frame_);
    const std::size_t slot_count = statement.last_slot - statement.first_slot;
    for (std::size_t i = 0; i < items.size() && !failed_; ++i) {
        std::fill(slots + statement.first_slot, slots + statement.last_slot, Value::unset());
        if (loop) {
            loop->position = i;
            slots[statement.loop_slot] = loop_value;
        }
        assign(statement.targets[0], items[i]);
        spend(cost_of_a_round + cost_of_a_part * slot_count, statement.span);
        if (!failed_) {
            run(statement.bodies[0]);
        }
    }
    loop_ = outer_loop;
    loop_frame_ = outer_frame;
    if (loop) {
        loop->items = nullptr;
    }
    // What a slot of the loop held must not be seen by what comes after it in the same place.
    std::fill(slots + statement.first_slot, slots + statement.last_slot, Value::unset());
}

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

Html Renderer::captured(const std::function<void()>& work) {
    Html result;
    Html* const outer = out_;
    out_ = &result;
    work();
    out_ = outer;
    spent_ += result.text.size();
    return result;
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

void Renderer::run_block(const Statement& statement) {
    if (frame_->unit->extends_other) {
        return;
    }
    if (!statement.with_context) {
        print_block(statement.text, 0, statement.span);
        return;
    }
    std::unique_ptr<Variables> inner = new_variables(statement, true);
    Variables* const outer = setting_.variables;
    setting_.variables = inner.get();
    print_block(statement.text, 0, statement.span);
    setting_.variables = outer;
    put_back(std::move(inner));
}

const Template* Renderer::template_named(const Statement& statement) {
    Value scratch;
    const Value value = evaluate(statement.expressions[0], scratch);
    if (failed_) {
        return nullptr;
    }
    const List one = {value};
    const List& names = value.is(Kind::list) ? value.list() : one;
    for (const Value& name : names) {
        const Template* found = name.is_text() ? library_.find(name.text()) : nullptr;
        if (found != nullptr) {
            if (found->broken) {
                failed_ = true;  // its own mistake has been reported
            }
            return found->broken ? nullptr : found;
        }
    }
    if (!statement.ignore_missing) {
        const std::string name(names.empty() ? std::string_view() : names[0].text());
        fail(statement.expressions[0].span, "include-missing",
             say("there is no template \"{}\"", "no hay ninguna plantilla «{}»", name),
             did_you_mean(name, library_.names()));
    }
    return nullptr;
}

void Renderer::run_in(const Statement& statement, const std::function<void()>& work) {
    if (statement.surroundings == Surroundings::content) {
        work();
        return;
    }
    const Html html = captured(work);
    if (!failed_) {
        print_html(html, statement.surroundings, statement.span);
    }
}

void Renderer::run_include(const Statement& statement) {
    const Template* const found = template_named(statement);
    if (found == nullptr) {
        return;
    }
    std::unique_ptr<Variables> inner = new_variables(statement, statement.with_context);
    const Setting outer = setting_;
    setting_ = {inner.get(), found};
    run_in(statement, [&] { run_template(*found, statement.expressions[0].span); });
    setting_ = outer;
    put_back(std::move(inner));
}

// The chain of templates from `entry` up to the one that extends nothing.
void Renderer::run_template(const Template& entry, Span span) {
    const std::string* const outer_block = block_;
    block_ = nullptr;
    for (const Template* one = &entry; one != nullptr && !failed_; one = one->parent_template) {
        const std::size_t outer_text = extends_at_;
        const std::size_t outer_marks = extends_marks_;
        run_unit(one->root, nullptr, span, [](Value*) {});
        if (one->parent_template != nullptr && !failed_) {
            out_->text.resize(extends_at_);
            out_->marks.resize(extends_marks_);
        }
        extends_at_ = outer_text;
        extends_marks_ = outer_marks;
    }
    block_ = outer_block;
}

const Map* Renderer::module_of(const Statement& statement) {
    const Template* const found = template_named(statement);
    if (found == nullptr) {
        return nullptr;
    }
    if (!statement.with_context) {
        const auto known = modules_.find(found);
        if (known != modules_.end()) {
            return &known->second.map();
        }
    }
    kept_variables_.push_back(new_variables(statement, statement.with_context));
    Variables& variables = *kept_variables_.back();
    const Setting outer = setting_;
    setting_ = {&variables, found};
    captured([&] { run_template(*found, statement.expressions[0].span); });
    setting_ = outer;
    Map members;
    for (const Symbol symbol : variables.exported) {
        const std::string& name = library_.symbols.name(symbol);
        if (name.front() != '_') {
            members.set(name, variables.values[symbol]);
        }
    }
    kept_modules_.emplace_back(std::move(members));
    if (!statement.with_context && !failed_) {
        modules_.emplace(found, kept_modules_.back());
    }
    return &kept_modules_.back().map();
}

void Renderer::run_import(const Statement& statement) {
    const Map* const members = module_of(statement);
    if (members == nullptr || failed_) {
        return;
    }
    if (statement.kind == Statement::Kind::import) {
        assign(statement.targets[0], Value::reference(*members));
        return;
    }
    for (std::size_t i = 0; i < statement.names.size() && !failed_; ++i) {
        const Value* found = members->find(statement.names[i]);
        if (found != nullptr) {
            assign(statement.targets[i], *found);
            continue;
        }
        std::vector<std::string> known;
        for (const auto& [name, value] : members->items()) {
            known.push_back(name);
        }
        fail(statement.targets[i].span, "unknown-function",
             say("the imported template has no macro \"{}\"",
                 "la plantilla importada no tiene ninguna macro «{}»", statement.names[i]),
             did_you_mean(statement.names[i], known));
    }
}

}  // namespace puebla::templates
