#include "templates/parse_expression.h"

#include <algorithm>
#include <utility>

#include "templates/expression_parser.h"

namespace puebla::templates {

using Is = Expression::Kind;

Expression ExpressionParser::conditional() {
    const Level level(*this);
    const std::size_t begin = tokens_.now().span.begin;
    Expression value = disjunction();
    while (tokens_.take_word("if")) {
        Expression condition = disjunction();
        Expression otherwise;
        if (tokens_.take_word("else")) {
            otherwise = conditional();
        }
        value = make(Is::conditional, begin,
                     parts_of(std::move(value), std::move(condition), std::move(otherwise)));
    }
    return value;
}

Expression ExpressionParser::logical(std::string_view word, Is kind) {
    const std::size_t begin = tokens_.now().span.begin;
    const auto operand = [&] {
        return kind == Is::logical_or ? logical("and", Is::logical_and) : negation();
    };
    Expression left = operand();
    while (tokens_.take_word(word)) {
        Expression right = operand();
        left = make(kind, begin, parts_of(std::move(left), std::move(right)));
    }
    return left;
}

Expression ExpressionParser::negation() {
    const std::size_t begin = tokens_.now().span.begin;
    if (!tokens_.is_word("not") ||
        (tokens_.next().kind == TokenKind::name && tokens_.next().text == "in")) {
        return comparison();
    }
    const Level level(*this);
    tokens_.take();
    return make(Is::logical_not, begin, parts_of(negation()));
}

bool ExpressionParser::take_comparison(Expression::Operator& found) {
    using Operator = Expression::Operator;
    constexpr std::pair<std::string_view, Operator> signs[] = {
        {"==", Operator::eq}, {"!=", Operator::ne}, {"<=", Operator::le},
        {">=", Operator::ge}, {"<", Operator::lt},  {">", Operator::gt}};
    for (const auto& [sign, meaning] : signs) {
        if (tokens_.take_sign(sign)) {
            found = meaning;
            return true;
        }
    }
    if (tokens_.take_word("in")) {
        found = Operator::in;
        return true;
    }
    if (tokens_.is_word("not") && tokens_.next().kind == TokenKind::name &&
        tokens_.next().text == "in") {
        tokens_.take();
        tokens_.take();
        found = Operator::not_in;
        return true;
    }
    return false;
}

Expression ExpressionParser::comparison() {
    const std::size_t begin = tokens_.now().span.begin;
    std::vector<Expression> parts = parts_of(sum());
    std::vector<Expression::Operator> operators;
    Expression::Operator found{};
    while (take_comparison(found)) {
        operators.push_back(found);
        parts.push_back(sum());
    }
    if (operators.empty()) {
        return std::move(parts.front());
    }
    Expression result = make(Is::compare, begin, std::move(parts));
    result.operators = std::move(operators);
    return result;
}

Expression ExpressionParser::sum() {
    const std::size_t begin = tokens_.now().span.begin;
    Expression left = concatenation();
    while (tokens_.is_sign("+") || tokens_.is_sign("-")) {
        const Is kind = tokens_.take().text == "+" ? Is::add : Is::subtract;
        Expression right = concatenation();
        left = make(kind, begin, parts_of(std::move(left), std::move(right)));
    }
    return left;
}

Expression ExpressionParser::concatenation() {
    const std::size_t begin = tokens_.now().span.begin;
    std::vector<Expression> parts = parts_of(product());
    while (tokens_.take_sign("~")) {
        parts.push_back(product());
    }
    return parts.size() == 1 ? std::move(parts.front())
                             : make(Is::concatenate, begin, std::move(parts));
}

Expression ExpressionParser::product() {
    const std::size_t begin = tokens_.now().span.begin;
    constexpr std::pair<std::string_view, Is> signs[] = {
        {"*", Is::multiply}, {"/", Is::divide}, {"//", Is::floor_divide}, {"%", Is::modulo}};
    Expression left = power();
    while (true) {
        const auto* sign = std::find_if(std::begin(signs), std::end(signs), [&](const auto& one) {
            return tokens_.take_sign(one.first);
        });
        if (sign == std::end(signs)) {
            return left;
        }
        Expression right = power();
        left = make(sign->second, begin, parts_of(std::move(left), std::move(right)));
    }
}

Expression ExpressionParser::power() {
    const std::size_t begin = tokens_.now().span.begin;
    Expression left = unary(true);
    while (tokens_.take_sign("**")) {
        Expression right = unary(true);
        left = make(Is::power, begin, parts_of(std::move(left), std::move(right)));
    }
    return left;
}

Expression ExpressionParser::unary(bool with_filters) {
    const Level level(*this);
    const std::size_t begin = tokens_.now().span.begin;
    Expression value;
    if (tokens_.take_sign("-")) {
        Expression operand = unary(false);
        value = make(Is::negate, begin, parts_of(std::move(operand)));
    } else if (tokens_.take_sign("+")) {
        Expression operand = unary(false);
        value = make(Is::plus, begin, parts_of(std::move(operand)));
    } else {
        value = primary();
    }
    value = postfix(std::move(value));
    return with_filters ? filters(std::move(value), false) : value;
}

Expression variable_called(ParseState& state, const std::string& name, Span span) {
    Expression result;
    result.kind = Is::variable;
    result.span = span;
    result.name = name;
    result.slots = state.scopes.resolve(name);
    result.symbol = state.symbols.add(name);
    return result;
}

Expression parse_expression(ParseState& state) {
    return ExpressionParser(state).conditional();
}

Expression parse_tuple(ParseState& state) {
    return ExpressionParser(state).tuple(true);
}

Expression parse_loop_items(ParseState& state) {
    return ExpressionParser(state).tuple(false);
}

Expression parse_filters(ParseState& state, Expression input, bool starts_with_name) {
    return ExpressionParser(state).filters(std::move(input), starts_with_name);
}

}  // namespace puebla::templates
