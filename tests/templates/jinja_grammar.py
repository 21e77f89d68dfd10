"""Makes templates at random, always the same from the same seed, for the comparison with Jinja.

A case is a map from names to templates; "main" is the one that is rendered. Cases come in families,
one for each part of the language. Most cases are right; where a filter meets a value or an argument
that it cannot take, both programs must refuse it.
"""

from jinja_expressions import Expressions

# HTML that macros and the like make; what stands here is not text any more.
PIECE = "{% set piece %}<b>{{ name }}</b>{% endset %}"

# Every filter but those of our own; of these the result is a list.
LISTING = ["sort", "unique", "map", "select", "reject", "selectattr", "rejectattr", "list", "batch", "slice", "items",
           "dictsort", "groupby"]
FILTERS = [*LISTING, "default", "d", "escape", "e", "upper", "lower", "capitalize", "title", "trim", "replace",
           "truncate", "indent", "wordcount", "urlencode", "string", "center", "striptags", "format", "length", "count",
           "first", "last", "join", "reverse", "sum", "min", "max", "attr", "int", "float", "round", "abs"]

# What literals are made of.
ESCAPES = ["\\n", "\\t", "\\\\", "\\'", '\\"', "\\x41", "\\xe9", "\\u00f1", "\\u20ac", "\\U0001F600", "\\101", "\\0",
           "\\60", "\\7", "\\a", "\\b", "\\f", "\\v", "\\r", "\\q", "\\y", "\\ ", "a", "ñ", "<", "{{", "%}", "8", " "]
NUMBERS = ["0", "007", "1_0", "1.50", "1e5", "1E-3", "2.5e+3", "1_0.0_1", "0x1F", "0b101", "0o17", "12.", "1.e3", ".5",
           "00", "1e300", "9223372036854775807", "0xff_ff", "123456789012345", "1__0"]


class Grammar(Expressions):
    # --- expressions by themselves --------------------------------------------------------------

    def arithmetic(self):
        return {"main": PIECE + f"{{{{ {self.whole(3)} }}}} {{{{ {self.real(2)} }}}}"}

    def texts(self):
        return {"main": PIECE + f"{{{{ {self.text(3)} }}}}"}

    def escaping(self):
        place = self.pick("{}", "{}", '<p title="{}">', "<p title='{}'>", "<title>{}</title>", '<a href="/{}">x</a>',
                          "<option>{}</option>")
        value = self.pick(self.text, self.markup, self.markup)(2) if place == "{}" else self.text(2)
        return {"main": PIECE + place.replace("{}", "{{ " + value + " }}")}

    def conditions(self):
        return {"main": PIECE + "".join("{{ 'y' if " + self.condition(3) + " else 'n' }}" for _ in range(3))}

    def lists(self):
        shown = self.pick(self.list_of_texts, self.list_of_wholes)(3)
        return {"main": PIECE + "{% for item in " + shown + " %}[{{ item }}]{% else %}none{% endfor %}"}

    def literals(self):
        quote = self.pick('"', "'")
        text = quote + "".join(self.pick(*ESCAPES) for _ in range(self.random.randrange(1, 6))) + quote
        number = self.pick(*NUMBERS)
        return {"main": self.pick("{{ " + text + " }}", "[{{ " + text + " ~ " + text + " }}]", "{{ " + number + " }}",
                                  "{{ " + number + " - 1 }}", "{{ -" + number + " }}",
                                  "{{ " + number + " ~ " + text + " }}")}

    def filters(self):
        """Every filter on every kind of value, with arguments at random."""
        value = self.pick(self.text(1), self.whole(1), self.real(1), self.markup(1), self.list_of_texts(1),
                          self.list_of_wholes(1), self.map(1), "people", "nothing", "yes", "missing")
        name = self.pick(*FILTERS)
        if name in ("reverse", "last"):
            value = f"({value}) | list"
        arguments = [self.pick(self.text(0), self.whole(0), self.markup(0), "none", "true", "numbers", "'name'",
                               "'age'", "'abs'", "'odd'") for _ in range(self.pick(0, 0, 0, 1, 1, 2))]
        call = name + (f"({', '.join(arguments)})" if arguments else self.pick("", "", "()"))
        end = " | list | length" if name in LISTING else ""
        return {"main": PIECE + "{{ (" + value + ") | " + call + end + " }}"}

    def groups(self):
        """Loops that take pairs apart, and rows of rows."""
        return {"main": self.pick(self.rows, self.pairs, self.grouped, self.parts_of_maps, self.sums)()}

    def rows(self):
        items = self.pick(self.list_of_wholes, self.list_of_texts)(1)
        how = self.pick("batch(2)", "batch(3, 'f')", "slice(2)", "slice(3, 'f')", "batch(linecount=1)")
        row = "{% for item in row %}{{ item }}{{ ',' if not loop.last else '' }}{% endfor %}"
        return "{% for row in " + items + " | " + how + " %}[" + row + "]{% endfor %}"

    def pairs(self):
        flag = self.pick("true", "false")
        pairs = self.pick(f"{self.map(1)} | dictsort", f"{self.map(0)} | dictsort({flag})",
                          f"{{'b': 2, 'a': 1, 'c': 3}} | dictsort(by='value', reverse={flag})",
                          f"{{'b': 2, 'a': 1, 'c': 3}} | dictsort({flag}, 'value')", f"{self.map(1)}.items()",
                          f"{self.map(1)} | items", "[[1, 2], ['x', 'y']]",
                          "people | map(attribute='home') | map('items') | map('first')")
        return "{% for a, b in " + pairs + " %}{{ a }}={{ b if b is not mapping else 'map' }};{% endfor %}"

    def grouped(self):
        attribute = self.pick("'group'", "'age'", "'home.city'", "'name', case_sensitive=true", "'nick', default='zz'",
                              "'home.city', '-', true")
        loop, body = self.pick(
            ("key, members", "{{ key }}:{{ members | map(attribute='name') | join('+') }};"),
            ("g", "{{ g.grouper }}{{ g.list | length }}{{ (g.list | first).name }}"))
        return "{% for " + loop + " in people | groupby(" + attribute + ") %}" + body + "{% endfor %}"

    def parts_of_maps(self):
        values = "{{ " + self.map(1) + ".values() | map('string') | join(',') }}"
        return values + "{{ " + self.map(0) + ".get('a', " + self.text(0) + ") | string }}"

    def sums(self):
        members = "people | map(attribute='" + self.pick("age", "name", "home.city") + "')"
        one = self.pick("min", "max", "first", "list | last")
        person = self.pick("min", "max") + "(attribute='" + self.pick("age", "name", "home.city") + "')"
        total = "{{ people | sum(attribute='age') }}"
        return total + "{{ " + members + " | " + one + " }}{{ (people | " + person + ").name }}"

    # --- white space ----------------------------------------------------------------------------

    def gap(self):
        return self.pick("", " ", "\n", "\n  ", "  \n", "text", "\t", " \n \n", "\n\n", "é ", "\r\n", "x  ")

    def tag(self, inside):
        begin = self.pick("{% ", "{% ", "{%- ", "{%+ ", "{%")
        return begin + inside + self.pick(" %}", " %}", " -%}", " +%}", "%}", "\n%}")

    def output(self, inside):
        return self.pick("{{ ", "{{ ", "{{- ", "{{") + inside + self.pick(" }}", " }}", " -}}", "}}", "\n}}")

    def white_space(self):
        parts = [self.gap()]
        for _ in range(self.random.randrange(1, 6)):
            parts += [self.white_space_around(self.random.randrange(3)), self.gap()]
        return {"main": "".join(parts)}

    def white_space_around(self, depth):
        inner = self.gap() + (self.white_space_around(depth - 1) if depth > 0 else self.output("1")) + self.gap()
        otherwise = self.tag("else") + self.pick(inner, self.gap())
        macro = self.tag("macro m()") + inner + self.pick("", "{{ caller() if caller is defined else '' }}")
        return self.pick(
            self.output("name"), self.output('"  x\\n"'), self.tag("set v = 1"), self.tag('include "plain"'),
            self.tag('import "macros" as h'), self.tag('from "macros" import hi'),
            self.pick("{# note #}", "{#- note -#}", "{#+ note +#}", "{# two\nlines #}", "{##}", "{# {{ x }} {% #}"),
            self.tag("if yes") + inner + self.tag("endif"),
            self.tag("if no") + inner + self.tag("elif yes") + self.gap() + otherwise + self.tag("endif"),
            self.tag("for n in [1, 2]") + inner + self.tag("endfor"),
            self.tag("for n in []") + inner + otherwise + self.tag("endfor"),
            self.tag("set v") + inner + self.tag("endset") + "{{ v }}",
            self.tag("with w = 1") + inner + self.tag("endwith"),
            self.tag("filter upper") + inner + self.tag("endfilter"),
            macro + self.tag("endmacro") + "{{ m() }}",
            macro + "{{ caller() }}" + self.tag("endmacro") + self.tag("call m()") + inner + self.tag("endcall"),
            self.pick("{% raw %}", "{%- raw -%}", "{%raw%}") + self.gap() + self.pick("{{ no }}", "{% if %}", "{#")
            + self.gap() + self.tag("endraw"))

    # --- scopes ---------------------------------------------------------------------------------

    def scopes(self):
        self.made = 0
        return {"main": self.scope_body(3, True), "peeks": self.peek(),
                "changes": "{% set a = 'changed' %}{% set d = 'new' %}" + self.peek()}

    def peek(self):
        return "[" + ".".join("{{ " + name + " | default('-') }}" for name in ("a", "b", "c")) + "]"

    def scope_body(self, depth, plain):
        return "".join(self.scope_statement(depth, plain) for _ in range(self.random.randrange(1, 4))) + self.peek()

    def scope_statement(self, depth, plain):
        """Sets or shows a, b or c. Plain is what goes straight into the page: only there may blocks stand."""
        name, other = self.pick("a", "b", "c"), self.pick("a", "b", "c")
        value = self.pick("1", "'t'", "name", "'<'", "2.5", f"{other} | default('none')",
                          f"({name} | default('')) ~ '+'")
        if depth <= 0 or self.chance(0.25):
            shown = "{{ " + ("d" if name == other else other) + " | default('-') }}"
            return self.pick(f"{{% set {name} = {value} %}}", f"{{% set {name}, {other} = [1, {value}] %}}",
                             f"{{% set {name} %}}({shown}){{% endset %}}", self.peek(), '{% include "peeks" %}',
                             '{% include "changes" %}', '{% include "peeks" without context %}' if plain else "")

        def body(inside=plain):
            return self.scope_body(depth - 1, inside)

        self.made += 1
        macro = f"m{self.made}"
        holds = self.pick("yes", "no", name + " is defined")
        statements = [
            lambda: f"{{% if {holds} %}}{body()}{{% else %}}{body()}{{% endif %}}",
            lambda: f"{{% for {name} in ['p', 'q'] %}}{body()}{{{{ loop.index }}}}{{% endfor %}}",
            lambda: f"{{% for x in ['p', 'q'] %}}{body()}{{% endfor %}}",
            lambda: f"{{% for x in [] %}}{{% else %}}{body()}{{% endfor %}}",
            lambda: f"{{% for {name} in [1, 2, 3] if {name} is odd %}}{body()}{{% endfor %}}",
            lambda: f"{{% with {name} = {value} %}}{body()}{{% endwith %}}",
            lambda: f"{{% with %}}{body()}{{% endwith %}}",
            lambda: f"{{% filter upper %}}{body(False)}{{% endfilter %}}",
            lambda: f"{{% macro {macro}({name}=1) %}}{body(False)}{{% endmacro %}}"
                    f"{{{{ {macro}() }}}}{{{{ {macro}({value}) }}}}",
            lambda: f"{{% macro {macro}({name}) %}}{self.peek()}{{{{ caller('&') }}}}{{% endmacro %}}"
                    f"{{% call({other}) {macro}({value}) %}}{body(False)}{{% endcall %}}",
            lambda: f"{{% set ns = namespace({name}=1) %}}"
                    f"{{% for x in [1, 2] %}}{{% set ns.{name} = ns.{name} + x %}}{{% endfor %}}{{{{ ns.{name} }}}}"]
        if plain:
            # What a block reads in an inner scope before it sets it is a listed difference.
            block = self.peek() + f"{{% set {name} = {value} %}}" + self.peek() + '{% include "peeks" %}'
            statements += 2 * [lambda: f"{{% block b{self.made} %}}{block}{{% endblock %}}"]
        return self.pick(*statements)()

    # --- loops ----------------------------------------------------------------------------------

    def loops(self):
        return {"main": PIECE + self.loop(3, 0)}

    def loop(self, depth, level):
        items = self.pick(self.list_of_wholes(1), self.list_of_texts(1), "'abc'", "numbers", "page.tags", "empty")
        variable = f"v{level}"
        chosen = self.pick("", "", "", f" if {variable} is string", f" if {variable} != 1", f" if {variable} != 'x'",
                           f" if {self.condition(1)}")
        shows = ["{{ loop.index }}", "{{ loop.index0 }}", "{{ loop.revindex }}", "{{ loop.revindex0 }}",
                 "{{ loop.length }}", "{{ loop.depth }}", "{{ loop.depth0 }}", "{{ loop.cycle('o', 'e') }}",
                 "{{ 'F' if loop.first else '' }}{{ 'L' if loop.last else '' }}", "{% if not loop.last %}, {% endif %}",
                 "{{ loop.previtem | default('^') }}", "{{ loop.nextitem | default('$') }}",
                 "{{ 'C' if loop.changed(" + variable + ") else '=' }}", "{{ " + variable + " }}",
                 "{% include 'shows_loop' %}{{ loop.index }}"]
        body = "".join(self.pick(*shows) for _ in range(self.random.randrange(1, 4)))
        if depth > 1:
            keeps = self.chance(0.4)
            body += f"{{% set o{level} = loop %}}" if keeps else ""
            body += "(" + self.loop(depth - 1, level + 1) + ")"
            body += f"{{{{ o{level}.index }}}}" if keeps else ""
            body += self.pick(*shows)
        otherwise = self.pick("", "{% else %}none", "{% else %}{{ name }}")
        return f"{{% for {variable} in {items}{chosen} %}}{body}{otherwise}{{% endfor %}}"

    # --- several templates ----------------------------------------------------------------------

    def inheritance(self):
        blocks = ["p", "q", "r"]
        files = {"root": self.layout(blocks)}
        above = "root"
        for name in self.pick([], ["between"], ["between", "further"]):
            files[name] = self.child(above, blocks)
            above = name
        files["main"] = self.child(above, blocks)
        return files

    def layout(self, blocks):
        parts = [self.pick("", "{% set top = 'T' %}"), self.gap()]
        for name in blocks:
            begin = self.tag(f"block {name}" + self.pick("", "", " scoped"))
            block = begin + self.block_body(False) + self.tag("endblock" + self.pick("", " " + name))
            if self.chance(0.25):
                block = "{% for item in ['i', 'j'] %}" + block + "{% endfor %}"
            parts += [block, self.gap()]
        parts.append(self.pick("", "", "{{ self." + self.pick(*blocks) + "() }}"))
        return "".join(parts)

    def child(self, above, blocks):
        parts = [self.pick("", "{# note #}\n", "not printed"), "{% extends '" + above + "' %}", self.gap(),
                 self.pick("", "", "{% set top = 'C' %}", "{% import 'macros' as h %}",
                           "{% macro own(x) %}<b>{{ x }}</b>{% endmacro %}")]
        for name in blocks:
            if self.chance(0.6):
                parts.append(self.tag(f"block {name}") + self.block_body(True) + self.tag("endblock"))
        return "".join(parts) + "not printed"

    def block_body(self, has_above):
        shows = ["{{ name }}", "{{ top | default('-') }}", "{{ item | default('-') }}", "text",
                 "{% for n in numbers %}{{ n }}{% endfor %}", "{% set top = 'inner' %}{{ top }}",
                 "{{ h.hi('x') if h is defined else '' }}", "{% if yes %}Y{% endif %}",
                 "{{ own('o') if own is defined else '' }}"]
        if has_above:
            shows += ["{{ super() }}", "<i>{{ super() }}</i>", "{{ super() | upper }}",
                      "{% set s = super() %}{{ s }}{{ s | length }}"]
        inner = "".join(self.pick(*shows) for _ in range(self.random.randrange(1, 4)))
        return self.gap() + inner + self.gap()

    def macros(self):
        parameters = self.pick(["a"], ["a", "b"], ["a", "b", "c"])
        calls = "".join(self.macro_call(parameters) for _ in range(self.random.randrange(1, 4)))
        macro = "{% macro m(" + self.signature(parameters) + ") %}" + self.macro_body(parameters) + "{% endmacro %}"
        begin = PIECE + "{% set top = 't' %}"
        if self.chance(0.6):
            return {"main": begin + macro + calls}
        how = self.pick("{% from 'lib' import m %}", "{% from 'lib' import m with context %}",
                        "{% import 'lib' as l with context %}{% set m = l.m %}")
        return {"lib": macro, "main": begin + how + calls}

    def signature(self, parameters):
        first_default = self.random.randrange(len(parameters) + 1)
        parts = []
        for i, name in enumerate(parameters):
            value = self.pick("1", "'<d>'", "[1, 2] | join", "a" if i > 0 else "2")
            parts.append(name if i < first_default else f"{name}={value}")
        return ", ".join(parts)

    def macro_body(self, parameters):
        return "".join(self.pick("{{ a }}", "{{ " + name + " | default('-') }}", "<i>", "{{ name }}",
                                 "{{ caller() if caller is defined else '' }}", "{{ top | default('-') }}",
                                 "{% if " + name + " is defined %}!{% endif %}", "{% set a = 'changed' %}{{ a }}")
                       for name in [*parameters, "a"])

    def macro_call(self, parameters):
        values = [self.anything(1) for _ in range(self.random.randrange(1, len(parameters) + 1))]
        values += [f"{name}={self.anything(0)}" for name in parameters[len(values):] if self.chance(0.4)]
        call = "m(" + ", ".join(values) + ")"
        name = self.pick("upper", "length", "striptags", "e", "trim")
        return self.pick("{{ " + call + " }}", "{{ " + call + " | " + name + " }}", "{{ '&' ~ " + call + " }}",
                         "{% call " + call + " %}in {{ name }}{% endcall %}", "{% set s = " + call + " %}{{ s }}",
                         "{% for x in [1, 2] %}{{ " + call + " }}{% endfor %}")

    # --- all together ---------------------------------------------------------------------------

    def everything(self):
        self.made = 0
        return {"main": PIECE + self.body(3)}

    def body(self, depth):
        parts = [self.gap()]
        for _ in range(self.random.randrange(1, 4)):
            parts += [self.statement(depth), self.gap()]
        return "".join(parts)

    def statement(self, depth):
        printed = self.output(self.pick(self.text, self.number)(self.random.randrange(3)))
        if depth <= 0:
            return printed
        body = self.body(depth - 1)
        self.made += 1
        variable = f"v{self.made}"
        shown = "{{ " + variable + " }}"
        return self.pick(
            printed,
            self.tag(f"if {self.condition(2)}") + body + self.tag("else") + self.body(depth - 1) + self.tag("endif"),
            self.tag(f"if {self.condition(2)}") + body + self.tag("endif"),
            self.tag(f"for {variable} in {self.list_of_texts(1)}") + "{{ loop.index }}" + shown + body
            + self.tag("endfor"),
            self.tag(f"for {variable} in numbers if {variable} > 1") + body + self.tag("else") + self.tag("endfor"),
            self.tag(f"set {variable} = {self.text(1)}") + shown,
            self.tag(f"set {variable}") + body + self.tag("endset") + shown,
            self.tag(f"macro {variable}(a, b={self.whole(1)})") + "{{ a }}{{ b }}" + body + self.tag("endmacro")
            + "{{ " + variable + "(" + self.text(1) + ") }}",
            self.tag(f"with {variable} = {self.number(1)}") + body + shown + self.tag("endwith"),
            self.tag("filter upper") + body + self.tag("endfilter"),
            self.pick("{# note #}", "{#- note -#}", "{% raw %}{{ no }}{% endraw %}"))


# Family → how many of a thousand cases.
FAMILIES = {"arithmetic": 90, "texts": 120, "escaping": 110, "conditions": 100, "lists": 100, "groups": 40,
            "filters": 50, "literals": 40, "white_space": 90, "scopes": 70, "loops": 60, "inheritance": 60,
            "macros": 60, "everything": 10}


def generated(count):
    """(family, case) pairs, about `count` of them."""
    for family, share in FAMILIES.items():
        for number in range(max(1, count * share // 1000)):
            yield family, getattr(Grammar(f"{family} {number}"), family)()
