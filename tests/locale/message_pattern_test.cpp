#include "locale/message_pattern.h"

#include <gtest/gtest.h>

#include "locale/locale.h"

namespace puebla {
namespace {

const Locale& spanish() {
    static const Locale locale = *Locale::make("es_CR");
    return locale;
}

std::string printed(const std::string& pattern, const Locale::Arguments& arguments) {
    return spanish().message(pattern, arguments).value_or("(broken)");
}

std::string mistake_in(std::string_view pattern) {
    MessageMistake mistake;
    if (MessagePattern::parse(pattern, &mistake)) {
        return "none";
    }
    return std::to_string(mistake.offset) + ": " + mistake.message.en;
}

TEST(Message, PrintsNamedArguments) {
    EXPECT_EQ(printed("Ir a {name}", {{"name", "Panamá"}}), "Ir a Panamá");
    EXPECT_EQ(printed("{n} y {x}", {{"n", std::int64_t{12345}}, {"x", 2.5}}), "12\u00A0345 y 2,50");
}

TEST(Message, ChoosesThePlural) {
    const std::string pattern =
        "{count, plural, =0 {Ninguna página} one {# página} other {# páginas}}";
    EXPECT_EQ(printed(pattern, {{"count", std::int64_t{0}}}), "Ninguna página");
    EXPECT_EQ(printed(pattern, {{"count", std::int64_t{1}}}), "1 página");
    EXPECT_EQ(printed(pattern, {{"count", std::int64_t{1234}}}), "1234 páginas");
    EXPECT_EQ(printed(pattern, {{"count", std::int64_t{12345}}}), "12\u00A0345 páginas");
    EXPECT_EQ(printed(pattern, {{"count", "1"}}), "1 página");
    EXPECT_EQ(printed(pattern, {{"count", "muchas"}}), "muchas páginas");
}

TEST(Message, ArabicHasSixPlurals) {
    const auto arabic = Locale::make("ar");
    const std::string pattern =
        "{n, plural, zero {صفر} one {واحد} two {اثنان} few {# قليل} many {# كثير} other {# آخر}}";
    EXPECT_EQ(arabic->message(pattern, {{"n", std::int64_t{2}}}), "اثنان");
    EXPECT_EQ(arabic->message(pattern, {{"n", std::int64_t{5}}}), "٥ قليل");
    EXPECT_EQ(arabic->message(pattern, {{"n", std::int64_t{11}}}), "١١ كثير");
}

TEST(Message, KnowsOffsetsOrdinalsAndNesting) {
    EXPECT_EQ(printed("{n, plural, offset:1 =1 {{who}} one {{who} y # más} other {{who} y # más}}",
                      {{"n", std::int64_t{3}}, {"who", "Belice"}}),
              "Belice y 2 más");
    EXPECT_EQ(Locale::make("en_001")->message(
                  "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
                  {{"n", std::int64_t{22}}}),
              "22nd");
    EXPECT_EQ(printed("{kind, select, event {La reunión {n, plural, one {#} other {los # días}}} "
                      "other {Otra}}",
                      {{"kind", "event"}, {"n", std::int64_t{2}}}),
              "La reunión los 2 días");
    EXPECT_EQ(printed("{kind, select, event {La reunión} other {Otra}}", {{"kind", "x"}}), "Otra");
}

TEST(Message, PrintsDates) {
    EXPECT_EQ(printed("Actualizado: {when, date}", {{"when", "2024-09"}}),
              "Actualizado: septiembre de 2024");
    EXPECT_EQ(printed("{when, date}", {{"when", "pronto"}}), "pronto");
}

TEST(Message, MissingArgumentStaysVisible) {
    EXPECT_EQ(printed("{a} de {b}", {{"a", "1"}}), "1 de {b}");
}

TEST(Message, ApostrophesQuoteBracesOnly) {
    EXPECT_EQ(printed("it's {a}, '{'not'}' it''s", {{"a", "so"}}), "it's so, {not} it's");
}

TEST(MessagePattern, KnowsItsArguments) {
    EXPECT_EQ(MessagePattern::parse("{b} {a, plural, other {# {c} {b}}}")->arguments(),
              (std::vector<std::string>{"a", "b", "c"}));
}

TEST(MessagePattern, BrokenOnesAreRefusedWithThePlace) {
    EXPECT_EQ(mistake_in("{a"), "0: a brace is not closed");
    EXPECT_EQ(mistake_in("{n, plural, one {#}}"), "0: the case \"other\" is missing");
    EXPECT_EQ(mistake_in("Año: {n, nombre}"),
              "10: the kind of argument is none of number, date, plural, selectordinal and select");
    EXPECT_EQ(mistake_in("{n, plural, =x {} other {}}"), "11: this is not the syntax of a message");
    EXPECT_EQ(mistake_in("{a b}"), "1: this is not the syntax of a message");
    EXPECT_EQ(spanish().message("{a", {}), std::nullopt);
}

TEST(MessagePattern, HostileNestingIsRefusedAtOnce) {
    std::string pattern;
    for (int i = 0; i < 30000; ++i) {
        pattern += "{a,select,other{";
    }
    EXPECT_EQ(mistake_in(pattern), "0: the message is too long");
    EXPECT_EQ(mistake_in(std::string(100'000, 'a')), "none");
}

}  // namespace
}  // namespace puebla
