// Printing of messages: Locale::message().

#include <charconv>
#include <cmath>

#include "locale/icu_text.h"
#include "locale/locale.h"
#include "locale/locale_parts.h"

namespace puebla {

namespace {

using Kind = MessagePiece::Kind;

// Shown for a real number of no stated precision.
constexpr int usual_decimals = 2;

std::optional<double> as_number(const Locale::Argument& argument) {
    if (const auto* whole = std::get_if<std::int64_t>(&argument)) {
        return static_cast<double>(*whole);
    }
    if (const auto* real = std::get_if<double>(&argument)) {
        return *real;
    }
    const auto& text = std::get<std::string>(argument);
    double number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) {
        return std::nullopt;
    }
    return number;
}

// What fits exactly into a 64-bit integer prints as one; 2^53 is the last whole double before gaps.
bool is_whole(double number) {
    return std::abs(number) <= 9007199254740992.0 && number == std::trunc(number);
}

std::string print_number(const Locale& locale, double number) {
    return is_whole(number) ? locale.number(static_cast<std::int64_t>(number))
                            : locale.number(number, usual_decimals);
}

std::string print(const Locale& locale, const Locale::Argument& argument) {
    if (const auto* text = std::get_if<std::string>(&argument)) {
        return *text;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&argument)) {
        return locale.number(*whole);
    }
    return print_number(locale, std::get<double>(argument));
}

const MessageCase& case_named(const std::vector<MessageCase>& cases, std::string_view selector) {
    const MessageCase* other = &cases.front();
    for (const MessageCase& choice : cases) {
        if (!choice.number && choice.selector == selector) {
            return choice;
        }
        if (choice.selector == "other") {
            other = &choice;
        }
    }
    return *other;
}

const MessageCase& case_for(const MessagePiece& piece, const icu::PluralRules& rules,
                            std::optional<double> number) {
    if (!number) {
        return case_named(piece.cases, "other");
    }
    for (const MessageCase& choice : piece.cases) {
        if (choice.number == *number) {
            return choice;
        }
    }
    return case_named(piece.cases, from_icu(rules.select(*number - piece.offset)));
}

class Printer {
  public:
    Printer(const Locale& locale, const icu::PluralRules& cardinals,
            const icu::PluralRules& ordinals, const Locale::Arguments& arguments)
        : locale_(locale), cardinals_(cardinals), ordinals_(ordinals), arguments_(arguments) {}

    // `number_sign` is what "#" prints inside a plural.
    void print_all(const MessagePieces& pieces, const std::string& number_sign) {
        for (const MessagePiece& piece : pieces) {
            if (piece.kind == Kind::text) {
                out_ += piece.text;
            } else if (piece.kind == Kind::number_sign) {
                out_ += number_sign;
            } else {
                print_argument(piece, number_sign);
            }
        }
    }

    std::string take() { return std::move(out_); }

  private:
    void print_argument(const MessagePiece& piece, const std::string& number_sign) {
        const auto found = arguments_.find(piece.text);
        if (found == arguments_.end()) {
            out_ += "{" + piece.text + "}";
            return;
        }
        const Locale::Argument& argument = found->second;
        if (piece.kind == Kind::select) {
            const auto* text = std::get_if<std::string>(&argument);
            print_all(case_named(piece.cases, text ? *text : print(locale_, argument)).pieces,
                      number_sign);
        } else if (piece.kind == Kind::plural || piece.kind == Kind::ordinal) {
            const std::optional<double> number = as_number(argument);
            const auto& rules = piece.kind == Kind::plural ? cardinals_ : ordinals_;
            print_all(
                case_for(piece, rules, number).pieces,
                number ? print_number(locale_, *number - piece.offset) : print(locale_, argument));
        } else {
            out_ += printed(piece.kind, argument);
        }
    }

    std::string printed(Kind kind, const Locale::Argument& argument) const {
        const auto* text = std::get_if<std::string>(&argument);
        if (kind == Kind::date && text != nullptr) {
            if (const std::optional<PartialDate> date = parse_date(*text)) {
                return locale_.date(*date);
            }
        }
        if (kind == Kind::number) {
            if (const std::optional<double> number = as_number(argument)) {
                return print_number(locale_, *number);
            }
        }
        return print(locale_, argument);
    }

    const Locale& locale_;
    const icu::PluralRules& cardinals_;
    const icu::PluralRules& ordinals_;
    const Locale::Arguments& arguments_;
    std::string out_;
};

}  // namespace

std::string Locale::message(const MessagePattern& pattern, const Arguments& arguments) const {
    Printer printer(*this, *parts_->cardinals, *parts_->ordinals, arguments);
    printer.print_all(pattern.pieces(), "#");
    return printer.take();
}

std::optional<std::string> Locale::message(const std::string& pattern,
                                           const Arguments& arguments) const {
    const std::optional<MessagePattern> parsed = MessagePattern::parse(pattern);
    if (!parsed) {
        return std::nullopt;
    }
    return message(*parsed, arguments);
}

}  // namespace puebla
