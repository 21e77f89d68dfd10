// Reads the literal text of a template as a browser's tokenizer would (HTML Living
// Standard, 13.2.5), reduced to what decides how a value is to be printed.
//
// A browser makes the best of anything. What nobody writes on purpose is reported: a "<" within a
// tag, a quotation mark outside of its value.

#pragma once

#include <cstddef>
#include <string_view>

#include "templates/html_position.h"

namespace puebla::templates {

enum class HtmlMistake : std::uint8_t {
    text_after_edge,   // right after branches that ended at different places of a tag
    text_after_value,  // right after a closing quote
    quote_in_name,     // in the name of an attribute
    tag_in_tag,        // "<"
};

// What following a literal calls at the places that matter; offsets are those in the literal.
class HtmlEvents {
  public:
    virtual ~HtmlEvents() = default;
    virtual void tag_begins(std::size_t offset) = 0;  // at "<" of a link or meta
    // The name in the start tag of an element that leaves a mark.
    virtual void element_begins(std::size_t name_begin, std::size_t name_end) = 0;
    virtual void value_begins(std::size_t offset) = 0;  // of an attribute, or of <title>
    virtual void value_ends(std::size_t offset) = 0;
    virtual void mistaken(HtmlMistake mistake, std::size_t offset) = 0;
};

// Leads the position through a literal that begins at that place of its file.
void follow_html(HtmlPosition& position, std::string_view text, std::size_t place,
                 HtmlEvents& events);

}  // namespace puebla::templates
