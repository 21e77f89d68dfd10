#!/usr/bin/env python3
"""Who else touches the folders while a build runs: other builds, the owner of the output, web servers,
and somebody who changes the content.

    neighbours_test.py PROGRAM [all] [unittest's arguments]
"""

import functools
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time
import unittest

from calls import why_not
from promises import Promises, everything, main
from whole_sites import ROOT, add_owners_files, differences, end_group, follow, held, identities_of, tree_of

IN_USE = {"en": 'error: another build is writing to "{}" [output-in-use]\n  help: wait until it has finished\n',
          "es": "error: otra ejecución de puebla está escribiendo en «{}» [output-in-use]\n  ayuda: espere a que termine\n"}
WAYS = ((), ("--in-place",))


class TwoBuilds(Promises):
    def test_the_second_is_told_to_wait_whichever_way_the_two_write(self):
        for first_way in WAYS:
            place = self.place(*first_way, in_memory=True)
            for second_way in WAYS:
                for language in ("en", "es"):
                    place.options = first_way
                    first = held(functools.partial(place.start, "B"), "Making")
                    place.options = second_way
                    code, said = place.run("A", language=language)
                    self.assertEqual(code, 2, said)
                    self.assertIn(IN_USE[language].format(place.site), said)
                    said = first.communicate()[1]
                    self.assertEqual((first.returncode, place.version()), (0, "B"), said)
                    place.options = first_way
                    self.goes_on(place, "A", f"{first_way} and {second_way}")

    def test_two_first_builds_at_once(self):
        for first_way in WAYS:
            for second_way in WAYS:
                place = self.unpublished_place(*first_way, in_memory=True)
                first = held(functools.partial(place.start, "A"), "Making")
                place.options = second_way
                second, said_by_second = place.run("B")
                said_by_first = first.communicate()[1]
                moment = f"{first_way} and {second_way}\n{said_by_first}\n{said_by_second}"
                self.assertEqual(sorted((first.returncode, second)), [0, 2], moment)
                self.assertIn("[output-in-use]", said_by_second if second else said_by_first, moment)
                self.assertTrue(place.manifest_is_right(), moment)
                page = (place.site / "es" / "index.html").read_text(encoding="utf-8")
                self.assertIn(f"{'A' if second else 'B'} Biblioteca", page, moment)

    def test_many_builds_race(self):
        place = self.place(in_memory=True)
        won = 0
        for number in range(60 if everything() else 12):
            builds = []
            for version in "ABAB":
                place.options = WAYS[number * len(builds) % 2]
                builds.append(place.start(version))
            for build in builds:
                said = build.communicate()[1]
                self.assertIn(build.returncode, (0, 2), said)
                won += build.returncode == 0
                if build.returncode == 2:
                    self.assertIn("[output-in-use]", said)
            place.options = ()
            self.published_version(place, f"race {number}")
        self.assertGreaterEqual(won, number + 1)
        self.goes_on(place, "B", "after all races")

    def test_the_lock_of_a_dead_build_is_none(self):
        for way in WAYS:
            place = self.place(*way, in_memory=True)
            build = held(functools.partial(place.start, "B"), "Making")
            end_group(build, signal.SIGKILL)
            self.goes_on(place, "B", way)


class NoChange(Promises):
    def test_a_build_without_a_change_writes_nothing_into_the_published_tree(self):
        for way in WAYS:
            place = self.place(*way)
            before = identities_of(place.site)
            for workers in ("1", "4"):
                said = place.build("A", "--jobs", workers)
                self.assertIn("(0 new or changed, 0 removed)", said)
                self.assertEqual(differences(identities_of(place.site), before), {}, f"{way}, {workers} workers")
            place.options = WAYS[1 - WAYS.index(way)]
            place.build("A")
            self.assertEqual(differences(identities_of(place.site), before), {}, "the other way")

    def test_what_does_not_change_keeps_inode_and_time_when_other_pages_do(self):
        for way in WAYS:
            for workers in ("1", "4"):
                place = self.place(*way)
                page = place.folder / "A" / "content" / "pages" / "torture" / "es.md"
                before = {path: (inode, mtime) for path, (inode, mtime, _, _) in identities_of(place.site).items()}
                text = page.read_text(encoding="utf-8")
                for number in range(3):
                    page.write_text(text + f"\n{number}\n", encoding="utf-8")
                    place.build("A", "--jobs", workers)
                    changed = {path for path, (inode, mtime, _, _) in identities_of(place.site).items()
                               if before.get(path) != (inode, mtime) and not (place.site / path).is_dir()}
                    self.assertEqual(changed, {".puebla-manifest", "es/version-torture/index.html"}, f"{way} {workers}")


class Owner(Promises):
    def test_the_owners_files_are_carried_over_untouched(self):
        for way in WAYS:
            place = self.place(*way)
            owners = self.owners_paths()
            self.assertGreater(len(owners), 10)
            before = {path: (place.site / path).lstat() for path in owners}
            for version in "BAB":
                place.build(version)
                for path, old in before.items():
                    new = (place.site / path).lstat()
                    self.assertEqual((new.st_mode, new.st_uid, new.st_gid), (old.st_mode, old.st_uid, old.st_gid), path)
                    if not (place.site / path).is_dir():
                        self.assertEqual((new.st_ino, new.st_mtime_ns), (old.st_ino, old.st_mtime_ns), path)

    def owners_paths(self):
        folder = pathlib.Path(self.unpublished_place().folder) / "owners"
        folder.mkdir()
        (folder / "es").mkdir()
        add_owners_files(folder)
        return set(tree_of(folder)) - {".", "es"}

    @unittest.skipIf(why_not(), why_not())
    def test_what_the_owner_does_in_the_last_moment_is_not_lost(self):
        """The build is held up after it has looked at the folder, right before the exchange."""
        for options in ((), ("--in-place",)):
            place = self.place(*options, in_memory=True)
            slow = ("strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=syncfs",
                    "-e", "inject=syncfs:delay_enter=1500000")
            build = place.start("B", prefix=slow)
            follow(build, "Publishing", 0.7)
            site = place.site
            (site / "es" / "late.txt").write_text("late")
            (site / "new folder" / "deep").mkdir(parents=True)
            (site / "new folder" / "deep" / "file").write_text("in a new folder")
            (site / "new folder").chmod(0o700)
            (site / "downloads" / "run.sh").unlink()
            (site / "replacement").write_text("a new README")
            (site / "replacement").rename(site / "README.md")
            (site / "latest").rename(site / "renamed")
            with open(site / "es" / "notes.txt", "a") as notes:
                notes.write(" and more")
            wanted = dict(place.trees["B"])
            wanted |= {path: value for path, value in tree_of(site).items() if path in (
                "es/late.txt", "new folder", "new folder/deep", "new folder/deep/file", "README.md", "renamed",
                "es/notes.txt")}
            del wanted["downloads/run.sh"], wanted["latest"]
            said = build.communicate()[1]
            self.assertEqual((build.returncode, differences(tree_of(site), wanted)), (0, {}), said)
            place.build("A")
            place.build("B")
            self.assertEqual(differences(tree_of(site), wanted), {})

    @unittest.skipIf(why_not(), why_not())
    def test_a_file_put_where_a_new_page_comes_is_kept_aside(self):
        place = self.place(in_memory=True)
        slow = ("strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=syncfs",
                "-e", "inject=syncfs:delay_enter=1500000")
        build = place.start("B", prefix=slow)
        follow(build, "Publishing", 0.7)
        page = place.site / "es" / "version-only-in-b" / "index.html"
        page.parent.mkdir()
        page.write_text("mine")
        said = build.communicate()[1]
        self.assertEqual((build.returncode, place.version()), (0, "B"))
        aside = place.outer / ".site.puebla" / "aside" / "es" / "version-only-in-b" / "index.html"
        self.assertEqual(aside.read_text(), "mine")
        self.assertIn(f'warning: "{page}" was put into the output while the site was being published, and could not be '
                      f'carried over: the name was taken meanwhile [output-in-the-way]\n  help: it is kept as "{aside}": '
                      "move it back, under another name if need be\n", said)

    def test_who_works_inside_the_folder_loses_nothing(self):
        """A shell whose working directory is the published folder stays in the tree that was exchanged away."""
        place = self.place()
        inside = os.open(place.site / "downloads", os.O_RDONLY)
        try:
            place.build("B")
            with open(os.open("report.txt", os.O_CREAT | os.O_WRONLY, dir_fd=inside), "w") as file:
                file.write("written into the former tree")
            self.assertFalse((place.site / "downloads" / "report.txt").exists())
            os.unlink(place.site / "downloads" / "run.sh")
            place.build("A")
            self.assertEqual((place.site / "downloads" / "report.txt").read_text(), "written into the former tree")
            self.assertFalse((place.site / "downloads" / "run.sh").exists(), "what the owner removed came back")
        finally:
            os.close(inside)

    @unittest.skipIf(os.geteuid() != 0, "only root can become two other people")
    def test_files_of_another_user_are_carried_over(self):
        """The system lets nobody link a file of somebody else (fs.protected_hardlinks)."""
        place = self.place(in_memory=True)
        os.chmod(place.folder, 0o755)
        for path in [place.outer, *place.outer.rglob("*")]:
            os.chown(path, 65534, 65534, follow_symlinks=False)
        theirs = place.site / ".well-known" / "security.txt"
        os.chown(theirs, 1, 1)
        os.chmod(theirs, 0o644)
        identity = theirs.stat().st_ino
        as_nobody = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
        for version in "BAB":
            place.build(version, prefix=as_nobody)
            self.assertEqual((theirs.stat().st_ino, theirs.stat().st_uid), (identity, 1))
            self.assertTrue(place.manifest_is_right())

    @unittest.skipIf(os.geteuid() != 0, "only root can become somebody else")
    def test_folders_that_are_closed_to_writing_are_carried_over(self):
        place = self.place(in_memory=True)
        os.chmod(place.folder, 0o755)
        for path in [place.outer, *place.outer.rglob("*")]:
            os.chown(path, 65534, 65534, follow_symlinks=False)
        as_nobody = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
        place.site.chmod(0o555)
        code, said = place.run("B", prefix=as_nobody)
        self.assertEqual((code, place.stray()), (2, []), said)
        self.assertIn(f'error: "{place.site}" cannot be written: permission is missing [output-not-writable]\n', said)
        place.site.chmod(0o755)
        for folder in ("downloads", "es"):
            (place.site / folder).chmod(0o555)
        for number, version in enumerate("BABA"):
            place.build(version, prefix=as_nobody)
            for folder in ("downloads", "es"):
                self.assertEqual((place.site / folder).stat().st_mode & 0o7777, 0o555, f"{folder} after {version}")
            (place.site / "downloads").chmod(0o755)
            late = place.site / "downloads" / f"{number}"
            late.write_text("one more")
            os.chown(late, 65534, 65534)
            (place.site / "downloads").chmod(0o555)
        self.assertEqual(sorted(path.name for path in (place.site / "downloads").glob("[0-9]")), ["0", "1", "2", "3"])

        # A file of root's can be neither linked by another user nor moved into a closed folder.
        os.chown(late, 0, 0)
        said = place.build("B", prefix=as_nobody)
        aside = place.outer / ".site.puebla" / "aside" / "downloads" / "3"
        self.assertIn("could not be carried over: permission is missing [output-in-the-way]", said)
        self.assertEqual(aside.read_text(), "one more")


class Servers(Promises):
    def serve(self, *words, **how):
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        server = subprocess.Popen([sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", *words],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **how)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        return lambda path: self.get(port, path)

    def get(self, port, path):
        for _ in range(200):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                connection.request("GET", path)
                answer = connection.getresponse()
                return answer.status, answer.read()
            except ConnectionRefusedError:
                time.sleep(0.05)
        raise AssertionError("the server does not answer")

    def test_a_server_that_is_given_the_path_shows_the_new_site_at_once(self):
        """As `./run preview` starts it."""
        place = self.place()
        command = re.search(r"-m http\.server .*", (ROOT / "run").read_text(encoding="utf-8")).group()
        self.assertTrue(command.endswith(" --directory public"), command)
        place.site.rename(place.outer / "public")
        place.site = place.outer / "public"
        get = self.serve("--directory", "public", cwd=place.outer)
        for version in "ABAB":
            place.build(version)
            self.assertEqual(get("/es/"), (200, (place.site / "es" / "index.html").read_bytes()))

    def test_so_does_one_that_looked_up_the_path_of_its_working_directory(self):
        place = self.place()
        get = self.serve(cwd=place.site)
        get("/es/")  # it has begun
        for version in "BA":
            place.build(version)
            self.assertEqual(get("/es/"), (200, (place.site / "es" / "index.html").read_bytes()))

    def test_a_server_that_works_inside_the_folder_shows_the_old_site_until_it_is_started_again(self):
        """As generator/publishing/staging.h says; it opens files by paths that begin in the folder itself."""
        place = self.place()
        serve = [sys.executable, "-c", "import sys\nfor line in sys.stdin: print(open('es/index.html').read(), end='\\0', "
                                       "flush=True)"]
        with subprocess.Popen(serve, cwd=place.site, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
            def get():
                server.stdin.write(b"get\n")
                server.stdin.flush()
                return b"".join(iter(lambda: server.stdout.read(1), b"\0"))

            old = get()
            place.build("B")
            self.assertEqual(get(), old)
            self.assertNotEqual((place.site / "es" / "index.html").read_bytes(), old)


if __name__ == "__main__":
    main(__doc__)
