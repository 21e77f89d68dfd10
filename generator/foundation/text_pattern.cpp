// libstdc++ has two ways to compare. The usual one goes back and tries again: (a+)+$ takes twice as
// long for each letter more. The other, __polynomial, goes through the text once and keeps every
// state the expression can be in. It still begins anew at each letter of the text, for it looks for
// the first match; so it is asked instead whether the whole text is "anything, the pattern,
// anything". Then a character costs at most as much as there are states, and of these there is a
// limit.

#include "foundation/text_pattern.h"

// Of the states of one expression; libstdc++ reads it. (a{1,20}){1,20} has 860.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the name is libstdc++'s.
#define _GLIBCXX_REGEX_STATE_LIMIT 1000

#include <regex>

#include "foundation/utf8.h"

namespace puebla {

namespace {

constexpr auto flags = std::regex_constants::ECMAScript | std::regex_constants::nosubs |
                       std::regex_constants::__polynomial;

// One wchar_t for each character of well-formed UTF-8.
std::wstring characters_of(std::string_view text) {
    std::wstring characters;
    characters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = character_length(text[at]);
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
        // The lead byte of a longer character holds one bit less for each byte that follows.
        std::uint32_t character = length == 1 ? byte(0) : byte(0) & (0x7FU >> length);
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i) {
            character = (character << 6U) | (byte(i) & 0x3FU);
        }
        characters += static_cast<wchar_t>(character);
        at += length;
    }
    return characters;
}

// Whether there is one elsewhere than right at the beginning: "^(?!x)". Each is a comparison of its
// own, which would begin anew at every character of the text.
bool looks_ahead_on_the_way(std::string_view pattern) {
    const std::size_t begin = pattern.starts_with("^(?") ? 2 : 0;
    for (std::size_t at = begin; (at = pattern.find("(?", at)) != std::string_view::npos; ++at) {
        if (pattern.substr(at + 2, 1) != ":") {
            return true;
        }
    }
    return false;
}

Message too_complicated() {
    return say("this pattern is too complicated", "este patrón es demasiado complicado");
}

}  // namespace

struct TextPattern::Compiled {
    std::wregex expression;
};

std::optional<TextPattern> TextPattern::make(std::string_view pattern, Message& reason) {
    if (pattern.size() > longest_for_pattern || looks_ahead_on_the_way(pattern)) {
        reason = too_complicated();
        return std::nullopt;
    }
    try {
        // By itself first, for ")a(" is none though "(?:)a()" is one.
        const std::wstring written = characters_of(pattern);
        const std::wregex alone(written, flags);
        auto compiled = std::make_shared<Compiled>();
        compiled->expression.assign(L"[^]*?(?:" + written + L")[^]*", flags);
        return TextPattern(pattern, std::move(compiled));
    } catch (const std::regex_error& problem) {
        const bool excessive = problem.code() == std::regex_constants::error_space ||
                               problem.code() == std::regex_constants::error_complexity ||
                               problem.code() == std::regex_constants::error_stack;
        reason = excessive ? too_complicated()
                           : say("this pattern is not a regular expression",
                                 "este patrón no es una expresión regular");
        return std::nullopt;
    }
}

bool TextPattern::matches(std::string_view text) const {
    return std::regex_match(characters_of(text), compiled_->expression);
}

}  // namespace puebla
