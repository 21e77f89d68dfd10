#!/usr/bin/env python3
"""A build dies, or is refused, at each call to the system by which it changes the disk.

    deaths_test.py PROGRAM [all] [unittest's arguments]

Where kills_test.py tries many moments, this tries every state that a death can leave behind: with "all"
at every such call, else at those that are not alike. It needs strace.
"""

import shutil
import signal
import unittest

from calls import changing_calls, injecting, some_of, why_not
from promises import Promises, everything, main
from whole_sites import tree_of


@unittest.skipIf(why_not(), why_not())
class Deaths(Promises):
    def calls_of(self, place, version):
        calls = changing_calls(place, version)
        return calls if everything() else some_of(calls)

    def die(self, place, version, call):
        code, said = place.run(version, "--jobs", "1", prefix=injecting(call, "signal=KILL"))
        self.assertEqual(code, -signal.SIGKILL, f"{call}\n{said}")

    def at_each_call(self, place, check):
        calls = self.calls_of(place, "B")
        found = {}
        for call in calls:
            place.build("A")
            self.die(place, "B", call)
            seen = check(place, str(call))
            found[seen] = found.get(seen, 0) + 1
            self.goes_on(place, "B", str(call))
        print(f"\n{len(calls)} deaths: the old site stood {found.get('A', 0)} times, the new one "
              f"{found.get('B', 0)}, a mixture {found.get(None, 0)}")
        return found

    def test_readers_find_one_whole_site_wherever_a_build_dies(self):
        found = self.at_each_call(self.place(in_memory=True), self.published_version)
        self.assertEqual(set(found), {"A", "B"})

    def test_in_place_the_next_build_repairs_what_a_death_left(self):
        found = self.at_each_call(self.place("--in-place", in_memory=True), self.version_in_place)
        self.assertEqual(set(found), {"A", "B", None})

    def test_a_first_build_that_dies_leaves_no_site_or_a_whole_one(self):
        for options in ((), ("--in-place",)):
            place = self.unpublished_place(*options, in_memory=True)
            self.at_each_call_of_a_first_build(place)

    def at_each_call_of_a_first_build(self, place):
        calls = self.calls_of(place, "A")
        place.trees["A"] = tree_of(place.site)
        found = 0
        for call in calls:
            shutil.rmtree(place.outer)
            place.outer.mkdir()
            self.die(place, "A", call)
            if place.site.exists() and not place.options:
                self.assertEqual(place.version(), "A", call)
                found += 1
            self.goes_on(place, "A", str(call))
        print(f"\n{len(calls)} deaths of a first build {' '.join(place.options)}: the new site stood {found} times")

    def refuse_each_call(self, place, state_is_told):
        calls = self.calls_of(place, "B")
        counts = {0: 0, 2: 0}
        for error in ("ENOSPC", "EIO", "EACCES") if everything() else ("ENOSPC",):
            for call in calls:
                place.build("A")
                code, said = place.run("B", "--jobs", "1", prefix=injecting(call, f"error={error}"))
                moment = f"{call} {error}\n{said}"
                self.assertIn(code, counts, moment)
                counts[code] += 1
                if code == 0:
                    self.assertEqual(self.version_in_place(place, moment), "B", moment)
                else:
                    state_is_told(place, said, moment)
                self.goes_on(place, "B", moment)
        print(f"\n{sum(counts.values())} refused calls: {counts[2]} builds stopped, {counts[0]} could do without")
        self.assertGreater(counts[2], counts[0])

    def test_a_refused_call_ends_in_a_message_and_leaves_the_old_site(self):
        def state_is_told(place, said, moment):
            self.assertEqual(place.version(), "A", moment)
            self.assertRegex(said, r"(?m)^error: .* \[(disk-full|output-not-writable|cannot-exchange)\]\n  help: ", moment)
            self.assertIn(f"Nothing was published; the site in {place.site} is as it was.\n", said, moment)

        self.refuse_each_call(self.place(in_memory=True), state_is_told)

    def test_in_place_a_refused_call_ends_in_a_message_that_tells_of_a_mixture(self):
        def state_is_told(place, said, moment):
            if "[output-mixed]" in said:
                self.version_in_place(place, moment)
            else:
                self.assertEqual(self.version_in_place(place, moment), "A", moment)
                self.assertIn(f"Nothing was published; the site in {place.site} is as it was.\n", said, moment)

        self.refuse_each_call(self.place("--in-place", in_memory=True), state_is_told)


if __name__ == "__main__":
    main(__doc__)
