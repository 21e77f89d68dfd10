// Reading what operators stand between: literals, names, lists and maps, and brackets.

#include <algorithm>

#include "templates/expression_parser.h"

namespace puebla::templates {

using Is = Expression::Kind;

Expression ExpressionParser::primary() {
    switch (tokens_.now().kind) {
        case TokenKind::name:
            return name();
        case TokenKind::string:
            return string();
        case TokenKind::integer:
        case TokenKind::real: {
            const Token token = tokens_.take();
            return literal(token.number, token.span);
        }
        default:
            break;
    }
    const std::size_t begin = tokens_.now().span.begin;
    if (tokens_.take_sign("(")) {
        if (tokens_.take_sign(")")) {
            return make(Is::list, begin, {});
        }
        Expression inner = tuple(true);
        tokens_.expect_sign(")");
        return inner;
    }
    if (tokens_.is_sign("[")) {
        return list_literal();
    }
    if (tokens_.is_sign("{")) {
        return map_literal();
    }
    tokens_.fail_here(say("a value", "un valor"));
    return {};
}

Expression ExpressionParser::name() {
    const Token token = tokens_.take();
    const std::string& word = token.text;
    if (word == "true" || word == "True" || word == "false" || word == "False") {
        return literal(Value(word == "true" || word == "True"), token.span);
    }
    if (word == "none" || word == "None") {
        return literal(Value(), token.span);
    }
    constexpr std::string_view reserved[] = {"and", "or", "not", "in", "is", "if", "else", "elif"};
    if (std::find(std::begin(reserved), std::end(reserved), word) != std::end(reserved)) {
        tokens_.fail("template-syntax", token.span,
                     say("found \"{}\" where a value should be",
                         "hay «{}» donde debería haber un valor", word));
        return {};
    }
    return variable_called(state_, word, token.span);
}

Expression ExpressionParser::string() {
    Token token = tokens_.take();
    std::string text = std::move(token.text);
    while (tokens_.is(TokenKind::string)) {
        text += tokens_.take().text;
    }
    return literal(Value(std::move(text)), {token.span.begin, tokens_.last_end()});
}

Expression ExpressionParser::list_literal() {
    const std::size_t begin = tokens_.take().span.begin;
    std::vector<Expression> items;
    while (!tokens_.failed() && !tokens_.is_sign("]")) {
        if (!items.empty()) {
            tokens_.expect_sign(",");
            if (tokens_.is_sign("]")) {
                break;
            }
        }
        items.push_back(conditional());
    }
    tokens_.expect_sign("]");
    return make(Is::list, begin, std::move(items));
}

Expression ExpressionParser::map_literal() {
    const std::size_t begin = tokens_.take().span.begin;
    std::vector<Expression> parts;
    while (!tokens_.failed() && !tokens_.is_sign("}")) {
        if (!parts.empty()) {
            tokens_.expect_sign(",");
            if (tokens_.is_sign("}")) {
                break;
            }
        }
        parts.push_back(conditional());
        tokens_.expect_sign(":");
        parts.push_back(conditional());
    }
    tokens_.expect_sign("}");
    return make(Is::map, begin, std::move(parts));
}

Expression ExpressionParser::tuple(bool with_condition) {
    const std::size_t begin = tokens_.now().span.begin;
    const auto item = [&] { return with_condition ? conditional() : disjunction(); };
    std::vector<Expression> items = parts_of(item());
    bool is_tuple = false;
    while (!tokens_.failed() && tokens_.take_sign(",")) {
        is_tuple = true;
        if (tokens_.is_sign(")") || tokens_.is(TokenKind::print_end) ||
            tokens_.is(TokenKind::block_end)) {
            break;
        }
        items.push_back(item());
    }
    return is_tuple ? make(Is::list, begin, std::move(items)) : std::move(items.front());
}

}  // namespace puebla::templates
