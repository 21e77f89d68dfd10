#!/usr/bin/env python3
"""Builds the same archive with Puebla and with Hugo in turn, and prints how the two compare.

    bench.py PROGRAM FOLDER [DOCUMENTS [PAIRS]]      1,000 documents and 5 pairs where not said

The archive (corpus.py) is written into FOLDER once. Every build goes into a fresh folder. One pair
warms up; then each pair gives one ratio, and the median of the ratios is what counts: two programs
measured one after the other on a busy machine suffer alike. CPU and memory are the kernel's account
of each program (wait4), wall time a monotonic clock's.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

from corpus import HERE
from make_sites import make_sites


def run(command, folder):
    """Wall and CPU seconds and peak MiB of one command."""
    begin = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    if status != 0:
        sys.exit(f"{command[0]} failed:\n{said.decode(errors='replace')}")
    return {"wall": wall, "CPU": usage.ru_utime + usage.ru_stime, "MiB": usage.ru_maxrss / 1024}


def size_of(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    return {"files": len(files), "pages": len(pages), "bytes": sum(path.stat().st_size for path in files)}


def measure(tools, out, pairs):
    """Tool → its runs, taken in turn, and tool → the size of what it made.

    Nothing is removed before the last run: ext4 looks long for room beside what was just deleted.
    """
    runs, sizes = {tool: [] for tool in tools}, {}
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for pair in range(pairs + 1):
        for tool, (folder, command) in tools.items():
            fresh = out / f"{tool}-{pair}"
            figures = run([*command, fresh], folder)
            if pair > 0:
                runs[tool].append(figures)
            sizes[tool] = size_of(fresh)
    shutil.rmtree(out)
    return runs, sizes


def main():
    program, folder = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    pairs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    sites = folder / f"sites-{count}"
    made_from = sites / "made-from"
    recipe = "".join(path.read_text(encoding="utf-8") for path in sorted(HERE.rglob("*.*"))
                     if path.is_file() and path.suffix != ".pyc")
    if not made_from.exists() or made_from.read_text(encoding="utf-8") != recipe:
        print(f"Writing the archive: {count} documents in two languages", flush=True)
        make_sites(sites, count)
        made_from.write_text(recipe, encoding="utf-8")

    tools = {
        "Puebla": (sites / "puebla", [program, "build", "--source", ".", "--out"]),
        "Hugo": (sites / "hugo", ["hugo", "--quiet", "--noBuildLock", "--destination"]),
    }
    runs, sizes = measure(tools, folder / "out", pairs)
    print(f"{count} documents in two languages, {pairs} pairs of builds into a fresh folder; medians")
    print(f"{'':8}{'wall s':>9}{'CPU s':>9}{'peak MiB':>10}{'pages':>8}{'files':>8}{'bytes':>13}")
    for tool in tools:
        middle = {key: statistics.median(one[key] for one in runs[tool]) for key in ("wall", "CPU", "MiB")}
        made = sizes[tool]
        print(f"{tool:8}{middle['wall']:9.3f}{middle['CPU']:9.3f}{middle['MiB']:10.0f}"
              f"{made['pages']:8,}{made['files']:8,}{made['bytes']:13,}")
    for key in ("CPU", "wall", "MiB"):
        ratios = [ours[key] / theirs[key] for ours, theirs in zip(runs["Puebla"], runs["Hugo"], strict=True)]
        print(f"{key} ratio, Puebla to Hugo, pair by pair: median {statistics.median(ratios):.3f} "
              f"({min(ratios):.3f} to {max(ratios):.3f})")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
