#include "templates/parse_expression.h"

#include <algorithm>
#include <utility>

#include "foundation/suggestion.h"
#include "templates/filters.h"
#include "templates/is_tests.h"
#include "templates/limits.h"

namespace puebla::templates {

namespace {

using Is = Expression::Kind;

class ExpressionParser {
  public:
    explicit ExpressionParser(ParseState& state) : state_(state), tokens_(state.tokens) {}

    Expression conditional();
    Expression disjunction() { return logical("or", Is::logical_or); }
    Expression tuple(bool with_condition);
    Expression filters(Expression input, bool starts_with_name);

  private:
    // Counts how deep expressions stand in each other while it lives.
    class Level {
      public:
        explicit Level(ExpressionParser& parser) : parser_(parser) {
            if (++parser_.state_.depth > deepest_nesting) {
                parser_.too_deep(parser_.tokens_.now().span);
            }
        }
        ~Level() { --parser_.state_.depth; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

      private:
        ExpressionParser& parser_;
    };

    void too_deep(Span span) {
        tokens_.fail("template-limit", span,
                     say("parts of this expression stand in each other more than {} levels deep",
                         "hay partes de esta expresión unas dentro de otras a más de {} niveles",
                         deepest_nesting),
                     say("compute parts of it before with \"set\"",
                         "calcule antes partes de ella con «set»"));
    }

    Expression make(Is kind, std::size_t begin, std::vector<Expression> parts) {
        Expression result;
        result.kind = kind;
        result.span = {begin, tokens_.last_end()};
        for (const Expression& part : parts) {
            result.height =
                std::max<std::uint16_t>(result.height, static_cast<std::uint16_t>(part.height + 1));
        }
        result.parts = std::move(parts);
        if (result.height > deepest_nesting) {
            too_deep(result.span);
        }
        return result;
    }

    template <typename... Parts>
    static std::vector<Expression> parts_of(Parts&&... parts) {
        std::vector<Expression> result;
        result.reserve(sizeof...(parts));
        (result.push_back(std::forward<Parts>(parts)), ...);
        return result;
    }

    Expression literal(Value value, Span span) {
        Expression result;
        result.kind = Is::literal;
        result.constant = std::move(value);
        result.span = span;
        return result;
    }

    Expression logical(std::string_view word, Is kind);
    Expression negation();
    Expression comparison();
    Expression sum();
    Expression concatenation();
    Expression product();
    Expression power();
    Expression unary(bool with_filters);
    Expression primary();
    Expression name();
    Expression string();
    Expression list_literal();
    Expression map_literal();
    Expression postfix(Expression value);
    Expression attribute(Expression value);
    Expression subscript(Expression value);
    Expression call(Expression callee);
    Expression filter(Expression input);
    Expression test(Expression input);
    void arguments(std::vector<Expression>& parts, std::vector<std::string>& keywords);
    bool take_comparison(Expression::Operator& found);
    bool starts_argument_of_test() const;

    ParseState& state_;
    TokenStream& tokens_;
};

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

}  // namespace

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
