// Reads one expression of a template: page.title | upper, or the like.

#pragma once

#include "templates/scopes.h"
#include "templates/syntax.h"
#include "templates/token_stream.h"

namespace puebla::templates {

// What the readers of expressions and statements share.
struct ParseState {
    TokenStream& tokens;
    Scopes& scopes;
    SymbolTable& symbols;
    int depth = 0;
};

// An expression, with "a if b else c".
Expression parse_expression(ParseState& state);
// An expression or several with commas between them, which make a list.
Expression parse_tuple(ParseState& state);
// The same without "if", which belongs to the `for` around it.
Expression parse_loop_items(ParseState& state);
// "| name(…) | name(…)" or, at the start of {% filter %}, "name(…) | …", applied to `input`.
Expression parse_filters(ParseState& state, Expression input, bool starts_with_name);

Expression variable_called(ParseState& state, const std::string& name, Span span);

}  // namespace puebla::templates
