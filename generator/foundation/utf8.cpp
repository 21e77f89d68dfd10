#include "foundation/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace puebla {

namespace {

struct LeadRule {
    std::size_t length;
    std::uint8_t second_from;  // the first continuation byte may be narrower than 80..BF
    std::uint8_t second_to;
};

// Table 3-7: which lead bytes there are, and what may follow them.
LeadRule rule_of(std::uint8_t lead) {
    if (lead < 0x80) {
        return {1, 0, 0};
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return {2, 0x80, 0xBF};
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return {3, static_cast<std::uint8_t>(lead == 0xE0 ? 0xA0 : 0x80),
                static_cast<std::uint8_t>(lead == 0xED ? 0x9F : 0xBF)};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return {4, static_cast<std::uint8_t>(lead == 0xF0 ? 0x90 : 0x80),
                static_cast<std::uint8_t>(lead == 0xF4 ? 0x8F : 0xBF)};
    }
    return {0, 0, 0};
}

bool well_formed_at(std::string_view text, std::size_t at, const LeadRule& rule) {
    if (rule.length == 0 || at + rule.length > text.size()) {
        return false;
    }
    for (std::size_t i = 1; i < rule.length; ++i) {
        const auto byte = static_cast<std::uint8_t>(text[at + i]);
        const std::uint8_t from = i == 1 ? rule.second_from : 0x80;
        const std::uint8_t to = i == 1 ? rule.second_to : 0xBF;
        if (byte < from || byte > to) {
            return false;
        }
    }
    return true;
}

// Eight bytes at once: most of any text is ASCII. False for fewer.
bool all_ascii(std::string_view bytes) {
    std::uint64_t word = 0;
    if (bytes.size() < sizeof word) {
        return false;
    }
    std::memcpy(&word, bytes.data(), sizeof word);
    return (word & 0x8080808080808080U) == 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (all_ascii(text.substr(at, sizeof(std::uint64_t)))) {
            at += sizeof(std::uint64_t);
            continue;
        }
        const LeadRule rule = rule_of(static_cast<std::uint8_t>(text[at]));
        if (!well_formed_at(text, at, rule)) {
            return at;
        }
        at += rule.length;
    }
    return std::nullopt;
}

std::string well_formed(std::string_view text) {
    std::string result;
    while (const auto bad = first_invalid_byte(text)) {
        result += text.substr(0, *bad);
        result += "\uFFFD";
        text.remove_prefix(*bad + 1);
    }
    result += text;
    return result;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;
    }));
}

std::size_t character_length(char lead) {
    const LeadRule rule = rule_of(static_cast<std::uint8_t>(lead));
    return rule.length == 0 ? 1 : rule.length;
}

std::size_t byte_order_mark_length(std::string_view text) {
    return text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
}

}  // namespace puebla
