#!/usr/bin/env python3
"""Builds the small sites of this folder and compares what comes out byte for byte.

    sites_test.py PROGRAM [unittest's arguments]      UPDATE=1 accepts what came out

A site is a folder with source/, expected/ (the finished site) and expected-diagnostics.txt (what is
said in English about it; absent where nothing is). Its theme is theme/ of this folder, as "plain".
The file `on` names another site whose source lies below this one's. A folder of mistakes/ is named
for the code of a diagnostic: its source lies on that of "tiny", which is right, and
expected.en.txt and expected.es.txt hold what the author reads.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SITES = pathlib.Path(__file__).resolve().parent
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
UPDATE = os.environ.get("UPDATE") == "1"


def lay_source(site, target):
    """Puts the source of a site, over the site it lies on, and the theme into a folder."""
    below = site / "on"
    if below.exists():
        lay_source(SITES / below.read_text().strip(), target)
    elif site.parent.name == "mistakes":
        lay_source(SITES / "tiny", target)
    shutil.copytree(site / "source", target, dirs_exist_ok=True)
    shutil.copytree(SITES / "theme", target / "themes" / "plain", dirs_exist_ok=True)


def files_of(folder):
    """Path → bytes of every file of a finished site but the generator's own list of them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".puebla-manifest"
    }


class SiteTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.source = self.folder / "source"
        self.out = self.folder / "public"

    def build(self, site, *options, out=None, expected_code=0):
        """Runs `puebla build`; gives back what it said about the content, without its progress."""
        if not self.source.exists():
            lay_source(site, self.source)
        done = subprocess.run(
            [PROGRAM, "build", "--source", self.source, "--out", out or self.out, *options],
            capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
        self.assertEqual(done.returncode, expected_code, done.stdout + done.stderr)
        return "".join(line for line in done.stderr.splitlines(keepends=True) if not line.endswith(" …\n"))

    def compare_text(self, expected, text):
        if UPDATE:
            expected.write_text(text, encoding="utf-8")
        self.assertEqual(text, expected.read_text(encoding="utf-8") if expected.exists() else "")

    def compare_folder(self, expected, folder):
        if UPDATE:
            shutil.rmtree(expected, ignore_errors=True)
            shutil.copytree(folder, expected, ignore=shutil.ignore_patterns(".puebla-manifest"))
        wanted, found = files_of(expected), files_of(folder)
        self.assertEqual(sorted(found), sorted(wanted), "the files of the site")
        for path, content in wanted.items():
            self.assertEqual(found[path].decode(), content.decode(), path)


class Sites(SiteTest):
    def check_site(self, name):
        site = SITES / name
        said = self.build(site, "--messages", "en", "--jobs", "1")
        if said or (site / "expected-diagnostics.txt").exists():
            self.compare_text(site / "expected-diagnostics.txt", said)
        self.compare_folder(site / "expected", self.out)
        many = self.folder / "many"
        self.build(site, "--jobs", "8", out=many)
        self.assertEqual(files_of(many), files_of(self.out), "1 and 8 workers give other bytes")
        self.build(site, "--jobs", "8", out=many)
        self.assertEqual(files_of(many), files_of(self.out), "a second run gives other bytes")

    def test_tiny_is_built_byte_for_byte(self):
        self.check_site("tiny")

    def test_world_is_built_in_french_and_arabic_byte_for_byte(self):
        self.check_site("world")

    def test_a_collection_is_added_with_a_folder_and_nothing_else(self):
        self.check_site("added")


class Mistakes(SiteTest):
    def check_mistake(self, mistake):
        """The failed build leaves the site that stood there as it was, and says why in both languages."""
        self.build(SITES / "tiny", "--messages", "en")
        before = self.photograph(self.out)
        shutil.rmtree(self.source)
        beside = self.everything_beside_the_source()
        for language in ("en", "es"):
            said = self.build(mistake, "--messages", language, expected_code=1)
            self.assertIn(f"[{mistake.name}]", said)
            self.compare_text(mistake / f"expected.{language}.txt", said)
        self.assertEqual(self.photograph(self.out), before, "the failed build touched the site")
        self.assertEqual(self.everything_beside_the_source(), beside, "something stray is left")

    def everything_beside_the_source(self):
        return sorted(path for path in self.folder.rglob("*") if not path.is_relative_to(self.source))

    def photograph(self, folder):
        """Path → bytes, inode and time of every file."""
        return {path: (content, (folder / path).stat().st_ino, (folder / path).stat().st_mtime_ns)
                for path, content in files_of(folder).items()}


def test_of(mistake):
    return lambda self: self.check_mistake(mistake)


for folder in sorted((SITES / "mistakes").iterdir()):
    setattr(Mistakes, "test_" + folder.name.replace("-", "_"), test_of(folder))


if __name__ == "__main__":
    if PROGRAM is None:
        sys.exit(__doc__)
    unittest.main()
