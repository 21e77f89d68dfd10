"""The inputs that fuzzing begins with: made from the repository's own content and tests."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
LARGEST = 4096  # bytes: small inputs are tried by the thousand
RAW_LITERAL = re.compile(r'R"\((.*?)\)"', re.DOTALL)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\[nt"\\])+)"')
ESCAPES = {"\\n": "\n", "\\t": "\t", '\\"': '"', "\\\\": "\\"}


def texts(*patterns):
    """Every file that one of the patterns names, as bytes."""
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            yield path.read_bytes()


def literals(*patterns):
    """What authors write in the tests: the texts in quotes of C++ files."""
    for source in texts(*patterns):
        text = source.decode()
        yield from (found.encode() for found in RAW_LITERAL.findall(text))
        for found in LITERAL.findall(RAW_LITERAL.sub("", text)):
            yield re.sub(r"\\.", lambda escape: ESCAPES[escape.group()], found).encode()


def bundle(folder, *patterns):
    """Several files in one text, as bundle.h reads them."""
    paths = sorted({path for pattern in patterns for path in folder.glob(pattern) if path.is_file()})
    return b"".join(b"=== " + path.relative_to(folder).as_posix().encode() + b"\n" + path.read_bytes()
                    for path in paths)


def sites(*patterns):
    """The sources of the small sites, right and wrong, each as a bundle."""
    for folder in sorted(ROOT.glob("tests/sites/**/source")):
        yield bundle(folder, *patterns)


def records():
    yield from sites("content/**/*.json")
    for collection in sorted((ROOT / "content").iterdir()):
        name = f"content/{collection.name}/"
        records_of = sorted(collection.glob("*/record.json"))
        for record in records_of[:3]:
            yield bundle(ROOT, name + "collection.json", name + record.parent.name + "/record.json")
        yield bundle(ROOT, name + "collection.json", name + "records.json")
    yield from literals("tests/model/*.cpp", "tests/content/*.cpp", "tests/foundation/*json*.cpp")


def markdown():
    yield from texts("content/**/*.md", "tests/sites/**/*.md")
    yield from literals("tests/markdown/*.cpp", "tests/pages/fill_pages_test.cpp")


def templates():
    partials = "themes/portal/partials/*.html"
    for layout in texts("themes/portal/layouts/*.html", partials, "tests/sites/theme/**/*.html"):
        yield layout
    for cases in texts("tests/templates/jinja_cases.txt"):
        yield from (case.replace("⏎", "\n").encode() for case in cases.decode().splitlines())
    yield from literals("tests/templates/*.cpp", "generator/templates/*filters*.cpp",
                        "generator/templates/functions.cpp")


def site():
    yield from sites("**/*")
    tiny = ROOT / "tests/sites/tiny/source"
    for path in sorted(tiny.rglob("*.*")):
        yield bundle(tiny, path.relative_to(tiny).as_posix())
    for path in sorted((ROOT / "tests/sites/theme").rglob("*.*")):
        name = path.relative_to(ROOT / "tests/sites/theme").as_posix()
        yield b"=== themes/plain/" + name.encode() + b"\n" + path.read_bytes()


MAKERS = {"records": records, "markdown": markdown, "templates": templates, "site": site}


def write(target, folder):
    """Writes the seeds of a target into a folder, each once, and gives back their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sorted({seed[:LARGEST] for seed in MAKERS[target]() if seed})
    paths = [folder / f"seed-{number:04}" for number in range(len(wanted))]
    for path, seed in zip(paths, wanted):
        path.write_bytes(seed)
    return paths
