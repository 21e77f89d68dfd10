#include "templates/filters.h"

#include <gtest/gtest.h>

#include "templates/functions.h"
#include "templates/is_tests.h"
#include "templates/rendering.h"

namespace puebla::templates {
namespace {

class Examples : public testing::Test {
  protected:
    void run(std::string_view name, const std::vector<Example>& examples) {
        ASSERT_FALSE(examples.empty()) << name;
        for (const Example& example : examples) {
            EXPECT_EQ(output_of(std::string(example.source), {{"here", Address{"es/"}}}, context_),
                      example.expected)
                << name;
        }
    }

    std::optional<Locale> locale_ = Locale::make("es_CR");
    RenderContext context_{&*locale_, "es/index.html", "", "https://portal.example.org/"};
};

TEST_F(Examples, OfFiltersAreTrue) {
    for (const Filter& filter : filters()) {
        run(filter.name, filter.examples);
        EXPECT_FALSE(filter.documentation.es.empty()) << filter.name;
    }
}

TEST_F(Examples, OfTestsAreTrue) {
    for (const templates::Test& test : tests()) {
        run(test.name, test.examples);
        EXPECT_FALSE(test.documentation.es.empty()) << test.name;
    }
}

TEST_F(Examples, OfFunctionsAreTrue) {
    for (const GlobalFunction& function : global_functions()) {
        run(function.name, function.examples);
        EXPECT_FALSE(function.documentation.es.empty()) << function.name;
    }
}

TEST_F(Examples, DatesTakeAPeriodWithOneEnd) {
    const Map variables = {{"period", Map{{"from", "2024-09"}, {"until", Value()}}}};
    EXPECT_EQ(output_of("{{ period | date_range }}", variables, context_), "septiembre de 2024");
}

TEST(Filters, UnknownFilterIsReportedWithASuggestion) {
    EXPECT_EQ(problems_of("{{ name | uper }}"), R"(
page.html:1:11: error: there is no filter "uper" [unknown-filter]
  1 | {{ name | uper }}
    |           ^~~~
  help: did you mean "upper"?
)");
}

TEST(Filters, SafeIsRefusedWithTheReason) {
    EXPECT_EQ(problems_of("{{ name | safe }}"), R"(
page.html:1:11: error: there is no filter "safe" [unknown-filter]
  1 | {{ name | safe }}
    |           ^~~~
  help: texts are always printed as texts; only the generator makes HTML
)");
}

TEST(Filters, UnknownArgumentIsReportedWithASuggestion) {
    EXPECT_EQ(problems_of("{{ 'x' | truncate(lenght=3) }}"), R"(
page.html:1:4: error: "truncate" has no parameter "lenght" [template-type]
  1 | {{ 'x' | truncate(lenght=3) }}
    |    ^~~~~~~~~~~~~~~~~~~~~~~~
  help: did you mean "length"?
)");
}

TEST(Filters, WrongDateIsReported) {
    RenderContext context;
    const auto locale = Locale::make("en_001");
    context.locale = &*locale;
    EXPECT_EQ(render_page("{{ '2024-02-31' | date }}", {}, context).problems, R"(
page.html:1:4: error: "2024-02-31" is no date [template-type]
  1 | {{ '2024-02-31' | date }}
    |    ^~~~~~~~~~~~~~~~~~~
  help: dates are texts like "2024-09-19", "2024-09" or "2024"
)");
}

TEST(Filters, ItemsOfDifferentKindsCannotBeSorted) {
    EXPECT_EQ(problems_of("{{ [1, 'a'] | sort | join }}"), R"(
page.html:1:4: error: a number and a text have no order [template-type]
  1 | {{ [1, 'a'] | sort | join }}
    |    ^~~~~~~~~~~~~~~
)");
}

TEST(Filters, CharactersAreNotCutIntoBytes) {
    EXPECT_EQ(output_of("{{ 'ñandú' | trim('é') }} {{ 'éñé' | trim('é') }}"), "ñandú ñ");
    EXPECT_EQ(output_of("{{ '%3s|%-3s|%.1s' | format('ñ', 'ñ', 'ñé') }}"), "  ñ|ñ  |ñ");
}

TEST(Filters, FormatWritesLongTextsWhole) {
    EXPECT_EQ(output_of("{{ '%5s' | format('a' * 2000) | length }}"), "2000");
    EXPECT_EQ(output_of("{{ '%.99f' | format(1) | length }}"), "101");
}

TEST(Filters, FormatSaysWhatItDoesNotKnow) {
    EXPECT_EQ(problems_of("{{ '%5q' | format(1) }}"), R"(
page.html:1:4: error: format does not know "%5q" [template-type]
  1 | {{ '%5q' | format(1) }}
    |    ^~~~~~~~~~~~~~~~~
)");
    EXPECT_EQ(problems_of("{{ '%d' | format(1e300) }}"), R"(
page.html:1:4: error: the number is too large: whole numbers have 64 bits [template-type]
  1 | {{ '%d' | format(1e300) }}
    |    ^~~~~~~~~~~~~~~~~~~~
)");
}

TEST(Filters, UniqueKnowsListsAndMaps) {
    EXPECT_EQ(
        output_of("{{ [[1, 2], [1, 2.0], [2], {'a': 1, 'b': 2}, {'b': 2, 'a': 1}, {}] | unique "
                  "| list | length }}"),
        "4");
}

TEST(Filters, ResultsHaveABound) {
    EXPECT_EQ(problems_of("{{ ('a' * 100000) | replace('a', 'b' * 100000) }}"), R"(
page.html:1:5: error: the result is too large: a text has at most 32 MB, a list 1000000 items [template-limit]
  1 | {{ ('a' * 100000) | replace('a', 'b' * 100000) }}
    |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)");
}

}  // namespace
}  // namespace puebla::templates
