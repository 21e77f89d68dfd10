#!/usr/bin/env python3
"""Asks the Nu HTML checker about every page of the finished portal: there must be no error.

    nu_test.py FOLDER
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECKER = pathlib.Path(__file__).resolve().parents[1] / "browser/node_modules/vnu-jar/build/dist/vnu.jar"
FOLDER = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else None


def errors_in(folder):
    done = subprocess.run(
        ["java", "-jar", CHECKER, "--errors-only", "--skip-non-html", "--format", "gnu", folder],
        capture_output=True, text=True, check=False)
    return done.stderr.replace(f'"file:{folder}/', '"').splitlines()


class Nu(unittest.TestCase):
    maxDiff = None

    def test_a_wrong_page_is_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            page = '<!doctype html><html lang="en"><title>x</title><p><div></p>'
            (pathlib.Path(folder) / "wrong.html").write_text(page)
            self.assertTrue(any("wrong.html" in line for line in errors_in(folder)))

    def test_every_page_of_the_portal_is_valid(self):
        self.assertGreater(len(list(FOLDER.rglob("*.html"))), 20)
        self.assertEqual(errors_in(FOLDER), [])


if __name__ == "__main__":
    if FOLDER is None:
        sys.exit(__doc__)
    unittest.main()
