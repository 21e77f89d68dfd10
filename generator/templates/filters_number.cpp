// Filters that give numbers.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "templates/filter_families.h"

namespace puebla::templates {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// A number as it is written, without what Python passes over: white space around it, a "+", and
// "_" between digits.
std::string number_in(std::string_view text) {
    constexpr std::string_view white = " \t\n\r\f\v";
    const std::size_t begin = std::min(text.find_first_not_of(white), text.size());
    const std::size_t end = text.find_last_not_of(white) + 1;
    text = begin < end ? text.substr(begin, end - begin) : std::string_view();
    if (text.size() > 1 && text[0] == '+' && text[1] != '-') {
        text.remove_prefix(1);
    }
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool between = i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) &&
                             text[i] == '_' && is_digit(text[i + 1]);
        result += between ? "" : std::string(1, text[i]);
    }
    return result;
}

// The number that the text is, from its beginning to its end.
std::optional<std::int64_t> whole_of_digits(std::string_view text, int base) {
    std::int64_t result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result, base);
    const bool whole = error == std::errc() && end == text.data() + text.size() && !text.empty();
    return whole ? std::optional<std::int64_t>(result) : std::nullopt;
}

// What is too large for a real number is infinite, as in Python.
std::optional<double> real_in(const std::string& written) {
    double result = 0;
    const char* const last = written.data() + written.size();
    const auto [end, error] = std::from_chars(written.data(), last, result);
    if (end != last || written.empty() || error == std::errc::invalid_argument) {
        return std::nullopt;
    }
    return error == std::errc() ? result : std::strtod(written.c_str(), nullptr);
}

std::optional<std::int64_t> whole_in(std::string_view written, int base) {
    const bool negative = written.starts_with('-');
    const std::string_view digits = written.substr(negative ? 1 : 0);
    constexpr std::pair<int, std::string_view> prefixes[] = {{2, "bB"}, {8, "oO"}, {16, "xX"}};
    for (const auto& [prefix_base, letters] : prefixes) {
        if (base == prefix_base && digits.size() > 2 && digits[0] == '0' &&
            letters.find(digits[1]) != std::string_view::npos && digits[2] != '-') {
            const auto found = whole_of_digits(digits.substr(2), base);
            return found && negative ? -*found : found;
        }
    }
    return whole_of_digits(written, base);
}

// Without its decimals; fails where it leaves 64 bits.
Value whole_of(double value, Call& call) {
    constexpr double limit = 9.2e18;
    if (std::fabs(value) < limit) {
        return static_cast<std::int64_t>(value);
    }
    return call.fail("template-type", say("the number is too large: whole numbers have 64 bits",
                                          "el número es demasiado grande: los enteros tienen 64 "
                                          "bits"));
}

Value to_int(const Value& input, Call& call) {
    Value otherwise = given(call, 0) != nullptr ? *given(call, 0) : Value(0);
    const std::int64_t base = whole_argument(call, 1, 10);
    if (base < 2 || base > 36) {
        return otherwise;
    }
    if (input.is(Kind::real)) {
        return std::isnan(input.real()) ? otherwise : whole_of(input.real(), call);
    }
    if (input.is_number()) {
        return input.is(Kind::boolean) ? std::int64_t{input.boolean()} : input.integer();
    }
    const std::string written = input.is_text() ? number_in(input.text()) : "";
    if (const auto whole = whole_in(written, static_cast<int>(base))) {
        return *whole;
    }
    const auto real = real_in(written);
    return !real || std::isnan(*real) ? otherwise : whole_of(*real, call);
}

Value to_float(const Value& input, Call& call) {
    Value otherwise = given(call, 0) != nullptr ? *given(call, 0) : Value(0.0);
    if (input.is_number()) {
        return input.number();
    }
    const auto real = input.is_text() ? real_in(number_in(input.text())) : std::nullopt;
    return real ? Value(*real) : otherwise;
}

// As Python rounds: by the decimal digits of the number, halves to the even neighbour.
double rounded(double value, std::int64_t digits) {
    if (digits > 0) {
        char text[420];
        const auto [end, error] = std::to_chars(std::begin(text), std::end(text), value,
                                                std::chars_format::fixed, static_cast<int>(digits));
        double result = value;
        std::from_chars(std::begin(text), end, result);
        return error == std::errc() ? result : value;
    }
    const double scale = std::pow(10.0, static_cast<double>(-digits));
    return std::nearbyint(value / scale) * scale;
}

Value round(const Value& input, Call& call) {
    if (!input.is_number()) {
        return not_for(input, "round", call);
    }
    if (given(call, 0) != nullptr && given(call, 0)->is(Kind::none)) {
        return call.fail("template-type", say("round needs a whole number of decimals",
                                              "round necesita un número entero de decimales"));
    }
    const std::int64_t precision = std::clamp<std::int64_t>(whole_argument(call, 0, 0), -300, 300);
    const std::string method = text_argument(call, 1, "common");
    if (method != "common" && method != "ceil" && method != "floor") {
        return call.fail("template-type", say("round knows the methods common, ceil and floor",
                                              "round conoce los métodos common, ceil y floor"));
    }
    if (method == "common") {
        if (input.is(Kind::integer) && precision >= 0) {
            return input;
        }
        const double result = rounded(input.number(), precision);
        return input.is(Kind::integer) ? Value(static_cast<std::int64_t>(result)) : Value(result);
    }
    const double scale = std::pow(10.0, static_cast<double>(precision));
    const double scaled = input.number() * scale;
    // Whole numbers have no -0.
    return ((method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) + 0.0) / scale;
}

Value absolute_value(const Value& input, Call& call) {
    if (input.is(Kind::real)) {
        return std::fabs(input.real());
    }
    if (!input.is_number() || (input.is(Kind::integer) && input.integer() == INT64_MIN)) {
        return not_for(input, "abs", call);
    }
    return input.is(Kind::boolean) ? std::int64_t{input.boolean()} : std::abs(input.integer());
}

}  // namespace

std::vector<Filter> number_filters() {
    return {
        {"int",
         say("The whole number in a text or number", "El número entero de un texto o número"),
         {"default", "base"},
         to_int,
         {{R"({{ "42" | int + 1 }})", "43"}, {R"({{ "x" | int(7) }})", "7"}}},
        {"float",
         say("The real number in a text or number", "El número real de un texto o número"),
         {"default"},
         to_float,
         {{R"({{ "2.5" | float }})", "2.5"}}},
        {"round",
         say("Rounds to so many decimals; \"ceil\" rounds up and \"floor\" down",
             "Redondea a tantos decimales; «ceil» hacia arriba y «floor» hacia abajo"),
         {"precision", "method"},
         round,
         {{R"({{ 2.567 | round(1) }})", "2.6"}, {R"({{ 2.1 | round(0, "ceil") | int }})", "3"}}},
        {"abs",
         say("The number without its sign", "El número sin su signo"),
         {},
         absolute_value,
         {{R"({{ -3 | abs }})", "3"}}},
    };
}

}  // namespace puebla::templates
