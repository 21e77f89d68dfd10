// The text of a page as it grows: escapes, and the marks of ids and links.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/diagnostics.h"
#include "foundation/html.h"

namespace puebla::markdown {

class HtmlWriter {
  public:
    explicit HtmlWriter(std::uint32_t file) { written_.file = file; }

    void reserve(std::size_t bytes) { html_.text.reserve(bytes); }

    void raw(std::string_view html) { html_.text += html; }
    void raw(char c) { html_.text += c; }

    // Escapes & < > and ", as CommonMark's examples do.
    void text(std::string_view text);

    // Percent-encodes what may not stand in an address, and escapes & and '.
    void address(std::string_view address);

    // Marks of what is printed from here on lead to this range of the text it is made from.
    void written_at(Span span) {
        written_.begin = static_cast<std::uint32_t>(span.begin);
        written_.end = static_cast<std::uint32_t>(span.end);
    }

    void marked_element(std::string_view name);

    // Between the quotes of an attribute, with a mark.
    void marked_id(std::string_view before, std::string_view id, std::string_view after = {});
    void marked_address(MarkKind kind, std::string_view address_text);

    // Html that was made elsewhere, its marks moved to where it now stands.
    void append(const Html& html);

    // Begins a new line, unless one was just begun.
    void begin_line() {
        if (!html_.text.empty() && html_.text.back() != '\n') {
            html_.text += '\n';
        }
    }

    Html take() { return std::move(html_); }

  private:
    void mark(MarkKind kind, std::size_t begin);

    Html html_;
    Written written_;
};

}  // namespace puebla::markdown
