#include "model/wrong_type.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace puebla {

namespace {

Message name_of(Wanted wanted) {
    switch (wanted) {
        case Wanted::text:
            return {"a text", "un texto"};
        case Wanted::date:
            return {"a date as a text", "una fecha escrita como texto"};
        case Wanted::texts_by_language:
            return {"an object with a text per language", "un objeto con un texto por idioma"};
        case Wanted::whole_number:
            return {"a whole number", "un número entero"};
        case Wanted::number:
            return {"a number", "un número"};
        case Wanted::true_or_false:
            return {"true or false", "true o false"};
        case Wanted::object:
            return {"an object", "un objeto"};
        case Wanted::list:
            return {"a list", "una lista"};
        case Wanted::list_of_texts:
            return {"a list of texts", "una lista de textos"};
        case Wanted::list_of_names:
            return {"a list of names", "una lista de nombres"};
    }
    return {};
}

// What was written, where it can be shown as it would be right.
std::string short_scalar(const Value& value) {
    constexpr std::size_t longest = 60;
    const bool scalar = !value.is_list() && !value.is_map() && !value.is_null();
    std::string written = scalar ? to_json(value) : "";
    return written.size() > longest ? "" : written;
}

bool is_number_in_quotes(const Value& value) {
    const std::string* text = value.string();
    return text && !text->empty() && *text != "-" &&
           text->find_first_not_of("0123456789", text->front() == '-' ? 1 : 0) == std::string::npos;
}

// A number of so many digits is read as one with decimals.
bool is_beyond_whole_numbers(const Value& value) {
    constexpr auto limit = 9223372036854775808.0;  // two to the power of 63
    return value.real() && (*value.real() >= limit || *value.real() < -limit);
}

Message help_with_number(const Value& value) {
    if (value.real()) {
        return say("write it without decimals", "escríbalo sin decimales");
    }
    return is_number_in_quotes(value)
               ? say("remove the quotation marks: {}", "quite las comillas: {}", *value.string())
               : say("write it in digits, without quotation marks: 12",
                     "escríbalo con cifras y sin comillas: 12");
}

Message help_with_text(const std::string& written) {
    return written.empty() ? say("write one text, between quotation marks: \"…\"",
                                 "escriba un solo texto, entre comillas: \"…\"")
                           : say("put it between quotation marks: \"{}\"",
                                 "póngalo entre comillas: \"{}\"", written);
}

// {"es": "…", "en": "…"}; a text that is already there goes to the first language.
Message help_with_languages(const Value& value, const std::vector<std::string>& languages) {
    std::string example;
    for (const std::string& language : languages) {
        const std::string own = example.empty() && value.is_string() ? short_scalar(value) : "";
        example += fmt::format("{}\"{}\": {}", example.empty() ? "" : ", ", language,
                               own.empty() ? "\"…\"" : own);
    }
    return say("write {{{}}}", "escriba {{{}}}", example);
}

Message help_with(const Value& value, Wanted wanted, const std::vector<std::string>& languages) {
    if (value.is_null()) {
        return say("write a value, or remove the field", "escriba un valor o quite el campo");
    }
    const std::string written = short_scalar(value);
    switch (wanted) {
        case Wanted::text:
        case Wanted::date:
            return help_with_text(written);
        case Wanted::texts_by_language:
            return help_with_languages(value, languages);
        case Wanted::whole_number:
        case Wanted::number:
            return help_with_number(value);
        case Wanted::true_or_false:
            return say("write true or false, without quotation marks",
                       "escriba true o false, sin comillas");
        case Wanted::object:
            return say("write its fields between braces: {{ … }}",
                       "escriba sus campos entre llaves: {{ … }}");
        case Wanted::list:
        case Wanted::list_of_texts:
            return say("put it between brackets: [{}]", "póngalo entre corchetes: [{}]",
                       written.empty() ? "…" : written);
        case Wanted::list_of_names:
            return say("write [{{\"name\": {{…}}}}]", "escriba [{{\"name\": {{…}}}}]");
    }
    return {};
}

}  // namespace

void report_wrong_type(const Value& value, Wanted wanted, const Settings& settings) {
    if (wanted == Wanted::whole_number && is_beyond_whole_numbers(value)) {
        const bool large = *value.real() > 0;
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        settings.problems.error(
            "out-of-range", settings.place_of(value.span),
            large ? say("this number is too large", "este número es demasiado grande")
                  : say("this number is too small", "este número es demasiado pequeño"),
            large ? say("the largest is {}", "el mayor es {}", most)
                  : say("the smallest is -{}", "el menor es -{}", most));
        return;
    }
    settings.problems.error(
        "wrong-type", settings.place_of(head_of(value)),
        say("this must be {}, not {}", "esto debe ser {}, no {}", name_of(wanted), kind_of(value)),
        help_with(value, wanted, settings.languages));
}

}  // namespace puebla
