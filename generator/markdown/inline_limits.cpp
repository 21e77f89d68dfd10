#include "markdown/inline_limits.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "markdown/blanks.h"

namespace puebla::markdown {

namespace {

constexpr std::size_t most_copied_bytes = std::size_t{64} * 1024 * 1024;

// Nanoseconds of one reading, as measured on a slow machine, and what all of them may take.
constexpr double cost_of_address_pair = 0.3;
constexpr double affordable = 4e8;

constexpr std::size_t longest_harmless_word = 1'000;

// cmark-gfm looks for no more e-mail addresses in one stretch of text.
constexpr std::size_t most_copies = 1'000;

// What ends a stretch of text for cmark-gfm, and so makes a node of its own. A tag also makes a
// warning.
constexpr std::array<std::uint8_t, 256> weights = [] {
    std::array<std::uint8_t, 256> result{};
    for (const char c : std::string_view("*_[]`&\\~:w\n\r")) {
        result[static_cast<unsigned char>(c)] = 1;
    }
    result[static_cast<unsigned char>('<')] = 2;
    return result;
}();

struct Counts {
    std::size_t marks = 0;
    std::size_t closing_brackets = 0;
    std::size_t copied_bytes = 0;  // for e-mail addresses
};

Counts count(std::string_view content) {
    Counts result;
    std::size_t line_begin = 0;
    std::size_t ats = 0;
    for (std::size_t i = 0; i < content.size(); ++i) {
        const char c = content[i];
        result.marks += weights[static_cast<unsigned char>(c)];
        result.closing_brackets += c == ']' ? 1 : 0;
        ats += c == '@' ? 1 : 0;
        if (c == '\n' || i + 1 == content.size()) {
            result.copied_bytes += std::min(ats, most_copies) * (i - line_begin);
            line_begin = i;
            ats = 0;
        }
    }
    return result;
}

bool may_hold_address(std::string_view word) {
    return word.find('@') != word.npos || word.find(':') != word.npos ||
           word.find("www.") != word.npos;
}

double square(double x) {
    return x * x;
}

}  // namespace

std::optional<Excess> InlineLimits::content(std::string_view content) {
    const Counts counts = count(content);
    marks_ += counts.marks;
    if (marks_ > most_inline_marks) {
        return Excess{"text-too-large",
                      say("this text has more than {} thousand lines and marks such as * _ [ ` <",
                          "este texto tiene más de {} mil líneas y marcas como * _ [ ` <",
                          most_inline_marks / 1000),
                      say("split it into several entries, or attach it as a file",
                          "divídalo en varias entradas, o adjúntelo como archivo")};
    }
    definition_bytes_ += longest_definition_ * counts.closing_brackets;
    if (definition_bytes_ > most_copied_bytes) {
        return too_slow(say("a very long link definition is used too often here",
                            "aquí se usa demasiadas veces una definición de enlace muy larga"),
                        say("shorten the address that it gives, or use it in fewer places",
                            "acorte la dirección que da, o úsela en menos lugares"));
    }
    address_bytes_ += counts.copied_bytes;
    if (address_bytes_ > most_copied_bytes) {
        return too_slow(say("too many e-mail addresses stand in one line here",
                            "aquí hay demasiadas direcciones de correo en una sola línea"),
                        say("write each on a line of its own, or attach them as a file",
                            "escriba cada una en su propia línea, o adjúntelas como archivo"));
    }
    return content.size() < longest_harmless_word ? std::nullopt : words(content);
}

std::optional<Excess> InlineLimits::words(std::string_view content) {
    for (std::size_t begin = 0; begin < content.size();) {
        const std::size_t end = find_blank(content, begin);
        const std::string_view word = content.substr(begin, end - begin);
        if (word.size() > longest_harmless_word && may_hold_address(word)) {
            address_cost_ += square(static_cast<double>(word.size())) * cost_of_address_pair;
        }
        begin = end + 1;
    }
    if (address_cost_ > affordable) {
        return too_slow(say("a word of this paragraph has tens of thousands of letters",
                            "una palabra de este párrafo tiene decenas de miles de letras"),
                        say("look for spaces that were lost, or for signs repeated by accident",
                            "busque espacios que se perdieron, o signos repetidos por accidente"));
    }
    return std::nullopt;
}

}  // namespace puebla::markdown
