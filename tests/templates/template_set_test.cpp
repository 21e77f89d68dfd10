#include "templates/template_set.h"

#include <gtest/gtest.h>

#include <thread>

#include "templates/rendering.h"

namespace puebla::templates {
namespace {

TEST(TemplateSet, UnknownVariableIsReportedWithASuggestion) {
    EXPECT_EQ(problems_of("<p>{{ titel }}</p>", {{"title", "A"}}), R"(
page.html:1:7: error: there is no variable "titel" here [unknown-variable]
  1 | <p>{{ titel }}</p>
    |       ^~~~~
  help: did you mean "title"?
)");
}

TEST(TemplateSet, UnknownMemberIsReportedWithASuggestion) {
    EXPECT_EQ(problems_of("{{ page.ulr }}", {{"page", Map{{"url", "x"}, {"title", "A"}}}}), R"(
page.html:1:9: error: there is nothing called "ulr" in this map [unknown-attribute]
  1 | {{ page.ulr }}
    |         ^~~
  help: did you mean "url"?
)");
}

TEST(TemplateSet, UnknownFunctionIsReportedWithASuggestion) {
    EXPECT_EQ(problems_of("{{ rang(3) | join }}"), R"(
page.html:1:4: error: there is no function or macro "rang" [unknown-function]
  1 | {{ rang(3) | join }}
    |    ^~~~
  help: did you mean "range"?
)");
}

TEST(TemplateSet, UnknownTestIsReportedWithASuggestion) {
    EXPECT_EQ(problems_of("{{ 1 if x is defind }}"), R"(
page.html:1:14: error: there is no test "defind" [unknown-test]
  1 | {{ 1 if x is defind }}
    |              ^~~~~~
  help: did you mean "defined"?
)");
}

TEST(TemplateSet, UnknownTagIsReportedWithASuggestion) {
    EXPECT_EQ(problems_of("{% fro x in y %}"), R"(
page.html:1:4: error: there is no tag "fro" [template-syntax]
  1 | {% fro x in y %}
    |    ^~~
  help: did you mean "for"?
)");
}

TEST(TemplateSet, OpenTagsAreReported) {
    EXPECT_EQ(problems_of("a\n{% for x in y %}b"), R"(
page.html:2:1: error: this tag is never closed [template-syntax]
  2 | {% for x in y %}b
    | ^~~~~~
  help: close it with "{% endfor %}"
)");
}

TEST(TemplateSet, WhatCannotBePrintedIsReported) {
    EXPECT_EQ(problems_of("{{ x }}", {{"x", Value()}}), R"(
page.html:1:4: error: none cannot be printed [unprintable-value]
  1 | {{ x }}
    |    ^
  help: test it before, or say what to print: … | default("", true)
)");
}

TEST(TemplateSet, MessagesExistInSpanish) {
    Diagnostics problems;
    const TemplateSet set = TemplateSet::compile({{"a", {"a.html", "{{ x + 'a' }}"}}}, problems);
    set.render("a", {{"x", 1}}, {}, problems);
    ASSERT_EQ(problems.all().size(), 1U);
    EXPECT_EQ(problems.all()[0].message.es, "«+» no funciona entre un número y un texto");
    EXPECT_EQ(problems.all()[0].help.es, "use «~» para unir textos y números");
}

TEST(TemplateSet, ProblemsNameTheFileThatHoldsTheTemplate) {
    Diagnostics problems;
    const TemplateSet set = TemplateSet::compile(
        {{"layouts/a.html", {"themes/x/layouts/a.html", "{% include \"partials/b.html\" %}"}},
         {"partials/b.html", {"content/.theme/partials/b.html", "ab{{ no }}"}}},
        problems);
    set.render("layouts/a.html", {}, {}, problems);
    ASSERT_EQ(problems.all().size(), 1U);
    EXPECT_EQ(problems.all()[0].place, (Place{"content/.theme/partials/b.html", {5, 7}}));
}

TEST(TemplateSet, MissingIncludeIsReportedWhenCompiled) {
    EXPECT_EQ(render_files({{"page.html", "{% if false %}{% include 'fats.html' %}{% endif %}"},
                            {"facts.html", ""}},
                           {})
                  .problems,
              R"(
page.html:1:26: error: there is no template "fats.html" [include-missing]
  1 | {% if false %}{% include 'fats.html' %}{% endif %}
    |                          ^~~~~~~~~~~
  help: did you mean "facts.html"?
)");
}

TEST(TemplateSet, ExtendingInACircleIsReported) {
    EXPECT_EQ(render_files({{"page.html", "x"}, {"b", "{% extends 'b' %}"}}, {}).problems, R"(
b:1:12: error: "b" extends itself by way of others [include-loop]
  1 | {% extends 'b' %}
    |            ^~~
)");
}

TEST(TemplateSet, IncludingWithoutAnEndIsReported) {
    EXPECT_EQ(problems_of("{% include 'page.html' %}"), R"(
page.html:1:12: error: templates and macros call each other more than 100 levels deep [include-loop]
  1 | {% include 'page.html' %}
    |            ^~~~~~~~~~~
  help: something includes or calls itself without an end
)");
}

TEST(TemplateSet, MacroThatCallsItselfWithoutAnEndIsReported) {
    EXPECT_NE(problems_of("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}").find("[include-loop]"),
              std::string::npos);
}

TEST(TemplateSet, EndlessWorkIsStopped) {
    const std::string loop =
        "{% for a in range(100000) %}{% for b in range(100000) %}"
        "{% endfor %}{% endfor %}";
    EXPECT_NE(problems_of(loop).find("[template-limit]"), std::string::npos);
    EXPECT_NE(problems_of("{{ 'a' * 10000000000 }}").find("[template-type]"), std::string::npos);
    EXPECT_NE(problems_of("{% for a in range(100000) %}{{ 'a' * 1000 }}{% endfor %}")
                  .find("[template-limit]"),
              std::string::npos);
}

TEST(TemplateSet, DeepNestingIsRefused) {
    const auto repeated = [](const std::string& text) {
        std::string result;
        for (int i = 0; i < 5000; ++i) {
            result += text;
        }
        return result;
    };
    for (const std::string& text :
         {"{{ " + repeated("(") + "1" + repeated(")") + " }}", "{{ " + repeated("-") + "1 }}",
          "{{ " + repeated("not ") + "1 }}", "{{ 1" + repeated(" + 1") + " }}",
          "{{ x" + repeated(".a") + " }}", "{{ x" + repeated(" | upper") + " }}",
          "{{ " + repeated("[") + repeated("]") + " }}", repeated("{% if x %}"),
          "{{ " + repeated("1 if 1 else ") + "1 }}", "{% set " + repeated("(") + "a %}"}) {
        EXPECT_NE(problems_of(text).find("[template-syntax]"), std::string::npos)
            << text.substr(0, 30);
    }
}

TEST(TemplateSet, BrokenTemplatesAreNotRendered) {
    Diagnostics problems;
    const TemplateSet set =
        TemplateSet::compile({{"a", {"a", "{{"}}, {"b", {"b", "fine"}}}, problems);
    EXPECT_FALSE(set.has("a"));
    EXPECT_TRUE(set.has("b"));
    EXPECT_EQ(set.render("a", {}, {}, problems).text, "");
    EXPECT_EQ(problems.all().size(), 1U);
}

TEST(TemplateSet, HostFunctionsTakeArgumentsAndFail) {
    const Function phrase = [](Call& call) -> Value {
        const Value* key = call.argument(0, "key");
        if (key == nullptr || !key->is_text()) {
            return call.fail("phrase-missing", say("no phrase", "sin frase"));
        }
        return std::string(key->text()) + ":" + std::to_string(call.named.size());
    };
    const Map variables = {{"phrase", phrase}};
    EXPECT_EQ(output_of("{{ phrase('pages', count=3) }}", variables), "pages:1");
    EXPECT_EQ(problems_of("{{ phrase(3) }}", variables), R"(
page.html:1:4: error: no phrase [phrase-missing]
  1 | {{ phrase(3) }}
    |    ^~~~~~~~~
)");
}

TEST(TemplateSet, ImportedMacrosSeeHostFunctionsButNoVariables) {
    const Function hello = [](Call&) -> Value { return "hello"; };
    const Files files = {{"page.html", "{% import 'm' as m %}{{ m.a() }}{{ m.b() }}"},
                         {"m",
                          "{% macro a() %}{{ hello() }}{% endmacro %}"
                          "{% macro b() %}{{ name }}{% endmacro %}"}};
    const Rendered result = render_files(files, {{"hello", hello}, {"name", "x"}});
    EXPECT_EQ(result.html.text, "hello");
    EXPECT_NE(result.problems.find("no variable \"name\""), std::string::npos);
}

TEST(TemplateSet, PagesMayReferToEachOther) {
    Map first;
    Map second;
    first.set("title", "first");
    second.set("title", "second");
    first.set("next", Value::reference(second));
    second.set("next", Value::reference(first));
    EXPECT_EQ(output_of("{{ p.next.next.title }}{{ 1 if p.next.next == p else 0 }}",
                        {{"p", Value::reference(first)}}),
              "first1");
    EXPECT_NE(
        problems_of("{{ p | json }}", {{"p", Value::reference(first)}}).find("[template-limit]"),
        std::string::npos);
}

TEST(TemplateSet, RendersOnManyThreads) {
    Diagnostics problems;
    const TemplateSet set =
        TemplateSet::compile({{"a",
                               {"a",
                                "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}"
                                "{% for i in range(200) %}{{ m(i ~ name) }}{% endfor %}"}}},
                             problems);
    const Map variables = {{"name", "&"}};
    const std::string expected = set.render("a", variables, {}, problems).text;
    std::vector<std::string> results(4);
    {
        std::vector<std::jthread> threads;
        threads.reserve(results.size());
        for (std::string& result : results) {
            threads.emplace_back([&] {
                Diagnostics none;
                result = set.render("a", variables, {}, none).text;
            });
        }
    }
    EXPECT_EQ(results, std::vector<std::string>(4, expected));
}

}  // namespace
}  // namespace puebla::templates
