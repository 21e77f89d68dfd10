#include "markdown/characters.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "foundation/utf8.h"

namespace puebla::markdown {

namespace {

std::uint8_t byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

// "Ã³" is C3 83 C2 B3: the two bytes of "ó", each read as a letter and written in UTF-8 again.
// Quotes and ordinal signs do follow a capital letter: those are left alone.
std::string letter_read_twice(std::string_view text) {
    if (text.size() < 4 || byte_at(text, 0) != 0xC3 || byte_at(text, 2) != 0xC2) {
        return {};
    }
    const bool small_letters = byte_at(text, 1) == 0x83;  // Ã
    const bool signs = byte_at(text, 1) == 0x82;          // Â
    const std::uint8_t second = byte_at(text, 3);
    if ((!small_letters && !signs) || second < 0xA0 || second == 0xAA || second == 0xAB ||
        second == 0xBA || second == 0xBB) {
        return {};
    }
    return {static_cast<char>(small_letters ? 0xC3 : 0xC2), static_cast<char>(second)};
}

struct Stray {
    std::size_t length = 0;
    Message message;
    Message help;
};

std::optional<Stray> control_at(std::string_view text) {
    const std::uint8_t first = byte_at(text, 0);
    const bool single =
        (first < 0x20 && first != '\t' && first != '\n' && first != '\r') || first == 0x7F;
    const bool wrongly_read = first == 0xC2 && byte_at(text, 1) < 0xA0;
    const std::string_view three = text.substr(0, 3);
    const bool separator = three == "\u2028" || three == "\u2029";
    const bool byte_order_mark = three == "\uFEFF";
    if (!single && !wrongly_read && !separator && !byte_order_mark) {
        return std::nullopt;
    }
    return Stray{character_length(text[0]),
                 say("a character that cannot be seen stands here: {}",
                     "aquí hay un carácter que no se ve: {}", code_point_name(text)),
                 wrongly_read
                     ? say("it was a quotation mark, a dash or the like in another program: write "
                           "that sign again",
                           "en otro programa era una comilla, una raya o algo parecido: escriba "
                           "de nuevo ese signo")
                     : say("delete it; pasted text brings such characters along, often where a "
                           "line was broken",
                           "bórrelo; el texto pegado trae esos caracteres, a menudo donde se "
                           "cortaba una línea")};
}

// Letters of scripts that are read from the right need such signs at times; but none turns them.
bool is_read_from_the_right(char letter) {
    const auto byte = static_cast<std::uint8_t>(letter);
    return byte >= 0xD7 && byte <= 0xDF;
}

bool always_turns(std::string_view text) {
    return text.starts_with("\u202D") || text.starts_with("\u202E");
}

std::optional<Stray> turning_at(std::string_view text) {
    if (!turns_direction(text.substr(0, 3))) {
        return std::nullopt;
    }
    return Stray{3,
                 say("a sign that changes the direction of reading stands here, unseen: {}",
                     "aquí hay un signo, que no se ve, que cambia el sentido de la lectura: {}",
                     code_point_name(text)),
                 say("delete it, and read the words around it again: they may stand in another "
                     "order",
                     "bórrelo y lea de nuevo las palabras que lo rodean: quizá estén en otro "
                     "orden")};
}

std::optional<Stray> stray_at(std::string_view text) {
    if (std::optional<Stray> control = control_at(text)) {
        return control;
    }
    if (text.starts_with("\uFFFD")) {
        return Stray{3,
                     say("a letter was lost here: {} stands in its place",
                         "aquí se perdió una letra: en su lugar está {}", "\uFFFD"),
                     say("write the letter again", "escriba de nuevo la letra")};
    }
    if (const std::string letter = letter_read_twice(text); !letter.empty()) {
        return Stray{4,
                     say("\"{}\" is what a wrong encoding made of one letter or sign",
                         "«{}» es lo que una codificación equivocada hizo de una letra o un signo",
                         text.substr(0, 4)),
                     say("write it again: {}", "escríbalo de nuevo: {}", letter)};
    }
    return std::nullopt;
}

// The same again right after it belongs to it.
std::size_t end_of_run(std::string_view text, std::size_t at, std::size_t length) {
    const std::string_view one = text.substr(at, length);
    while (text.substr(at, length) == one) {
        at += length;
    }
    return at;
}

// A file with more of them is no text; that it has thousands is said by then.
constexpr std::size_t most_strays = 10'000;

// Most of any text is not even looked at closely.
bool may_be_stray(char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte < 0x20
               ? c != '\t' && c != '\n' && c != '\r'
               : byte == 0x7F || byte == 0xC2 || byte == 0xC3 || byte == 0xE2 || byte == 0xEF;
}

}  // namespace

void report_stray_characters(const Source& source, Diagnostics& problems) {
    const std::string_view text = source.text;
    const bool needs_directions = std::any_of(text.begin(), text.end(), is_read_from_the_right);
    std::size_t strays = 0;
    for (std::size_t at = byte_order_mark_length(text); at < text.size() && strays < most_strays;) {
        if (!may_be_stray(text[at])) {
            ++at;
            continue;
        }
        std::optional<Stray> stray = stray_at(text.substr(at));
        if (!stray && (!needs_directions || always_turns(text.substr(at)))) {
            stray = turning_at(text.substr(at));
        }
        if (!stray) {
            ++at;
            continue;
        }
        ++strays;
        const std::size_t end = end_of_run(text, at, stray->length);
        problems.warning("stray-character", {source.file, {at, end}}, std::move(stray->message),
                         std::move(stray->help));
        at = end;
    }
}

bool turns_direction(std::string_view character) {
    const std::uint8_t last = byte_at(character, 2);
    const std::string_view two = character.substr(0, 2);
    return character.size() == 3 && ((two == "\xE2\x80" && last >= 0xAA && last <= 0xAE) ||
                                     (two == "\xE2\x81" && last >= 0xA6 && last <= 0xA9));
}

bool is_hidden(std::string_view character) {
    if (character.size() == 2) {
        return character == "\u00A0" || character == "\u00AD";
    }
    if (character.size() != 3) {
        return false;
    }
    const std::uint8_t last = byte_at(character, 2);
    const std::string_view two = character.substr(0, 2);
    return (two == "\xE2\x80" &&
            (last == 0x8B || last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAF))) ||
           (two == "\xE2\x81" && (last == 0xA0 || (last >= 0xA6 && last <= 0xA9)));
}

std::string code_point_name(std::string_view text) {
    std::uint32_t value = byte_at(text, 0);
    const std::size_t length = character_length(text[0]);
    if (length > 1) {
        value &= 0x7FU >> length;
        for (std::size_t i = 1; i < length; ++i) {
            value = (value << 6U) | (byte_at(text, i) & 0x3FU);
        }
    }
    return fmt::format("U+{:04X}", value);
}

}  // namespace puebla::markdown
