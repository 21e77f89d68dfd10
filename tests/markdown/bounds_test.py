#!/usr/bin/env python3
"""Every hard text ends in a page or a message in less than a second, and in less than a gigabyte.

    bounds_test.py PROGRAM [NAME...]

What is measured is the time of the processor that `puebla build` takes for a small site with the
text in one of its pages. The limits are those of a machine on which a plain text of 1 MB takes
PLAIN_SECONDS; where that takes longer (a slow machine, a build with sanitizers), they grow with it.
"""

import os
import pathlib
import re
import shutil
import sys
import tempfile

from hard_texts import fill, hard_texts

SITES = pathlib.Path(__file__).resolve().parent.parent / "sites"
PLAIN_SECONDS = 0.15
PLAIN = "Una frase cualquiera de un texto, con *énfasis* y con un [enlace](pages/about) a otra página.\n\n"
MOST_SECONDS = 1.0
MOST_BYTES = 1 << 30


class Builder:
    """Builds the site with one text after another."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        shutil.copytree(SITES / "tiny" / "source", folder / "source")
        shutil.copytree(SITES / "theme", folder / "source" / "themes" / "plain")
        self.text = folder / "source" / "content" / "pages" / "about" / "en.md"
        self.said = folder / "said"

    def build(self, text):
        """The exit code, the codes of what was said, seconds and bytes."""
        self.text.write_bytes(("# About the library\n\n" + text).encode())
        command = [self.program, "build", "--source", self.folder / "source", "--out", self.folder / "public"]
        said = os.open(self.said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        child = os.posix_spawn(self.program, command, os.environ,
                               file_actions=[(os.POSIX_SPAWN_DUP2, said, 1), (os.POSIX_SPAWN_DUP2, said, 2)])
        os.close(said)
        _, status, used = os.wait4(child, 0)
        codes = set(re.findall(r"\[([a-z0-9-]+)\]$", self.said.read_text(encoding="utf-8", errors="replace"), re.MULTILINE))
        return os.waitstatus_to_exitcode(status), codes, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def check(program, names):
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        builder = Builder(program, pathlib.Path(folder))
        plain = min(builder.build(fill(PLAIN))[2] for _ in range(3))
        scale = max(1, plain / PLAIN_SECONDS)
        slowest = (0, "")
        for name, text, expected in hard_texts():
            if names and name not in names:
                continue
            code, codes, seconds, size = builder.build(text)
            slowest = max(slowest, (seconds, name))
            if code not in (0, 1) or (expected and expected not in codes) or (not expected and code != 0):
                failures.append(f"{name}: exit code {code}, {', '.join(sorted(codes)) or 'no message'}; "
                                f"expected {expected or 'a page'}")
            if seconds > MOST_SECONDS * scale:
                failures.append(f"{name}: {seconds:.2f} s, and at most {MOST_SECONDS * scale:.2f} s are allowed")
            if size > MOST_BYTES * scale:
                failures.append(f"{name}: {size >> 20} MiB of memory")
    print(f"A plain text of 1 MB: {plain:.2f} s. The slowest: {slowest[1]}, {slowest[0]:.2f} s.")
    print("\n".join(failures))
    return failures


if __name__ == "__main__":
    sys.exit(1 if check(sys.argv[1], sys.argv[2:]) else 0)
