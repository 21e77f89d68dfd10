#!/usr/bin/env python3
"""The disk fills up, allows no more files, cannot be written, is in the way, or loses power.

    disks_test.py PROGRAM [all] [unittest's arguments]

Whatever the disk does, the published tree stays wholly one version, the message says what happened, and
the next build succeeds once there is room.
"""

import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import disks
from promises import Promises, everything, main
from whole_sites import differences, end_group, tree_of

PAGE = os.sysconf("SC_PAGE_SIZE")
NOT_PUBLISHED = {"en": "Nothing was published; the site in {} is as it was.\n",
                 "es": "No se publicó nada; el sitio en {} quedó como estaba.\n"}


class Disk(Promises):
    def disk(self, *options):
        """A folder on a disk of its own in memory."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="puebla-disk-"))
        self.addCleanup(folder.rmdir)
        disks.mount("-t", "tmpfs", "none", folder, *options)
        self.addCleanup(disks.unmount, folder)
        return folder

    def not_published(self, place, said, language="en"):
        self.assertEqual(place.version(), "A", said)
        self.assertIn(NOT_PUBLISHED[language].format(place.site), said)


@unittest.skipIf(disks.why_no_disks(), disks.why_no_disks())
class FullDisks(Disk):
    def fill_at_every_moment(self, options, option_of, step, message):
        """Gives the disk a little more room each time, from nothing to enough."""
        outer = self.disk()
        place = self.place(*options, folder=outer)
        stopped = published = extra = 0
        while published < 2:
            # The tree before this one would be used again, and next to no room be needed.
            shutil.rmtree(outer / ".site.puebla", ignore_errors=True)
            bytes_used, files_used = disks.room_used(outer)
            disks.mount("-o", "remount," + option_of(bytes_used, files_used, extra), outer)
            language = ("en", "es")[stopped % 2]
            code, said = place.run("B", language=language)
            disks.mount("-o", "remount,size=50%,nr_inodes=1000000", outer)
            if code == 0:
                published += 1
                self.assertEqual(place.version(), "B", said)
            else:
                stopped += 1
                self.assertEqual(code, 2, said)
                self.assertRegex(said, message[language])
                self.not_published(place, said, language)
            self.goes_on(place, "A", f"with room for {extra} more")
            self.assertLess(stopped, 300, "there is never enough room")
            extra += step
        print(f"\n{stopped} times the disk was full, at as many moments {' '.join(options)}")
        self.assertGreater(stopped, 3)

    def test_a_full_disk_leaves_the_old_site(self):
        message = {"en": r'error: there is no room left on the disk to write ".+site.*" \[disk-full\]\n  help: make room',
                   "es": r"error: ya no hay espacio en el disco para escribir «.+site.*» \[disk-full\]\n  ayuda: libere"}
        for options in ((), ("--in-place",)):
            self.fill_at_every_moment(options, lambda size, _, extra: f"size={size + extra * PAGE}",
                                      1 if everything() else 4, message)

    def test_a_disk_that_holds_no_more_files_leaves_the_old_site(self):
        message = {"en": r'error: the disk can hold no more files, so ".+site.*" cannot be written \[disk-full\]\n'
                         r"  help: remove files that nobody needs \(`df -i` counts them\) and build again\n",
                   "es": r"error: en el disco no caben más archivos, así que no se puede escribir «.+site.*» "
                         r"\[disk-full\]\n  ayuda: quite archivos que nadie necesite"}
        for options in ((), ("--in-place",)):
            self.fill_at_every_moment(options, lambda _, files, extra: f"nr_inodes={files + extra}",
                                      1 if everything() else 4, message)


class Limits(Promises):
    def test_a_limit_on_the_size_of_files_leaves_the_old_site(self):
        for options in ((), ("--in-place",)):
            place = self.place(*options, in_memory=True)
            for limit in (0, 100, 1600, 3000, 20_000):
                code, said = place.run(
                    "B", preexec_fn=lambda size=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
                self.assertEqual(code, 2, said)
                self.assertRegex(said, r'error: the system allows no file as large as ".*/site/.+" would be \[disk-full\]\n'
                                       r"  help: look at the limit with `ulimit -f`")
                self.assertEqual(place.version(), "A")
                self.goes_on(place, "B", limit)
                self.goes_on(place, "A", limit)

    def test_few_threads_are_enough(self):
        """There is room for the stacks of some of the workers only."""
        place = self.place(in_memory=True)
        room = 400 * 2**20
        code, said = place.run("B", "--jobs", "256",
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (room, room)))
        self.assertEqual((code, place.version()), (0, "B"), said)

    def test_few_open_files_are_enough_or_told(self):
        place = self.place(in_memory=True)
        for limit in range(3, 14):
            code, said = place.run(
                "B", preexec_fn=lambda number=limit: resource.setrlimit(resource.RLIMIT_NOFILE, (number, number)))
            self.assertIn((code, place.version()), ((0, "B"), (1, "A"), (2, "A"), (127, "A")), said)
            self.assertNotEqual(said, "")
            self.goes_on(place, "A", limit)


@unittest.skipIf(disks.why_no_disks(), disks.why_no_disks())
class OddOutputs(Disk):
    def refused(self, place, words):
        for language, expected in words.items():
            before = tree_of(place.site)
            code, said = place.run("B", language=language)
            self.assertEqual(code, 2, said)
            self.assertIn(expected.format(site=place.site, outer=place.outer), said)
            self.assertEqual(differences(tree_of(place.site), before), {}, said)
            self.assertEqual(place.stray(), [], said)

    def test_a_read_only_disk(self):
        outer = self.disk()
        place = self.place(folder=outer)
        disks.mount("-o", "remount,ro", outer)
        self.refused(place, {
            "en": 'error: "{outer}/.site.puebla" cannot be written: the disk is read-only [output-not-writable]\n'
                  "  help: mount the disk for writing, or choose another folder with --out\n",
            "es": "error: no se puede escribir «{outer}/.site.puebla»: el disco es de solo lectura "
                  "[output-not-writable]\n  ayuda: monte el disco para escritura, o elija otra carpeta con --out\n"})
        disks.mount("-o", "remount,rw", outer)
        self.goes_on(place, "B", "writable again")

    def test_a_read_only_folder_around_the_output(self):
        """Only the output itself is a disk that can be written: there --in-place is the way."""
        place = self.place("--in-place")
        for folder, how in ((place.outer, "ro"), (place.site, "rw")):
            disks.mount("--bind", folder, folder)
            self.addCleanup(disks.unmount, folder)
            disks.mount("-o", f"remount,bind,{how}", folder)
        place.options = ()
        self.refused(place, {
            "en": 'error: "{site}" cannot be exchanged for a new folder in one step: it is a mount point, or its file '
                  "system cannot do it [cannot-exchange]\n  help: choose a folder below it with --out, or write into it "
                  "file by file with --in-place;",
            "es": "error: no se puede cambiar «{site}» por una carpeta nueva de una sola vez: es un punto de montaje"})
        place.options = ("--in-place",)
        self.goes_on(place, "B", "in place")

    def test_a_read_only_output(self):
        place = self.place()
        disks.mount("--bind", place.site, place.site)
        self.addCleanup(disks.unmount, place.site)
        disks.mount("-o", "remount,bind,ro", place.site)
        place.options = ("--in-place", "--jobs", "1")  # of several workers any may be the first to fail
        self.refused(place, {
            "en": 'error: "{site}/index.html" cannot be written: the disk is read-only [output-not-writable]\n',
            "es": "error: no se puede escribir «{site}/index.html»: el disco es de solo lectura [output-not-writable]\n"})

    def test_something_is_mounted_inside_the_output(self):
        place = self.place()
        for folder in ("downloads", "empty/inside", "es"):
            disks.mount("-t", "tmpfs", "none", place.site / folder)
            try:
                (place.site / folder / "large.pdf").write_text("on another disk")
                self.refused(place, {
                    "en": f'error: "{{site}}/{folder}" is a mount point: if the output were exchanged for a new folder, '
                          "what is mounted there would stay with the old one [cannot-exchange]\n  help: mount it "
                          "elsewhere, or write into the output file by file with --in-place\n",
                    "es": f"error: «{{site}}/{folder}» es un punto de montaje: si la salida se cambiara"})
            finally:
                disks.unmount(place.site / folder)
        self.goes_on(place, "B", "unmounted")

    def test_the_output_may_be_on_another_disk_than_the_source(self):
        place = self.place(folder=self.disk())
        self.goes_on(place, "B", "on another disk")

    def test_the_output_is_a_file_a_link_or_no_place_for_a_site(self):
        place = self.unpublished_place()
        place.site.write_text("a letter")
        self.refused(place, {"en": 'error: "{site}" is not a folder [output-not-ours]\n',
                             "es": "error: «{site}» no es una carpeta [output-not-ours]\n"})
        for out, code in ((place.folder / "B" / "content" / "web", "output-in-source"),
                          (place.folder / "B", "output-in-source"), (pathlib.Path("/"), "output-in-source"),
                          (place.folder / "A" / "content", "output-not-ours"), (pathlib.Path("/usr"), "output-not-ours")):
            before = tree_of(place.folder)
            found, said = place.run("B", "--out", str(out))
            self.assertEqual(found, 2, said)
            self.assertIn(f" [{code}]\n  help: choose another folder", said)
            self.assertEqual(differences(tree_of(place.folder), before), {})
        place.site.unlink()
        (place.outer / "elsewhere").mkdir()
        place.site.symlink_to("elsewhere/real")
        for version in "ABA":
            place.build(version)
            self.assertTrue(place.site.is_symlink())
            page = (place.outer / "elsewhere/real/es/index.html").read_text(encoding="utf-8")
            self.assertIn(f"{version} Biblioteca", page)


@unittest.skipIf(disks.why_no_power_cuts(), disks.why_no_power_cuts())
class PowerCuts(Promises):
    """A disk image with a journalling file system, whose last minutes live in memory only. A copy of the
    image is what a power failure leaves of it."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="puebla-power-"))
        for name in ("disk", "after"):
            (self.folder / name).mkdir()
        self.addCleanup(shutil.rmtree, self.folder)
        with open(self.folder / "image", "wb") as image:
            image.truncate(24 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", self.folder / "image"], check=True)
        # The journal is written every second, files when the system finds the time: the worst there is.
        disks.mount("-o", "loop,commit=1", self.folder / "image", self.folder / "disk")
        self.addCleanup(disks.unmount, self.folder / "disk")

    def site_after_power_failure(self, place):
        shutil.copyfile(self.folder / "image", self.folder / "copy")
        disks.mount("-o", "loop", self.folder / "copy", self.folder / "after")
        try:
            found = tree_of(self.folder / "after" / "site")
        finally:
            disks.unmount(self.folder / "after")
        return next((version for version, tree in place.trees.items() if tree == found), None)

    def test_the_site_is_whole_after_a_power_failure(self):
        place = self.place(folder=self.folder / "disk")
        os.sync()
        for version, wait in (("B", 0), ("A", 1.5), ("B", 3)):
            place.build(version)
            time.sleep(wait)
            self.assertEqual(self.site_after_power_failure(place), version, f"after {wait} s")

    def test_the_site_is_whole_when_the_power_fails_during_a_build(self):
        place = self.place(folder=self.folder / "disk")
        for number in range(40 if everything() else 6):
            build = place.start("BA"[number % 2])
            time.sleep(0.008 * (number % 12))
            end_group(build, signal.SIGKILL)
            time.sleep(1.2 * (number % 2))
            self.assertIsNotNone(self.site_after_power_failure(place), number)


if __name__ == "__main__":
    disks.enter_namespace()
    main(__doc__)
