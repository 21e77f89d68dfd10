// In which line of a file an offset lies, for messages that name a second place.

#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace puebla::templates {

class LineNumbers {
  public:
    LineNumbers() = default;
    explicit LineNumbers(std::string_view text) {
        for (std::size_t at = text.find('\n'); at != std::string_view::npos;
             at = text.find('\n', at + 1)) {
            line_ends_.push_back(at);
        }
    }

    // From 1.
    std::size_t line_of(std::size_t offset) const {
        const auto after = std::lower_bound(line_ends_.begin(), line_ends_.end(), offset);
        return static_cast<std::size_t>(after - line_ends_.begin()) + 1;
    }

  private:
    std::vector<std::size_t> line_ends_;
};

}  // namespace puebla::templates
