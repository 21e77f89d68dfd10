#include "locale/locale.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace puebla {
namespace {

Locale locale_called(const std::string& id) {
    const auto locale = Locale::make(id);
    EXPECT_TRUE(locale) << id;
    return *locale;
}

const Locale& spanish() {
    static const Locale locale = locale_called("es_CR");
    return locale;
}
const Locale& english() {
    static const Locale locale = locale_called("en_001");
    return locale;
}
const Locale& french() {
    static const Locale locale = locale_called("fr");
    return locale;
}
const Locale& arabic() {
    static const Locale locale = locale_called("ar");
    return locale;
}

std::string date(const Locale& locale, std::string_view text) {
    return locale.date(*parse_date(text));
}

std::string range(const Locale& locale, std::string_view from, std::string_view to) {
    return locale.date_range(*parse_date(from), *parse_date(to));
}

TEST(LocaleMake, KnowsOnlyWhatIcuKnows) {
    EXPECT_TRUE(Locale::make("es_CR"));
    EXPECT_TRUE(Locale::make("es-CR"));
    for (const char* id :
         {"", "xx", "es_XX", "español", "../../etc/passwd", "es_CR@currency=EUR"}) {
        EXPECT_FALSE(Locale::make(id)) << id;
    }
}

TEST(LocaleMake, KnowsTheDirection) {
    EXPECT_FALSE(spanish().right_to_left());
    EXPECT_TRUE(arabic().right_to_left());
}

TEST(LocaleDate, IsWrittenAsFarAsItIsKnown) {
    EXPECT_EQ(date(spanish(), "2022-04-01"), "1 de abril de 2022");
    EXPECT_EQ(date(spanish(), "2024-09"), "septiembre de 2024");
    EXPECT_EQ(date(spanish(), "1996"), "1996");
    EXPECT_EQ(date(english(), "2022-04-01"), "1 April 2022");
    EXPECT_EQ(date(english(), "2024-09"), "September 2024");
    EXPECT_EQ(date(english(), "1996"), "1996");
    EXPECT_EQ(date(french(), "2022-08-01"), "1 août 2022");
    EXPECT_EQ(date(arabic(), "2022-04-01"), "١ أبريل ٢٠٢٢");
    EXPECT_EQ(date(arabic(), "1996"), "١٩٩٦");
    EXPECT_EQ(english().date({}), "");
}

TEST(LocaleDate, IsGregorianInEveryAgeAndLocale) {
    EXPECT_EQ(date(english(), "0001-01-01"), "1 January 1");
    EXPECT_EQ(date(english(), "1492-10-12"), "12 October 1492");
    EXPECT_EQ(date(english(), "9999-12-31"), "31 December 9999");
    EXPECT_EQ(date(locale_called("th"), "1996"), "1996");
}

TEST(LocaleDateRange, IsAsShortAsTheLanguageAllows) {
    EXPECT_EQ(range(spanish(), "1996-03-13", "1996-03-14"), "13 y 14 de marzo de 1996");
    EXPECT_EQ(range(spanish(), "1996-03-13", "1996-03-15"), "13–15 de marzo de 1996");
    EXPECT_EQ(range(spanish(), "1996-03-30", "1996-04-02"),
              "30 de marzo\u00A0– 2 de abril de 1996");
    EXPECT_EQ(range(spanish(), "1996-12-30", "1997-01-02"),
              "30 de diciembre de 1996\u00A0– 2 de enero de 1997");
    EXPECT_EQ(range(spanish(), "1996-03", "1996-04"), "marzo–abril de 1996");
    EXPECT_EQ(range(spanish(), "1996-12", "1997-01"), "diciembre de 1996\u00A0– enero de 1997");
    EXPECT_EQ(range(spanish(), "1996", "1997"), "1996–1997");
    EXPECT_EQ(range(english(), "1996-03-13", "1996-03-14"), "13–14 March 1996");
    EXPECT_EQ(range(english(), "1996-03-30", "1996-04-02"), "30 March\u00A0– 2 April 1996");
    EXPECT_EQ(range(english(), "1996-03", "1996-04"), "March\u00A0– April 1996");
    EXPECT_EQ(range(arabic(), "1996-03-13", "1996-03-14"), "١٣–١٤ مارس، ١٩٩٦");
}

TEST(LocaleDateRange, OneDateStandsAlone) {
    EXPECT_EQ(range(spanish(), "1996-03-13", "1996-03-13"), "13 de marzo de 1996");
    EXPECT_EQ(spanish().date_range(PartialDate{}, PartialDate{1996, 3, 0}), "marzo de 1996");
    EXPECT_EQ(spanish().date_range(PartialDate{1996, 3, 0}, PartialDate{}), "marzo de 1996");
}

TEST(LocaleDateRange, MixedOrReversedEndsAreBothWrittenOut) {
    EXPECT_EQ(range(english(), "1996", "1997-05"), "1996\u00A0– May 1997");
    EXPECT_EQ(range(english(), "1996-03-14", "1996-03-13"), "14 March 1996\u00A0– 13 March 1996");
}

TEST(LocaleNumber, GroupsAsTheLanguageDoes) {
    EXPECT_EQ(spanish().number(1234), "1234");
    EXPECT_EQ(spanish().number(12345), "12\u00A0345");
    EXPECT_EQ(spanish().number(-1234567), "-1\u00A0234\u00A0567");
    EXPECT_EQ(english().number(1234), "1,234");
    EXPECT_EQ(arabic().number(12345), "١٢٬٣٤٥");
    EXPECT_EQ(english().number(std::numeric_limits<std::int64_t>::min()),
              "-9,223,372,036,854,775,808");
}

TEST(LocaleNumber, RoundsHalvesAwayFromZero) {
    EXPECT_EQ(spanish().number(24.005, 2), "24,01");
    EXPECT_EQ(english().number(0.125, 2), "0.13");
    EXPECT_EQ(english().number(-0.001, 2), "0.00");
    EXPECT_EQ(english().number(2.5, 0), "3");
}

TEST(LocaleNumber, SurvivesAnyNumber) {
    EXPECT_EQ(english().number(std::nan(""), 2), "NaN");
    EXPECT_EQ(english().number(std::numeric_limits<double>::infinity(), 2), "∞");
    EXPECT_EQ(english().number(0.5, -3), "1");
    EXPECT_EQ(english().number(0.5, 100000), "0.500000000000000");
}

TEST(LocalePercent, HasASpaceInSpanish) {
    EXPECT_EQ(spanish().percent(24.05, 2), "24,05\u00A0%");
    EXPECT_EQ(english().percent(24.05, 2), "24.05%");
    EXPECT_EQ(english().percent(100, 0), "100%");
}

TEST(LocaleMoney, DollarsAreMarkedAsThoseOfTheUnitedStates) {
    EXPECT_EQ(spanish().money(141360, "USD"), "US$\u00A0141\u00A0360");
    EXPECT_EQ(spanish().money(1413, "USD"), "US$\u00A01413");
    EXPECT_EQ(spanish().money(-50000, "USD"), "-US$\u00A050\u00A0000");
    EXPECT_EQ(english().money(141360, "USD"), "US$141,360");
    EXPECT_EQ(locale_called("es").money(141360, "USD"), "141.360\u00A0US$");
}

TEST(LocaleMoney, OtherCurrenciesAreAsIcuHasThem) {
    EXPECT_EQ(english().money(5, "EUR"), "€5");
    EXPECT_EQ(spanish().money(25000, "MXN"), "MXN\u00A025\u00A0000");
}

TEST(LocaleList, JoinsWithTheConjunction) {
    EXPECT_EQ(spanish().list({"a", "b", "c"}), "a, b y c");
    EXPECT_EQ(spanish().list({"Belice", "Haití", "Italia"}), "Belice, Haití e Italia");
    EXPECT_EQ(english().list({"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(english().list({"a", "b"}), "a and b");
    EXPECT_EQ(english().list({"a"}), "a");
    EXPECT_EQ(english().list({}), "");
}

std::vector<std::string> in_order(const Locale& locale, std::vector<std::string> words) {
    std::sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) {
        return locale.sort_key(a) < locale.sort_key(b);
    });
    return words;
}

TEST(LocaleSortKey, OrdersAsTheLanguageDoes) {
    EXPECT_EQ(in_order(spanish(), {"oso", "ñandú", "nube", "Ágora", "agua", "zona", "abeja"}),
              (std::vector<std::string>{"abeja", "Ágora", "agua", "nube", "ñandú", "oso", "zona"}));
    EXPECT_EQ(in_order(english(), {"Zambia", "Åland", "apple"}),
              (std::vector<std::string>{"Åland", "apple", "Zambia"}));
}

TEST(LocaleSortKey, OrdersDigitsByValue) {
    EXPECT_EQ(in_order(spanish(), {"Grupo 10", "Grupo 9", "Grupo 100"}),
              (std::vector<std::string>{"Grupo 9", "Grupo 10", "Grupo 100"}));
}

TEST(LocaleSortKey, LongAndBrokenTextsHaveOneToo) {
    EXPECT_LT(spanish().sort_key(std::string(10000, 'a')), spanish().sort_key("b"));
    EXPECT_FALSE(spanish().sort_key("\xff\xfe").empty());
    EXPECT_LT(spanish().sort_key(""), spanish().sort_key("a"));
}

TEST(LocaleIndexLetter, IsTheBaseLetterOfTheLanguage) {
    EXPECT_EQ(spanish().index_letter("Álava"), "A");
    EXPECT_EQ(spanish().index_letter("ñandú"), "Ñ");
    EXPECT_EQ(english().index_letter("ñandú"), "N");
    EXPECT_EQ(french().index_letter("Œuvre"), "O");
    EXPECT_EQ(spanish().index_letter("«Carta de Puebla»"), "C");
    EXPECT_EQ(spanish().index_letter("¿Qué es la CRM?"), "Q");
    EXPECT_EQ(arabic().index_letter("الأمم"), "ا");
    EXPECT_EQ(arabic().index_letter("Puebla"), "P");
}

TEST(LocaleIndexLetter, IsASignWhereThereIsNone) {
    for (const char* text : {"", "2022", "…", "移民", "\xff"}) {
        EXPECT_EQ(spanish().index_letter(text), "#") << text;
    }
}

}  // namespace
}  // namespace puebla
