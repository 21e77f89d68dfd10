// Filters that write what a language writes its own way: dates, numbers, lists, slugs.

#include <algorithm>

#include "locale/locale.h"
#include "templates/filter_families.h"
#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/pieces.h"

namespace puebla::templates {

namespace {

// The language of the page, once it is paid for that it will be asked.
const Locale* locale_of(Call& call) {
    if (!call.pay(cost_of_words)) {
        return nullptr;
    }
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
        call.pay(cost_of_a_value + cost_of_changing * texts.back().size());
    }
    return call.failure() || locale == nullptr ? Value() : Value(locale->list(texts));
}

Value slug(const Value& input, Call& call) {
    if (!call.pay(cost_of_changing * input.text().size())) {
        return {};
    }
    return slug_of(text_for_joining(input, call));
}

Value index_letter(const Value& input, Call& call) {
    const Locale* locale = locale_of(call);
    const std::string text = text_for_joining(input, call);
    return locale == nullptr || !call.pay(cost_of_changing * text.size())
               ? Value()
               : Value(locale->index_letter(text));
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
    };
}

}  // namespace puebla::templates
