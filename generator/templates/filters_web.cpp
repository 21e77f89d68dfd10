// Filters for addresses, HTML and JSON.

#include <string>

#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/text_input.h"

namespace puebla::templates {

namespace {

constexpr std::string_view white = " \t\n\r\f\v";

std::string percent_encoded(std::string_view text, bool query) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "_.-~";
    std::string result;
    for (const char c : text) {
        const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') || plain.find(c) != std::string_view::npos ||
                          (c == '/' && !query);
        const auto byte = static_cast<unsigned char>(c);
        if (kept) {
            result += c;
        } else if (c == ' ' && query) {
            result += '+';
        } else {
            result += '%';
            result += digits[byte >> 4];
            result += digits[byte & 15];
        }
    }
    return result;
}

Value urlencode(const Value& input, Call& call) {
    if (!input.is(Kind::map)) {
        const auto text = text_of(input, call);
        return text ? Value(percent_encoded(text->characters, false)) : Value();
    }
    std::string result;
    for (const auto& [name, value] : input.map().items()) {
        result += result.empty() ? "" : "&";
        result += percent_encoded(name, true) + "=" +
                  percent_encoded(text_for_joining(value, call), true);
    }
    return result;
}

// The text without what stands between an opening and its closing, and without these.
std::string without(std::string_view text, std::string_view opening, std::string_view closing) {
    std::string result;
    std::size_t done = 0;
    for (std::size_t begin = text.find(opening); begin != std::string_view::npos;
         begin = text.find(opening, done)) {
        const std::size_t end = text.find(closing, begin + opening.size());
        if (end == std::string_view::npos) {
            break;
        }
        result += text.substr(done, begin - done);
        done = end + closing.size();
    }
    return result.append(text.substr(done));
}

Value striptags(const Value& input, Call& call) {
    if (!call.pay(cost_of_changing * input.text().size())) {
        return {};
    }
    // First the comments, then the tags: so "<<!-- -->b>" is one.
    const std::string result =
        without(without(text_for_joining(input, call), "<!--", "-->"), "<", ">");
    std::string words;
    bool gap = false;
    for (const char c : result) {
        if (white.find(c) != std::string_view::npos) {
            gap = !words.empty();
            continue;
        }
        words += gap ? " " : "";
        words += c;
        gap = false;
    }
    return unescape_html(words);
}

Value absolute(const Value& input, Call& call) {
    if (!input.is(Kind::address)) {
        return not_for(input, "absolute", call);
    }
    const std::string& base =
        call.context.site_base.empty() ? call.context.absolute_base : call.context.site_base;
    if (base.empty()) {
        return call.fail("template-type", say("the site has no address of its own",
                                              "el sitio no tiene dirección propia"));
    }
    return base + input.address().path;
}

}  // namespace

std::vector<Filter> web_filters() {
    return {
        {"urlencode",
         say("Fit for a part of an address", "Apto para una parte de una dirección"),
         {},
         urlencode,
         {{R"({{ "a b&c" | urlencode }})", "a%20b%26c"}}},
        {"striptags",
         say("Without tags, white space reduced to one blank",
             "Sin etiquetas, con los espacios reducidos a uno"),
         {},
         striptags,
         {{R"({{ "<b>a</b>  b" | striptags }})", "a b"}}},
        {"absolute",
         say("The whole address of a place in the site",
             "La dirección completa de un lugar del sitio"),
         {},
         absolute,
         {{R"({{ here | absolute }})", "https://portal.example.org/es/"}}},
        {"json",
         say("The value as JSON, for a script of type application/ld+json",
             "El valor como JSON, para un script de tipo application/ld+json"),
         {},
         json,
         {{R"(<script type="application/ld+json">{{ {"a": "<b>"} | json }}</script>)",
           R"(<script type="application/ld+json">{"a": "\u003cb\u003e"}</script>)"}}},
    };
}

}  // namespace puebla::templates
