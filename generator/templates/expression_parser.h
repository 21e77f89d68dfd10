// Reads an expression by recursive descent, for parse_expression.h alone: operators in
// parse_expression.cpp, what they stand between in parse_operand.cpp, what follows an operand, such
// as ".title" or "| upper", in parse_suffix.cpp.

#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "templates/limits.h"
#include "templates/parse_expression.h"

namespace puebla::templates {

class ExpressionParser {
  public:
    explicit ExpressionParser(ParseState& state) : state_(state), tokens_(state.tokens) {}

    Expression conditional();
    Expression disjunction() { return logical("or", Expression::Kind::logical_or); }
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

    Expression make(Expression::Kind kind, std::size_t begin, std::vector<Expression> parts) {
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
        result.kind = Expression::Kind::literal;
        result.constant = std::move(value);
        result.span = span;
        return result;
    }

    Expression logical(std::string_view word, Expression::Kind kind);
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

}  // namespace puebla::templates
