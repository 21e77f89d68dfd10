#!/usr/bin/env python3
"""Debian's cmark-gfm command as referee for tables, strikethrough, autolinks, task lists, footnotes.

    gfm_test.py BARE_HTML TABLE [COUNT]

BARE_HTML is the program of tests/markdown/tool/bare_html_main.cpp, TABLE the file that the result
is written to. The cases are those of gfm_cases.txt and COUNT more (600) from a grammar with fixed
seeds. What cmark-gfm prints is changed as the rows of DIFFERENCES say, and must then be what we
print; a row that changes nothing any more is a mistake too. (The help of the command is silent
about it, but "-e footnotes" switches footnotes on.)
"""

import collections
import pathlib
import re
import sys

from gfm_grammar import generated
from referee import cmark_gfm, our_html, write_table

HERE = pathlib.Path(__file__).resolve().parent
EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist", "footnotes"]


def number_footnotes(html, _text):
    """Labels become numbers, in links there and back and in the notes themselves."""
    html = re.sub(r'<a href="#fn-([^"]*)" id="fnref-\1(-[0-9]+)?" data-footnote-ref>([0-9]+)</a>',
                  r'<a href="#fn-\3" id="fnref-\3\2" role="doc-noteref" aria-label="Footnote \3">\3</a>', html)
    before, section, notes = html.partition('<section class="footnotes" data-footnotes>')
    number, label = 0, ""

    def renamed(match):
        nonlocal number, label
        if match["label"] is not None:
            number, label = number + 1, match["label"]
            return f'<li id="fn-{number}">'
        back = str(number) + match["back"][len(label):]
        return f'<a href="#fnref-{back}" class="footnote-back" role="doc-backlink" aria-label="Back to reference {back}">↩</a>'

    notes = re.sub(r'<li id="fn-(?P<label>[^"]*)">|<a href="#fnref-(?P<back>[^"]*)" class="footnote-backref" '
                   r'data-footnote-backref aria-label="Back to content">↩(<sup[^>]*>[0-9]+</sup>)?</a>', renamed, notes)
    return before + (section and '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">') + notes


def lead_back_to_what_is_there(html, _text):
    """References are counted as they are printed, and links back beyond that are left out."""
    printed = collections.Counter()

    def counted(match):
        printed[match["number"]] += 1
        times = printed[match["number"]]
        return f'id="fnref-{match["number"]}' + (f'-{times}"' if times > 1 else '"')

    def kept(match):
        return match[0] if int(match["times"] or 1) <= printed[match["number"]] else ""

    html = re.sub(r'id="fnref-(?P<number>[0-9]+)(-[0-9]+)?"', counted, html)
    return re.sub(r'( (?=<a href="#fnref-[0-9]+-))?<a href="#fnref-(?P<number>[0-9]+)(-(?P<times>[0-9]+))?" '
                  r'class="footnote-back".*?</a>', kept, html)


def unlink(addresses):
    """Keeps the text of links to such addresses, where it is more than blanks."""
    pattern = re.compile(f'<a href="{addresses}"(?: title="[^"]*")?>(.*?)</a>', re.DOTALL)
    return lambda html, _text: pattern.sub(lambda link: link[1] if link[1].strip() else "", html)


def look_at_the_box(html, text):
    box = re.match(r"- (\[.\]) \[x\]", text)
    return html.replace(' checked=""', "") if box and box[1] == "[ ]" else html


DIFFERENCES = [
    ("Footnotes have numbers and roles",
     "cmark-gfm names a footnote by its author's label, we by its number, which needs no escaping and is the same in "
     "every language; and links there and back say what they are to a screen reader.", number_footnotes),
    ("Footnotes lead back only to references that readers see",
     "cmark-gfm counts references in the text of a picture and in a note that it drops, and leads back to them.",
     lead_back_to_what_is_there),
    ("Links that lead nowhere are only text",
     "An empty destination is a mistake: it is reported, and readers get the text without a link.", unlink("")),
    ("Only schemes that readers can open safely",
     "Links lead to https:, http:, mailto: and tel:; any other scheme is reported and keeps its text.",
     unlink("(?!(?i:https?|mailto|tel):)[A-Za-z][A-Za-z0-9+.-]*:[^\"]*")),
    ("A task is done where its own box says so",
     "cmark-gfm takes - [ ] [x](a) for done, because it searches all of the line for [x].", look_at_the_box),
]


def hand_written():
    text = (HERE / "gfm_cases.txt").read_text(encoding="utf-8")
    for line in text.split("\n== ", 1)[1].split("\n")[1:]:
        if line and not line.startswith("== "):
            yield line.replace("⏎", "\n").replace("⇥", "\t") + "\n"


def compare(program, table, count):
    texts = [*hand_written(), *generated(count)]
    failures, same = [], 0
    changed = [0] * len(DIFFERENCES)
    for text, ours in zip(texts, our_html(program, texts)):
        html = cmark_gfm(text, EXTENSIONS)
        same += html == ours
        for row, (_, _, change) in enumerate(DIFFERENCES):
            before, html = html, change(html, text)
            changed[row] += html != before
        if ours != html:
            failures.append(f"differs:\n{text}\n  cmark-gfm {html!r}\n  ours      {ours!r}")
    failures += [f"no text shows this any more: {DIFFERENCES[row][0]}" for row, times in enumerate(changed) if not times]
    write_table(table, table_of(len(texts), same, changed), failures)
    return failures


def table_of(total, same, changed):
    lines = [f"cmark-gfm with tables, strikethrough, autolinks, task lists and footnotes: {same} of {total} texts give "
             f"the same bytes ({100 * same / total:.1f} %).",
             f"The other {total - same} differ on purpose, and in nothing else:"]
    for (title, reason, _), times in zip(DIFFERENCES, changed):
        lines += [f"  {title} ({times})", f"    {reason}"]
    return lines


if __name__ == "__main__":
    sys.exit(1 if compare(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 600) else 0)
