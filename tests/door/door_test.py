#!/usr/bin/env python3
"""./run on machines that lack something: one clear sentence, in the reader's language.

The script is copied beside small programs that stand in for dpkg-query, apt-get and the like, so
that nothing is installed or built.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What the script takes from any system.
PLAIN = ["bash", "cat", "dirname", "env", "grep", "mkdir", "mkdir", "nproc", "readlink", "tail", "uname"]


class Door(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.programs = self.folder / "bin"
        self.programs.mkdir()
        for name in set(PLAIN):
            (self.programs / name).symlink_to(shutil.which(name))
        self.home = self.folder / "a folder with spaces"
        (self.home / "themes").mkdir(parents=True)
        shutil.copy(ROOT / "run", self.home)
        shutil.copy(ROOT / "themes/fonts.py", self.home / "themes")
        self.system("debian", "12")
        self.program("dpkg-query", "exit 1")
        self.program("id", "echo 0")
        self.program("apt-get", f'echo "$@" >>"{self.folder}/apt"')

    def program(self, name, script):
        path = self.programs / name
        path.write_text(f"#!/bin/bash\n{script}\n")
        path.chmod(0o755)

    def system(self, name, version):
        (self.folder / "os-release").write_text(f'ID={name}\nVERSION_ID="{version}"\n')

    def run_door(self, *arguments, lang="en_US.UTF-8", code=0, cwd="/"):
        done = subprocess.run(
            [self.home / "run", *arguments], cwd=cwd, capture_output=True, text=True, check=False,
            env={"PATH": str(self.programs), "LANG": lang, "OS_RELEASE": str(self.folder / "os-release")})
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def test_help_is_shown_without_a_verb_in_the_readers_language(self):
        self.assertTrue(self.run_door().startswith("Usage: ./run VERB"))
        self.assertTrue(self.run_door("help", lang="es_CR.UTF-8").startswith("Uso: ./run VERBO"))

    def test_an_unknown_verb_is_named(self):
        self.assertIn('There is no verb "publsh".', self.run_door("publsh", code=2))
        self.assertIn("No hay ningún verbo «publsh».", self.run_door("publsh", lang="es", code=2))

    def test_on_another_system_it_says_what_is_missing(self):
        self.system("fedora", "40")
        said = self.run_door("publish", code=2)
        self.assertIn("Only on Debian 12 can this install what it needs, and here is fedora 40; missing: g++ cmake", said)
        self.assertEqual(len(said.splitlines()), 1)

    def test_without_root_and_sudo_it_says_what_root_would_type(self):
        self.program("id", "echo 1000")
        said = self.run_door("publish", code=2)
        self.assertIn("Only root can install what is missing: apt-get install g++ cmake", said)
        self.assertEqual(len(said.splitlines()), 1)

    def test_without_root_it_asks_sudo(self):
        self.program("id", "echo 1000")
        self.program("sudo", 'exec "$@"')
        self.program("cmake", "exit 1")
        self.run_door("publish", code=2)
        self.assertIn("install -y -qq", (self.folder / "apt").read_text())

    def test_without_a_network_it_says_so(self):
        self.program("apt-get", "echo 'E: Failed to fetch'; exit 100")
        said = self.run_door("publish", lang="es", code=2)
        self.assertIn("E: Failed to fetch", said)
        self.assertIn("apt no pudo instalarlos: ¿hay red? (toda su salida: .build/apt.log)", said)

    def test_only_what_is_missing_is_installed(self):
        self.program("dpkg-query", 'shift 2; for p; do [[ $p == ccache ]] || printf "installed %s " "$p"; done')
        self.program("cmake", "exit 1")
        self.assertIn("Installing from Debian: ccache\n", self.run_door("publish", code=2))
        self.assertTrue((self.folder / "apt").read_text().rstrip().endswith(" ccache"))

    def test_a_failed_step_shows_the_end_of_its_output(self):
        self.program("dpkg-query", 'shift 2; for p; do printf "installed %s " "$p"; done')
        self.program("cmake", "echo 'the compiler is ill'; exit 1")
        said = self.run_door("publish", code=2)
        self.assertIn("the compiler is ill", said)
        self.assertIn("This failed: cmake --preset release (all of its output: .build/release/configure.log)", said)

    def test_it_works_from_any_folder_and_by_a_link(self):
        link = self.folder / "door"
        os.symlink(self.home / "run", link)
        done = subprocess.run([link, "help"], cwd="/", capture_output=True, text=True, check=True)
        self.assertIn("./run", done.stdout)


if __name__ == "__main__":
    unittest.main()
