#!/usr/bin/env python3
"""Installs the built program and packs it as a .deb; looks at what came out.

    package_test.py PROGRAM     the program in its build folder
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Package(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.build = PROGRAM.parents[1]

    def expect_files_and_help(self, prefix):
        for name in ("bin/puebla", "share/puebla/themes/portal/theme.json", "share/doc/puebla/copyright"):
            self.assertTrue((prefix / name).is_file(), name)
        self.assertIn("build", run(prefix / "bin/puebla", "help"))

    def test_install(self):
        run("cmake", "--install", self.build, "--prefix", self.folder)
        self.expect_files_and_help(self.folder)

    def test_debian_package(self):
        run("cpack", "--config", self.build / "CPackConfig.cmake", "-B", self.folder)
        package, = self.folder.glob("*.deb")
        self.assertRegex(package.name, r"^puebla_[0-9.]+_[a-z0-9]+\.deb$")
        needs = run("dpkg-deb", "--field", package, "Depends")
        for library in ("libc6", "libstdc++6", "libcmark-gfm0", "libicu72", "libxml2"):
            self.assertIn(library, needs)
        run("dpkg-deb", "--extract", package, self.folder / "root")
        self.expect_files_and_help(self.folder / "root/usr")


if __name__ == "__main__":
    if PROGRAM is None:
        sys.exit(__doc__)
    unittest.main()
