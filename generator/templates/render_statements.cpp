// Running the statements of a template, one after the other.

#include <algorithm>
#include <utility>

#include "templates/limits.h"
#include "templates/pieces.h"
#include "templates/run_time_objects.h"

namespace puebla::templates {

void Renderer::run(const Statement::Body& body) {
    for (const Statement& statement : body) {
        run(statement);
        work_.add(cost_of_a_statement);
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
                print(value, statement.surroundings, statement.span, statement.expressions.data());
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
        work_.add(cost_of_a_part);
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
    Call call(context_, &work_);
    List made;
    const List* items = items_of(holder, made, call);
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

}  // namespace puebla::templates
