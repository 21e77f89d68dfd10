// The filter `format`: values put into a pattern as Python's % does, "%s: %05.1f %(name)s".

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "foundation/utf8.h"
#include "templates/filter_families.h"
#include "templates/limits.h"
#include "templates/operators.h"

namespace puebla::templates {

namespace {

// One conversion of a pattern: "%-5s".
struct Conversion {
    bool alternate = false;  // #
    bool zeros = false;      // 0
    bool left = false;       // -
    std::string plus;        // what stands before a number that is not negative: "", " " or "+"
    std::size_t width = 0;
    std::optional<std::size_t> precision;
    char kind = '\0';
};

class Formatter {
  public:
    Formatter(std::string_view pattern, bool html, Call& call)
        : pattern_(pattern), html_(html), call_(call) {}

    std::string format() {
        while (at_ < pattern_.size() && !call_.failure()) {
            const std::size_t percent = std::min(pattern_.find('%', at_), pattern_.size());
            result_ += pattern_.substr(at_, percent - at_);
            at_ = percent;
            if (percent < pattern_.size()) {
                convert();
            }
            if (result_.size() > longest_text) {
                too_long(call_);
            }
        }
        if (next_ < call_.positional.size() && !call_.failure()) {
            call_.fail("template-type", say("there are more values than the pattern asks for",
                                            "hay más valores de los que pide el patrón"));
        }
        return std::move(result_);
    }

  private:
    char peek() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }

    void convert() {
        const std::size_t begin = at_++;
        const Value* value = nullptr;
        if (peek() == '(') {
            const std::size_t end = std::min(pattern_.find(')', at_), pattern_.size());
            value = call_.argument(SIZE_MAX, pattern_.substr(at_ + 1, end - at_ - 1));
            at_ = std::min(end + 1, pattern_.size());
        }
        const Conversion conversion = read_conversion();
        if (conversion.kind == '%') {
            result_ += '%';
            return;
        }
        constexpr std::size_t widest = 999;
        const bool known =
            std::string_view("sdixXofFeEgG").find(conversion.kind) != std::string_view::npos;
        if (!known || conversion.kind == '\0' || conversion.width > widest ||
            conversion.precision.value_or(0) > widest) {
            call_.fail("template-type", say("format does not know \"{}\"", "format no conoce «{}»",
                                            pattern_.substr(begin, at_ - begin)));
            return;
        }
        if (value == nullptr && next_ < call_.positional.size()) {
            value = &call_.positional[next_++];
        }
        if (value == nullptr) {
            call_.fail("template-type", say("the pattern asks for more values than there are",
                                            "el patrón pide más valores de los que hay"));
            return;
        }
        write(conversion, *value);
    }

    Conversion read_conversion() {
        Conversion result;
        for (; std::string_view("#0- +").find(peek()) != std::string_view::npos && peek() != '\0';
             ++at_) {
            result.alternate = result.alternate || peek() == '#';
            result.zeros = result.zeros || peek() == '0';
            result.left = result.left || peek() == '-';
            if (peek() == '+' || (peek() == ' ' && result.plus.empty())) {
                result.plus = peek();
            }
        }
        result.width = read_number();
        if (peek() == '.') {
            ++at_;
            result.precision = read_number();
        }
        if (peek() != '\0') {
            result.kind = pattern_[at_++];
        }
        return result;
    }

    std::size_t read_number() {
        constexpr std::size_t enough = 1'000'000;
        std::size_t number = 0;
        for (; peek() >= '0' && peek() <= '9'; ++at_) {
            number = std::min(enough, number * 10 + static_cast<std::size_t>(peek() - '0'));
        }
        return number;
    }

    void write(const Conversion& conversion, const Value& value) {
        if (conversion.kind == 's') {
            std::string text = text_for_joining(value, call_);
            if (html_ && !value.is(Kind::html)) {
                text = escape_html(text);
            }
            if (conversion.precision) {
                text = first_characters(text, *conversion.precision);
            }
            pad(conversion, "", text, false);
            return;
        }
        if (!value.is_number()) {
            not_for(value, "format", call_);
        } else if (std::string_view("dixXo").find(conversion.kind) != std::string_view::npos) {
            write_whole(conversion, value);
        } else {
            write_real(conversion, value.number());
        }
    }

    void write_whole(const Conversion& conversion, const Value& value) {
        const bool decimal = conversion.kind == 'd' || conversion.kind == 'i';
        constexpr double limit = 9.2e18;
        if (value.is(Kind::real) && !decimal) {
            call_.fail("template-type", say("\"%{}\" needs a whole number",
                                            "«%{}» necesita un número entero", conversion.kind));
            return;
        }
        if (value.is(Kind::real) && !(std::fabs(value.real()) < limit)) {
            call_.fail("template-type", say("the number is too large: whole numbers have 64 bits",
                                            "el número es demasiado grande: los enteros tienen 64 "
                                            "bits"));
            return;
        }
        const std::int64_t number =
            value.is(Kind::integer) ? value.integer() : static_cast<std::int64_t>(value.number());
        const std::uint64_t size = number < 0 ? 0 - static_cast<std::uint64_t>(number)
                                              : static_cast<std::uint64_t>(number);
        std::string digits = decimal                  ? fmt::format("{}", size)
                             : conversion.kind == 'o' ? fmt::format("{:o}", size)
                             : conversion.kind == 'x' ? fmt::format("{:x}", size)
                                                      : fmt::format("{:X}", size);
        const std::size_t wanted = conversion.precision.value_or(0);
        digits.insert(0, wanted > digits.size() ? wanted - digits.size() : 0, '0');
        std::string before = number < 0 ? "-" : conversion.plus;
        if (conversion.alternate && !decimal) {
            before += std::string("0") + conversion.kind;
        }
        pad(conversion, before, digits, true);
    }

    void write_real(const Conversion& conversion, double number) {
        const int precision = static_cast<int>(conversion.precision.value_or(6));
        const char kind = conversion.kind;
        std::string pattern = conversion.alternate ? "{:#.{}" : "{:.{}";
        pattern += kind;
        pattern += '}';
        const std::string digits = fmt::format(fmt::runtime(pattern), std::fabs(number), precision);
        pad(conversion, std::signbit(number) ? "-" : conversion.plus, digits, true);
    }

    static std::string first_characters(std::string_view text, std::size_t count) {
        std::size_t end = 0;
        for (; count > 0 && end < text.size(); --count) {
            end = std::min(end + character_length(text[end]), text.size());
        }
        return std::string(text.substr(0, end));
    }

    void pad(const Conversion& conversion, const std::string& before, const std::string& digits,
             bool number) {
        const std::size_t size = before.size() + count_characters(digits);
        const std::size_t missing = conversion.width > size ? conversion.width - size : 0;
        if (conversion.left) {
            result_ += before + digits + std::string(missing, ' ');
        } else if (conversion.zeros && number) {
            result_ += before + std::string(missing, '0') + digits;
        } else {
            result_ += std::string(missing, ' ') + before + digits;
        }
    }

    std::string_view pattern_;
    bool html_;
    Call& call_;
    std::size_t at_ = 0;
    std::size_t next_ = 0;
    std::string result_;
};

}  // namespace

Value format(const Value& input, Call& call) {
    const std::string pattern = text_for_joining(input, call);
    const bool html = input.is(Kind::html);
    if (html && !input.html().marks.empty()) {
        return not_for(input, "format", call);
    }
    std::string text = Formatter(pattern, html, call).format();
    return html ? Value(Html{std::move(text), {}}) : Value(std::move(text));
}

}  // namespace puebla::templates
