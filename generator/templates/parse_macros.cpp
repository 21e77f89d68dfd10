// Reading macro, call and filter.

#include "templates/template_parser.h"

namespace puebla::templates {

using Is = Statement::Kind;

void TemplateParser::signature(Unit& unit) {
    tokens_.expect_sign("(");
    while (!tokens_.failed() && !tokens_.is_sign(")")) {
        if (!unit.parameters.empty()) {
            tokens_.expect_sign(",");
        }
        const Span span = tokens_.now().span;
        Parameter parameter;
        parameter.name =
            tokens_.expect_name(say("the name of a parameter", "el nombre de un parámetro"));
        check_name(parameter.name, span);
        const std::uint16_t before = unit.slot_count;
        if (scopes_.declare(parameter.name) < before && !tokens_.failed()) {
            tokens_.fail("template-syntax", span,
                         say("the parameter \"{}\" is named twice",
                             "el parámetro «{}» aparece dos veces", parameter.name));
        }
        if (tokens_.take_sign("=")) {
            parameter.has_default = true;
            parameter.value = parse_expression(state_);
        } else if (!unit.parameters.empty() && unit.parameters.back().has_default) {
            tokens_.fail("template-syntax", span,
                         say("a parameter without a default follows one that has one",
                             "un parámetro sin valor predeterminado sigue a uno que lo tiene"));
        }
        unit.parameters.push_back(std::move(parameter));
    }
    tokens_.expect_sign(")");
}

Statement TemplateParser::macro_tag(Statement result) {
    result.kind = Is::macro;
    const Span span = tokens_.now().span;
    result.text = tokens_.expect_name(say("the name of the macro", "el nombre de la macro"));
    result.targets.push_back(variable_target(result.text, span));
    result.unit = std::make_unique<Unit>();
    Unit& unit = *result.unit;
    unit.name = result.text;
    unit.span = span;
    unit.file = &template_.file;
    ++macros_open_;
    scopes_.enter_unit(unit, Scopes::Border::open);
    signature(unit);
    unit.kind = Unit::Kind::macro;
    unit.caller_slot = scopes_.declare("caller");
    tokens_.expect_block_end();
    unit.body = body({"endmacro"}, result.span);
    scopes_.leave_unit();
    --macros_open_;
    end_tag();
    return result;
}

Statement TemplateParser::call_tag(Statement result) {
    result.kind = Is::call_block;
    result.unit = std::make_unique<Unit>();
    Unit& unit = *result.unit;
    unit.kind = Unit::Kind::call_body;
    unit.name = "caller";
    unit.span = result.span;
    unit.file = &template_.file;
    scopes_.enter_unit(unit, Scopes::Border::open);
    if (tokens_.is_sign("(")) {
        signature(unit);
    }
    scopes_.leave_unit();
    result.expressions.push_back(parse_expression(state_));
    const Expression::Kind called = result.expressions[0].kind;
    if (called != Expression::Kind::call && called != Expression::Kind::method) {
        tokens_.fail(
            "template-syntax", result.expressions[0].span,
            say("\"call\" needs the call of a macro", "«call» necesita la llamada a una macro"));
    }
    tokens_.expect_block_end();
    ++macros_open_;
    scopes_.enter_unit(unit, Scopes::Border::open);
    unit.slot_count = 0;
    unit.slot_names.clear();
    for (const Parameter& parameter : unit.parameters) {
        scopes_.declare(parameter.name);
    }
    unit.body = body({"endcall"}, result.span);
    scopes_.leave_unit();
    --macros_open_;
    end_tag();
    return result;
}

Statement TemplateParser::filter_tag(Statement result) {
    result.kind = Is::filter_block;
    scopes_.enter_scope();
    // At the top of a template there was no scope until now, so the slot is declared in it.
    result.loop_slot = scopes_.declare(" captured");
    result.expressions.push_back(
        parse_filters(state_, variable_called(state_, " captured", result.span), true));
    tokens_.expect_block_end();
    result.bodies.push_back(body({"endfilter"}, result.span));
    scopes_.leave_scope();
    end_tag();
    return result;
}

}  // namespace puebla::templates
