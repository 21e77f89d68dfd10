// Follows one literal of a template and cuts it where an attribute that must leave a mark begins or
// ends within it; the marks of attributes that lie in it wholly are noted with the pieces.

#pragma once

#include <cstdint>
#include <optional>

#include "templates/follow_html.h"
#include "templates/syntax.h"

namespace puebla::templates {

// The first thing in a literal that nobody writes on purpose, and how the HTML stood there.
struct MistakeInHtml {
    HtmlMistake kind = HtmlMistake::tag_in_tag;
    Span span;  // one character
    HtmlPosition position;
};

struct CutLiteral {
    Statement::Body pieces;
    std::optional<MistakeInHtml> mistake;
};

// Leads the position through the literal at `index` of the body. The literals after it are looked
// at to know the whole of a <link> or <meta> tag.
CutLiteral cut_literal(Statement::Body& body, std::size_t index, HtmlPosition& position,
                       std::uint32_t file);

}  // namespace puebla::templates
