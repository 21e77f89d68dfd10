// Where a template stands in the HTML that it writes: in text, in a tag, in an attribute …
//
// follow_html.h leads from one position to the next, permission.h says how a value is printed at a
// position, html_marks.h what the value of an attribute means.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/diagnostics.h"

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
        after_value,  // right after its closing quote
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
    std::string value;            // what is known of the attribute's value, as far as it matters
    bool value_has_tags = false;  // "<" or ">": perhaps a quote is missing
    std::string script_type;
    std::string tag;  // all of a <link> or <meta> tag, as far as it is literal

    // Where the tag, comment or raw text began, and the quote of the value: bytes of this file,
    // or of that of the template around the block.
    std::size_t tag_at = 0;
    std::size_t quote_at = 0;
    bool elsewhere = false;

    // The attribute or title whose value is being recorded began before this literal, there.
    bool open = false;
    std::uint32_t value_at = 0;
    bool has_values = false;
    Span first_value;

    bool in_quotes() const {
        return where == Where::single_quoted || where == Where::double_quoted;
    }
    // Within the angle brackets of a tag.
    bool in_tag() const { return where >= Where::tag_name && where <= Where::after_value; }
};

// The position after branches that ended at these two; nothing where they cannot go on together.
std::optional<HtmlPosition> joined(const HtmlPosition& one, const HtmlPosition& other);

template <std::size_t count>
bool one_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace puebla::templates
