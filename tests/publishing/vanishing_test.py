#!/usr/bin/env python3
"""Somebody removes, restores and replaces the content and the theme while a site is built from them.

    vanishing_test.py PROGRAM [all] [unittest's arguments]

The result is a message and the old site, or a whole site: one that the content gives as it stood.
"""

import itertools
import os
import signal
import threading
import time

from promises import Promises, everything, main
from whole_sites import differences, follow, tree_of

NOT_PUBLISHED = "Nothing was published; the site in {} is as it was.\n"


class Vanishing(Promises):
    """Each test takes away one thing, in a loop, while the site is built again and again."""

    def tree_without(self, place, what):
        """The tree that is published where something is not there at all; None where that is an error."""
        away = place.folder / "away"
        what.rename(away)
        try:
            code, _ = place.run("B")
            return tree_of(place.site) if code == 0 else None
        finally:
            away.rename(what)
            place.build("A")

    def take_away_again_and_again(self, place, what, stop):
        away = place.folder / "away"
        for pause in itertools.cycle((0.0002, 0.001, 0.003, 0.007, 0.015)):
            if stop.is_set():
                return
            what.rename(away)
            time.sleep(pause)
            away.rename(what)
            time.sleep(pause)

    def check(self, place, path):
        what = place.folder / "B" / path
        without = self.tree_without(place, what)
        found = {"whole": 0, "without": 0, "message": 0}
        stop = threading.Event()
        thread = threading.Thread(target=self.take_away_again_and_again, args=(place, what, stop))
        thread.start()
        try:
            for _ in range(80 if everything() else 12):
                before = tree_of(place.site)
                code, said = place.run("B")
                now = tree_of(place.site)
                if code == 0:
                    self.assertIn(now, [tree for tree in (place.trees["B"], without) if tree],
                                  f"{path}: {differences(now, place.trees['B'])}\n{said}")
                    found["whole" if now == place.trees["B"] else "without"] += 1
                else:
                    self.assertEqual(differences(now, before), {}, said)
                    self.assertRegex(said, r"(?m)^(\S+: )?error: .* \[[a-z-]+\]$")
                    self.assertIn(NOT_PUBLISHED.format(place.site), said)
                    found["message"] += 1
                self.assertEqual(place.stray(), [], said)
        finally:
            stop.set()
            thread.join()
        self.goes_on(place, "A", path)
        return found

    def check_all(self, paths):
        place = self.place(in_memory=True)
        total = {}
        for path in paths:
            for result, count in self.check(place, path).items():
                total[result] = total.get(result, 0) + count
        print(f"\n{self._testMethodName}: {total}")
        self.assertGreater(total["message"] + total["without"], 0)

    def test_single_files(self):
        self.check_all(["content/pages/torture/paper.pdf", "content/pages/torture/es.md", "content/site.json",
                        "content/books/the-well/record.json"])

    def test_whole_folders(self):
        self.check_all(["content", "content/pages/torture", "content/books", "content/loans"])

    def test_the_theme(self):
        self.check_all(["themes", "themes/plain/layouts", "themes/plain/layouts/base.html", "themes/plain/styles",
                        "themes/plain/phrases/es.json"])


class Gone(Promises):
    def test_the_source_is_removed_between_reading_and_making(self):
        """Pages are made of what was read; only attachments are still missing then."""
        place = self.place(in_memory=True)
        stopped = 0
        for _ in range(20):
            place.build("A")
            build = place.start("B", "--jobs", "1")
            follow(build, "Making", 0)
            os.kill(build.pid, signal.SIGSTOP)
            (place.folder / "B").rename(place.folder / "gone")
            os.kill(build.pid, signal.SIGCONT)
            said = "".join(build.communicate())
            (place.folder / "gone").rename(place.folder / "B")
            if build.returncode == 0:
                self.assertEqual(place.version(), "B")  # it had read all it needed
                continue
            stopped += 1
            self.assertEqual(place.version(), "A")
            self.assertIn("content/pages/torture/paper.pdf: error: ", said)
            self.assertIn(NOT_PUBLISHED.format(place.site), said)
        self.assertGreater(stopped, 0)

    def test_the_folder_one_works_in_is_gone(self):
        place = self.place(in_memory=True)
        nowhere = place.folder / "nowhere"
        nowhere.mkdir()
        code, said = place.run("B", "--source", ".", "--out", "public", prefix=(
            "sh", "-c", f'cd {nowhere} && rmdir {nowhere} && exec "$@"', "sh"))
        self.assertEqual(code, 2, said)
        self.assertTrue(said, "nothing was said")

    def test_an_attachment_is_replaced_while_it_is_read(self):
        """A published attachment is one of its versions, never a part of one or a bit of both."""
        place = self.place(in_memory=True)
        paper = place.folder / "B" / "content" / "pages" / "torture" / "paper.pdf"
        versions = [bytes([letter]) * 3_000_000 for letter in b"xyz"]
        stop = threading.Event()

        def replace():
            for content in itertools.cycle(versions):
                if stop.is_set():
                    return
                (place.folder / "new").write_bytes(content)
                (place.folder / "new").rename(paper)

        paper.write_bytes(versions[0])
        thread = threading.Thread(target=replace)
        thread.start()
        try:
            for _ in range(10):
                place.build("B")
                self.assertIn((place.site / "files/pages/torture/paper.pdf").read_bytes(), versions)
                self.assertTrue(place.manifest_is_right())
        finally:
            stop.set()
            thread.join()

    def test_a_text_that_gets_shorter_while_its_mistakes_are_shown(self):
        """Excerpts are read again; what they point at may be gone."""
        place = self.place(in_memory=True)
        page = place.folder / "B" / "content" / "pages" / "torture" / "en.md"
        links = "".join(f"[one](pages/nowhere-{number})\n" for number in range(300))
        stop = threading.Event()

        def shorten():
            for content in itertools.cycle((f"# Version torture\n\n{links}", "# Version torture\n")):
                if stop.is_set():
                    return
                page.write_text(content, encoding="utf-8")
                time.sleep(0.002)

        thread = threading.Thread(target=shorten)
        thread.start()
        try:
            for _ in range(30):
                code, said = place.run("B")
                self.assertIn(code, (0, 1), said)
                if code == 0:
                    self.published_version_of_any_text(place)
        finally:
            stop.set()
            thread.join()

    def published_version_of_any_text(self, place):
        self.assertTrue(place.manifest_is_right())
        self.assertEqual(place.stray(), [])


if __name__ == "__main__":
    main(__doc__)
