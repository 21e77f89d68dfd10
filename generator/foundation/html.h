// HTML that the generator made itself, with the ids and links it holds.
//
// It is a type of its own so that text from content can never pass for it: only an Html value is
// printed without escaping. Its marks let checks know what a finished page holds, and which line of
// a layout or a text wrote it, without reading the HTML again.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace puebla {

enum class MarkKind : std::uint8_t {
    id,           // the value of an id attribute
    link,         // href of a or area
    address,      // action of a form, cite, and what else leads somewhere
    resource,     // href of link, src, srcset, poster: what the page needs to be whole
    canonical,    // <link rel=canonical>
    alternate,    // <link rel=alternate hreflang>
    language,     // the lang of <html>
    title,        // the text of <title>
    reference,    // ids of elements of the same page: for, aria-labelledby and the like
    inline_code,  // the value of style, onclick and the like
    element,      // the name in the start tag of an element that checks ask about: h2, main, input
};

// Where a piece of HTML was written: a file, by the number that whoever made the HTML gave it, and
// a range of its bytes. File 0 is nowhere.
struct Written {
    std::uint32_t file = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const Written&) const = default;
};

// A range of the HTML text. It still holds the escapes of an attribute value (&amp;).
struct Mark {
    MarkKind kind = MarkKind::id;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Written written{};
};

// The same mark in a text that holds this one from `shift` on.
inline Mark moved(Mark mark, std::uint32_t shift) {
    mark.begin += shift;
    mark.end += shift;
    return mark;
}

struct Html {
    std::string text;
    std::vector<Mark> marks;  // by `begin`
};

// Escapes &, <, >, " and ' so that the text is safe in content and in quoted attributes.
// Writes &#34; and &#39; for quotes, as Jinja's markupsafe does.
std::string escape_html(std::string_view text);
void escape_html_into(std::string& out, std::string_view text);

// The inverse for what escape_html writes and for numeric references; for reading marks.
std::string unescape_html(std::string_view text);

}  // namespace puebla
