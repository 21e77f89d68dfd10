#include "markdown/lines.h"

#include <algorithm>

#include "markdown/blanks.h"

namespace puebla::markdown {

Lines::Lines(std::string_view file_text, std::size_t begin) : text_(file_text) {
    std::size_t at = std::min(begin, text_.size());
    const bool only_line_feeds = text_.find('\r') == std::string_view::npos;
    starts_.reserve((text_.size() - at) / 40 + 2);
    while (at < text_.size()) {
        starts_.push_back(at);
        at = only_line_feeds ? std::min(text_.find('\n', at), text_.size())
                             : find_line_end(text_, at);
        if (at < text_.size()) {
            at = skip_line_end(text_, at);
        }
    }
    starts_.push_back(text_.size());
}

std::string_view Lines::with_ending(int number) const {
    if (count() == 0) {
        return text_.substr(text_.size());
    }
    const auto index = static_cast<std::size_t>(std::clamp(number, 1, count()) - 1);
    return text_.substr(starts_[index], starts_[index + 1] - starts_[index]);
}

std::string_view Lines::text(int number) const {
    std::string_view line = with_ending(number);
    while (!line.empty() && is_line_end(line.back())) {
        line.remove_suffix(1);
    }
    return line;
}

Span Lines::span(int number) const {
    const std::string_view line = text(number);
    return {offset_of(line), offset_of(line) + line.size()};
}

}  // namespace puebla::markdown
