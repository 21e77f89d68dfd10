// Where a template stands in the HTML that it writes: in text, in a tag, in an attribute …
//
// follow() reads literal text as a browser's tokenizer would (HTML Living Standard, 13.2.5),
// reduced to what decides how a value is to be printed.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/diagnostics.h"
#include "foundation/html.h"
#include "foundation/message.h"
#include "templates/syntax.h"

namespace puebla::templates {

struct HtmlPosition {
    enum class Where : std::uint8_t {
        content,
        tag_open,  // after "<"
        tag_name,
        in_tag,  // between attributes
        edge,    // where branches met: after a name or a value, or between attributes
        attribute_name,
        after_name,
        before_value,
        unquoted,
        single_quoted,
        double_quoted,
        comment,
        declaration,  // <!DOCTYPE …>
        raw_text,     // <script>, <style> and the like
        plain_text,   // <title>, <textarea>
    };

    Where where = Where::content;
    bool closing = false;  // the tag is an end tag
    bool json = false;     // the script holds JSON
    std::string element;   // of the tag, or of the raw or plain text
    std::string attribute;
    std::string text_element;  // <option> or an SVG's <title>: elements cannot stand in it
    int svg_depth = 0;
    std::string value;  // what is known of the attribute's value
    std::string script_type;
    std::string tag;  // all of a <link> or <meta> tag, as far as it is literal

    // The attribute or title whose value is being recorded began before this literal, there.
    bool open = false;
    std::uint32_t value_at = 0;
    bool has_values = false;
    Span first_value;

    bool in_quotes() const {
        return where == Where::single_quoted || where == Where::double_quoted;
    }
};

// The position after branches that ended at these two; nothing where they cannot go on together.
std::optional<HtmlPosition> joined(const HtmlPosition& one, const HtmlPosition& other);

// What following a literal calls at the places that matter.
class HtmlEvents {
  public:
    virtual ~HtmlEvents() = default;
    virtual void tag_begins(std::size_t offset) = 0;  // at "<" of a link or meta
    // The name in the start tag of an element that leaves a mark.
    virtual void element_begins(std::size_t name_begin, std::size_t name_end) = 0;
    virtual void value_begins(std::size_t offset) = 0;  // of an attribute, or of <title>
    virtual void value_ends(std::size_t offset) = 0;
    virtual void misplaced(std::size_t offset) = 0;  // text right after an edge
};

void follow(HtmlPosition& position, std::string_view text, HtmlEvents& events);

// The mark that the value at the position leaves, if any.
std::optional<MarkKind> mark_at(const HtmlPosition& position);
bool is_address(const HtmlPosition& position);

// How a value is printed at the position; nothing where none may be, with the reason.
struct Permission {
    std::optional<Surroundings> surroundings;
    Message reason;
    Message help;
};
Permission permission_at(const HtmlPosition& position);

}  // namespace puebla::templates
