"""What publishing promises, as questions that tests ask of a place after whatever happened there."""

import pathlib
import sys
import unittest

from whole_sites import Place, lay_tiny, tree_of

PROGRAM = None
ALL = False


def main(doc):
    """Runs the tests of a file: PROGRAM [all] [unittest's arguments]."""
    global PROGRAM, ALL
    words = sys.argv[1:]
    if not words or words[0].startswith("-"):
        sys.exit(doc)
    PROGRAM = pathlib.Path(words.pop(0)).resolve()
    ALL = words[:1] == ["all"]
    unittest.main(module="__main__", argv=[sys.argv[0], *words[ALL:]])


def everything():
    """True where every case is to be tried, false where some of them must do."""
    return ALL


class Promises(unittest.TestCase):
    def place(self, *options, **how):
        """A place where both versions of the tiny site were published, and A is."""
        place = self.unpublished_place(*options, owners_files=True, **how)
        return place.learn()

    def unpublished_place(self, *options, lay=lay_tiny, owners_files=False, **how):
        place = Place(PROGRAM, lay, options=options, owners_files=owners_files, **how)
        self.addCleanup(place.close)
        return place

    def published_version(self, place, moment):
        """The published tree is wholly one version, compared by checksum."""
        version = place.version()
        self.assertIsNotNone(version, f"{moment}: {place.mixture() if version is None else ''}")
        self.assertTrue(place.manifest_is_right(), moment)
        return version

    def version_in_place(self, place, moment):
        """Every file is whole and of one of the versions; no page or asset that both have is missing."""
        found = {path: value for path, value in tree_of(place.site).items() if path.split("/")[0] != ".puebla"}
        for version, tree in place.trees.items():
            if found == tree:
                return version
        trees = place.trees.values()
        list_of_files = {".puebla-manifest"}  # names the files of both while they are exchanged
        for path in set(found) - list_of_files:
            self.assertIn(found[path], [tree.get(path) for tree in trees], f"{moment}: {path}")
        self.assertEqual(set.intersection(*(set(tree) for tree in trees)) - set(found), set(), moment)
        return None

    def goes_on(self, place, version, moment):
        """The next build succeeds and leaves nothing stray."""
        place.build(version)
        self.assertEqual(place.version(), version, f"{moment}: {place.mixture()}")
        self.assertEqual(place.stray(), [], moment)
