// ICU spends ten milliseconds on making its transliterator and ten microseconds on each title.
// Nearly every title is made of letters that are an ASCII letter with marks, and of punctuation:
// for those the same answer is found here, and ICU is asked only about the rest.

#include "locale/plain_letters.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "locale/icu_text.h"

namespace puebla {

namespace {

constexpr UChar32 end_of_ascii = 0x80;
constexpr UChar32 end_of_latin = 0x250;  // after Latin Extended-B

std::unique_ptr<const icu::Transliterator> make_transliterator() {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<const icu::Transliterator>(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
}

// Made once; ICU allows several threads to call the const transliterate() of one object.
std::string transliterated(icu::UnicodeString text) {
    static const std::unique_ptr<const icu::Transliterator> transliterator = make_transliterator();
    if (transliterator) {
        transliterator->transliterate(text);
    }
    return from_icu(text);
}

// Letters taken apart ("á" → "a" and an accent), accents dropped.
icu::UnicodeString without_marks(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposing = icu::Normalizer2::getNFDInstance(status);
    const icu::UnicodeString apart =
        U_SUCCESS(status) ? decomposing->normalize(text, status) : text;
    icu::UnicodeString kept;
    for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 c = apart.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) {
            kept += c;
        }
    }
    return kept;
}

char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return U8_IS_SINGLE(c); });
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        c = lower_ascii(c);
    }
    return lower;
}

// Null where a letter is more than an ASCII letter with marks: "ß", "ł", other scripts.
std::optional<std::string> latin_letters(std::string_view text) {
    const icu::UnicodeString bare = without_marks(to_icu(text));
    std::string plain;
    plain.reserve(text.size());
    for (int32_t i = 0; i < bare.length(); ++i) {
        const char16_t c = bare.charAt(i);
        if (c < end_of_ascii) {
            plain += lower_ascii(static_cast<char>(c));
        } else if (u_ispunct(c) || u_isspace(c)) {
            plain += ' ';
        } else {
            return std::nullopt;
        }
    }
    return plain;
}

std::string hyphenated(std::string_view plain) {
    std::string slug;
    slug.reserve(plain.size());
    bool gap = false;
    for (const char c : plain) {
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
            gap = true;
            continue;
        }
        if (gap && !slug.empty()) {
            slug += '-';
        }
        gap = false;
        slug += c;
    }
    return slug;
}

icu::UnicodeString case_folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::UnicodeString words = to_icu(text);
    return U_SUCCESS(status) ? folding->normalize(words, status) : words;
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* composing = icu::Normalizer2::getNFCInstance(status);
    return U_SUCCESS(status) ? composing->normalize(text, status) : text;
}

}  // namespace

std::string slug_of(std::string_view title) {
    if (is_ascii(title)) {
        return hyphenated(lower_ascii(title));
    }
    const std::optional<std::string> latin = latin_letters(title);
    return hyphenated(latin ? *latin : transliterated(to_icu(title)));
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) {
        return lower_ascii(text);
    }
    const icu::UnicodeString bare = without_marks(case_folded(text));
    icu::UnicodeString kept;
    for (int32_t i = 0; i < bare.length(); i = bare.moveIndex32(i, 1)) {
        const UChar32 c = bare.char32At(i);
        if (c >= end_of_ascii && c < end_of_latin && u_isalpha(c)) {
            kept += to_icu(transliterated(icu::UnicodeString(c)));  // "œ", "ł"
        } else {
            kept += c;
        }
    }
    return from_icu(composed(kept));
}

}  // namespace puebla
