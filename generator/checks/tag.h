// A start tag of a finished page, read where a mark says it stands, and the text behind it.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace puebla {

class Tag {
  public:
    // `name` is where the name of the element begins in the text of the page.
    Tag(std::string_view page, std::size_t name);

    // The tag in which an attribute's value begins there.
    static Tag around(std::string_view page, std::size_t value);

    std::string_view name() const { return name_; }
    bool is(std::string_view lower_case_name) const;
    std::size_t end() const { return end_; }  // after its ">"

    // Without its escapes; null where the tag has no such attribute, "" where it has no value.
    std::optional<std::string> attribute(std::string_view lower_case_name) const;

    // Whether an attribute is there and holds more than blanks.
    bool has_text(std::string_view lower_case_name) const;

  private:
    std::string_view page_;
    std::string_view name_;
    std::size_t end_ = 0;
};

// Whether a name of HTML is this one, whatever its capitals.
bool is_name(std::string_view written, std::string_view lower_case);

// The name of the attribute whose value begins there: "style" for style="…".
std::string_view attribute_name_before(std::string_view page, std::size_t value);

// Whether a screen reader says anything between `begin` and the end tag of the element: a text, a
// picture's alternative, a label. What is hidden from it does not count.
bool says_something(std::string_view page, std::size_t begin, std::string_view element);

}  // namespace puebla
