#!/usr/bin/env python3
"""Mistakes planted into the portal's sources by the hundred: each must be told, and nothing else.

    source_faults_test.py PROGRAM [KIND…]     with unittest's options

Every kind of fault is planted ten times, each time alone and at another place, chosen with a fixed
seed. Each time the program must end with 1 (0 where a warning is enough), say the right code at the
right file and line, say nothing that does not follow from it, and publish nothing.
"""

import concurrent.futures
import json
import os
import pathlib
import queue
import random
import re
import subprocess
import sys
import tempfile
import unittest

import kinds_in_records  # noqa: F401
import kinds_in_texts  # noqa: F401
import kinds_in_themes  # noqa: F401
from planting import KINDS, Fault, Sources

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
PLACES = 10


class Copy:
    """A copy of the portal's sources with its published site."""

    def __init__(self, folder, sources):
        self.folder = folder
        self.sources = sources
        self.out = folder / "public"
        sources.copy_to(folder)

    def run(self, verb):
        """(exit code, problems) of the program over the copy as it stands."""
        words = [verb, "--source", self.folder, *(["--out", self.out] if verb == "build" else [])]
        done = subprocess.run(
            [PROGRAM, *words, "--json", "--messages", "en", "--jobs", "1"], capture_output=True, text=True,
            encoding="utf-8", timeout=60, check=False)
        said = next((line for line in (done.stdout + done.stderr).splitlines() if line.startswith("[")), None)
        if said is None:
            raise AssertionError(f"exit code {done.returncode}, and no JSON: {done.stdout}{done.stderr}")
        return done.returncode, json.loads(said)

    def publish(self):
        code, problems = self.run("build")
        if code != 0:
            raise AssertionError(f"the portal without faults: {problems}")
        self.published = self.photograph()
        return problems

    def photograph(self):
        return {path.as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
                for path in [self.out, *self.out.rglob("*")]}

    def write(self, changes):
        for path, text in changes.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_text(text, encoding="utf-8")

    def restore(self, changes):
        for path in changes:
            if path in self.sources.texts:
                (self.folder / path).write_text(self.sources.texts[path], encoding="utf-8")
            else:
                (self.folder / path).unlink()
        for folder in {(self.folder / path).parent for path in changes}:
            if not any(folder.iterdir()):
                folder.rmdir()


class SourceFaults(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.sources = Sources()
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.copies = queue.Queue()
        for number in range(os.cpu_count() or 1):
            cls.copies.put(Copy(pathlib.Path(temporary.name).resolve() / str(number), cls.sources))
        copy = cls.copies.get()
        cls.sources.rendered = rendered_lines(copy)
        for _ in range(cls.copies.qsize() + 1):
            cls.clean = copy.publish()
            cls.copies.put(copy)
            copy = cls.copies.get()
        cls.copies.put(copy)

    def test_the_clean_portal_has_only_the_warning_that_is_known(self):
        self.assertEqual([(one["severity"], one["code"], one["file"]) for one in self.clean],
                         [("warning", "translation-missing", "content/pages/report-guide/es.md")])

    def test_what_is_not_told_is_noticed(self):
        """A fault that is none, one told elsewhere, and one that has another severity."""
        path = "content/members/mexico/es.md"
        wrong_line = self.sources.with_line(path, 2, "\n[x](nowhere/at-all)")
        for kind, changes, expected in [
                (KINDS["wrong target"], {}, "exit code 0"),
                (KINDS["wrong target"], {path: wrong_line}, "not told there"),
                (KINDS["html in a text"], {path: wrong_line}, "exit code 1")]:
            self.assertIn(expected, self.plant(kind, Fault(changes, path, 2)))

    def check_kind(self, kind):
        places = {(one.file, one.line, one.name): one for one in kind.places(self.sources)}
        self.assertGreaterEqual(len(places), PLACES, "too few places")
        chosen = random.Random(kind.name).sample(list(places.values()), PLACES)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            wrong = [text for text in pool.map(lambda fault: self.plant(kind, fault), chosen) if text]
        self.assertEqual(wrong, [])

    def plant(self, kind, fault):
        """What is wrong with what the author is told of this fault; nothing if all is right."""
        copy = self.copies.get()
        copy.write(fault.changes)
        try:
            # A warning would be published.
            code, problems = copy.run("build" if kind.severity == "error" else "check")
            touched = copy.photograph() != copy.published
        finally:
            copy.restore(fault.changes)
        if touched:  # the next fault begins with the right site
            copy.publish()
        self.copies.put(copy)
        where = f"{fault.file}:{fault.line} {fault.name}"
        told = [one for one in problems if one not in self.clean]
        said = "; ".join(f"{one['file']}:{one['line']} {one['severity']} {one['code']} {one['message']}" for one in told)
        if code != (1 if kind.severity == "error" else 0):
            return f"{where}: exit code {code}: {said}"
        if touched:
            return f"{where}: the published site was touched"
        right = [one for one in told if (one["code"], one["severity"], one["file"], one["line"]) ==
                 (kind.code, kind.severity, fault.file, fault.line)]
        if not right:
            return f"{where}: not told there, but {said}"
        more = [one for one in told if one is not right[0] and one["code"] not in kind.also]
        return f"{where}: more than one message: {said}" if more else ""


# What begins a line of HTML that stands in the content of a page, outside of other tags.
ELEMENT = re.compile(r"<(p|h[12]|section|article|header|nav|ul|ol|dl|div|a|img|table|footer)\b")


def rendered_lines(copy):
    """(template, line) before which a line of HTML can be put and is then on some page.

    Found by putting a comment before every such line of every template, and looking for it in the
    pages.
    """
    changes = {}
    for path, text in copy.sources.templates():
        body = text.find("<body")
        lines = [
            f"<!--{path}:{number}-->\n{line}" if ELEMENT.match(line) and text.find(line) > body else line
            for number, line in enumerate(text.split("\n"), 1)
        ]
        changes[path] = "\n".join(lines)
    copy.write(changes)
    code, problems = copy.run("build")
    copy.restore(changes)
    if code != 0:
        raise AssertionError(f"with comments in its layouts, the portal: {problems}")
    seen = set()
    for page in copy.out.rglob("*.html"):
        seen.update(re.findall(r"<!--(themes/[^>]+):(\d+)-->", page.read_text(encoding="utf-8")))
    return sorted((path, int(line)) for path, line in seen)


def test_of(kind):
    return lambda self: self.check_kind(kind)


for one in KINDS.values():
    setattr(SourceFaults, "test_" + one.name.replace(" ", "_"), test_of(one))


if __name__ == "__main__":
    if PROGRAM is None:
        sys.exit(__doc__)
    unittest.main()
