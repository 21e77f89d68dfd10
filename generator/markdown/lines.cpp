#include "markdown/lines.h"

#include <algorithm>

namespace puebla::markdown {

Lines::Lines(std::string_view file_text, std::size_t begin) : text_(file_text) {
    std::size_t at = std::min(begin, text_.size());
    while (at < text_.size()) {
        starts_.push_back(at);
        at = text_.find_first_of("\r\n", at);
        if (at == std::string_view::npos) {
            break;
        }
        at += text_.substr(at, 2) == "\r\n" ? 2 : 1;
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
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
        line.remove_suffix(1);
    }
    return line;
}

Span Lines::span(int number) const {
    const std::string_view line = text(number);
    return {offset_of(line), offset_of(line) + line.size()};
}

}  // namespace puebla::markdown
