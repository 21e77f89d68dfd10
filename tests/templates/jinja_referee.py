#!/usr/bin/python3
"""Gives the same templates and data to Puebla and to Debian's Jinja: the bytes must be the same.

    jinja_referee.py RENDER_CASES TABLE [COUNT]

RENDER_CASES is the program of tests/templates/tool/render_cases_main.cpp, TABLE the file that the
result is written to. The cases are those of jinja_cases.txt and COUNT more (4000) from the grammar
of jinja_grammar.py. Where one of the two refuses a template, the other must as well, or the case is
one of jinja_differences.py.
"""

import collections
import copy
import json
import pathlib
import subprocess
import sys

import jinja2

import jinja_differences
import jinja_grammar

WRITTEN = "written by hand"  # must all be rendered, and equal
OPTIONS = {"autoescape": True, "undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True,
           "keep_trailing_newline": True}

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
    "shows_loop": "[{{ loop.index }}/{{ loop.length }}]",
    "macros": "{% macro hi(who) %}hi <b>{{ who }}</b>{% endmacro %}"
              "{% macro twice(x) %}{{ hi(x) }}{{ hi(x) }}{% endmacro %}{% set number = 3 %}",
    "macros_context": "{% macro who() %}{{ name }}{% endmacro %}",
    "base": "<title>{% block title %}base title{% endblock %}</title>\n"
            "{% block body %}\nbase body {{ name }}\n{% endblock %}\nend\n",
    "middle": "{% extends 'base' %}{% block body %}middle {{ super() }}{% endblock %}",
    "loops": "{% for item in [1, 2] %}{% block row scoped %}{{ item }}{% endblock %}{% endfor %}",
}


def hand_written():
    cases = []
    text = pathlib.Path(__file__).with_name("jinja_cases.txt").read_text(encoding="utf-8")
    for line in text.split("\n== ", 1)[1].split("\n")[1:]:
        if line and not line.startswith("== "):
            cases.append({"main": line.replace("⏎", "\n")})
    return cases


class Jinja:
    """Debian's, with the files that every case may use."""

    def __init__(self):
        self.environment = jinja2.Environment(**OPTIONS)
        self.shared = jinja2.DictLoader(FILES)

    def loader(self, case):
        return jinja2.ChoiceLoader([jinja2.DictLoader(case), self.shared])

    def result(self, case):
        try:
            template = self.environment.overlay(loader=self.loader(case)).get_template("main")
            return {"output": template.render(copy.deepcopy(DATA))}  # the filter indent changes a list
        except Exception as refusal:  # of any kind: templates are wrong on purpose
            return {"error": f"{type(refusal).__name__}: {refusal}"}


def our_results(program, cases):
    wanted = [{"templates": {**FILES, **case}, "data": DATA} for case in cases]
    done = subprocess.run([program], input=json.dumps(wanted), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


class Comparison:
    def __init__(self, program):
        self.program = program
        self.jinja = Jinja()
        self.strict = jinja_differences.StrictJinja(**OPTIONS)
        self.equal = collections.Counter()
        self.both_refuse = collections.Counter()
        self.total = collections.Counter()
        self.reasons = collections.Counter()
        self.failures = []

    def fail(self, case, what):
        self.failures.append(f"{json.dumps(case, ensure_ascii=False)}\n    {what}")

    def compare(self, families, cases):
        """Each case with its family; the two agree, or differ by a rule."""
        for family, case, ours in zip(families, cases, our_results(self.program, cases)):
            theirs = self.jinja.result(case)
            self.total[family] += 1
            if family == WRITTEN and ("error" in ours or ours != theirs):
                self.fail(case, f"jinja: {theirs}\n    ours:  {ours}")
            elif "error" in ours and "error" in theirs:
                self.both_refuse[family] += 1
            elif ours == theirs:
                self.equal[family] += 1
            elif reason := self.reason_for(case, ours, theirs):
                self.reasons[reason] += 1
            else:
                self.fail(case, f"jinja: {theirs}\n    ours:  {ours}")

    def reason_for(self, case, ours, theirs):
        if "error" in ours:
            return self.strict.reason_to_refuse(self.jinja.loader(case), copy.deepcopy(DATA))
        if "error" in theirs:
            return jinja_differences.reason_to_render(theirs["error"])
        return None

    def compare_listed(self):
        """Every listed difference is still one."""
        refused = jinja_differences.REFUSED
        results = our_results(self.program, [{"main": template} for template, _, _ in refused])
        for (template, code, _), ours in zip(refused, results):
            theirs = self.jinja.result({"main": template})
            if "output" not in theirs and code != "else-missing" or not ours.get("error",
                                                                                 "").startswith(code + ":"):
                self.fail(template, f"should be refused with {code}\n    jinja: {theirs}\n    ours:  {ours}")
        otherwise = jinja_differences.OTHERWISE
        results = our_results(self.program, [{"main": template} for template, _, _ in otherwise])
        for (template, expected, _), ours in zip(otherwise, results):
            theirs = self.jinja.result({"main": template})
            if ours != {"output": expected} or theirs == ours:
                self.fail(template, f"should give {expected!r}\n    jinja: {theirs}\n    ours:  {ours}")


def table(comparison, written, made):
    listed = len(jinja_differences.REFUSED) + len(jinja_differences.OTHERWISE)
    lines = [f"Templates and Debian's Jinja {jinja2.__version__}", "",
             f"  {'':<22}{'cases':>7}{'equal':>7}{'both refuse':>13}{'differ by a rule':>18}"]
    rows = [*comparison.total, None]
    for family in rows:
        numbers = [counter[family] if family else sum(counter.values())
                   for counter in (comparison.total, comparison.equal, comparison.both_refuse)]
        total, equal, both_refuse = numbers
        lines.append(f"  {family or 'together':<22}{total:>7}{equal:>7}{both_refuse:>13}"
                     f"{total - equal - both_refuse:>18}")
    lines += ["",
              f"  {written} cases are written by hand, {made} made by a grammar. The rules by which they differ:"]
    lines += [f"  {count:>5}  {reason}" for reason, count in comparison.reasons.most_common()]
    lines += ["", f"  {listed} templates more on which the two are meant to differ, and do:"]
    for template, outcome, reason in jinja_differences.REFUSED + jinja_differences.OTHERWISE:
        lines.append(f"    {json.dumps(template, ensure_ascii=False)[1:-1]}\n        {reason}")
    return lines


def main():
    program, path, count = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 4000
    comparison = Comparison(program)
    written = hand_written()
    made = list(jinja_grammar.generated(count))
    comparison.compare([WRITTEN] * len(written), written)
    comparison.compare([family for family, _ in made], [case for _, case in made])
    comparison.compare_listed()
    lines = table(comparison, len(written), len(made))
    if comparison.failures:
        lines += ["", f"NOT AS LISTED ({len(comparison.failures)}):", *comparison.failures]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return 1 if comparison.failures else 0


if __name__ == "__main__":
    sys.exit(main())
