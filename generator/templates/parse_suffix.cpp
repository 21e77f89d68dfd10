// Reading what follows an operand: .name, [key], (arguments), | filter and is test.

#include "foundation/suggestion.h"
#include "templates/expression_parser.h"
#include "templates/filters.h"
#include "templates/is_tests.h"

namespace puebla::templates {

using Is = Expression::Kind;

Expression ExpressionParser::postfix(Expression value) {
    while (!tokens_.failed()) {
        if (tokens_.is_sign(".")) {
            value = attribute(std::move(value));
        } else if (tokens_.is_sign("[")) {
            value = subscript(std::move(value));
        } else if (tokens_.is_sign("(")) {
            value = call(std::move(value));
        } else {
            break;
        }
    }
    return value;
}

Expression ExpressionParser::attribute(Expression value) {
    const std::size_t begin = value.span.begin;
    tokens_.take();
    if (tokens_.is(TokenKind::integer)) {
        const Token token = tokens_.take();
        return make(Is::subscript, begin,
                    parts_of(std::move(value), literal(token.number, token.span)));
    }
    std::string member = tokens_.expect_name(say("a name", "un nombre"));
    Expression result = make(Is::attribute, begin, parts_of(std::move(value)));
    result.hash = Map::hash_of(member);
    result.name = std::move(member);
    return result;
}

Expression ExpressionParser::subscript(Expression value) {
    const std::size_t begin = value.span.begin;
    tokens_.take();
    std::vector<Expression> parts = parts_of(std::move(value), Expression());
    if (!tokens_.is_sign(":")) {
        parts[1] = conditional();
    }
    if (tokens_.is_sign(":")) {
        parts.resize(4);
        for (std::size_t i = 2; i < 4 && tokens_.take_sign(":"); ++i) {
            if (!tokens_.is_sign(":") && !tokens_.is_sign("]")) {
                parts[i] = conditional();
            }
        }
    }
    tokens_.expect_sign("]");
    const Is kind = parts.size() == 4 ? Is::slice : Is::subscript;
    return make(kind, begin, std::move(parts));
}

void ExpressionParser::arguments(std::vector<Expression>& parts,
                                 std::vector<std::string>& keywords) {
    tokens_.expect_sign("(");
    bool first = true;
    while (!tokens_.failed() && !tokens_.is_sign(")")) {
        if (!first) {
            tokens_.expect_sign(",");
            if (tokens_.is_sign(")")) {
                break;
            }
        }
        first = false;
        const bool named = tokens_.is(TokenKind::name) && tokens_.next().kind == TokenKind::sign &&
                           tokens_.next().text == "=";
        if (named) {
            keywords.push_back(tokens_.take().text);
            tokens_.take();
        } else if (!keywords.empty()) {
            tokens_.fail_here(say("an argument with a name", "un argumento con nombre"));
        }
        parts.push_back(conditional());
    }
    tokens_.expect_sign(")");
}

Expression ExpressionParser::call(Expression callee) {
    const std::size_t begin = callee.span.begin;
    const bool is_variable = callee.kind == Is::variable && callee.slots.empty();
    const bool is_super = is_variable && callee.name == "super";
    const bool is_self = callee.kind == Is::attribute && callee.parts[0].kind == Is::variable &&
                         callee.parts[0].slots.empty() && callee.parts[0].name == "self";
    std::string name = callee.name;
    const std::uint32_t hash = callee.hash;
    const Is kind = is_super ? Is::super
                             : (is_self ? Is::self_block
                                        : (callee.kind == Is::attribute ? Is::method : Is::call));
    std::vector<Expression> parts;
    if (kind == Is::method) {
        Expression object = std::move(callee.parts[0]);
        parts.push_back(std::move(object));
    } else if (kind == Is::call) {
        parts.push_back(std::move(callee));
    }
    std::vector<std::string> keywords;
    arguments(parts, keywords);
    Expression result = make(kind, begin, std::move(parts));
    result.keywords = std::move(keywords);
    result.name = std::move(name);
    result.hash = hash;
    return result;
}

Expression ExpressionParser::filters(Expression input, bool starts_with_name) {
    if (starts_with_name) {
        input = filter(std::move(input));
    }
    while (!tokens_.failed()) {
        if (tokens_.take_sign("|")) {
            input = filter(std::move(input));
        } else if (tokens_.take_word("is")) {
            input = test(std::move(input));
        } else if (tokens_.is_sign("(")) {
            input = call(std::move(input));
        } else {
            break;
        }
    }
    return input;
}

Expression ExpressionParser::filter(Expression input) {
    const std::size_t begin = input.span.begin;
    const Span name_span = tokens_.now().span;
    std::string name = tokens_.expect_name(say("the name of a filter", "el nombre de un filtro"));
    const Filter* found = find_filter(name);
    if (found == nullptr && !tokens_.failed()) {
        tokens_.fail("unknown-filter", name_span,
                     say("there is no filter \"{}\"", "no hay ningún filtro «{}»", name),
                     help_for_unknown_filter(name));
        return input;
    }
    std::vector<Expression> parts = parts_of(std::move(input));
    std::vector<std::string> keywords;
    if (tokens_.is_sign("(")) {
        arguments(parts, keywords);
    }
    Expression result = make(Is::filter, begin, std::move(parts));
    result.keywords = std::move(keywords);
    result.name = std::move(name);
    result.filter = found;
    return result;
}

bool ExpressionParser::starts_argument_of_test() const {
    switch (tokens_.now().kind) {
        case TokenKind::string:
        case TokenKind::integer:
        case TokenKind::real:
            return true;
        case TokenKind::name:
            // "if" ends what a test may take, or "{{ a if b is defined else c }}" would not read.
            return !tokens_.is_word("else") && !tokens_.is_word("or") && !tokens_.is_word("and") &&
                   !tokens_.is_word("if") && !tokens_.is_word("is") && !tokens_.is_word("in") &&
                   !tokens_.is_word("not");
        default:
            return tokens_.is_sign("(") || tokens_.is_sign("[") || tokens_.is_sign("{");
    }
}

Expression ExpressionParser::test(Expression input) {
    const std::size_t begin = input.span.begin;
    const bool negated = tokens_.take_word("not");
    const Span name_span = tokens_.now().span;
    std::string name = tokens_.expect_name(say("the name of a test", "el nombre de una prueba"));
    const Test* found = find_test(name);
    if (found == nullptr && !tokens_.failed()) {
        tokens_.fail("unknown-test", name_span,
                     say("there is no test \"{}\"", "no hay ninguna prueba «{}»", name),
                     did_you_mean(name, test_names()));
        return input;
    }
    std::vector<Expression> parts = parts_of(std::move(input));
    std::vector<std::string> keywords;
    if (tokens_.is_sign("(")) {
        arguments(parts, keywords);
    } else if (starts_argument_of_test()) {
        Expression argument = primary();
        parts.push_back(postfix(std::move(argument)));
    }
    Expression result = make(Is::test, begin, std::move(parts));
    result.keywords = std::move(keywords);
    result.name = std::move(name);
    result.test = found;
    return negated ? make(Is::logical_not, begin, parts_of(std::move(result))) : std::move(result);
}

}  // namespace puebla::templates
