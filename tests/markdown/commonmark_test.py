#!/usr/bin/env python3
"""Gives every example of CommonMark's specification to our Markdown, and compares the HTML.

    commonmark_test.py BARE_HTML TABLE

BARE_HTML is the program of tests/markdown/tool/bare_html_main.cpp, TABLE the file that the result
is written to. The examples come from the npm package commonmark-spec, which `./run test` installs.

Where we differ on purpose, commonmark_differences.json says why and what we print instead: the
very text ("html"), or what cmark-gfm prints with the extensions named ("referee"). A difference that
is not listed is a mistake, and so is one that is listed and no longer there.
"""

import json
import pathlib
import subprocess
import sys

from referee import cmark_gfm, our_html, write_table

HERE = pathlib.Path(__file__).resolve().parent
NODE_FOLDER = HERE.parent / "browser"
PRINT_EXAMPLES = 'console.log(JSON.stringify(require("commonmark-spec").tests))'


def examples():
    """Number → (Markdown, HTML). The specification prints tabs as arrows."""
    done = subprocess.run(["node", "-e", PRINT_EXAMPLES], cwd=NODE_FOLDER, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{done.stderr}\nThe package is missing: npm ci --prefix tests/browser")
    return {one["number"]: (one["markdown"].replace("→", "\t"), one["html"].replace("→", "\t"))
            for one in json.loads(done.stdout)}


def numbers_of(listed):
    """[4, "7-9"] → 4, 7, 8, 9."""
    for one in listed:
        first, _, last = str(one).partition("-")
        yield from range(int(first), int(last or first) + 1)


def read_differences(given):
    """The groups of the table, and number → the HTML that is expected of us."""
    groups = json.loads((HERE / "commonmark_differences.json").read_text(encoding="utf-8"))
    expected = {}
    for group in groups:
        if "html" in group:
            group["examples"] = list(group["html"])
        for number in numbers_of(group["examples"]):
            if number not in given or number in expected:
                sys.exit(f"commonmark_differences.json: example {number} does not exist, or is listed twice")
            expected[number] = (group["html"][str(number)] if "html" in group
                                else cmark_gfm(given[number][0], group["referee"]))
    return groups, expected


def table_of(total, groups, different):
    same = total - len(different)
    lines = [f"CommonMark 0.29: {same} of {total} examples give the same HTML ({100 * same / total:.1f} %).",
             f"The other {len(different)} differ on purpose:"]
    for group in groups:
        count = len(list(numbers_of(group["examples"])))
        lines += [f"  {group['title']} ({count}): {', '.join(map(str, group['examples']))}", f"    {group['reason']}"]
    return lines


def compare(program, table):
    given = examples()
    groups, expected = read_differences(given)
    failures = []
    for (number, (markdown, html)), ours in zip(given.items(), our_html(program, [one for one, _ in given.values()])):
        if number not in expected and ours != html:
            failures.append(f"example {number} differs:\n{markdown}\n  wanted {html!r}\n  ours   {ours!r}")
        if number in expected and ours == html:
            failures.append(f"example {number} is listed as a difference, and is none")
        elif number in expected and ours != expected[number]:
            failures.append(f"example {number} differs in another way than is listed:\n{markdown}\n"
                            f"  listed {expected[number]!r}\n  ours   {ours!r}")
    write_table(table, table_of(len(given), groups, expected), failures)
    return failures


if __name__ == "__main__":
    sys.exit(1 if compare(sys.argv[1], sys.argv[2]) else 0)
