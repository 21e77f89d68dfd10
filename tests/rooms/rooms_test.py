#!/usr/bin/env python3
"""The table of rooms in generator/CMakeLists.txt against every #include of the program.

A room uses only the rooms its row names, and a row names only rooms above it. Each library is hidden
by one room. Planted faults show that every rule can fail.
"""

import pathlib
import re
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

ROW = re.compile(r"^add_room\(([^)]*)\)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]+>|"[^"]+")', re.MULTILINE)

# What is included or called only in some places: (pattern, where, why).
HIDDEN = [
    (r"#include <cmark-gfm", "markdown/", "cmark-gfm is hidden by markdown"),
    (r"#include <nlohmann/", "foundation/", "nlohmann/json is hidden by foundation"),
    (r"#include <unicode/", "locale/", "ICU is hidden by locale"),
    (r"#include <libstemmer", "locale/", "Snowball is hidden by locale"),
    (r"#include <libxml/", "exports/", "libxml2 is hidden by exports"),
    (r"#include <openssl/", "publishing/", "OpenSSL is hidden by publishing"),
    (r"#include <valijson/", "foundation/", "Valijson is hidden by foundation"),
    (r"#include <CLI/", "commands/", "the command line is read in commands"),
    (r"std::(jthread|async)\b|std::thread\b(?!::)|pthread_create", "foundation/parallel.h",
     "threads are started in foundation/parallel.h"),
    (r"#include <iostream>|std::c(out|err)\b|\bstd(out|err)\b|\bprintf\(", "commands/",
     "only commands print"),
    (r"\bgetenv\(|::now\(\)|\bstd::time\(|\bsetlocale\(", "commands/",
     "clock and environment are read in commands"),
    (r"\bstd::exit\(|\babort\(", "commands/", "only commands exit"),
]


def without_comments(text):
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)


def read_table(root):
    """Room → the rooms it may use, in the order of the table."""
    table = {}
    for row in ROW.findall((root / "generator/CMakeLists.txt").read_text()):
        room, *uses = row.split()
        table[room] = uses
    return table


def faults(root):
    """Sentences about everything that breaks a rule below root/generator."""
    table = read_table(root)
    for place, (room, uses) in enumerate(table.items()):
        for used in uses:
            if used not in list(table)[:place]:
                yield f"generator/CMakeLists.txt: {room} uses {used}, which is not above it"
    for path in sorted((root / "generator").rglob("*.[ch]*")):
        name = path.relative_to(root / "generator").as_posix()
        room = name.split("/")[0]
        if path.suffix not in (".cpp", ".h"):
            continue
        if room not in table:
            yield f"{name}: no row for the room {room}"
            continue
        text = without_comments(path.read_text(encoding="utf-8"))
        for included in INCLUDE.findall(text):
            if included[0] == '"':
                yield from fault_of_include(root, table, name, room, included[1:-1])
        for pattern, where, why in HIDDEN:
            if re.search(pattern, text) and not name.startswith(where):
                yield f"{name}: {why}"


def fault_of_include(root, table, name, room, included):
    if not (root / "generator" / included).is_file():
        yield f"{name}: there is no generator/{included}"
    elif included.split("/")[0] not in [room, *table[room]]:
        yield f'{name}: {room} may not use {included.split("/")[0]} ("{included}")'


class Rooms(unittest.TestCase):
    def test_every_include_of_the_program_is_allowed_by_the_table(self):
        self.assertEqual(list(faults(ROOT)), [])

    def test_planted_faults_are_found(self):
        table = "add_room(low)\nadd_room(high low)\n"
        self.assertEqual(self.faults_in(table, {"low/a.h": "", "high/b.cpp": '#include "low/a.h"\n'}), [])
        self.assertEqual(
            self.faults_in(table, {"high/b.h": "", "low/a.cpp": '#include "high/b.h"\n'}),
            ['low/a.cpp: low may not use high ("high/b.h")'])
        self.assertEqual(
            self.faults_in(table, {"low/a.cpp": '#include "low/gone.h"\n'}),
            ["low/a.cpp: there is no generator/low/gone.h"])
        self.assertEqual(self.faults_in(table, {"attic/a.cpp": ""}), ["attic/a.cpp: no row for the room attic"])
        self.assertEqual(
            self.faults_in("add_room(low high)\nadd_room(high)\n", {}),
            ["generator/CMakeLists.txt: low uses high, which is not above it"])

    def test_every_hidden_thing_is_found_elsewhere(self):
        examples = [
            "#include <cmark-gfm.h>", "#include <nlohmann/json.hpp>", "#include <unicode/uchar.h>",
            "#include <libstemmer.h>", "#include <libxml/tree.h>", "#include <openssl/evp.h>",
            "#include <valijson/schema.hpp>", "#include <CLI/CLI.hpp>", "std::jthread helper;",
            "std::cout << 1;", "std::chrono::system_clock::now();", "std::exit(1);",
        ]
        for example, (_, _, why) in zip(examples, HIDDEN, strict=True):
            self.assertEqual(self.faults_in("add_room(low)\n", {"low/a.cpp": example}), [f"low/a.cpp: {why}"])
            self.assertEqual(self.faults_in("add_room(low)\n", {"low/a.cpp": f"// {example}"}), [])

    def faults_in(self, table, files):
        with tempfile.TemporaryDirectory() as folder:
            generator = pathlib.Path(folder) / "generator"
            for name, text in {"CMakeLists.txt": table, **files}.items():
                (generator / name).parent.mkdir(parents=True, exist_ok=True)
                (generator / name).write_text(text)
            return list(faults(pathlib.Path(folder)))


if __name__ == "__main__":
    unittest.main()
