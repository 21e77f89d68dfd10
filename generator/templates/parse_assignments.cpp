// Reading set, and what may stand before a "=" or in a `for`.

#include <algorithm>

#include "templates/limits.h"
#include "templates/template_parser.h"

namespace puebla::templates {

using Is = Statement::Kind;

void TemplateParser::check_name(const std::string& name, Span span) {
    constexpr std::string_view reserved[] = {"true", "True", "false", "False", "none", "None",
                                             "and",  "or",   "not",   "in",    "is",   "if",
                                             "else", "elif", "for",   "loop",  "self", "super"};
    if (std::find(std::begin(reserved), std::end(reserved), name) != std::end(reserved)) {
        tokens_.fail("template-syntax", span,
                     say("\"{}\" has a meaning of its own and cannot be set",
                         "«{}» tiene un significado propio y no puede asignarse", name));
    }
}

Target TemplateParser::variable_target(const std::string& name, Span span) {
    check_name(name, span);
    Target result;
    result.span = span;
    result.name = name;
    result.symbol = state_.symbols.add(name);
    result.kind = scopes_.at_top() ? Target::Kind::context : Target::Kind::slot;
    if (result.kind == Target::Kind::slot) {
        result.slot = scopes_.declare(name);
    }
    if (scopes_.slots_made() > most_variables) {
        tokens_.fail("template-limit", span,
                     say("more than {} variables are set in this template",
                         "en esta plantilla se asignan más de {} variables", most_variables));
    }
    return result;
}

Target TemplateParser::one_target() {
    const Span span = tokens_.now().span;
    if (tokens_.take_sign("(")) {
        Target inner = target();
        tokens_.expect_sign(")");
        return inner;
    }
    const std::string name =
        tokens_.expect_name(say("the name of a variable", "el nombre de una variable"));
    if (!tokens_.take_sign(".")) {
        return variable_target(name, span);
    }
    Target result;
    result.kind = Target::Kind::attribute;
    result.object = variable_called(state_, name, span);
    result.name = tokens_.expect_name(say("a name", "un nombre"));
    result.span = {span.begin, tokens_.last_end()};
    return result;
}

Target TemplateParser::target() {
    if (++state_.depth > deepest_nesting) {
        tokens_.fail_here(say("a variable", "una variable"));
    }
    const std::size_t begin = tokens_.now().span.begin;
    std::vector<Target> all;
    all.push_back(one_target());
    bool several = false;
    while (!tokens_.failed() && tokens_.take_sign(",")) {
        several = true;
        if (!tokens_.is(TokenKind::name) && !tokens_.is_sign("(")) {
            break;
        }
        if (tokens_.is_word("in")) {
            break;
        }
        all.push_back(one_target());
    }
    --state_.depth;
    if (!several) {
        return std::move(all.front());
    }
    Target result;
    result.kind = Target::Kind::several;
    result.span = {begin, tokens_.last_end()};
    result.several = std::move(all);
    return result;
}

Statement TemplateParser::set_tag(Statement result) {
    // The value is read before the target is declared: in "set x = x" the right x is the outer one.
    // Reading the target first would do no harm, for a slot that is unset is passed over.
    result.targets.push_back(target());
    if (tokens_.take_sign("=")) {
        result.kind = Is::set;
        result.expressions.push_back(parse_tuple(state_));
        tokens_.expect_block_end();
        return result;
    }
    result.kind = Is::set_block;
    scopes_.enter_scope();
    if (tokens_.is_sign("|")) {
        scopes_.enter_scope();
        result.loop_slot = scopes_.declare(" captured");
        result.expressions.push_back(
            parse_filters(state_, variable_called(state_, " captured", result.span), false));
    }
    tokens_.expect_block_end();
    result.bodies.push_back(body({"endset"}, result.span));
    end_tag();
    if (!result.expressions.empty()) {
        scopes_.leave_scope();
    }
    scopes_.leave_scope();
    return result;
}

}  // namespace puebla::templates
