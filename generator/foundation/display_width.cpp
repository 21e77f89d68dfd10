#include "foundation/display_width.h"

#include <algorithm>
#include <iterator>

#include "foundation/utf8.h"

namespace puebla {

namespace {

struct Block {
    char32_t first;
    char32_t last;
};

// Both in the order of the code points.
constexpr Block joined[] = {
    {0x0300, 0x036F},  // accents
    {0x0483, 0x0489},  // Cyrillic
    {0x0591, 0x05BD},  // Hebrew points
    {0x05BF, 0x05BF},   {0x05C1, 0x05C2}, {0x05C4, 0x05C5},   {0x05C7, 0x05C7},
    {0x0610, 0x061A},  // Arabic marks
    {0x064B, 0x065F},   {0x0670, 0x0670}, {0x06D6, 0x06DC},   {0x06DF, 0x06E4},
    {0x06E7, 0x06E8},   {0x06EA, 0x06ED}, {0x0900, 0x0902},  // Devanagari
    {0x093A, 0x093A},   {0x093C, 0x093C}, {0x0941, 0x0948},   {0x094D, 0x094D},
    {0x0951, 0x0957},   {0x0E31, 0x0E31},                    // Thai
    {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},  // more accents
    {0x1DC0, 0x1DFF},   {0x200B, 0x200F},                    // of no width, and marks of direction
    {0x2060, 0x2064},   {0x20D0, 0x20F0},                    // marks for symbols
    {0x3099, 0x309A},                                        // kana
    {0xFE00, 0xFE0F},                                        // which form of a character is meant
    {0xFE20, 0xFE2F},   {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF},  // colours of skin
    {0xE0100, 0xE01EF},
};

constexpr Block wide[] = {
    {0x1100, 0x115F},  // Hangul letters
    {0x231A, 0x231B},   {0x23E9, 0x23EC},
    {0x2614, 0x2615},   {0x26BD, 0x26BE},
    {0x2705, 0x2705},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x2B50, 0x2B50},   {0x2E80, 0x303E},  // radicals, and punctuation beside ideographs
    {0x3041, 0x33FF},                      // kana
    {0x3400, 0x4DBF},                      // ideographs
    {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},  // Yi
    {0xA960, 0xA97C},   {0xAC00, 0xD7A3},  // Hangul
    {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},    // Latin as wide as ideographs
    {0xFFE0, 0xFFE6},   {0x1F1E6, 0x1F1FF},  // flags
    {0x1F300, 0x1F64F},                      // pictures
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

template <std::size_t count>
bool is_in(const Block (&blocks)[count], char32_t character) {
    const Block* const block =
        std::lower_bound(std::begin(blocks), std::end(blocks), character,
                         [](const Block& one, char32_t wanted) { return one.last < wanted; });
    return block != std::end(blocks) && character >= block->first;
}

char32_t character_of(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    // The lead byte of a longer character holds one bit less for each byte that follows.
    char32_t character = bytes.size() == 1 ? byte(0) : byte(0) & (0x7FU >> bytes.size());
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        character = (character << 6U) | (byte(i) & 0x3FU);
    }
    return character;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view bytes = text.substr(at, character_length(text[at]));
        const char32_t character = character_of(bytes);
        width += is_in(joined, character) ? 0 : is_in(wide, character) ? 2 : 1;
        at += bytes.size();
    }
    return width;
}

}  // namespace puebla
