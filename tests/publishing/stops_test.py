#!/usr/bin/env python3
"""Builds are stopped: Ctrl-C, SIGTERM, SIGHUP, a pipe that nobody reads.

    stops_test.py PROGRAM [all] [unittest's arguments]

A build that is stopped says so in the language of its reader, with the state of the published site, and
dies by the signal, so that a shell shows 130, 143 or 129 and stops too.
"""

import functools
import json
import os
import pathlib
import pty
import random
import signal
import subprocess
import time
import unittest

from calls import why_not
from promises import Promises, everything, main
from whole_sites import duration_of_steps, follow, held, tree_of

SAID = {
    "en": {"A": "Stopped. Nothing was published; the site in {} is as it was.\n",
           "B": "Stopped. The new site is published in {}.\n"},
    "es": {"A": "Se detuvo. No se publicó nada; el sitio en {} quedó como estaba.\n",
           "B": "Se detuvo. El sitio nuevo está publicado en {}.\n"},
}


def child_of(process):
    """The program that a shell runs."""
    while process.poll() is None:
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        if children:
            return int(children[0])
        time.sleep(0.001)
    raise AssertionError("the shell has ended")


class Stops(Promises):
    def stopped_as_it_should_be(self, place, build, how, language, said, moment):
        version = self.published_version(place, moment)
        self.assertEqual(build.wait(), -how, f"{moment}\n{said}")
        self.assertTrue(said.endswith("\n" + SAID[language][version].format(place.site)), f"{moment}, {version}\n{said}")
        return version

    def test_a_stopped_build_says_what_state_the_site_is_in(self):
        place = self.place(in_memory=True)
        durations = duration_of_steps(place)
        chance = random.Random(130)
        found, missed = [], 0
        while len(found) < (200 if everything() else 40):
            place.build("A")
            language = chance.choice(("en", "es"))
            how = chance.choice((signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
            aim = chance.choice(("Reading", "Making", "Checking", "Publishing", "Publishing"))
            build = place.start("B", language=language)
            follow(build, aim, chance.uniform(0, durations[aim]))
            if build.poll() is not None:
                build.communicate()
                missed += 1
                continue
            os.killpg(build.pid, how)
            said = "\n" + build.communicate()[1]
            if build.returncode == 0:  # the signal came when all was said
                missed += 1
                continue
            moment = f"{how.name}, aimed at {aim}"
            found.append(self.stopped_as_it_should_be(place, build, how, language, said, moment))
            self.goes_on(place, "B", moment)
        print(f"\n{len(found)} builds were stopped, {found.count('B')} of them after publishing; "
              f"{missed} had finished before")
        self.assertIn("A", found)

    @unittest.skipIf(why_not(), why_not())
    def test_the_step_that_readers_see_is_not_stopped_halfway(self):
        for options, call in (((), "renameat2"), (("--in-place",), "renameat")):
            place = self.place(*options, in_memory=True)
            # The second of these calls is the exchange, or the first move in place; it is made slow.
            slow = ("strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                    "-e", f"inject={call}:delay_enter=1000000:when=2")
            build = place.start("B", prefix=slow)
            follow(build, "Publishing", 0.5)
            os.kill(build.pid, signal.SIGINT)
            said = "\n" + build.communicate()[1]
            version = self.stopped_as_it_should_be(place, build, signal.SIGINT, "en", said, call)
            self.assertEqual(version, "B")

    def test_ctrl_c_twice_is_answered_once(self):
        place = self.place(in_memory=True)
        for delay in (0, 0, 0.0001, 0.0005, 0.001):
            build = held(functools.partial(place.start, "B"), "Making")
            os.killpg(build.pid, signal.SIGINT)
            time.sleep(delay)
            os.killpg(build.pid, signal.SIGINT)
            said = build.communicate()[1]
            self.assertEqual(build.returncode, -signal.SIGINT)
            self.assertLessEqual(said.count("Stopped."), 1)
            self.assertEqual(place.version(), "A")

    def test_a_shell_shows_130(self):
        place = self.place(in_memory=True)
        for how, answer in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
            in_a_shell = ("sh", "-c", '"$@"; echo "the shell saw $?"', "sh")
            build = held(functools.partial(place.start, "B", prefix=in_a_shell), "Making")
            os.kill(child_of(build), how)
            out, _ = build.communicate()
            self.assertIn(f"the shell saw {answer}\n", out)

    def on_a_terminal(self, place):
        """What a terminal shows of a build that is stopped; None where it had finished before."""
        ours, theirs = pty.openpty()
        build = place.start("B", stderr=theirs)
        os.close(theirs)
        shown = b""
        while "Making".encode() not in shown:
            shown += os.read(ours, 1000)
        os.killpg(build.pid, signal.SIGINT)
        build.communicate()
        while True:
            try:
                shown += os.read(ours, 1000)
            except OSError:
                break
        os.close(ours)
        return shown.decode() if build.returncode == -signal.SIGINT else None

    def test_on_a_terminal_the_answer_has_a_line_of_its_own(self):
        place = self.place(in_memory=True)
        shown = None
        while shown is None:
            place.build("A")
            shown = self.on_a_terminal(place)
        self.assertEqual(shown.splitlines()[-1], SAID["en"]["A"].format(place.site).rstrip())

    def test_nohup_is_respected(self):
        place = self.place(in_memory=True)
        build = held(functools.partial(place.start, "B", prefix=("nohup",)), "Making")
        os.killpg(build.pid, signal.SIGHUP)
        build.communicate()
        self.assertEqual(build.returncode, 0)
        self.assertEqual(place.version(), "B")

    def test_a_pipe_that_nobody_reads_keeps_no_site_from_being_published(self):
        place = self.place(in_memory=True)
        for version, pipe in (("B", "| head -0"), ("A", "2>&1 | head -0"), ("B", "2>&1 | head -1"), ("A", "--json | head -0"),
                              ("B", ">&- 2>&- <&-")):
            code, said = place.run(version, prefix=("bash", "-c", f'"$@" {pipe}; exit ${{PIPESTATUS[0]}}', "bash"))
            self.assertEqual((code, place.version()), (0, version), f"{pipe}\n{said}")

    def test_an_answer_that_cannot_be_written_is_an_error_although_the_site_is_published(self):
        place = self.place(in_memory=True)
        for version, language, words in (
                ("B", "en", "puebla stopped: standard output cannot be written: no room is left on the disk. "
                            "The new site is published in {}.\n"),
                ("A", "es", "puebla se detuvo: no se puede escribir en la salida estándar: no queda espacio en el "
                            "disco. El sitio nuevo está publicado en {}.\n")):
            with open("/dev/full", "w") as full:
                build = place.start(version, stdout=full, language=language)
                _, said = build.communicate()
            self.assertTrue(said.endswith(words.format(place.site)), said)
            self.assertEqual((build.returncode, place.version()), (2, version))

    def test_stopped_while_it_prints_json(self):
        place = self.place(in_memory=True)
        page = place.folder / "B" / "content" / "pages" / "torture" / "en.md"
        links = "".join(f"[one](pages/nowhere-{number}) " for number in range(1500))
        page.write_text(f"# Version torture\n\n{links}\n", encoding="utf-8")
        build = place.start("B", "--json")
        time.sleep(1)  # nobody reads: the pipe is full
        self.assertIsNone(build.poll())
        os.killpg(build.pid, signal.SIGINT)
        out, said = build.communicate()
        self.assertEqual(self.stopped_as_it_should_be(place, build, signal.SIGINT, "en", "\n" + said, "json"), "A")
        with self.assertRaises(json.JSONDecodeError):
            json.loads(out)

    def test_check_is_stopped_too(self):
        place = self.place(in_memory=True)
        before = tree_of(place.outer)
        check = held(functools.partial(
            subprocess.Popen, [place.program, "check", "--source", place.folder / "B"], text=True,
            stdout=subprocess.PIPE, env={**os.environ, "LC_ALL": "es"}), "Making")
        check.send_signal(signal.SIGINT)
        said = check.communicate()[1]
        self.assertEqual((check.returncode, said.splitlines()[-1]), (-signal.SIGINT, "Se detuvo."))
        self.assertEqual(tree_of(place.outer), before)


if __name__ == "__main__":
    main(__doc__)
