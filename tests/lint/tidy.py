#!/usr/bin/env python3
"""Runs clang-tidy on the sources that changed, or on all.

    tidy.py BUILD_FOLDER [all]

What was found clean is remembered in .cache/tidy by the bytes of the file, of our headers it
includes and of .clang-tidy, so that nothing is looked at twice. Without "all" only files that differ
from what others already have are looked at, and no new one is begun after four minutes: what is left
over is said, and its turn comes in the next run.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "tidy"
SECONDS = 240
PRECOMPILED = re.compile(r" -Winvalid-pch| -include \S*cmake_pch\.hxx")
OURS = re.compile(r"^(generator|tests)/")


def git(*arguments):
    done = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=False)
    return done.stdout.split() if done.returncode == 0 else []


def already_landed():
    """The commit that others have: the upstream's, or what the last merge or commit began from."""
    head = git("rev-parse", "HEAD")
    for name in ("@{upstream}", "origin/main", "HEAD~1"):
        base = git("merge-base", "HEAD", name)
        if base and base != head:
            return base[0]
    return None


def changed_files():
    base = already_landed()
    known = git("diff", "--name-only", base) if base else git("ls-files")
    return set(known) | set(git("ls-files", "--others", "--exclude-standard"))


def units_of(build):
    """Source → its compile command without the precompiled header, which clang cannot read."""
    units = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = pathlib.Path(entry["file"])
        if source.is_relative_to(ROOT) and not source.is_relative_to(build):
            command = PRECOMPILED.sub("", entry["command"])
            words = shlex.split(command)
            start = next(i for i, word in enumerate(words) if re.search(r"(\+\+|cc)(-\d+)?$", word))
            entry["command"] = shlex.join(words[start:])
            units[source.relative_to(ROOT).as_posix()] = entry
    return units


def headers_of(build):
    """Source → all of our files its object was made from, as ninja remembers them."""
    headers = {}
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True)
    for block in listing.stdout.split("\n\n"):
        paths = [(build / line.strip()).resolve() for line in block.splitlines() if line.startswith("    ")]
        ours = [path.relative_to(ROOT).as_posix() for path in paths if path.is_relative_to(ROOT)]
        ours = [path for path in ours if OURS.match(path)]
        source = next((path for path in ours if path.endswith(".cpp")), None)
        if source:
            headers[source] = sorted(set(ours))
    return headers


def key_of(unit, files):
    key = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    for name in [unit, *files]:
        path = ROOT / name
        key.update(name.encode() + b"\0" + (path.read_bytes() if path.exists() else b""))
    return key.hexdigest()


def look_at(unit, database):
    return subprocess.run(["clang-tidy", "--quiet", "-p", database, ROOT / unit],
                          capture_output=True, text=True, check=False)


def wanted_units(units, headers, everything):
    """What to look at, the latest change first; a changed header through one file that includes it."""
    if everything:
        return sorted(units)
    changed = changed_files()
    wanted = {name for name in changed if name in units}
    for header in (name for name in changed if name.endswith(".h")):
        users = sorted(unit for unit in units if header in headers.get(unit, []))
        if users and not wanted.intersection(users):
            wanted.add(users[0])
    return sorted(wanted, key=lambda name: -(ROOT / name).stat().st_mtime)


def main():
    build, everything = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:] == ["all"]
    units, headers = units_of(build), headers_of(build)
    database = build / "tidy"
    database.mkdir(exist_ok=True)
    (database / "compile_commands.json").write_text(json.dumps(list(units.values())))
    CACHE.mkdir(parents=True, exist_ok=True)

    wanted = wanted_units(units, headers, everything)
    keys = {unit: CACHE / key_of(unit, headers.get(unit, [])) for unit in wanted}
    todo = [unit for unit in wanted if not keys[unit].exists()]
    end = time.monotonic() + (86400 if everything else SECONDS)
    failed, left = [], []

    def work(unit):
        if time.monotonic() > end:
            left.append(unit)
            return
        done = look_at(unit, database)
        if done.returncode == 0:
            keys[unit].touch()
        else:
            failed.append(unit)
            print(done.stdout + (done.stderr if not done.stdout else ""), flush=True)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(work, todo))
    print(f"clang-tidy: {len(wanted)} of {len(units)} files wanted, {len(wanted) - len(todo)} known to be clean, "
          f"{len(failed)} not clean, {len(left)} left for the next run")
    sys.exit(1 if failed else 0)


main()
