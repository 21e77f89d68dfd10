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
page.html:1:9: error: "page" has nothing called "ulr" [unknown-attribute]
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
page.html:2:1: error: "for" is never closed [template-syntax]
  2 | {% for x in y %}b
    | ^~~~~~
  help: close it with "{% endfor %}"
)");
}

TEST(TemplateSet, WhatCannotBePrintedIsReported) {
    EXPECT_EQ(problems_of("{{ x }}", {{"x", Value()}}), R"(
page.html:1:4: error: "x" is none and cannot be printed [unprintable-value]
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
b:1:12: error: this template extends itself: b → b [include-loop]
  1 | {% extends 'b' %}
    |            ^~~
  help: break the circle: one of them must extend nothing
)");
}

TEST(TemplateSet, TemplatesExtendingEachOtherInACircleAreReportedOnce) {
    EXPECT_EQ(render_files({{"page.html", "{% extends 'b' %}"},
                            {"a", "{% extends 'b' %}"},
                            {"b", "{% extends 'c' %}"},
                            {"c", "{% extends 'a' %}"}},
                           {})
                  .problems,
              R"(
c:1:12: error: this template extends itself: a → b → c → a [include-loop]
  1 | {% extends 'a' %}
    |            ^~~
  help: break the circle: one of them must extend nothing
)");
}

TEST(TemplateSet, TemplateThatIncludesItselfIsReported) {
    EXPECT_EQ(problems_of("{% include 'page.html' %}"), R"(
page.html:1:12: error: this leads back to itself, more than 100 levels deep: page.html → page.html [include-loop]
  1 | {% include 'page.html' %}
    |            ^~~~~~~~~~~
  help: break the circle, or put this step into an "if" that is false in the end
)");
}

TEST(TemplateSet, IncludingInACircleIsReportedWhereItCloses) {
    EXPECT_EQ(render_files({{"page.html",
                             "{% extends 'base' %}{% block b %}{% include 'one' %}{% endblock %}"},
                            {"base", "{% block b %}{% endblock %}"},
                            {"one", "{% include 'two' %}"},
                            {"two", "<p>\n{% if true %}{% include 'one' %}{% endif %}"}},
                           {})
                  .problems,
              R"(
two:2:25: error: this leads back to itself, more than 100 levels deep: one → two → one [include-loop]
  2 | {% if true %}{% include 'one' %}{% endif %}
    |                         ^~~~~
  help: break the circle, or put this step into an "if" that is false in the end
)");
}

TEST(TemplateSet, MacrosCallingEachOtherWithoutAnEndAreReported) {
    EXPECT_EQ(problems_of("{% macro a() %}{{ b() }}{% endmacro %}\n"
                          "{% macro b() %}{{ a() }}{% endmacro %}\n{{ a() }}"),
              R"(
page.html:2:19: error: this leads back to itself, more than 100 levels deep: a() → b() → a() [include-loop]
  2 | {% macro b() %}{{ a() }}{% endmacro %}
    |                   ^~~
  help: break the circle, or put this step into an "if" that is false in the end
)");
}

TEST(TemplateSet, BlockThatPrintsItselfIsReported) {
    EXPECT_EQ(problems_of("{% block a %}{{ self.a() }}{% endblock %}"), R"(
page.html:1:17: error: this leads back to itself, more than 100 levels deep: a() → a() [include-loop]
  1 | {% block a %}{{ self.a() }}{% endblock %}
    |                 ^~~~~~~~
  help: break the circle, or put this step into an "if" that is false in the end
)");
}

TEST(TemplateSet, OpenTagIsBlamedForTheEndOfAnother) {
    EXPECT_EQ(
        problems_of("{% block main %}\n{% if a %}\n{% for b in c %}{% endfor %}\n{% endblock %}"),
        R"(
page.html:2:1: error: "if" is not closed before "endblock" in line 4 [template-syntax]
  2 | {% if a %}
    | ^~~~~
  help: close it with "{% endif %}"
)");
}

TEST(TemplateSet, EndOfNothingNamesWhatIsOpen) {
    EXPECT_EQ(problems_of("{% for b in c %}\n{% endif %}"), R"(
page.html:2:4: error: nothing is open that "endif" could belong to [template-syntax]
  2 | {% endif %}
    |    ^~~~~
  help: what is open here is "for" of line 1: it is closed with "{% endfor %}"
)");
    EXPECT_EQ(problems_of("{% if a %}{% end if %}"), R"(
page.html:1:14: error: there is no tag "end" [template-syntax]
  1 | {% if a %}{% end if %}
    |              ^~~
  help: close it with "{% endif %}"
)");
}

TEST(TemplateSet, BracketsAreBlamedWhereTheyOpen) {
    EXPECT_EQ(problems_of("{{ range(3 }}"), R"~(
page.html:1:9: error: "(" is not closed [template-syntax]
  1 | {{ range(3 }}
    |         ^
  help: ")" is missing before "}"
)~");
    EXPECT_EQ(problems_of("{% if a }b"), R"(
page.html:1:9: error: nothing was opened that "}" could close [template-syntax]
  1 | {% if a }b
    |         ^
  help: this tag ends with "%}"
)");
}

TEST(TemplateSet, MissingQuoteIsSuspectedWhereATextGoesOverLines) {
    EXPECT_EQ(problems_of("{{ range(\"a) }}\n<p id=\"b\">"), R"(
page.html:1:10: error: this text in quotes goes over a line end, and what follows it is not understood [template-syntax]
  1 | {{ range("a) }}
    |          ^~~~~~
  help: is its closing quote missing?
)");
    EXPECT_EQ(problems_of("{{ \"a }}\nb"), R"(
page.html:1:4: error: this text never ends [template-syntax]
  1 | {{ "a }}
    |    ^
  help: close it with "
)");
}

TEST(TemplateSet, SignsOfWordProcessorsAreExplained) {
    EXPECT_EQ(problems_of("{{ “a” }}"), R"(
page.html:1:4: error: "“" has no meaning here [template-syntax]
  1 | {{ “a” }}
    |    ^
  help: texts stand in straight quotes: "…" or '…'
)");
    EXPECT_NE(problems_of("{{\u00a0a }}").find("this is a no-break space"), std::string::npos);
    EXPECT_NE(problems_of("{{ año }}").find("names have only the letters a to z"),
              std::string::npos);
}

TEST(TemplateSet, ChoiceWithoutElseHasACodeOfItsOwn) {
    EXPECT_EQ(problems_of("{{ 'x' if false }}"), R"(
page.html:1:4: error: the condition is false here, and "if" has no "else" [else-missing]
  1 | {{ 'x' if false }}
    |    ^~~~~~~~~~~~
  help: say what to take then: … else ""
)");
}

TEST(TemplateSet, BodyOfACallThatNobodyPrintsIsReported) {
    EXPECT_EQ(problems_of("{% macro m() %}x{% endmacro %}{% call m() %}lost{% endcall %}"), R"(
page.html:1:39: error: "m" does not print caller(): what stands in this "call" would be lost [template-type]
  1 | {% macro m() %}x{% endmacro %}{% call m() %}lost{% endcall %}
    |                                       ^~~
)");
}

std::string repeated(const std::string& text, int count) {
    std::string result;
    for (int i = 0; i < count; ++i) {
        result += text;
    }
    return result;
}

TEST(TemplateSet, BlockThatNoParentHasIsTold) {
    const std::string base = "<main>{% block main %}{% endblock %}</main>";
    EXPECT_EQ(
        render_files({{"base.html", base},
                      {"page.html", "{% extends 'base.html' %}{% block mian %}x{% endblock %}"}},
                     {})
            .problems,
        R"(
page.html:1:35: error: no template that this one extends has a block "mian" [unknown-block]
  1 | {% extends 'base.html' %}{% block mian %}x{% endblock %}
    |                                   ^~~~
  help: did you mean "main"?
)");
    // One within another is printed where it stands, and one may be printed by its name.
    const Rendered inside =
        render_files({{"base.html", base},
                      {"page.html",
                       "{% extends 'base.html' %}{% block main %}{% block part %}x{% endblock %}"
                       "{{ self.title() }}{% endblock %}{% block title %}y{% endblock %}"}},
                     {});
    EXPECT_EQ(inside.html.text + inside.problems, "<main>xy</main>");
}

TEST(TemplateSet, SignsOfOtherLanguagesAreToldAsTheyAreWrittenHere) {
    const auto help_in = [](const std::string& text) {
        const std::string problems = problems_of(text);
        const std::size_t help = problems.find("  help: ");
        return help == std::string::npos ? problems : problems.substr(help + 8);
    };
    EXPECT_EQ(help_in("{% if a = 1 %}{% endif %}"), "to compare, write \"==\"\n");
    EXPECT_EQ(help_in("{% if a && b %}{% endif %}"), "write \"and\"\n");
    EXPECT_EQ(help_in("{% if a || b %}{% endif %}"), "write \"or\"\n");
    EXPECT_EQ(help_in("{% if !a %}{% endif %}"), "write \"not\"\n");
    EXPECT_EQ(help_in("{{ a ? 1 : 2 }}"), "a choice is written: this if condition else that\n");
    EXPECT_EQ(help_in("{% if 1 == null %}{% endif %}"), "write \"none\"\n");
    EXPECT_EQ(help_in("{% if 1 %}{% elseif 2 %}{% endif %}"), "did you mean \"elif\"?\n");
    EXPECT_EQ(help_in("{% if 1 %}{% else if 2 %}{% endif %}"), "\"else if\" is written \"elif\"\n");
}

TEST(TemplateSet, EndlessWorkIsStopped) {
    RenderContext context;
    context.most_work = std::size_t{1} << 22;
    const auto problem_in = [&](const std::string& text) {
        const std::string begin =
            "{% set t = 'ab' * 100000 %}{% set n = range(10000) %}"
            "{% for a in n %}{% for b in n %}";
        const Map variables = {{"no", false}};
        return render_page(begin + text + "{% endfor %}{% endfor %}", variables, context).problems;
    };
    for (const std::string& text :
         {std::string(), std::string("{{ b }}"), std::string("{% set x = t ~ t %}"),
          std::string("{% set x = t[a] %}"), std::string("{% set x = t[1:] %}"),
          std::string("{% set x = n | sort %}"), std::string("{% set x = t | upper %}"),
          std::string("{% set x = t.split() %}"), std::string("{% set x = t is upper %}"),
          std::string("{% if b in n %}{% endif %}"),
          std::string("{% if t == t ~ 'x' %}{% endif %}"),
          "{% set x = [" + repeated("1,", 10000) + "] %}",
          "{% set x = ''" + repeated(" ~ ''", 10000) + " %}",
          "{% if no %}" + repeated("{% elif no %}", 10000) + "{% endif %}"}) {
        EXPECT_NE(problem_in(text).find("this page takes too much work [template-limit]"),
                  std::string::npos)
            << text.substr(0, 40);
    }
}

// A text of 100 kB, which to make and to copy is within the bound: what is done to each of its
// letters is not.
TEST(TemplateSet, WhatIsDoneToEveryLetterOfATextIsPaidFor) {
    RenderContext context;
    context.most_work = std::size_t{1} << 19;
    const std::string text = "{% set t = 'ab' * 50000 %}";
    EXPECT_EQ(render_page(text + "{{ t | length }}", {}, context).problems, "");
    for (const std::string work : {"t | upper",
                                   "t | lower",
                                   "t | capitalize",
                                   "t | title",
                                   "t | trim",
                                   "t | escape",
                                   "t | replace('a', 'b')",
                                   "t | truncate(9)",
                                   "t | wordcount",
                                   "t | center(9)",
                                   "t | indent",
                                   "t | list",
                                   "t | reverse",
                                   "t | first",
                                   "t | join",
                                   "t | striptags",
                                   "t | urlencode",
                                   "t | json",
                                   "t | slug",
                                   "t.split()",
                                   "t.split('a')",
                                   "t[1:]",
                                   "t[7]",
                                   "[t] | map('upper') | list",
                                   "[t] | sort"}) {
        const std::string made = fmt::format("{}{{% set x = {} %}}", text, work);
        EXPECT_NE(render_page(made, {}, context).problems.find("too much work [template-limit]"),
                  std::string::npos)
            << work;
    }
}

TEST(TemplateSet, WordsOfALanguageArePaidFor) {
    const auto locale = Locale::make("es");
    RenderContext context;
    context.locale = &*locale;
    context.most_work = std::size_t{1} << 20;
    EXPECT_NE(
        render_page("{% for i in range(1000) %}{% set x = i | number %}{% endfor %}", {}, context)
            .problems.find("too much work [template-limit]"),
        std::string::npos);
}

TEST(TemplateSet, PartThatNearlyFitsEverywhereIsLookedForInNoTime) {
    EXPECT_EQ(output_of("{% set t = 'a' * 4000000 %}{% if t ~ 'b' in t ~ t %}yes{% endif %}"
                        "{{ t | replace(t[:500000] ~ 'b', '') | length }}"),
              "4000000");
}

TEST(TemplateSet, WhatIsMadeAtOnceHasABound) {
    RenderContext context;
    context.most_work = std::size_t{1} << 25;
    for (const std::string text :
         {"{{ 'a' * 10000000000 }}", "{% for a in range(100000) %}{{ 'a' * 1000 }}{% endfor %}",
          "{{ range(1000000000) | length }}", "{{ ([1] * 1000) * 1000000 }}",
          "{{ range(100000) | map('center', 10000) | list | length }}",
          "{% set b = 'a' * 100000 %}{{ range(100000) | map('replace', '', b) | list | length }}",
          "{% set b = 'a' * 1000000 %}{{ ([b ~ 'x', b ~ 'y'] * 100000) | sort | length }}",
          "{% set b = 'a' * 1000000 %}{{ ('%(a)s' * 100000) | format(a=b) | length }}",
          "{% for c in 'a' * 8000000 %}{% endfor %}",
          "{% set ns = namespace(x='a') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}"
          "{% endfor %}",
          "{% set ns = namespace(x=[1]) %}{% for i in range(999) %}{% set ns.x = [ns.x] %}"
          "{% endfor %}",
          "{% macro m(n) %}{% if n > 0 %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
          "{{ m(40) }}"}) {
        EXPECT_NE(render_page(text, {}, context).problems.find("[template-limit]"),
                  std::string::npos)
            << text;
    }
}

TEST(TemplateSet, ListThatALoopExtendsIsGoneThroughAsItWas) {
    EXPECT_EQ(
        output_of("{% set l = [1, 2] %}{% for a in l %}{% set l = l + [a] %}{{ a }}{% endfor %}"
                  "{% set ns = namespace(l=[1, 2]) %}"
                  "{% for a in ns.l %}{% set ns.l = ns.l + [a] %}{{ a }}{% endfor %}"),
        "1212");
}

TEST(TemplateSet, LongChainOfNamespacesIsFreed) {
    EXPECT_EQ(output_of("{% set ns = namespace(x=1) %}{% for a in range(100000) %}"
                        "{% set ns.x = namespace(p=ns.x) %}{% endfor %}"),
              "");
}

TEST(TemplateSet, TemplateHasABound) {
    EXPECT_EQ(problems_of(std::string(std::size_t{600} * 1024, 'a')), R"(
page.html: error: a template has at most 512 kB, and this one has 600 [template-limit]
  help: move parts to templates of their own and include them
)");
    std::string variables = "{% if true %}";
    for (int i = 0; i < 100; ++i) {
        variables += "{% for x in [] %}";
        for (int k = 0; k < 30; ++k) {
            variables += "{% set v" + std::to_string(k) + " = 1 %}";
        }
        variables += "{% endfor %}";
    }
    EXPECT_NE(problems_of(variables).find("more than 2000 variables are set in this template"),
              std::string::npos);
}

TEST(TemplateSet, DeepNestingIsRefused) {
    const int deep = 20000;
    for (const std::string& text :
         {"{{ " + repeated("(", deep) + "1" + repeated(")", deep) + " }}",
          "{{ " + repeated("-", deep) + "1 }}", "{{ " + repeated("not ", deep) + "1 }}",
          "{{ 1" + repeated(" + 1", deep) + " }}", "{{ x" + repeated(".a", deep) + " }}",
          "{{ x" + repeated(" | upper", deep) + " }}",
          "{{ " + repeated("[", deep) + repeated("]", deep) + " }}",
          "{{ " + repeated("1 if 1 else ", deep) + "1 }}"}) {
        EXPECT_NE(problems_of(text).find("parts of this expression stand in each other more than "
                                         "100 levels deep [template-limit]"),
                  std::string::npos)
            << text.substr(0, 30);
    }
    EXPECT_NE(problems_of(repeated("{% if x %}", deep))
                  .find("tags stand in each other more than 100 levels deep [template-limit]"),
              std::string::npos);
    EXPECT_NE(problems_of("{% set " + repeated("(", deep) + "a" + repeated(")", deep) + " %}")
                  .find("[template-syntax]"),
              std::string::npos);
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
