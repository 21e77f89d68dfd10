#!/usr/bin/env python3
"""Runs cppcheck over every C++ file of a build; what it finds fails.

    cppcheck.py BUILD_FOLDER

It remembers unchanged files in .cache/cppcheck.
"""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "cppcheck"
# What it does not look for, and why.
NOT_ASKED = {
    "useStlAlgorithm": "a loop of three lines often reads better than an algorithm with a lambda",
    "noExplicitConstructor": "templates::Value is made from texts and numbers without a word, on purpose",
    "shadowFunction": "a local date beside a method date() is no mistake; -Wshadow watches the variables",
    "constParameterCallback": "the functions in a table all take the same parameters",
    "constParameter": "takes a map of pointers for const although what they lead to is changed",
    "unusedStructMember": "does not see structured bindings and the braces that fill a table",
    "knownConditionTrueFalse": "takes a count read before and after a change for the same",
}


def main():
    CACHE.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["cppcheck", f"--project={pathlib.Path(sys.argv[1]).resolve()}/compile_commands.json",
         "--enable=warning,performance,portability,style", "--library=googletest", "--inline-suppr",
         *(f"--suppress={name}" for name in NOT_ASKED), "--suppress=*:/usr/*", f"--cppcheck-build-dir={CACHE}",
         f"-j{os.cpu_count()}", "--quiet", "--template=gcc", "--error-exitcode=1"],
        cwd=ROOT, check=False)
    sys.exit(done.returncode)


main()
