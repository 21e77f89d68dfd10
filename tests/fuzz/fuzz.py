#!/usr/bin/env python3
"""Fuzzes a target, or feeds it again what was found once.

    fuzz.py search TARGET PROGRAM SECONDS    with libFuzzer; what it learns stays in .cache/fuzz/
    fuzz.py replay TARGET PROGRAM            the seeds and tests/fuzz/found/TARGET/

A search begins with the seeds (seeds.py), what earlier searches learnt, and the words of TARGET.dict.
Where it fails, the last lines name the file that did it. When the cause is mended, that file goes to
found/TARGET/, named for what was wrong.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import seeds

HERE = pathlib.Path(__file__).resolve().parent
LEARNT = seeds.ROOT / ".cache" / "fuzz"


def found_once(target):
    return sorted((HERE / "found" / target).glob("*"))


def replay(target, program):
    with tempfile.TemporaryDirectory() as folder:
        files = [*found_once(target), *seeds.write(target, pathlib.Path(folder))]
        done = subprocess.run([program, target, *files], capture_output=True, check=False)
        if done.returncode != 0:
            last = done.stdout.decode().splitlines()[-1:]
            report = done.stderr.decode(errors="replace")
            kept = pathlib.Path(last[0]).read_bytes().decode(errors="replace") if last else ""
            sys.exit(f"{report}\nThis was fed ({last}):\n{kept}")
    print(f"{target}: {len(files)} inputs")


def search(target, program, seconds):
    learnt, failures = LEARNT / target, LEARNT / f"{target}-failures"
    for folder in (learnt, failures):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(failures.iterdir())
    with tempfile.TemporaryDirectory() as folder:
        seeds.write(target, pathlib.Path(folder))
        for path in found_once(target):
            shutil.copy(path, folder)
        command = [program, f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2048",
                   f"-max_len={seeds.LARGEST}", f"-dict={HERE / f'{target}.dict'}",
                   f"-artifact_prefix={failures}/", "-print_final_stats=1", learnt, folder]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    said = done.stdout.decode(errors="replace").splitlines()
    if done.returncode == 0:
        print("\n".join(line for line in said if line.startswith("stat::number_of_executed_units")))
        return
    print("\n".join(said[-60:]))
    for path in sorted(set(failures.iterdir()) - before):
        print(f"\nThis input did it: {path}\nAgain: {program} {path}")
    sys.exit(1)


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "replay":
        replay(*sys.argv[2:])
    elif len(sys.argv) == 5 and sys.argv[1] == "search":
        search(*sys.argv[2:])
    else:
        sys.exit(__doc__)


main()
