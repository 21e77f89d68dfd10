// What the value of an attribute means: an id, an address, the language of the page …

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/html.h"
#include "templates/html_position.h"

namespace puebla::templates {

// The mark that the value at the position leaves, if any.
std::optional<MarkKind> mark_at(const HtmlPosition& position);
bool is_address(const HtmlPosition& position);

// Whether the start tag of an element leaves a mark.
bool leaves_mark(std::string_view element);

// The value of an attribute in the text of a whole tag.
std::string attribute_in(std::string_view tag, std::string_view name);

}  // namespace puebla::templates
