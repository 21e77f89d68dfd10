// Reading block, include, import and extends.

#include "templates/template_parser.h"

namespace puebla::templates {

using Is = Statement::Kind;

Statement TemplateParser::block_tag_proper(Statement result) {
    result.kind = Is::block;
    const Span span = tokens_.now().span;
    result.text = tokens_.expect_name(say("the name of the block", "el nombre del bloque"));
    result.span = {result.span.begin, span.end};
    if (tokens_.take_word("scoped")) {
        result.with_context = true;
        see_visible_variables(result);
    }
    tokens_.expect_block_end();
    if (block_names_.contains(result.text)) {
        tokens_.fail("template-syntax", span,
                     say("there are two blocks \"{}\" in this template",
                         "hay dos bloques «{}» en esta plantilla", result.text));
    } else if (macros_open_ > 0) {
        tokens_.fail(
            "template-syntax", span,
            say("a block cannot stand in a macro", "un bloque no puede estar en una macro"));
    }
    result.unit = std::make_unique<Unit>();
    Unit& unit = *result.unit;
    unit.kind = Unit::Kind::block;
    unit.name = result.text;
    unit.span = span;
    unit.file = &template_.file;
    template_.blocks.push_back(&unit);
    block_names_.insert(unit.name);
    scopes_.enter_unit(unit, Scopes::Border::closed);
    unit.body = body({"endblock"}, result.span);
    scopes_.leave_unit();
    end_word();
    tokens_.take_word(result.text);
    tokens_.expect_block_end();
    return result;
}

void TemplateParser::see_visible_variables(Statement& statement) {
    for (const std::string& name : scopes_.visible()) {
        if (name.front() != ' ') {
            statement.visible.push_back({state_.symbols.add(name), scopes_.resolve(name)});
        }
    }
}

bool TemplateParser::context_wish(bool otherwise) {
    const bool says = (tokens_.is_word("with") || tokens_.is_word("without")) &&
                      tokens_.next().kind == TokenKind::name && tokens_.next().text == "context";
    if (!says) {
        return otherwise;
    }
    const bool wanted = tokens_.take().text == "with";
    tokens_.take();
    return wanted;
}

Statement TemplateParser::include_tag(Statement result) {
    result.kind = Is::include;
    result.expressions.push_back(parse_expression(state_));
    if (tokens_.is_word("ignore")) {
        tokens_.take();
        tokens_.expect_word("missing");
        result.ignore_missing = true;
    }
    result.with_context = context_wish(true);
    if (result.with_context) {
        see_visible_variables(result);
    }
    tokens_.expect_block_end();
    return result;
}

Statement TemplateParser::import_tag(Statement result) {
    result.kind = Is::import;
    result.expressions.push_back(parse_expression(state_));
    tokens_.expect_word("as");
    const Span span = tokens_.now().span;
    result.targets.push_back(
        variable_target(tokens_.expect_name(say("a name", "un nombre")), span));
    result.with_context = context_wish(false);
    if (result.with_context) {
        see_visible_variables(result);
    }
    tokens_.expect_block_end();
    return result;
}

Statement TemplateParser::from_tag(Statement result) {
    result.kind = Is::from_import;
    result.expressions.push_back(parse_expression(state_));
    tokens_.expect_word("import");

    while (!tokens_.failed()) {
        const Span span = tokens_.now().span;
        std::string name =
            tokens_.expect_name(say("the name of a macro", "el nombre de una macro"));
        std::string alias = name;
        Span alias_span = span;
        if (tokens_.take_word("as")) {
            alias_span = tokens_.now().span;
            alias = tokens_.expect_name(say("a name", "un nombre"));
        }
        result.names.push_back(std::move(name));
        result.targets.push_back(variable_target(alias, alias_span));
        result.targets.back().span = span;
        if (!tokens_.take_sign(",")) {
            break;
        }
    }
    result.with_context = context_wish(false);
    if (result.with_context) {
        see_visible_variables(result);
    }
    tokens_.expect_block_end();
    return result;
}

Statement TemplateParser::extends_tag(Statement result) {
    result.kind = Is::extends;
    const Expression parent = parse_expression(state_);
    if (parent.kind != Expression::Kind::literal || !parent.constant.is(Kind::text)) {
        tokens_.fail("template-syntax", parent.span,
                     say("\"extends\" needs the path of a template in quotes",
                         "«extends» necesita la ruta de una plantilla entre comillas"));
    } else if (!template_.parent.empty()) {
        tokens_.fail("template-syntax", parent.span,
                     say("a template can extend only one other",
                         "una plantilla solo puede extender a otra"));
    } else if (!scopes_.at_top() || !open_.empty()) {
        tokens_.fail("template-syntax", result.span,
                     say("\"extends\" must stand outside of all other tags",
                         "«extends» debe estar fuera de todas las demás etiquetas"));
    } else {
        template_.parent = std::string(parent.constant.text());
        template_.parent_span = parent.span;
        template_.root.extends_other = true;
    }
    tokens_.expect_block_end();
    return result;
}

}  // namespace puebla::templates
