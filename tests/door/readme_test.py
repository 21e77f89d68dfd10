#!/usr/bin/env python3
"""The README tells the truth: its examples are typed in and the portal is built with them.

    readme_test.py PROGRAM
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None

# A line that holds nothing but the name of a file, then the block with its content.
EXAMPLE = re.compile(r"^ *`(content/\S+)`\n\n( *)```\w+\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


class Readme(unittest.TestCase):
    def test_the_examples_build_without_a_problem_and_refer_to_each_other(self):
        examples = EXAMPLE.findall(README)
        self.assertEqual(len(examples), 7)
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "source"
            shutil.copytree(ROOT / "content", source / "content")
            shutil.copytree(ROOT / "themes", source / "themes")
            before = self.build(source)
            for name, _, content in examples:
                path = source / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(textwrap.dedent(content), encoding="utf-8")
            self.assertEqual(self.build(source), before, "the examples bring problems")
            member = (source / "public/en/members/example-country/index.html").read_text(encoding="utf-8")
            for address in ("../../presidencies/2030/", "../../documents/declarations/2030/example-declaration/"):
                self.assertIn(f'href="{address}"', member)
            self.assertTrue((source / "public/es/documentos/declaraciones/2030/declaracion-de-ejemplo/index.html").exists())

    def build(self, source):
        """The problems that are said, without progress and summary."""
        done = subprocess.run([PROGRAM, "build", "--source", source, "--messages", "en"],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return [line for line in done.stderr.splitlines() if not line.endswith(" …")]

    def test_every_path_it_names_exists(self):
        """In the map, the tables and the prose; names in capitals stand for the reader's own."""
        paths = re.findall(r"`((?:generator|content|themes|tests|public)/[\w./-]*)`", README)
        self.assertGreater(len(paths), 8)
        examples = {part for name, _, _ in EXAMPLE.findall(README) for part in (name, name.rsplit("/", 1)[0] + "/")}
        for path in sorted(set(paths) - examples):
            if not re.search(r"[A-Z]{2}", path) or path.endswith(".md"):
                self.assertTrue((ROOT / path).exists(), path)

    def test_every_verb_of_the_door_is_explained(self):
        verbs = re.findall(r"^    (\w+)\) ", (ROOT / "run").read_text(encoding="utf-8"), re.MULTILINE)
        self.assertIn("publish", verbs)
        for verb in verbs:
            self.assertIn(f"`./run {verb}`", README)


if __name__ == "__main__":
    if PROGRAM is None:
        sys.exit(__doc__)
    unittest.main()
