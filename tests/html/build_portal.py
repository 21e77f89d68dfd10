#!/usr/bin/env python3
"""Builds the portal for the tests that look at it, and compares builds of it byte for byte.

    build_portal.py OUT RELEASED SANITIZED

The released program builds it with one worker; the one with sanitizers with eight; the released one
again over its first output. All must give the same bytes.
"""

import json
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def build(program, out, jobs):
    done = subprocess.run([program, "build", "--source", ROOT, "--out", out, "--jobs", str(jobs)],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} failed:\n{done.stdout}")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def compare(what, first, second):
    different = sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))
    if different:
        sys.exit(f"{what} give other bytes: {', '.join(different[:10])}")


def main():
    out, released, sanitized = (pathlib.Path(argument) for argument in sys.argv[1:])
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    first = build(released, out / "portal", 1)
    compare("1 and 8 workers", first, build(sanitized, out / "with-sanitizers", 8))
    compare("two runs", first, build(released, out / "portal", 2))

    languages = [entry["code"] for entry in json.loads((ROOT / "content/site.json").read_text())["languages"]]
    for path in ["index.html", *(f"{language}/index.html" for language in languages)]:
        if path not in first:
            sys.exit(f"the portal has no {path}")
    # Beside each site lies the folder where the next one is made.
    own = {name for site in ("portal", "with-sanitizers") for name in (site, f".{site}.puebla")}
    stray = sorted(path.name for path in out.iterdir() if path.name not in own)
    if stray:
        sys.exit(f"building left {stray} beside the portal")
    print(f"{len(first)} files, the same bytes with 1 and 8 workers and in two runs")


main()
