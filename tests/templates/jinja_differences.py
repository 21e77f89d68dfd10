"""Where Puebla is meant to differ from Jinja, each time with the reason.

REFUSED and OTHERWISE are single templates. For templates made at random there are rules: those by
which we are stricter are given to a Jinja of its own, StrictJinja, which must then refuse as well;
those by which we are more generous are known by what Jinja says when it refuses.
"""

import collections.abc
import functools
import re
import unittest.mock

import jinja2
import jinja2.nodes
import jinja2.runtime
import jinja2.sandbox

# Template, the code with which we refuse it while Jinja renders it, and why.
REFUSED = [
    ("{{ yes }}", "unprintable-value", "a reader never wants to see True"),
    ("{{ nothing }}", "unprintable-value", "a reader never wants to see None"),
    ("{{ numbers }}", "unprintable-value", "a list in Python's spelling is no text"),
    ("{{ page }}", "unprintable-value", "a map in Python's spelling is no text"),
    ("{{ range(3) }}", "unprintable-value", "a range is a list"),
    ("{{ (1, 2) }}", "unprintable-value", "a tuple is a list"),
    ("{{ numbers | map('string') }}", "unprintable-value", "what a filter makes of a list is a list"),
    ("{{ yes ~ 'x' }}", "unprintable-value", "the same when joined with ~"),
    ("{{ [yes] | join }}", "unprintable-value", "the same when joined with join"),
    ("{{ yes | upper }}", "unprintable-value", "the same in filters for texts"),
    ("{{ nothing | string }}", "unprintable-value", "the same in filters for texts"),
    ("{{ nothing | select | list | length }}", "template-type", "none is no list"),
    ("{{ [[1], [2]] | sum(start=[]) | length }}", "template-type", "sum adds numbers; + joins two lists"),
    ("{{ 'ab' | indent(true) }}", "template-type", "true is no width"),
    ("{{ 'x' if no }}", "else-missing", "a choice says what to take otherwise"),
    ("{{ markup | safe }}", "unknown-filter", "only the generator makes HTML"),
    ("{% autoescape false %}x{% endautoescape %}", "template-syntax", "escaping cannot be turned off"),
    ("{% set a = missing %}x", "unknown-variable", "a missing name is reported where it is read"),
    ("{{ [missing] | length }}", "unknown-variable", "the same in a list"),
    ("{{ 2 ** 64 }}", "template-type", "whole numbers have 64 bits"),
    ("{{ 9223372036854775807 + 1 }}", "template-type", "whole numbers have 64 bits"),
    ("{{ '99999999999999999999' | int }}", "template-type", "whole numbers have 64 bits"),
    ("{{ 1e22 | int }}", "template-type", "whole numbers have 64 bits"),
    ("{{ 99999999999999999999 }}", "template-syntax", "whole numbers have 64 bits"),
    ("{{ 1e400 }}", "template-syntax", "numbers are finite"),
    ("{{ '\\N{EM DASH}' }}", "template-syntax", "characters are written themselves or by number"),
    ("{% set año = 1 %}{{ año }}", "template-syntax", "names have ASCII letters, as the fields of records"),
    ("{{ 'abc'.upper() }}", "unknown-function", "texts have few functions; there are filters"),
    ("{% macro m(a=missing) %}x{% endmacro %}{{ m() }}", "unknown-variable", "the same in a default"),
    ("{% for n in [1] recursive %}{{ n }}{% endfor %}", "template-syntax", "a macro that calls itself does it"),
    ("{% macro m() %}{{ varargs | length }}{% endmacro %}{{ m(1) }}", "template-type", "arguments have names"),
    ("{% macro m() %}{% block b %}{% endblock %}{% endmacro %}", "template-syntax",
     "Jinja prints a generator there"),
    ("{{ 'a' * 40000000 }}", "template-limit", "a page has a bound, and all that is made for one"),
    ("{{ range(200000) | length }}", "template-limit", "the same for lists of numbers"),
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

# Template, what we print where Jinja prints something else or nothing at all, and why.
OTHERWISE = [
    ("{{ {'items': 'mine'}.items }}", "mine", "a member of a map wins over its function of that name"),
    ("{{ '\u00a0x ' | trim }}|{{ 'a\u00a0b'.split() | length }}", "\u00a0x|1",
     "a no-break space is content, not white space"),
    ("{{ 'y' if 'É' is upper else 'n' }}", "n", "lower and upper look at ASCII letters only"),
    ("{{ markup | e | reverse }}",
     ";tg&amp;b/;tl&amp;;93#&amp;ti;93#&amp; ;pma&amp; ;43#&amp;dlob;43#&amp;;tg&amp;b;tl&amp;",
     "HTML backwards is no HTML: it is escaped"),
    ("{{ ('<b>' | e)[1:] }}", "lt;b&amp;gt;", "nor is a piece cut out of HTML"),
    ("{{ (('a b' | e) ~ '<').split() | join('+') }}", "a+b&amp;lt;", "nor are the pieces of a split"),
    ("{{ {'a': 1} | attr('a') }}", "1", "attr reads a member of a map, which has nothing else"),
    ("{{ '&eacute;&lt;' | striptags }}", "&amp;eacute;&lt;", "striptags turns back only what escape writes"),
    ("{{ ('<' | e) ~ 'x' }}", "&lt;x", "Jinja forgets that constants joined beforehand are HTML"),
    ("{% set c = 'x' %}{% block b %}{% set c %}{{ c | default('-') }}!{% endset %}{{ c }}{% endblock %}", "x!",
     "a set block sees the variable that it replaces"),
    ("{% set c = 'x' %}{% block b %}{% filter upper %}{{ c | d('-') }}{% endfilter %}{% set c = 1 %}{% endblock %}", "X",
     "a block sees the variables of the top until it sets its own"),
    ("{{ numbers | select('odd') | length }}", "2", "what a filter makes of a list has a length"),
    ("{{ numbers | map('string') | last }}", "4", "and an end"),
    ("{{ ([{'a': 1}, {'a': 1}] | unique | list | length) }}", "1", "unique compares lists and maps too"),
    ("{{ 12345 | truncate(3, true, '', 0) }}", "123", "numbers are texts in every filter for texts"),
    ("{% raw +%}\n{{ x }}{% endraw %}", "\n{{ x }}", "raw keeps a line feed as other tags do"),
    ("{% filter upper %}a{% include 'plain' without context %}{% endfilter %}", "APLAIN FILE\n",
     "Jinja prints the include before the filter's text"),
    ("{% for n in [1, 2] %}{{ loop.index }}{% for m in 'ab' %}{% include 'shows_loop' %}{% endfor %}{% endfor %}",
     "1[1/2][2/2]2[1/2][2/2]", "an include sees the innermost loop, used or not"),
]

# What Jinja says when it refuses a template that we render, and why we do.
GENEROUS = [
    (r"object is not reversible|has no len\(\)|is not subscriptable|has no element|generator",
     "what a filter makes of a list is a list"),
    (r"can't sum strings", "an empty list has the sum it starts with"),
    (r"'(int|float)' object is not iterable|unsupported operand type\(s\) for \+=: '(int|float)' and 'str'",
     "numbers are texts in every filter for texts"),
    (r"cannot be interpreted as an integer", "any value is true or false"),
    (r"unhashable type", "unique compares lists and maps too"),
    (r"unknown tag 'raw'", "raw keeps a line feed with + as other tags do"),
]


class Stricter(Exception):
    """Refused by a rule of ours; the text is the reason."""


NO_TEXT = "true, false, none, lists and maps are not printed, joined or changed as texts"
NO_LIST = "filters for lists take lists, maps and texts"
NO_NUMBER = "whole numbers have 64 bits, and lengths are whole numbers"
NO_NAME = "names of variables, filters and tests must exist even where nothing needs them"

FOR_TEXTS = ["escape", "e", "upper", "lower", "capitalize", "title", "trim", "replace", "truncate", "indent",
             "wordcount",
             "urlencode", "string", "center", "striptags", "format"]
FOR_LISTS = ["first", "last", "join", "sort", "reverse", "unique", "groupby", "map", "select", "reject",
             "selectattr",
             "rejectattr", "list", "sum", "min", "max", "batch", "slice"]


def has_text(value):
    return isinstance(value, (str, int, float, jinja2.Undefined)) and not isinstance(value, bool)


@jinja2.pass_context  # so that Jinja does not print constants beforehand
def demand_printable(_context, value):
    return demand_text(value)


def demand_text(value):
    if not has_text(value):
        raise Stricter(NO_TEXT)
    return demand_64_bits(value)


def demand_64_bits(value):
    if isinstance(value, int) and abs(value) >= 2 ** 63:
        raise Stricter(NO_NUMBER)
    return value


def demand_texts(values):
    values = list(values)
    for value in values:
        demand_text(value)
    return values


def checked(environment, name):
    """The filter of that name, refusing what ours refuses."""
    real = environment.filters[name]

    @functools.wraps(real)
    def strict(*arguments, **named):
        own = (jinja2.Environment, jinja2.nodes.EvalContext, jinja2.runtime.Context)
        values = [value for value in arguments if not isinstance(value, own)]
        value, rest = values[0], [*values[1:], *named.values()]
        if name in FOR_TEXTS and not (name == "urlencode" and isinstance(value, dict)):
            demand_text(value)
            if name in ("format", "replace", "trim"):
                demand_texts(rest)
            if name == "format" and any(isinstance(one, float) and abs(one) >= 9.2e18 for one in rest):
                raise Stricter(NO_NUMBER)
        elif name == "items" and isinstance(value, jinja2.Undefined):
            raise Stricter(NO_NAME)
        elif name in FOR_LISTS and not isinstance(value, collections.abc.Iterable):
            raise Stricter(NO_LIST)
        elif name == "map" and not values[1:] and not named:
            raise Stricter(NO_NAME)
        elif name in ("map", "select", "reject") and values[1:]:
            if values[1] not in (environment.filters if name == "map" else environment.tests):
                raise Stricter(NO_NAME)
        elif name == "join":
            arguments = [items if argument is value else argument
                         for items in [list(value)] for argument in arguments]
            demand_texts(rest[:1])
            if len(rest) < 2 and "attribute" not in named:
                demand_texts(next(a for a in arguments if isinstance(a, list)))
        if name in ("truncate", "indent", "center", "batch", "slice", "round"):
            if any(type(one) is not int and not (name == "indent" and isinstance(one, str)) for one in values[1:2]):
                raise Stricter(NO_NUMBER)
        if name == "int" and any(type(one) is not int for one in values[2:3]):
            raise Stricter(NO_NUMBER)
        return demand_64_bits(real(*arguments, **named))

    return strict


class CheckedNumbers(jinja2.sandbox.SandboxedEnvironment):
    intercepted_binops = frozenset(["+", "-", "*", "//", "%", "**"])

    def call_binop(self, context, operator, left, right):
        return demand_64_bits(super().call_binop(context, operator, left, right))


class StrictJinja:
    """A Jinja with our rules about values."""

    def __init__(self, **options):
        self.environment = CheckedNumbers(**options, finalize=demand_printable, optimized=False)
        for name in [*FOR_TEXTS, *FOR_LISTS, "int", "items", "round"]:
            self.environment.filters[name] = checked(self.environment, name)

    def reason_to_refuse(self, loader, data):
        """Why one of our rules refuses "main", or nothing."""
        real = jinja2.runtime.markup_join
        with unittest.mock.patch.object(jinja2.runtime, "markup_join", lambda parts: real(demand_texts(parts))):
            try:
                self.environment.overlay(loader=loader).get_template("main").render(data)
            except Stricter as reason:
                return str(reason)
            except Exception:
                return None
        return None


def reason_to_render(refusal):
    """Why we render what Jinja refuses with those words, or nothing."""
    return next((reason for words, reason in GENEROUS if re.search(words, refusal)), None)
