#include "markdown/html_writer.h"

#include <array>
#include <cstdint>

namespace puebla::markdown {

namespace {

constexpr std::array<bool, 256> set_of(std::string_view characters, bool with_alphanumerics) {
    std::array<bool, 256> set{};
    for (const char c : characters) {
        set[static_cast<unsigned char>(c)] = true;
    }
    for (unsigned c = 0; with_alphanumerics && c < 128; ++c) {
        set[c] =
            set[c] || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    return set;
}

constexpr auto escaped_in_text = set_of("&<>\"", false);
constexpr auto safe_in_address = set_of("!#$%()*+,-./:;=?@_~", true);

std::string_view escape(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        default:
            return "&quot;";
    }
}

}  // namespace

void HtmlWriter::text(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (escaped_in_text[static_cast<unsigned char>(text[i])]) {
            html_.text.append(text, begin, i - begin);
            html_.text += escape(text[i]);
            begin = i + 1;
        }
    }
    html_.text.append(text, begin);
}

void HtmlWriter::address(std::string_view address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (safe_in_address[byte]) {
            html_.text += c;
        } else if (c == '&') {
            html_.text += "&amp;";
        } else if (c == '\'') {
            html_.text += "&#x27;";
        } else {
            html_.text += '%';
            html_.text += digits[byte >> 4U];
            html_.text += digits[byte & 15U];
        }
    }
}

void HtmlWriter::marked_element(std::string_view name) {
    const std::size_t begin = html_.text.size();
    raw(name);
    mark(MarkKind::element, begin);
}

void HtmlWriter::marked_id(std::string_view before, std::string_view id, std::string_view after) {
    const std::size_t begin = html_.text.size();
    raw(before);
    raw(id);
    raw(after);
    mark(MarkKind::id, begin);
}

void HtmlWriter::marked_address(MarkKind kind, std::string_view address_text) {
    const std::size_t begin = html_.text.size();
    address(address_text);
    mark(kind, begin);
}

void HtmlWriter::append(const Html& html) {
    const auto shift = static_cast<std::uint32_t>(html_.text.size());
    raw(html.text);
    for (const Mark& one : html.marks) {
        html_.marks.push_back(moved(one, shift));
    }
}

void HtmlWriter::mark(MarkKind kind, std::size_t begin) {
    html_.marks.push_back({kind, static_cast<std::uint32_t>(begin),
                           static_cast<std::uint32_t>(html_.text.size()), written_});
}

}  // namespace puebla::markdown
