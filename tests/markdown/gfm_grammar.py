"""Makes texts of GitHub's additions to CommonMark, and of footnotes, from a seed: the same ones each time.

The texts are whatever comes of the rules, sensible or not; only what Puebla reads differently on
purpose (gfm_test.py) in ways that are not told by a rule is left out: blocks with ids, notice boxes, links to nowhere or with
schemes of their own, a second [x] in the line of a task.
"""

import random


class Grammar:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.labels = ["1", "a", "nota", "x-y"]

    def pick(self, *choices):
        return self.random.choice(choices)

    def some(self, make, most, between=""):
        return between.join(make() for _ in range(self.random.randint(1, most)))

    def word(self):
        return self.pick("a", "b c", "año", "uno_dos", "5*3", "don't", "&amp;", "A&B", "x < y", "\\*", "\\|", "\\~", "~", "*",
                         "_", "|", "`", "[", "]", "!", "(", ")", "\"", "é.", ",", ":", "www", "@", "1.", "-")

    def address(self):
        host = self.pick("example.org", "www.example.org", "a.b-c.example.com", "localhost", "exam_ple.org", "Ñandú.org")
        path = self.pick("", "/", "/a_b", "/a(b)", "/a)b", "?a=b&c", "?a&amp;", "#x", "/a*b*", "/~a", "/a.", "/a,b;", "/\"q\"")
        return self.pick("http://", "https://", "www.", "HTTPS://", "ana@", "a.b+c@", "mailto:ana@") + host + path

    def inline(self, depth=2):
        if depth <= 0:
            return self.pick(self.word(), self.word(), self.address())
        inside = self.some(lambda: self.inline(depth - 1), 3, self.pick(" ", " ", ""))
        tildes = self.pick("~~", "~~", "~", "~~~")
        return self.pick(
            inside, self.word(), self.address(), f"{tildes}{inside}{tildes}", f"{tildes}{inside}", f"*{inside}*",
            f"**{inside}**", f"_{inside}_", f"`{self.word()}`", f"[{inside}](members/mexico)", f"[{inside}][ref]",
            f"![{inside}](a.png)", f"[^{self.pick(*self.labels)}]", f"<{self.address()}>", f"({inside})",
            inside + self.pick(".", "?", ";", ")", "!", "**", "~~"))

    def line(self):
        return self.some(self.inline, 3, " ").replace("[x]", "x").replace("\n", " ")

    def cell(self):
        return self.pick("", " ", "  ", "\t").join(["", self.pick("", self.inline(1), self.line()), ""])

    def table(self):
        columns = self.random.randint(1, 4)
        edge = self.pick("|", "|", "")
        marks = [self.pick("-", "---", ":-", "-:", ":-:", " --- ") for _ in range(self.pick(columns, columns, columns, 2))]
        rows = [[self.cell() for _ in range(self.pick(columns, columns, columns + 1, 1))]
                for _ in range(self.random.randint(0, 4))]
        lines = [edge + "|".join(one) + edge for one in [[self.cell() for _ in range(columns)], marks, *rows]]
        return self.pick("", "", "", self.line() + "\n") + "\n".join(lines)

    def task(self):
        return f"{self.pick('-', '-', '*', '1.', '2)')}{self.pick(' ', ' ', '  ')}" \
               f"[{self.pick(' ', ' ', 'x', 'X', '', 'y')}]{self.pick(' ', ' ', '  ', '')}{self.line()}"

    def tasks(self, depth=1):
        lines = []
        for _ in range(self.random.randint(1, 4)):
            lines.append(self.task())
            if depth > 0 and self.pick(True, False):
                lines += ["   " + line for line in self.tasks(depth - 1).split("\n")]
            lines += self.pick([], [], [""])
        return "\n".join(lines)

    def footnote(self):
        first, *more = self.pick(self.line, self.line, self.table, self.tasks)().split("\n")
        return "\n".join([f"[^{self.pick(*self.labels)}]: {first}", *("    " + line for line in more)])

    def block(self):
        inside = self.pick(self.line, self.line, self.table, self.table, self.tasks, self.footnote)()
        before = self.pick("", "", "", "> ", "   ", "> > ")
        return "\n".join(before + line for line in inside.split("\n"))

    def text(self):
        blocks = [self.block() for _ in range(self.random.randint(1, 5))]
        ending = self.pick("", "\n\n[ref]: pages/about", "\n\n[^1]: uno\n\n[^a]: dos\n\n[ref]: pages/about 'R'")
        return self.pick("\n\n", "\n\n", "\n").join(blocks) + ending + "\n"


def generated(count):
    return [Grammar(seed).text() for seed in range(count)]
