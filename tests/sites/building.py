"""What the tests of small sites share: laying out a source, running the program, reading what it says."""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess

SITES = pathlib.Path(__file__).resolve().parent
MISTAKES = SITES / "mistakes"

# The language of a person at the keyboard, where the command line does not say it.
LOCALES = {"en": "en_US.UTF-8", "es": "es_MX.UTF-8"}

# Stands for the temporary folder in expected texts.
HERE = "/site"

PROBLEM = re.compile(r"(?:(?P<file>\S.*?)(?::(?P<line>\d+):(?P<column>\d+))?: )?"
                     r"(?P<severity>error|warning|advertencia): (?P<message>.*) \[(?P<code>[a-z0-9-]+)\]")


def lay_source(site, target):
    """Puts the source of a site, over the site it lies on, and the theme into a folder.

    A site that differs in a few lines of a longer file says those in source.diff, as git writes it.
    """
    below = site / "on"
    if below.exists():
        lay_source(SITES / below.read_text().strip(), target)
    elif site.parent == MISTAKES:
        lay_source(SITES / "tiny", target)
    else:
        shutil.copytree(SITES / "theme", target / "themes" / "plain", dirs_exist_ok=True)
    if (site / "source").exists():
        shutil.copytree(site / "source", target, dirs_exist_ok=True)
    if (site / "source.diff").exists():
        # In a repository git would take its paths from there.
        subprocess.run(["git", "apply", "--whitespace=nowarn", site / "source.diff"], cwd=target, check=True,
                       env={**os.environ, "GIT_CEILING_DIRECTORIES": str(target.parent)})


def files_of(folder):
    """Path → bytes of every file of a finished site but the generator's own list of them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".puebla-manifest"
    }


def photograph(folder):
    """Path → inode, time and bytes of everything in a folder, its own list of files included."""
    return {
        path.relative_to(folder).as_posix():
            (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
    }


def changed_between(before, after):
    """What two photographs show differently."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def words_of(mistake, language):
    """The command line of a mistake; the words come from its file `options` (see sites_test.py)."""
    options = mistake / "options"
    words = shlex.split(options.read_text(encoding="utf-8")) if options.exists() else []
    if words and words[0] == "puebla":
        return words[1:]
    verb = "build"
    if words and not words[0].startswith("-"):
        verb = words.pop(0)
    places = ["--source", "source"] + (["--out", "public"] if verb == "build" else [])
    return [verb, *places, *words, "--messages", language]


def run(program, words, folder, language, prefix=()):
    """Runs the program in a folder as a person who speaks the language would."""
    environment = {**os.environ, "LC_ALL": LOCALES[language]}
    return subprocess.run(
        [*prefix, program, *words], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)


def without_progress(text, folder):
    """What was said about the site: no steps, and no path of this machine."""
    def is_progress(line):
        return line.endswith(" …\n") and not line.startswith(" ")

    kept = "".join(line for line in text.splitlines(keepends=True) if not is_progress(line))
    return kept.replace(str(folder), HERE)


def problems_in_text(text):
    """The problems a person reads, each as the object that --json gives for it."""
    found = []
    for line in text.splitlines():
        problem = PROBLEM.fullmatch(line)
        help_line = re.fullmatch(r"  (?:help|ayuda): (.*)", line)
        if problem:
            found.append({
                "severity": "error" if problem["severity"] == "error" else "warning",
                "code": problem["code"],
                "file": problem["file"],
                "line": int(problem["line"]) if problem["line"] else None,
                "column": int(problem["column"]) if problem["column"] else None,
                "message": problem["message"],
                "help": "",
            })
        elif help_line and found:
            found[-1]["help"] = help_line[1]
    return found


def problems_in_json(text, folder):
    """The same from --json; where a problem ends is not in the text for people."""
    found = json.loads(text.replace(str(folder), HERE))
    for problem in found:
        problem.pop("end_line", None)
        problem.pop("end_column", None)
        for name in ("file", "line", "column"):
            problem.setdefault(name, None)
        for name in ("file", "message", "help"):
            problem[name] = problem[name] and re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", problem[name])
    return found


def expected_exit_code(text):
    """0 where nothing is an error; 2 where an error has no file (wrong use, environment); else 1."""
    errors = [problem for problem in problems_in_text(text) if problem["severity"] == "error"]
    if not errors:
        return 0
    return 2 if any(problem["file"] is None for problem in errors) else 1
