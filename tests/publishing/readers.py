"""A reader who opens the published site all the time while it is built, killed and built again.

What a reader may rely on (generator/publishing/staging.h):
  by its path     every page is there at every moment, whole, of the one version or the other, and so is the
                  stylesheet that it names
  an open folder  shows one whole site until the build after the next one begins to reuse the tree
"""

import multiprocessing
import os
import random
import re
import time

from whole_sites import checksum

STYLESHEET = re.compile(rb'<link rel="stylesheet" href="([^"]+)"')


class Reader:
    """Runs in a process of its own; finish() gives how much was read and what was wrong."""

    def __init__(self, place, whole_folders=True):
        context = multiprocessing.get_context("fork")
        self.builds = context.Value("i", 0)  # how many were begun
        self.stop = context.Event()
        self.answer, other_end = context.Pipe(duplex=False)
        self.process = context.Process(target=read_all_the_time, daemon=True,
                                       args=(place.site, place.trees, whole_folders, self.builds, self.stop, other_end))
        self.process.start()
        other_end.close()

    def a_build_begins(self):
        with self.builds.get_lock():
            self.builds.value += 1

    def finish(self):
        self.stop.set()
        result = self.answer.recv()
        self.process.join()
        return result


def read_all_the_time(site, trees, whole_folders, builds, stop, answer):
    chance = random.Random(7)
    common = sorted(set(trees["A"]) & set(trees["B"]))
    pages = [path for path in common if path.endswith("index.html")]
    sums = {path: {tree[path][1] for tree in trees.values()} for path in common}
    every_asset = {path: value[1] for tree in trees.values() for path, value in tree.items()
                   if path.startswith("assets/")}
    pages_read = folders_read = 0
    wrong = []
    while not stop.is_set() and len(wrong) < 5:
        page = chance.choice(pages)
        wrong += wrong_with_page(site, page, sums[page], every_asset)
        pages_read += 1
        time.sleep(0.002)  # the build needs the processor too
        if whole_folders and pages_read % 4 == 0:
            begun = builds.value
            found = read_folder(site, trees)
            # The build that was under way may put the folder aside; the one after it uses it again.
            if builds.value == begun:
                folders_read += 1
                if found is not None:
                    wrong.append(found)
    answer.send((pages_read, folders_read, wrong))


def wrong_with_page(site, page, sums, every_asset):
    try:
        content = (site / page).read_bytes()
        if checksum(content) not in sums:
            return [f"{page} is of no version"]
        for address in STYLESHEET.findall(content):
            path = os.path.normpath(os.path.join(os.path.dirname(page), address.decode()))
            if checksum((site / path).read_bytes()) != every_asset.get(path):
                return [f"{path}, which {page} names, is not what it should be"]
    except OSError as failure:
        return [f"{page}: {failure}"]
    return []


def read_folder(site, trees):
    """Reads the whole folder through one descriptor; says what differs from the nearest version."""
    folder = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
    try:
        found = {}
        for path, (mode, _) in (trees["A"] | trees["B"]).items():
            if mode.startswith("-"):
                found[path] = sum_in(folder, path)
        wrong = []
        for version, tree in trees.items():
            wrong.append([path for path, value in found.items() if value != tree.get(path, (None, None))[1]])
            if not wrong[-1]:
                return None
        return f"the folder is a mixture; not of A: {wrong[0][:5]}; not of B: {wrong[1][:5]}"
    finally:
        os.close(folder)


def sum_in(folder, path):
    try:
        file = os.open(path, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return None
    with open(file, "rb") as opened:
        return checksum(opened.read())
