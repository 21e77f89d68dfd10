#!/usr/bin/python3
"""Gives the same templates and data to Puebla and to Debian's Jinja: the bytes must be the same.

    jinja_referee.py RENDER_CASES [COUNT]

RENDER_CASES is the program of tests/templates/tool/render_cases_main.cpp. The cases are those of
jinja_cases.txt and COUNT more (400) from a generator with a fixed seed.

Where the two differ on purpose, because Puebla is stricter, the case stands in DIVERGENCES with the
reason; there Jinja must render and Puebla must refuse with that code.
"""

import json
import pathlib
import random
import subprocess
import sys

import jinja2

DATA = {
    "name": "María & José",
    "markup": "<b>\"bold\" & 'it'</b>",
    "link": "https://example.org/?a=1&b=2",
    "yes": True,
    "no": False,
    "nothing": None,
    "empty": [],
    "numbers": [1, 2, 3, 4],
    "page": {"title": "A page", "tags": ["x", "y", "z"], "deep": {"er": {"est": "bottom"}}},
    "people": [
        {"name": "Ana", "age": 31, "group": "x", "home": {"city": "Puebla"}, "nick": "an"},
        {"name": "Bea", "age": 25, "group": "y", "home": {"city": "lima"}},
        {"name": "Carl", "age": 40, "group": "x", "home": {"city": "Oslo"}},
    ],
}

FILES = {
    "plain": "plain file\n",
    "shows_x": "[x={{ x }}]",
    "shows_x_default": "[x={{ x | default('none') }}]",
    "sets_x": "{% set x = 9 %}[{{ x }}]",
    "shows_n": "{{ n }},",
    "macros": "{% macro hi(who) %}hi <b>{{ who }}</b>{% endmacro %}"
              "{% macro twice(x) %}{{ hi(x) }}{{ hi(x) }}{% endmacro %}{% set number = 3 %}",
    "macros_context": "{% macro who() %}{{ name }}{% endmacro %}",
    "base": "<title>{% block title %}base title{% endblock %}</title>\n"
            "{% block body %}\nbase body {{ name }}\n{% endblock %}\nend\n",
    "middle": "{% extends 'base' %}{% block body %}middle {{ super() }}{% endblock %}",
    "loops": "{% for item in [1, 2] %}{% block row scoped %}{{ item }}{% endblock %}{% endfor %}",
}

# template, the code with which Puebla refuses it, and why
DIVERGENCES = [
    ("{{ yes }}", "unprintable-value", "a reader never wants to see True"),
    ("{{ nothing }}", "unprintable-value", "a reader never wants to see None"),
    ("{{ numbers }}", "unprintable-value", "a list in Python's spelling is no text"),
    ("{{ page }}", "unprintable-value", "a map in Python's spelling is no text"),
    ("{{ yes ~ 'x' }}", "unprintable-value", "the same when joined with ~"),
    ("{{ [yes] | join }}", "unprintable-value", "the same when joined with join"),
    ("{{ markup | safe }}", "unknown-filter", "only the generator makes HTML"),
    ("{% autoescape false %}x{% endautoescape %}", "template-syntax", "escaping cannot be turned off"),
    ("{% set a = missing %}x", "unknown-variable", "a missing name is reported where it is read"),
    ("{{ [missing] | length }}", "unknown-variable", "the same in a list"),
    ("{{ 2 ** 64 }}", "template-type", "whole numbers have 64 bits"),
    ("{{ (1, 2) }}", "unprintable-value", "a tuple is a list"),
    ("{{ 'abc'.upper() }}", "unknown-function", "texts have few functions; there are filters"),
    ("{% for n in [1] recursive %}{{ n }}{% endfor %}", "template-syntax", "a macro that calls itself does it"),
    ("{% macro m() %}{{ varargs | length }}{% endmacro %}{{ m(1) }}", "template-type", "arguments have names"),
    ("<a href={{ name }}>", "forbidden-context", "a value without quotes can add attributes"),
    ("<a {{ name }}>", "forbidden-context", "a value cannot name attributes"),
    ("<h{{ 2 }}>", "forbidden-context", "a value cannot name tags"),
    ("<script>{{ name }}</script>", "forbidden-context", "escaping for HTML does not help in scripts"),
    ("<style>{{ name }}</style>", "forbidden-context", "nor in styles"),
    ("<p style=\"{{ name }}\">", "forbidden-context", "nor in style attributes"),
    ("<p onclick=\"{{ name }}\">", "forbidden-context", "nor in event handlers"),
    ("<!-- {{ name }} -->", "forbidden-context", "nor in comments"),
    ("<a href=\"{{ 'java' ~ 'script:x' }}\">", "unsafe-address", "a link must not run code"),
    ("<a title=\"{% if yes %}x\"{% endif %}>", "template-html", "branches must end at the same place"),
    ("<p", "template-html", "a template closes the tags it opens"),
    ("{% macro m() %}<b>{% endmacro %}<p title=\"{{ m() }}\">", "forbidden-context", "no tags in attributes"),
]

# Where Puebla does more, or differently, without refusing:
#   - a member of a map wins over a function of the same name: page.items is the member "items";
#   - "-%}" and trim() drop only ASCII white space: a no-break space is content;
#   - `is lower` and `is upper` look at ASCII letters only;
#   - HTML turned around by reverse is a text and is escaped: its source makes no sense backwards;
#   - groupby gives maps with "grouper" and "list", which can be taken apart like Jinja's tuples.


def hand_written():
    cases = []
    text = pathlib.Path(__file__).with_name("jinja_cases.txt").read_text(encoding="utf-8")
    for line in text.split("\n== ", 1)[1].split("\n")[1:]:
        if line and not line.startswith("== "):
            cases.append(line.replace("⏎", "\n"))
    return cases


class Grammar:
    """Makes templates that are valid by construction and print only texts and numbers."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0

    def pick(self, *choices):
        return self.random.choice(choices)

    def number(self, depth):
        if depth <= 0:
            return self.pick("1", "2", "7", "0", "numbers[0]", "numbers | length", "people[1].age", "3")
        a, b = self.number(depth - 1), self.number(depth - 2)
        return self.pick(f"({a}) + ({b})", f"({a}) - {b}", f"({a}) * 2", f"({a}) // 3", f"({a}) % 5",
                         f"(({a}) / 4) | round(2)", f"({a}) | abs", f"[{a}, {b}] | max",
                         f"[{a}, {b}] | sum", f"({self.text(depth - 1)}) | length",
                         f"({a} if {self.condition(depth - 1)} else {b})", f"-({a})")

    def text(self, depth):
        if depth <= 0:
            return self.pick('"a<b"', "name", "markup", '"  pad "', '"It\'s"', "page.title",
                             "page.tags[1]", "people[0].home.city", '"x y z"', '""')
        a, b = self.text(depth - 1), self.text(depth - 2)
        return self.pick(f"({a}) ~ ({b})", f"({a}) | upper", f"({a}) | trim", f"({a}) | title",
                         f"({a}) | replace('a', 'é')", f"({a})[1:4]", "name | e", "markup | e",
                         f"({a}) | default('d', true)", f"({a}) ~ ({self.number(depth - 1)})",
                         f"[{a}, {b}] | join('; ')", f"({self.list(depth - 1)}) | join('-')",
                         f"({a} if {self.condition(depth - 1)} else {b})", f"({a}) | truncate(6, true, '~', 0)",
                         f"({a}) | capitalize", f"({a}) | center(12)", "page.title | reverse")

    def list(self, depth):
        if depth <= 0:
            return self.pick("numbers", "page.tags", "people | map(attribute='name')", "empty", "range(3)")
        a = self.list(depth - 1)
        return self.pick(f"({a}) | list | reverse", f"({a}) | map('string') | sort", f"({a}) | unique",
                         f"({a}) | map('string') | map('upper') | list", f"(({a}) | list)[:2]",
                         f"({a}) | select | list", f"(({a}) | list)[::-1]",
                         f"[{self.text(depth - 1)}, {self.text(depth - 2)}]")

    def condition(self, depth):
        if depth <= 0:
            return self.pick("yes", "no", "numbers", "empty", "missing is defined", "name is string")
        a, b = self.condition(depth - 1), self.condition(depth - 2)
        return self.pick(f"({a}) and ({b})", f"({a}) or ({b})", f"not ({a})",
                         f"({self.number(depth - 1)}) > ({self.number(depth - 2)})",
                         f"({self.text(depth - 1)}) == ({self.text(depth - 1)})",
                         f"({self.text(depth - 1)}) in ({self.text(depth - 1)})",
                         f"({self.number(depth - 1)}) is number", f"({self.number(depth - 1)}) in numbers",
                         f"({self.text(depth - 1)}) < ({self.text(depth - 2)})")

    def open(self):
        return self.pick("{% ", "{% ", "{% ", "{%- ", "{%+ ")

    def close(self):
        return self.pick(" %}", " %}", " %}", " -%}", " +%}")

    def gap(self):
        return self.pick("", " ", "\n", "\n  ", "  \n", "text", "<p>", "</p>\n", "\n\n", "é ")

    def tag(self, inside):
        return f"{self.open()}{inside}{self.close()}"

    def statement(self, depth):
        value = self.pick(self.text, self.number)(self.random.randrange(3))
        printed = self.pick("{{ ", "{{ ", "{{- ") + value + self.pick(" }}", " }}", " -}}")
        if depth <= 0:
            return printed
        body = self.body(depth - 1)
        self.count += 1
        variable = f"v{self.count}"
        return self.pick(
            printed,
            self.tag(f"if {self.condition(2)}") + body + self.tag("else") + self.body(depth - 1) + self.tag("endif"),
            self.tag(f"if {self.condition(2)}") + body + self.tag("endif"),
            self.tag(f"for {variable} in {self.list(1)}") + "{{ loop.index }}{{ " + variable + " }}" + body
            + self.tag("endfor"),
            self.tag(f"for {variable} in numbers if {variable} > 1") + body + self.tag("else") + "none"
            + self.tag("endfor"),
            self.tag(f"set {variable} = {self.text(1)}") + "{{ " + variable + " }}",
            self.tag(f"set {variable}") + body + self.tag("endset") + "{{ " + variable + " }}",
            self.tag(f"macro {variable}(a, b={self.number(1)})") + "{{ a }}{{ b }}" + body + self.tag("endmacro")
            + "{{ " + variable + "(" + self.text(1) + ") }}",
            self.tag(f"with {variable} = {self.number(1)}") + body + "{{ " + variable + " }}" + self.tag("endwith"),
            self.tag("filter upper") + body + self.tag("endfilter"),
            self.pick("{# note #}", "{#- note -#}", "{% raw %}{{ no }}{% endraw %}"),
        )

    def body(self, depth):
        parts = [self.gap()]
        for _ in range(self.random.randrange(1, 4)):
            parts.append(self.statement(depth))
            parts.append(self.gap())
        return "".join(parts)


def generated(count):
    return [Grammar(seed).body(3) for seed in range(count)]


def jinja_output(template):
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
                                     lstrip_blocks=True, keep_trailing_newline=True,
                                     loader=jinja2.DictLoader({**FILES, "main": template}))
    return environment.get_template("main").render(json.loads(json.dumps(DATA)))


def puebla_results(program, templates):
    cases = [{"templates": {**FILES, "main": one}, "data": DATA} for one in templates]
    done = subprocess.run([program], input=json.dumps(cases), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def compare(program, count):
    failures = 0
    templates = hand_written() + generated(count)
    for template, ours in zip(templates, puebla_results(program, templates)):
        try:
            theirs = {"output": jinja_output(template)}
        except Exception as error:  # a case that Jinja refuses proves nothing
            theirs = {"jinja refuses": str(error)}
        if theirs != ours:
            failures += 1
            print(f"--- {template!r}\n  jinja:  {theirs}\n  puebla: {ours}")
    strict = puebla_results(program, [template for template, _, _ in DIVERGENCES])
    for (template, code, _), ours in zip(DIVERGENCES, strict):
        jinja_output(template)
        if not ours.get("error", "").startswith(code + ":"):
            failures += 1
            print(f"--- {template!r} should be refused with {code}\n  puebla: {ours}")
    print(f"{len(templates) + len(DIVERGENCES)} templates, {failures} differences")
    return failures


if __name__ == "__main__":
    sys.exit(1 if compare(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 400) else 0)
