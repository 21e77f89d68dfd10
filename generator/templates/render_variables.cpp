// The variables that a template runs with.

#include "templates/limits.h"
#include "templates/renderer.h"

namespace puebla::templates {

void Variables::set(Symbol symbol, Value value) {
    if (values[symbol].is(Kind::unset)) {
        given.push_back(symbol);
    }
    values[symbol] = std::move(value);
}

std::unique_ptr<Variables> Renderer::new_variables(const Statement& statement, bool with_context) {
    std::unique_ptr<Variables> result;
    if (free_variables_.empty()) {
        result = std::make_unique<Variables>();
        result->values.resize(library_.symbols.size(), Value::unset());
    } else {
        result = std::move(free_variables_.back());
        free_variables_.pop_back();
    }
    const Variables& source = with_context ? *setting_.variables : *host_variables_;
    spend(cost_of_a_part * (source.given.size() + statement.visible.size()), statement.span);
    for (const Symbol symbol : source.given) {
        if (with_context || source.values[symbol].is(Kind::function)) {
            result->set(symbol, source.values[symbol]);
        }
    }
    if (!with_context) {
        return result;
    }
    for (const Statement::Visible& one : statement.visible) {
        for (const Slot slot : one.slots) {
            const Frame* frame = frame_;
            for (std::uint16_t hop = 0; hop < slot.hops; ++hop) {
                frame = frame->around;
            }
            const Value& value = frame->slots[slot.index];
            if (!value.is(Kind::unset) && !value.is(Kind::undefined)) {
                result->set(one.symbol, value);
                break;
            }
        }
    }
    return result;
}

void Renderer::put_back(std::unique_ptr<Variables> variables) {
    for (const Symbol symbol : variables->given) {
        variables->values[symbol] = Value::unset();
    }
    variables->given.clear();
    variables->exported.clear();
    free_variables_.push_back(std::move(variables));
}

}  // namespace puebla::templates
