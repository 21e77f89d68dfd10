// The lines of a body, so that line numbers of cmark-gfm become offsets in the file.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "foundation/diagnostics.h"

namespace puebla::markdown {

class Lines {
  public:
    // Lines end in LF, CR LF or CR, as CommonMark says.
    Lines(std::string_view file_text, std::size_t begin);

    int count() const { return static_cast<int>(starts_.size()) - 1; }

    // The first line of the body is 1. A number outside the body means the nearest line.
    std::string_view with_ending(int number) const;
    std::string_view text(int number) const;
    Span span(int number) const;  // without the ending

    std::size_t offset_of(std::string_view part) const {
        return static_cast<std::size_t>(part.data() - text_.data());
    }
    std::string_view file_text() const { return text_; }

  private:
    std::string_view text_;
    std::vector<std::size_t> starts_;  // and the end of the text
};

}  // namespace puebla::markdown
