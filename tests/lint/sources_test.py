#!/usr/bin/env python3
"""What holds for every file of the repository, whatever it is about.

Only what git knows or would add is looked at, so that built files never count.
"""

import json
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
AT_THE_TOP = {"CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "run",
              "generator", "content", "themes", "public", "tests"}
# Folders of the machines this is written on, and notes that stand for work not done. Both are
# spelled so that these lines do not find themselves.
MACHINE_PATH = re.compile(r"(^|[^A-Za-z0-9._-])/(work|farm|root|home)/[A-Za-z.]", re.MULTILINE)
UNDONE = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")


def files(*patterns):
    listing = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns],
        capture_output=True, text=True, check=True).stdout
    return sorted({name for name in listing.split("\0") if name and (ROOT / name).is_file()})


def lines_with(pattern, names):
    found = []
    for name in names:
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for match in pattern.finditer(text):
            found.append(f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}")
    return found


class Sources(unittest.TestCase):
    maxDiff = None

    def run_tool(self, *command):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_formatting_is_that_of_clang_format(self):
        self.run_tool("clang-format", "--dry-run", "--Werror", *files("*.cpp", "*.h"))

    def test_shell_scripts_are_clean(self):
        self.run_tool("shellcheck", "run", ".ci/run", *files("*.sh"))

    def test_json_files_are_json(self):
        for name in files("*.json"):
            if "/mistakes/" not in name:
                json.loads((ROOT / name).read_text(encoding="utf-8"))

    def test_lock_files_name_no_registry(self):
        self.assertEqual(lines_with(re.compile('"resolved"'), files("*package-lock.json")), [])

    def test_no_file_holds_a_path_of_somebodys_machine(self):
        self.assertEqual(lines_with(MACHINE_PATH, files()), [])

    def test_no_work_is_left_as_a_note(self):
        self.assertEqual(lines_with(UNDONE, files("generator", "themes", "tests", "run")), [])

    def test_the_top_of_the_repository_holds_what_was_agreed(self):
        top = {name.split("/")[0] for name in files()}
        self.assertEqual({name for name in top if not name.startswith(".")} - AT_THE_TOP, set())

    def test_nothing_built_is_kept_in_public(self):
        self.assertEqual(files("public"), ["public/.gitignore", "public/README.md"])


if __name__ == "__main__":
    unittest.main()
