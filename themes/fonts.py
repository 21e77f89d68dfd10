#!/usr/bin/env python3
"""Cuts the fonts that themes ask for in the list "fonts" of their theme.json.

    fonts.py packages            prints the npm packages of the fonts that are not made yet
    fonts.py make NODE_MODULES   makes them from the packages installed there

Each font is {"package": npm package, perhaps with @version, "source": file in it, "file": the file
to make, "unicode": the characters to keep as "U+20-7E,U+A0-FF", "weight": "400 700" or "400"}. It is
made in themes/NAME/fonts/, which git ignores, and made again where its row in theme.json changes.
"""

import hashlib
import json
import pathlib
import re
import sys

THEMES = pathlib.Path(__file__).resolve().parent


def missing_fonts():
    """The fonts without an up-to-date file: (row, file to make, text that tells the row)."""
    for description in sorted(THEMES.glob("*/theme.json")):
        for font in json.loads(description.read_text(encoding="utf-8")).get("fonts", []):
            row = hashlib.sha256(json.dumps(font, sort_keys=True).encode()).hexdigest()
            target = description.parent / "fonts" / font["file"]
            if not target.exists() or not stamp(target).exists() or stamp(target).read_text() != row:
                yield font, target, row


def stamp(target):
    """Where the row that a font was made from is remembered."""
    return THEMES.parent / ".cache" / "fonts" / f"{target.parent.parent.name}-{target.name}.row"


def folder_of(package):
    """The folder of a package below node_modules: its name without the version."""
    return re.sub(r"(?<=.)@[^/]*$", "", package)


def make(font, target, row, node_modules):
    from fontTools import subset, ttLib
    from fontTools.varLib import instancer

    face = ttLib.TTFont(node_modules / folder_of(font["package"]) / font["source"])
    options = subset.Options()
    options.layout_features = ["*"]
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(font["unicode"].replace("U+", "")))
    cutter.subset(face)
    weights = [int(weight) for weight in str(font.get("weight", "")).split()]
    if "fvar" in face and weights:
        limits = {"wght": (weights[0], weights[-1]) if len(weights) > 1 else weights[0]}
        face = instancer.instantiateVariableFont(face, limits)
    face["head"].modified = face["head"].created  # the same bytes whenever it is made
    face.recalcTimestamp = False
    face.flavor = "woff2"
    target.parent.mkdir(exist_ok=True)
    face.save(target)
    stamp(target).parent.mkdir(parents=True, exist_ok=True)
    stamp(target).write_text(row)


def main():
    match sys.argv[1:]:
        case ["packages"]:
            for package in sorted({font["package"] for font, _, _ in missing_fonts()}):
                print(package)
        case ["make", node_modules]:
            for font, target, row in list(missing_fonts()):
                make(font, target, row, pathlib.Path(node_modules))
        case _:
            sys.exit(__doc__)


main()
