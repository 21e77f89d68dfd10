"""Makes expressions at random, always the same from the same seed, for the comparison with Jinja.

Most are right. The names are those of the referee's DATA, and `piece` is HTML.
"""

import random

# Values of every kind, as a template writes them.
TEXTS = ['"a<b"', "name", '"  pad "', '"It\'s"', "page.title", "page.tags[1]", '"x y z"', '""', '"é"', '"42"', '" 7 "',
         '"4.7"', '"Straße & Köln"', '"ñandú ÑANDÚ"', '"one two, three-four (five)"', '"a\\nb\\n\\nc\\n"',
         '"日本語 text"', '"e\\u0301 x"', '"😀 smile"', '"%s|%s"', '"&amp; &lt;"', '"<b>bold</b> <i>x"', '"ﬁne"',
         '"ΟΔΟΣ"', "link", '"\\tq\\t"', '"MiXeD cAsE"', "people[0].home.city"]
MARKUPS = ["markup | e", "name | e", "piece", "(empty | join | e)", "(link | e)"]
WHOLES = ["0", "1", "2", "3", "7", "-1", "-7", "10", "12", "-2", "1_000", "numbers[0]", "numbers | length",
          "people[1].age"]
REALS = ["0.5", "-0.5", "1.5", "2.5", "-2.5", "3.0", "0.1", "1e3", "7.25", "-7.75", "1e-7", "1e16", "1e22",
         "123456.789"]
LISTS_OF_TEXTS = ["page.tags", '["b", "A", "c", "a"]', "(people | map(attribute='name') | list)", '["<", "&", "x"]',
                  '"çab" | list', '["x", "a&b", " "]']
LISTS_OF_WHOLES = ["numbers", "empty", "range(3)", "[3, 1, 2]", "range(5, -5, -3)", "[0, 0, 1]", "[-1, 10, 2]"]
MAPS = ["page.deep", '{"b": 1, "a": 2, "C": 0}', "{}", '{"é": "x", "e": "y"}', "page.deep.er"]


class Expressions:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    def whole(self, depth):
        if depth <= 0:
            return self.pick(*WHOLES)
        a, b = self.whole(depth - 1), self.whole(depth - 2)
        return self.pick(f"({a}) + {b}", f"({a}) - {b}", f"({a}) * {b}", f"({a}) // {b}", f"({a}) % {b}", f"-({a})",
                         f"({a}) | abs", f"[{a}, {b}] | max", f"[{a}, {b}] | min", f"[{a}, {b}] | sum",
                         f"({self.text(depth - 1)}) | length", f"({self.real(depth - 1)}) | int",
                         f"({self.text(depth - 1)}) | int({b})",
                         f"({a} if {self.condition(depth - 1)} else {b})", f"({self.text(depth - 1)}) | wordcount",
                         f"({a}) ** {self.pick('0', '1', '2', '3')}", f"+({a})", f"({a}) | round(-1)",
                         f"({self.list_of_wholes(depth - 1)}) | sum", f"{a} - {b} * 2 + 1", f"{a} + {b} // 2 % 3")

    def real(self, depth):
        if depth <= 0:
            return self.random.choice(REALS)
        a, b = self.real(depth - 1), self.pick(self.real, self.whole)(depth - 2)
        return self.pick(f"({a}) + {b}", f"({a}) - {b}", f"({a}) * {b}", f"({a}) // {b}", f"({a}) % {b}", f"-({a})",
                         f"({a}) / {b}",
                         f"({self.whole(depth - 1)}) / {b}", f"({a}) | abs",
                         f"({a}) | round({self.pick('0', '1', '2', '3', '-1')})",
                         f"({a}) | round({self.pick('0', '1', '2')}, '{self.pick('ceil', 'floor', 'common')}')",
                         f"({self.text(depth - 1)}) | float", f"[{a}, {b}] | sum", f"[{a}, {b}] | max",
                         f"({a}) ** 2",
                         f"({self.whole(depth - 1)}) | float")

    def number(self, depth):
        return self.pick(self.whole, self.whole, self.real)(depth)

    def text(self, depth):
        if depth <= 0:
            return self.random.choice(TEXTS)
        a, b = self.text(depth - 1), self.text(depth - 2)
        return self.pick(f"({a}) ~ ({b})", f"({a}) + ({b})", f"({a}) ~ ({self.number(depth - 1)})",
                         f"({self.plain(a)}){self.slice()}",
                         f"({a} if {self.condition(depth - 1)} else {b})",
                         f"({a}) * {self.pick('0', '1', '2', '-1')}",
                         f"({a}) | {self.text_filter(depth - 1)}",
                         f"({a}) | {self.text_filter(depth - 1)} | {self.text_filter(0)}",
                         f"({self.list_of_texts(depth - 1)}) | join({self.text(0)})",
                         f"({self.list_of_texts(depth - 1)}) | join",
                         f"({self.list_of_wholes(depth - 1)}) | join('-')", f"({self.whole(depth - 1)}) | string",
                         f"({a}) or ({b})", f"({a}) and ({b})",
                         f"({self.list_of_texts(depth - 1)}) | first | default('none')",
                         f"({self.list_of_texts(depth - 1)}) | list | last | default('none')",
                         f"({self.plain(a)}).split({self.text(0)}) | join('/')",
                         f"({self.plain(a)}).split() | join('|')", f"({self.plain(a)}) | reverse",
                         f'"%s: %s" | format({a}, {b})',
                         f'"{self.pattern("s")}" | format({a})',
                         f'"{self.pattern("dixXo")}" | format({self.whole(depth - 1)})',
                         f'"{self.pattern("deEfFgG")}" | format({self.number(depth - 1)})')

    def pattern(self, kinds):
        flags = self.pick("", "", "-", "0", "+", " ", "#", "-0", "+0")
        width, precision = self.pick("", "", "3", "8", "12"), self.pick("", "", ".0", ".2", ".5")
        return "é %" + flags + width + precision + self.pick(*kinds) + "!%%"

    def plain(self, text):
        """The text as a text even where it is HTML: pieces of HTML are a listed difference."""
        return f'"%s" | format({text})'

    def markup(self, depth):
        if depth <= 0:
            return self.random.choice(MARKUPS)
        a, b = self.markup(depth - 1), self.pick(self.text, self.markup)(depth - 2)
        return self.pick(f"({a}) ~ ({b})", f"({b}) ~ ({a})", f"({a}) + ({b})", f"({b}) + ({a})",
                         f"({self.text(depth - 1)}) | e",
                         f"[{a}, {b}] | join({self.pick(self.text, self.markup)(0)})",
                         f"[{b}, 'x', {a}] | map('trim') | join('&')", f"({a}) * 2",
                         f"({a}) | {self.text_filter(depth - 1)}",
                         f"({b} if {self.condition(depth - 1)} else {a})",
                         f"({a}) | {self.text_filter(0)} | {self.text_filter(0)}",
                         f"({b}) | replace({self.text(0)}, {a})", f"({a}) | default({b}, true)")

    def text_filter(self, depth):
        """A filter for a text, with arguments that it mostly takes."""
        argument = self.pick(self.text, self.markup)(depth - 1)
        small = self.pick("0", "1", "2", "3", "5", "8", "20")
        flag = self.pick("true", "false")
        return self.pick(
            "upper", "lower", "capitalize", "title", "trim", f"trim({argument})",
            f"replace({argument}, {self.text(0)})",
            f"replace({self.text(0)}, {argument}, {self.pick('0', '1', '2')})", f"truncate({small})",
            f"truncate({small}, {flag})",
            f"truncate({small}, {flag}, {self.text(0)})", f"truncate({small}, {flag}, '…', {self.pick('0', '2')})",
            f"truncate(length={small}, leeway=0)", "indent", f"indent({small})", f"indent({small}, {flag})",
            f"indent({small}, blank={flag})",
            f"indent({self.pick(repr('> '), repr('<'))}, {flag})", "urlencode", "string", f"center({small})",
            "striptags", "escape", "e",
            f"default({argument})", f"default({argument}, {flag})", "d", "list | join", "length", "wordcount",
            "list | first | default('-')", "list | last | default('-')", "list | sort | join", "unique | join('.')",
            f"format({argument})", "int", "float")

    def list_of_texts(self, depth):
        if depth <= 0:
            return self.random.choice(LISTS_OF_TEXTS)
        a = self.list_of_texts(depth - 1)
        flag = self.pick("true", "false")
        return self.pick(f"({a}) | reverse", f"({a}) | sort", f"({a}) | sort(reverse={flag})",
                         f"({a}) | sort({flag}, {self.pick('true', 'false')})",
                         f"({a}) | unique", f"({a}) | unique({flag})",
                         f"({a}) | map('{self.pick('upper', 'trim', 'e', 'string', 'title')}')",
                         f"({a}) | list", f"(({a}) | list){self.slice()}",
                         f"[{self.text(depth - 1)}, {self.text(depth - 2)}]",
                         f"({a}) | select", f"({a}) | reject('in', {self.text(0)})",
                         f"({a}) | select('eq', {self.text(0)})",
                         f"({a}) | map('replace', {self.text(0)}, {self.text(0)})",
                         f"(({a}) | list) + [{self.text(0)}]",
                         f"({self.map(0)}) | list", f"({self.map(0)}).keys()",
                         f"people | map(attribute='{self.pick('name', 'group', 'home.city')}')",
                         f"people | map(attribute='nick', default={self.text(0)})",
                         f"({self.list_of_wholes(depth - 1)}) | map('string')",
                         f"(({a}) | list) * {self.pick('0', '1', '2')}",
                         f"({self.plain(self.text(depth - 1))}).split({self.text(0)})")

    def list_of_wholes(self, depth):
        if depth <= 0:
            return self.random.choice(LISTS_OF_WHOLES)
        a = self.list_of_wholes(depth - 1)
        flag = self.pick("true", "false")
        small = self.pick("0", "1", "2", "-1", "3")
        return self.pick(f"({a}) | sort", f"({a}) | sort({flag})", f"({a}) | reverse", f"({a}) | unique",
                         f"(({a}) | list){self.slice()}",
                         f"({a}) | select('{self.pick('odd', 'even')}')",
                         f"({a}) | reject('divisibleby', {self.pick('2', '3')})",
                         f"({a}) | select('{self.pick('gt', 'lt', '>=', '==', 'ne', 'le')}', {small})",
                         f"({a}) | map('abs')", f"[{self.whole(depth - 1)}, {small}]",
                         f"people | map(attribute='age')",
                         f"people | selectattr('age', 'gt', {self.pick('25', '30', '40')}) | map(attribute='age')",
                         f"people | rejectattr('group', 'eq', 'x') | map(attribute='age')",
                         f"range({small}, {self.pick('4', '-4')}, {self.pick('1', '2', '-1', '-3')})",
                         f"({a}) | batch({self.pick('1', '2', '3')}) | map('length')",
                         f"({a}) | slice({self.pick('1', '2', '3')}) | map('sum')",
                         f"({a}) | batch({self.pick('2', '3')}, 0) | map('first')", f"(({a}) | list) + [{small}]")

    def map(self, depth):
        if depth <= 0:
            return self.random.choice(MAPS)
        return self.pick(f"{{'k': {self.whole(depth - 1)}, {self.text(0)}: 2}}",
                         f"dict(a={self.whole(depth - 1)}, b=1)", f"dict({self.map(0)}, z=3)")

    def slice(self):
        bound = lambda: self.pick("", "", "0", "1", "2", "3", "-1", "-2", "9", "-9")
        step = self.pick("", "", "", ":", ":2", ":-1", ":-2", ":1")
        return f"[{bound()}:{bound()}{step}]"

    def condition(self, depth):
        if depth <= 0:
            return self.pick("yes", "no", "numbers", "empty", "missing is defined", "name is string",
                             "nothing is none", "page.absent is defined",
                             "3 is odd", "name", "0", "0.0", '""', "missing is undefined")
        a, b = self.condition(depth - 1), self.condition(depth - 2)
        value = self.pick(self.whole, self.real, self.text, self.markup,
                          lambda d: f"({self.list_of_texts(d)}) | list", self.map, lambda _: "yes",
                          lambda _: "nothing")(depth - 1)
        kind = self.pick("string", "number", "integer", "float", "boolean", "none", "mapping", "sequence",
                         "iterable", "defined", "true", "false",
                         "undefined", "callable", "sameas 1", "in [1, 2]", "eq 1", "ne 'x'")
        sign = self.pick("<", "<=", ">", ">=", "==", "!=")
        return self.pick(f"({a}) and ({b})", f"({a}) or ({b})", f"not ({a})", f"not {a}",
                         f"({value}) is {self.pick('', 'not ')}{kind}",
                         f"({self.number(depth - 1)}) {sign} ({self.number(depth - 1)})",
                         f"({self.text(depth - 1)}) {sign} ({self.text(depth - 1)})",
                         f"({self.text(depth - 1)}) {self.pick('in', 'not in')} ({self.text(depth - 1)})",
                         f"({self.whole(depth - 1)}) {self.pick('in', 'not in')} ({self.list_of_wholes(0)})",
                         f"({self.text(0)}) {self.pick('in', 'not in')} ({self.map(depth - 1)})",
                         f"{self.whole(0)} < {self.whole(0)} <= {self.real(0)}",
                         f"({self.whole(depth - 1)}) is {self.pick('odd', 'even', 'divisibleby 3', 'gt 2', 'le(1)')}",
                         f"({self.list_of_wholes(0)}) == ({self.list_of_wholes(0)})",
                         f"({self.markup(0)}) == ({self.text(0)})",
                         f"({self.text(depth - 1)}).{self.pick('startswith', 'endswith')}({self.text(0)})")

    def anything(self, depth):
        return self.pick(self.text, self.text, self.whole, self.real, self.markup)(depth)
