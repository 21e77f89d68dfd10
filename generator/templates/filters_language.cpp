// Filters that depend on the language of the page, and those that know addresses and JSON.

#include <algorithm>
#include <array>
#include <cstdio>

#include "locale/locale.h"
#include "templates/filter_families.h"
#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/pieces.h"

namespace puebla::templates {

namespace {

const Locale* locale_of(Call& call) {
    if (call.context.locale == nullptr) {
        call.fail("template-type", say("this filter needs the language of a page",
                                       "este filtro necesita el idioma de una página"));
    }
    return call.context.locale;
}

std::optional<PartialDate> date_in(const Value& value, Call& call) {
    const std::optional<PartialDate> date =
        value.is_text() ? parse_date(value.text()) : std::nullopt;
    if (!date) {
        const Message kind = kind_name(value);
        const std::string text = value.is_text() ? std::string(value.text()) : "";
        call.fail("template-type",
                  text.empty() ? Message{kind.en + " is no date", kind.es + " no es una fecha"}
                               : say("\"{}\" is no date", "«{}» no es una fecha", text),
                  say("dates are texts like \"2024-09-19\", \"2024-09\" or \"2024\"",
                      "las fechas son textos como «2024-09-19», «2024-09» o «2024»"));
    }
    return date;
}

Value date(const Value& input, Call& call) {
    const std::string style = text_argument(call, 0, "full");
    const Locale* locale = locale_of(call);
    std::optional<PartialDate> parsed = date_in(input, call);
    if (locale == nullptr || !parsed) {
        return {};
    }
    if (style == "year") {
        return std::to_string(parsed->year);
    }
    if (style == "month") {
        parsed->day = 0;
    } else if (style != "full") {
        return call.fail("template-type",
                         say("date knows the styles \"full\", \"month\" and \"year\"",
                             "date conoce los estilos «full», «month» y «year»"));
    }
    return locale->date(*parsed);
}

Value date_range(const Value& input, Call& call) {
    const Locale* locale = locale_of(call);
    const auto part = [&](std::string_view name) {
        const Value* found = input.find(name);
        return found == nullptr ? Value() : *found;
    };
    const Value from = input.is(Kind::map) ? part("from") : input;
    const Value until = input.is(Kind::map)
                            ? part("until")
                            : (given(call, 0) != nullptr ? *given(call, 0) : Value());
    if (locale == nullptr) {
        return {};
    }
    if (from.is(Kind::none) || until.is(Kind::none)) {
        const auto one = date_in(from.is(Kind::none) ? until : from, call);
        return one ? Value(locale->date(*one)) : Value();
    }
    const auto first = date_in(from, call);
    const auto second = date_in(until, call);
    return first && second ? Value(locale->date_range(*first, *second)) : Value();
}

// How many decimals a number is written with: as many as it has, and no more than `most`.
int decimals_of(const Value& value, int most) {
    const std::string text = text_of_real(value.number());
    const std::size_t point = text.find('.');
    if (point == std::string::npos || text.substr(point) == ".0") {
        return 0;
    }
    return std::min(static_cast<int>(text.size() - point - 1), most);
}

int decimals_argument(Call& call, const Value& input, int most) {
    const Value* wanted = given(call, 0);
    return wanted == nullptr
               ? decimals_of(input, most)
               : static_cast<int>(std::clamp<std::int64_t>(whole_argument(call, 0, 0), 0, 20));
}

Value number(const Value& input, Call& call) {
    const Locale* locale = locale_of(call);
    if (locale == nullptr || !input.is_number()) {
        return locale == nullptr ? Value() : not_for(input, "number", call);
    }
    if (input.is(Kind::integer) && given(call, 0) == nullptr) {
        return locale->number(input.integer());
    }
    return locale->number(input.number(), decimals_argument(call, input, 6));
}

Value money(const Value& input, Call& call) {
    const Locale* locale = locale_of(call);
    const std::string currency = text_argument(call, 0, "USD");
    if (locale == nullptr || !input.is(Kind::integer)) {
        return locale == nullptr ? Value() : not_for(input, "money", call);
    }
    return locale->money(input.integer(), currency);
}

Value percent(const Value& input, Call& call) {
    const Locale* locale = locale_of(call);
    if (locale == nullptr || !input.is_number()) {
        return locale == nullptr ? Value() : not_for(input, "percent", call);
    }
    return locale->percent(input.number(), decimals_argument(call, input, 2));
}

Value list_and(const Value& input, Call& call) {
    const Locale* locale = locale_of(call);
    List scratch;
    const List* items = items_of(input, scratch, call);
    std::vector<std::string> texts;
    const Value* path = given(call, 0);
    for (std::size_t i = 0; items != nullptr && i < items->size() && !call.failure(); ++i) {
        const Value item = path == nullptr ? (*items)[i] : member_at((*items)[i], *path);
        if (item.is(Kind::html)) {
            return not_for(item, "list_and", call);
        }
        texts.push_back(text_for_joining(item, call));
    }
    return call.failure() || locale == nullptr ? Value() : Value(locale->list(texts));
}

Value slug(const Value& input, Call& call) {
    return slug_of(text_for_joining(input, call));
}

Value index_letter(const Value& input, Call& call) {
    const Locale* locale = locale_of(call);
    const std::string text = text_for_joining(input, call);
    return locale == nullptr ? Value() : Value(locale->index_letter(text));
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

void write_json_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        constexpr std::string_view special = "\"\\\n\r\t";
        constexpr std::string_view letters = "\"\\nrt";
        const std::size_t known = special.find(c);
        if (known != std::string_view::npos) {
            out += '\\';
            out += letters[known];
        } else if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '&' ||
                   c == '\'') {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c));
            out += code.data();
        } else {
            out += c;
        }
    }
    out += '"';
}

void write_json(std::string& out, const Value& value, int depth, Call& call) {
    if (depth > 50 || out.size() > longest_text) {
        call.fail("template-limit",
                  say("this value is too deep or too large for JSON",
                      "este valor es demasiado profundo o demasiado grande para JSON"),
                  say("pages lead to other pages without an end: choose members, as in "
                      "{{\"name\": page.title}} | json",
                      "unas páginas llevan a otras sin fin: elija miembros, como en "
                      "{{\"name\": page.title}} | json"));
    }
    if (call.failure()) {
        return;
    }
    switch (value.kind()) {
        case Kind::none:
            out += "null";
            return;
        case Kind::boolean:
            out += value.boolean() ? "true" : "false";
            return;
        case Kind::integer:
        case Kind::real:
            out += text_for_joining(value, call);
            return;
        case Kind::list: {
            const char* separator = "[";
            for (const Value& item : value.list()) {
                out += separator;
                write_json(out, item, depth + 1, call);
                separator = ", ";
            }
            out += value.list().empty() ? "[]" : "]";
            return;
        }
        case Kind::map: {
            const char* separator = "{";
            for (const auto& [name, member] : value.map().items()) {
                out += separator;
                write_json_text(out, name);
                out += ": ";
                write_json(out, member, depth + 1, call);
                separator = ", ";
            }
            out += value.map().empty() ? "{}" : "}";
            return;
        }
        default:
            if (!value.is_text()) {
                not_for(value, "json", call);
                return;
            }
            write_json_text(out, value.text());
    }
}

Value json(const Value& input, Call& call) {
    std::string text;
    write_json(text, input, 0, call);
    return text;
}

}  // namespace

std::vector<Filter> language_filters() {
    return {
        {"date",
         say("A date in words; \"month\" leaves out the day, \"year\" the month too",
             "Una fecha en palabras; «month» omite el día, «year» también el mes"),
         {"style"},
         date,
         {{R"({{ "2024-09" | date }})", "septiembre de 2024"},
          {R"({{ "2024-09" | date("year") }})", "2024"}}},
        {"date_range",
         say("The time from one date until another, or of a period",
             "El tiempo desde una fecha hasta otra, o de un período"),
         {"until"},
         date_range,
         {{R"({{ "1996-03-13" | date_range("1996-03-14") }})", "13 y 14 de marzo de 1996"}}},
        {"number",
         say("A number as the language writes it, with so many decimals",
             "Un número como lo escribe el idioma, con tantos decimales"),
         {"decimals"},
         number,
         {{R"({{ 2.5 | number }})", "2,5"}}},
        {"money",
         say("A whole amount with its currency", "Un monto entero con su moneda"),
         {"currency"},
         money,
         {{R"({{ 500 | money("USD") }})", "US$\u00a0500"}}},
        {"percent",
         say("A percentage with so many decimals", "Un porcentaje con tantos decimales"),
         {"decimals"},
         percent,
         {{R"({{ 24.05 | percent(1) }})", "24,1\u00a0%"}}},
        {"list_and",
         say("Texts with commas and \"and\" between them; by attribute, of the members of that "
             "name",
             "Textos con comas e «y» entre ellos; con attribute, de los miembros de ese nombre"),
         {"attribute"},
         list_and,
         {{R"({{ ["a", "b", "c"] | list_and }})", "a, b y c"}}},
        {"slug",
         say("Turns a title into part of an address",
             "Convierte un título en parte de una dirección"),
         {},
         slug,
         {{R"({{ "Hello World" | slug }})", "hello-world"}}},
        {"index_letter",
         say("The letter under which an index puts a text",
             "La letra bajo la cual un índice pone un texto"),
         {},
         index_letter,
         {{R"({{ "África" | index_letter }})", "A"}}},
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
