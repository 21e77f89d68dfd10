// Reading if, for and with.

#include "templates/template_parser.h"

namespace puebla::templates {

using Is = Statement::Kind;

Statement TemplateParser::if_tag(Statement result) {
    result.kind = Is::branch;
    while (true) {
        result.expressions.push_back(parse_tuple(state_));
        tokens_.expect_block_end();
        result.bodies.push_back(body({"elif", "else", "endif"}, result.span));
        const std::string word = end_word();
        if (word == "elif" && !tokens_.failed()) {
            continue;
        }
        tokens_.expect_block_end(tokens_.is_word("if") ? say("\"else if\" is written \"elif\"",
                                                             "«else if» se escribe «elif»")
                                                       : Message());
        if (word == "else" && !tokens_.failed()) {
            result.bodies.push_back(body({"endif"}, result.span));
            end_tag();
        }
        return result;
    }
}

Statement TemplateParser::for_tag(Statement result) {
    result.kind = Is::loop;
    // The items are computed outside the scope of the loop, yet its variables are read before them.
    scopes_.enter_scope();
    result.first_slot = scopes_.unit().slot_count;
    result.targets.push_back(target());
    result.loop_slot = scopes_.declare("loop");
    tokens_.expect_word("in");
    Expression items = parse_loop_items(state_);
    Expression condition;
    if (tokens_.take_word("if")) {
        result.has_condition = true;
        condition = parse_expression(state_);
    }
    if (tokens_.is_word("recursive")) {
        tokens_.fail(
            "template-syntax", tokens_.now().span,
            say("\"for … recursive\" does not exist here", "«for … recursive» no existe aquí"),
            say("write a macro that calls itself", "escriba una macro que se llame a sí misma"));
    }
    tokens_.expect_block_end();
    result.bodies.push_back(body({"else", "endfor"}, result.span));
    result.last_slot = scopes_.unit().slot_count;
    result.uses_loop = scopes_.leave_scope();
    result.expressions.push_back(std::move(items));
    result.expressions.push_back(std::move(condition));
    const std::string word = end_word();
    tokens_.expect_block_end();
    if (word == "else" && !tokens_.failed()) {
        scopes_.enter_scope();
        result.bodies.push_back(body({"endfor"}, result.span));
        scopes_.leave_scope();
        end_tag();
    }
    return result;
}

Statement TemplateParser::with_tag(Statement result) {
    result.kind = Is::with;
    std::vector<std::pair<std::string, Span>> names;
    while (!tokens_.failed() && !tokens_.is(TokenKind::block_end)) {
        if (!names.empty()) {
            tokens_.expect_sign(",");
        }
        const Span span = tokens_.now().span;
        names.emplace_back(tokens_.expect_name(say("a name", "un nombre")), span);
        tokens_.expect_sign("=");
        result.expressions.push_back(parse_expression(state_));
    }
    tokens_.expect_block_end();
    scopes_.enter_scope();
    result.first_slot = scopes_.unit().slot_count;
    for (const auto& [name, span] : names) {
        result.targets.push_back(variable_target(name, span));
    }
    result.bodies.push_back(body({"endwith"}, result.span));
    result.last_slot = scopes_.unit().slot_count;
    scopes_.leave_scope();
    end_tag();
    return result;
}

}  // namespace puebla::templates
