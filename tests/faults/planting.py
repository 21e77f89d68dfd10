"""A copy of the portal's sources, and mistakes put into it.

A Fault changes some files and says what the author must then be told: code, severity, file and line.
A kind of fault is a function that yields every place where it can be planted; the decorator
@kind(CODE) puts it into KINDS.
"""

import dataclasses
import pathlib
import re
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = {".md", ".json", ".html", ".css"}

KINDS = {}  # name → Kind


@dataclasses.dataclass
class Kind:
    name: str
    places: object  # function: Sources → faults, one for every place
    code: str
    severity: str
    also: frozenset  # codes that may be told beside it: what follows from the fault


@dataclasses.dataclass
class Fault:
    changes: dict  # path → new text
    file: str
    line: int = None  # None: the file as a whole
    name: str = ""  # what tells the place from others in the same line


def kind(code, severity="error", also=()):
    def add(places):
        name = places.__name__.replace("_", " ")
        KINDS[name] = Kind(name, places, code, severity, frozenset(also))
        return places
    return add


class Sources:
    """Every text of content/ and of the portal's theme, by path."""

    def __init__(self):
        self.texts = {
            path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
            for folder in ("content", "themes/portal")
            for path in sorted((ROOT / folder).rglob("*")) if path.suffix in TEXT
        }
        self.rendered = []  # (template, line) where a line may be put in and is then on some page

    def copy_to(self, folder):
        for name in ("content", "themes/portal"):
            shutil.copytree(ROOT / name, folder / name)

    def named(self, pattern):
        """(path, text) of the files whose path matches."""
        return [(path, text) for path, text in self.texts.items() if re.fullmatch(pattern, path)]

    def prose(self):
        return self.named(r"content/[^/]+/[^/]+/[a-z]{2}\.md")

    def entries(self):
        """Names of entries that have a page and a text in both languages: "members/mexico"."""
        return sorted({path[len("content/"):-len("/es.md")] for path, _ in self.prose()
                       if path.endswith("/es.md") and path[:-len("es.md")] + "en.md" in self.texts})

    def templates(self):
        return self.named(r"themes/portal/(layouts|partials)/.+\.html")

    def with_line(self, path, line, new):
        """The text of a file with a new line put in before that line (from 1)."""
        lines = self.texts[path].split("\n")
        return "\n".join(lines[:line - 1] + [new] + lines[line - 1:])

    def changed(self, path, begin, end, new, **more):
        """A fault that puts `new` in the place of a range of a file, and is told there."""
        text = self.texts[path]
        return Fault({path: text[:begin] + new + text[end:]}, path, text.count("\n", 0, begin) + 1, **more)

    def each_match(self, files, pattern, group, new):
        """A fault for every match: its group is replaced by new(match)."""
        for path, text in files:
            for match in re.finditer(pattern, text):
                yield self.changed(path, match.start(group), match.end(group), new(match))
