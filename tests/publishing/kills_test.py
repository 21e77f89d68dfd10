#!/usr/bin/env python3
"""Builds are killed (SIGKILL) at random moments, and somebody reads the site all the while.

    kills_test.py PROGRAM [all] [unittest's arguments]

After every death the published tree is wholly one version or the other, compared by checksum, and the
next build succeeds and leaves nothing stray. The moments come from a fixed seed. They are spread over
the steps of a build by its own progress, so that the short step in which it publishes is hit often.

In place the promise is weaker, and this is all of it: every file is whole and of one of the versions, no
page or asset that both versions have is ever missing, and the next build repairs everything.
"""

import random
import signal

from promises import Promises, everything, main
from readers import Reader
from whole_sites import duration_of_steps, end_group, follow, lay_portal

# How many of a hundred kills are aimed at each step; None is the time before the first.
AIM = {None: 5, "Reading": 10, "Making": 30, "Checking": 10, "Publishing": 45}
GROUP = ("sh", "-c", '"$@"; :', "sh")


class Kills(Promises):
    def kill_builds(self, place, count, check, reader):
        chance = random.Random(300)
        durations = duration_of_steps(place)
        hits = dict.fromkeys(AIM, 0)
        found = dict.fromkeys(("old", "new", "mixture"), 0)
        place.build("A")
        old = "A"
        number = 0
        while number < count:
            new = "B" if old == "A" else "A"
            aim = chance.choices(list(AIM), AIM.values())[0]
            reader.a_build_begins()
            build = place.start(new, prefix=GROUP if number % 3 == 0 else ())
            last = follow(build, aim, chance.uniform(0, durations[aim]))
            if build.poll() is None:
                end_group(build, signal.SIGKILL)
                number += 1
                hits[last] += 1
                seen = check(place, f"kill {number}, aimed at {aim}")
                found[{old: "old", new: "new", None: "mixture"}[seen]] += 1
            else:
                build.communicate()  # it had finished

            old = chance.choice("AB")
            reader.a_build_begins()
            self.goes_on(place, old, f"after kill {number}")
        return hits, found

    def round(self, place, count, check, whole_folders=True):
        reader = Reader(place, whole_folders)
        try:
            hits, found = self.kill_builds(place, count, check, reader)
        finally:
            pages, folders, wrong = reader.finish()
        self.assertEqual(wrong, [])
        words = ", ".join(f"{number} while {step or 'starting'}" for step, number in hits.items())
        print(f"\n{count} kills: {words}; the old site stood {found['old']} times, the new one {found['new']}, a "
              f"mixture {found['mixture']}; meanwhile {pages} pages and {folders} whole folders were read")
        # A test whose kills all come too early or too late would prove nothing.
        self.assertGreater(hits["Publishing"], count // 10)
        self.assertGreater(hits["Making"], count // 10)
        self.assertGreater(pages, count)
        return found

    # In memory a build takes as long as its work does, and not as other programs keep the disk busy.

    def test_readers_find_one_whole_site_whenever_a_build_is_killed(self):
        found = self.round(self.place(in_memory=True), 280, self.published_version)
        self.assertGreater(min(found["old"], found["new"]), 5)

    def test_so_do_the_readers_of_the_portal(self):
        self.round(self.place(lay=lay_portal, in_memory=True), 300 if everything() else 20, self.published_version)

    def test_in_place_every_file_is_whole_and_the_next_build_repairs_the_site(self):
        place = self.place("--in-place", in_memory=True)
        found = self.round(place, 300 if everything() else 60, self.version_in_place, whole_folders=False)
        self.assertGreater(found["old"], 5)


if __name__ == "__main__":
    main(__doc__)
