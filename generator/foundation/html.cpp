#include "foundation/html.h"

#include <charconv>
#include <optional>
#include <utility>

namespace puebla {

namespace {

std::string_view replacement_for(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&#34;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

void append_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

// The code point of "#39" or "#x27"; names only for the four that HTML text cannot do without.
std::optional<std::uint32_t> character_of(std::string_view reference) {
    constexpr std::pair<std::string_view, char> names[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}};
    for (const auto& [name, character] : names) {
        if (reference == name) {
            return static_cast<std::uint32_t>(character);
        }
    }
    if (reference.size() < 2 || reference[0] != '#') {
        return std::nullopt;
    }
    const bool hexadecimal = reference[1] == 'x' || reference[1] == 'X';
    const std::string_view digits = reference.substr(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    const bool scalar = code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF);
    if (failure != std::errc() || end != digits.data() + digits.size() || !scalar) {
        return std::nullopt;
    }
    return code;
}

}  // namespace

void escape_html_into(std::string& out, std::string_view text) {
    std::size_t done = 0;
    for (std::size_t at = text.find_first_of("&<>\"'"); at != std::string_view::npos;
         at = text.find_first_of("&<>\"'", done)) {
        out.append(text, done, at - done);
        out += replacement_for(text[at]);
        done = at + 1;
    }
    out.append(text, done);
}

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    escape_html_into(out, text);
    return out;
}

std::string unescape_html(std::string_view text) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', done)) {
        out.append(text, done, at - done);
        // A reference longer than this is none; looking further would take long in "&&&&…".
        constexpr std::size_t longest = 12;
        const std::size_t length = text.substr(at, longest).find(';');
        const std::size_t end = length == std::string_view::npos ? length : at + length;
        const auto code = end == std::string_view::npos
                              ? std::nullopt
                              : character_of(text.substr(at + 1, end - at - 1));
        if (code) {
            append_utf8(out, *code);
            done = end + 1;
        } else {
            out += '&';
            done = at + 1;
        }
    }
    out.append(text, done);
    return out;
}

}  // namespace puebla
