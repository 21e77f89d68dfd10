#include "templates/html_position.h"

namespace puebla::templates {

namespace {

using Where = HtmlPosition::Where;

// Where an attribute can begin, perhaps after a blank.
bool between_attributes(Where where) {
    return where == Where::tag_name || where == Where::in_tag || where == Where::edge ||
           where == Where::attribute_name || where == Where::after_name ||
           where == Where::unquoted || where == Where::after_value;
}

}  // namespace

std::optional<HtmlPosition> joined(const HtmlPosition& one, const HtmlPosition& other) {
    HtmlPosition result = one;
    result.svg_depth = std::max(one.svg_depth, other.svg_depth);
    result.has_values = one.has_values || other.has_values;
    if (!one.has_values) {
        result.first_value = other.first_value;
    }
    const bool same = one.where == other.where && one.closing == other.closing &&
                      one.json == other.json && one.attribute == other.attribute &&
                      one.text_element == other.text_element && one.open == other.open &&
                      (one.element == other.element || one.where == Where::content);
    if (same) {
        return result;
    }
    if (between_attributes(one.where) && between_attributes(other.where) &&
        one.element == other.element && one.closing == other.closing) {
        result.where = Where::edge;
        result.attribute.clear();
        return result;
    }
    return std::nullopt;
}

}  // namespace puebla::templates
