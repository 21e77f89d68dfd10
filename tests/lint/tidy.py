#!/usr/bin/env python3
"""Runs clang-tidy on the sources, those that changed last first.

    tidy.py BUILD_FOLDER [all]

What was found clean is remembered in .cache/tidy by the bytes of the file, of our headers it
includes and of .clang-tidy, so that nothing is looked at twice. Without "all" no file is begun after
two and a half minutes: on a new machine what was written last is looked at, and the rest in later runs.
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
SECONDS = 150
# What only g++ understands.
FOR_GCC = re.compile(r" -Winvalid-pch| -include \S*cmake_pch\.hxx| -Wno-\S+")
OURS = re.compile(r"^(generator|tests)/")


def by_last_change(units):
    """Not committed yet, then in the order of the commits, the last one first."""
    def git(*arguments):
        return subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=True).stdout

    changed = git("ls-files", "--modified", "--others", "--exclude-standard").split()
    changed += git("log", "--name-only", "--format=").split()
    place = {name: i for i, name in reversed(list(enumerate(changed)))}
    return sorted(units, key=lambda unit: place.get(unit, 0))


def units_of(build):
    """Source → its compile command as clang can read it."""
    units = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = pathlib.Path(entry["file"])
        if source.is_relative_to(ROOT) and not source.is_relative_to(build):
            command = FOR_GCC.sub("", entry["command"])
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


def main():
    build, everything = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:] == ["all"]
    units, headers = units_of(build), headers_of(build)
    database = build / "tidy"
    database.mkdir(exist_ok=True)
    (database / "compile_commands.json").write_text(json.dumps(list(units.values())))
    CACHE.mkdir(parents=True, exist_ok=True)

    keys = {unit: CACHE / key_of(unit, headers.get(unit, [])) for unit in by_last_change(units)}
    todo = [unit for unit, key in keys.items() if not key.exists()]
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
    print(f"clang-tidy: {len(units)} files, {len(units) - len(todo)} known to be clean, "
          f"{len(failed)} not clean, {len(left)} left for the next run")
    sys.exit(1 if failed else 0)


main()
