// Filters, tests, functions, macros and methods: finding what is called, and its arguments.

#include <algorithm>

#include "foundation/suggestion.h"
#include "templates/filters.h"
#include "templates/functions.h"
#include "templates/is_tests.h"
#include "templates/methods.h"
#include "templates/renderer.h"
#include "templates/run_time_objects.h"

namespace puebla::templates {

using Is = Expression::Kind;

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
    Call call(context_, &work_);
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
    Call call(context_, &work_);
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
    Call call(context_, &work_);
    if (!arguments(expression, 1, call)) {
        return {};
    }
    spend_on(object, call, expression.span);
    Value result = failed_ ? Value() : method->function(object, call);
    return finished(std::move(result), call, expression.span);
}

Value Renderer::call_value(const Value& callee, const Expression& expression, std::size_t first,
                           const Value& caller) {
    Call call(context_, &work_);
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

}  // namespace puebla::templates
