#!/usr/bin/env python3
"""Builds the small sites of this folder and compares what comes out byte for byte.

    sites_test.py PROGRAM [unittest's arguments]      UPDATE=1 accepts what came out

A site is a folder with source/, expected/ (the finished site) and expected-diagnostics.txt (what is
said in English about it; absent where nothing is). Its theme is theme/ of this folder, as "plain".
The file `on` names another site whose source lies below this one's.

Mistakes. A folder of mistakes/ is named for the code of a diagnostic, and a second situation of the
same code CODE.SITUATION ("text-too-large.50-mb"). It holds

    source/             lies over the source of "tiny", which is right; absent where only the
                        arrangement or the options are wrong
    options             optional, one line: further words of `puebla build --source source --out public`.
                        A line that begins with another verb ("check --strict") is for that verb; one
                        that begins with "puebla" is the whole command line, as typed
    expected.en.txt     what the author reads: standard error without the lines of progress. The
    expected.es.txt     folder in which all happens is called /site there

What git cannot hold is made by a function of arrangements.py. Each mistake is made in both languages
beside a published site, then once more with --json, which must say the same.

The exit code follows from the expected text: 0 where no problem is an error (the site is built), 2
where an error has no file (wrong use of the command line, an environment that does not let us work),
else 1. After 1 and 2 the published site must be as it was, inode, time and bytes, with nothing stray
beside it; only "output-mixed" says that it is not.
"""

import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

import arrangements
from building import (MISTAKES, SITES, changed_between, expected_exit_code, files_of, lay_source, photograph,
                      problems_in_json, problems_in_text, run, without_progress, words_of)

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
UPDATE = os.environ.get("UPDATE") == "1"

# A build waits until the disk has its files, and the tests beside these keep the disk busy.
MEMORY = pathlib.Path("/dev/shm")
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 2**30:
    tempfile.tempdir = str(MEMORY)


class SiteTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.source = self.folder / "source"
        self.out = self.folder / "public"

    def build(self, *options, out="public"):
        """Builds the source; gives back what was said about the content."""
        done = run(PROGRAM, ["build", "--source", "source", "--out", out, *options], self.folder, "en")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return without_progress(done.stderr, self.folder)

    def compare_text(self, expected, text):
        if UPDATE:
            expected.write_text(text, encoding="utf-8")
        self.assertEqual(text, expected.read_text(encoding="utf-8") if expected.exists() else "")


class Sites(SiteTest):
    def compare_folder(self, expected, folder):
        if UPDATE:
            shutil.rmtree(expected, ignore_errors=True)
            shutil.copytree(folder, expected, ignore=shutil.ignore_patterns(".puebla-manifest"))
        wanted, found = files_of(expected), files_of(folder)
        self.assertEqual(sorted(found), sorted(wanted), "the files of the site")
        for path, content in wanted.items():
            self.assertEqual(found[path].decode(), content.decode(), path)

    def check_site(self, name):
        site = SITES / name
        lay_source(site, self.source)
        said = self.build("--jobs", "1")
        if said or (site / "expected-diagnostics.txt").exists():
            self.compare_text(site / "expected-diagnostics.txt", said)
        self.compare_folder(site / "expected", self.out)
        many = self.folder / "many"
        self.build("--jobs", "8", out="many")
        self.assertEqual(files_of(many), files_of(self.out), "1 and 8 workers give other bytes")
        self.build("--jobs", "8", out="many")
        self.assertEqual(files_of(many), files_of(self.out), "a second run gives other bytes")

    def test_tiny_is_built_byte_for_byte(self):
        self.check_site("tiny")

    def test_world_is_built_in_french_and_arabic_byte_for_byte(self):
        self.check_site("world")

    def test_a_collection_is_added_with_a_folder_and_nothing_else(self):
        self.check_site("added")


class Accepted(SiteTest):
    """What editors and their programs do to files, and what must make no difference."""

    def check_bytes(self, change):
        lay_source(SITES / "tiny", self.source)
        for path in sorted(self.source.rglob("*")):
            if path.suffix in (".json", ".md"):
                path.write_bytes(change(path.read_bytes()))
        self.assertEqual(self.build(), "")
        self.assertEqual(files_of(self.out), files_of(SITES / "tiny" / "expected"))

    def test_a_byte_order_mark_makes_no_difference(self):
        self.check_bytes(lambda content: b"\xef\xbb\xbf" + content)

    def test_line_ends_of_windows_make_no_difference(self):
        self.check_bytes(lambda content: content.replace(b"\n", b"\r\n"))

    def test_line_ends_of_old_macs_make_no_difference(self):
        self.check_bytes(lambda content: content.replace(b"\n", b"\r"))

    def test_attachments_may_have_odd_names(self):
        lay_source(SITES / "tiny", self.source)
        about = self.source / "content" / "pages" / "about"
        names = ["with spaces.txt", "año «2024».txt", "l'été \"tranquille\".txt", "100 % #1?.txt", "MAPA.Txt", "a&b<c>.txt"]
        for name in names:
            (about / name).write_text(name)
        links = "".join(f"\n[x](./{urllib.parse.quote(name)})\n" for name in names)
        for text in ("es.md", "en.md"):
            (about / text).write_text((about / text).read_text() + links)
        self.assertEqual(self.build(), "")
        for name in names:
            self.assertEqual((self.out / "files" / "pages" / "about" / name).read_text(), name)

    def test_a_missing_last_line_end_makes_no_difference(self):
        self.check_bytes(lambda content: content.rstrip(b"\n"))


class Mistakes(SiteTest):
    """One test for each folder; they are examined ahead, several at once."""

    ahead = {}  # folder → future

    def check_mistake(self, mistake):
        examined = self.ahead.get(mistake)
        if examined is None:
            examine(self, mistake)
        else:
            examined.result()


def published_site():
    """The folder of the right site, published once for all mistakes."""
    if not hasattr(published_site, "folder"):
        folder = tempfile.TemporaryDirectory()
        lay_source(SITES / "tiny", pathlib.Path(folder.name) / "source")
        done = run(PROGRAM, ["build", "--source", "source", "--out", "public"], folder.name, "en")
        if done.returncode != 0:
            raise AssertionError(done.stdout + done.stderr)
        published_site.folder = folder
    return pathlib.Path(published_site.folder.name)


def examine(test, mistake):
    """Makes one mistake in every way; what is not as it must be fails the test."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        # cp keeps times and hard links.
        subprocess.run(["cp", "-a", f"{published_site()}/.", folder], check=True)
        shutil.rmtree(folder / "source")
        lay_source(mistake, folder / "source")
        with arrangements.arranged(mistake.name, folder / "source") as prefix:
            make_mistake(test, mistake, folder, prefix or ())


def make_mistake(test, mistake, folder, prefix):
    public, beside = photograph(folder / "public"), names_beside(folder)
    texts = {}
    for language in ("en", "es"):
        done = run(PROGRAM, words_of(mistake, language), folder, language, prefix)
        text = texts[language] = without_progress(done.stderr, folder)
        test.assertIn(f" [{mistake.name.split('.')[0]}]\n", text)
        test.compare_text(mistake / f"expected.{language}.txt", text)
        test.assertEqual(done.returncode, expected_exit_code(text), "exit code\n" + text + done.stdout)
        test.assertNotIn(str(folder), text)
        test.assertEqual(names_beside(folder), beside, "something stray is left")
        if done.returncode != 0 and mistake.name != "output-mixed":
            touched = changed_between(public, photograph(folder / "public"))
            test.assertEqual(touched, [], "the failed build touched the site")
    test.assertEqual(*[[(one["code"], one["file"], one["line"], one["column"]) for one in problems_in_text(text)]
                       for text in texts.values()], "the two languages tell other problems")

    done = run(PROGRAM, [*words_of(mistake, "en"), "--json"], folder, "en", prefix)
    test.assertEqual(done.stderr, "", "--json says it on standard output alone")
    test.assertEqual(problems_in_json(done.stdout, folder), problems_in_text(texts["en"]))
    test.assertEqual(done.returncode, expected_exit_code(texts["en"]), "exit code with --json")


def names_beside(folder):
    """Everything in the folder but the source, the published site and the one before it."""
    inside = [folder / name for name in ("source", "public", ".public.puebla/previous")]
    return sorted(path for path in folder.rglob("*") if not any(path.is_relative_to(one) for one in inside))


def test_of(mistake):
    return lambda self: self.check_mistake(mistake)


for one in sorted(MISTAKES.iterdir()):
    method = test_of(one)
    method.mistake = one
    setattr(Mistakes, "test_" + one.name.replace(".", "__").replace("-", "_"), method)


def chosen_mistakes(suite):
    """The folders of the tests that unittest is going to run."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from chosen_mistakes(test)
        elif isinstance(test, Mistakes):
            yield test, getattr(test, test._testMethodName).mistake  # pylint: disable=protected-access


class Program(unittest.TestProgram):
    """Examines all chosen mistakes in parallel; the tests then say what was found, in order."""

    def runTests(self):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            chosen = list(chosen_mistakes(self.test))
            if chosen:
                published_site()
            for test, mistake in chosen:
                Mistakes.ahead[mistake] = pool.submit(examine, test, mistake)
            super().runTests()


if __name__ == "__main__":
    if PROGRAM is None:
        sys.exit(__doc__)
    Program()
