"""Mistakes in records, in collection.json and in site.json."""

import json
import re

from planting import Fault, kind

COLLECTIONS = "bodies|documents|events|groups|members|pages|presidencies|topics"


def records(sources):
    return sources.named(r"content/[^/]+/[^/]+/record\.json")


def as_text(record):
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def schema_of(sources, path):
    return json.loads(sources.texts[f"content/{path.split('/')[1]}/collection.json"])["record"]


@kind("unknown-reference")
def unknown_reference(sources):
    return sources.each_match(records(sources), rf'"((?:{COLLECTIONS})/[a-z0-9-]+)"', 1, lambda match: match[1] + "x-")


@kind("bad-date")
def impossible_date(sources):
    return sources.each_match(records(sources), r'"(?:date|end|created)": "(\d{4})(-\d\d)*"', 1, lambda match: match[1] + "-13")


@kind("unknown-field")
def unknown_field(sources):
    for path, text in records(sources):
        if text.startswith("{\n"):
            yield Fault({path: sources.with_line(path, 2, '  "planted": 1,')}, path, 2)


@kind("missing-field")
def missing_field(sources):
    for path, text in records(sources):
        for field in schema_of(sources, path).get("required", []):
            record = json.loads(text)
            record.pop(field, None)
            yield Fault({path: as_text(record)}, path, 1, field)


@kind("unknown-value")
def value_that_is_not_in_the_list(sources):
    for path, text in records(sources):
        for field, schema in schema_of(sources, path)["properties"].items():
            match = re.search(rf'^  "{field}": "([a-z-]+)"', text, re.MULTILINE) if "enum" in schema else None
            if match:
                yield sources.changed(path, match.start(1), match.end(1), "planted")


@kind("wrong-type")
def text_instead_of_a_number(sources):
    return sources.each_match(records(sources), r'": (\d+)', 1, lambda match: f'"{match[1]}"')


@kind("bad-uri")
def address_that_runs_code(sources):
    return sources.each_match(records(sources), r'"uri": "([^"]+)"', 1, lambda _: "javascript:alert(1)")


@kind("broken-json")
def missing_comma(sources):
    for path, text in records(sources):
        for match in re.finditer(r",\n", text):
            fault = sources.changed(path, match.start(), match.start() + 1, "")
            fault.line += 1  # "a comma is missing before this"
            yield fault


@kind("translation-missing", "warning")
def text_in_one_language_only(sources):
    return sources.each_match(records(sources), r'(?<!"slug": )\{"es": "[^"\n]+"(, "en": "[^"\n]+")\}', 1, lambda _: "")


@kind("duplicate-address", also={"duplicate-address"})
def address_taken_by_another_entry(sources):
    """Both entries get the same slug; the clash is told at each of them, here at the second."""
    for collection in ("members", "topics", "groups", "bodies", "pages"):
        pages = [path for path, text in records(sources)
                 if path.startswith(f"content/{collection}/") and text.startswith("{\n") and '"slug"' not in text]
        for first, second in zip(pages, pages[1:]):
            slug = '  "slug": {"es": "planted", "en": "planted"},'
            changes = {path: sources.with_line(path, 2, slug) for path in (first, second)}
            yield Fault(changes, second, 2)


@kind("layout-missing")
def unknown_layout(sources):
    files = sources.named(r"content/[^/]+/collection\.json")
    for path, text in files:
        line = re.search(r'^  "layout": \{[^}]*\}', text, re.MULTILINE)
        for match in re.finditer(r'": "([a-z-]+)"', line[0]) if line else ():
            begin = line.start() + match.start(1)
            yield sources.changed(path, begin, begin + len(match[1]), "planted", name=match[1])


@kind("unknown-reference")
def unknown_entry_in_a_menu(sources):
    return sources.each_match(sources.named("content/site.json"), r'"to": "([^"]+)"', 1, lambda match: match[1] + "x-")


@kind("bad-setting")
def address_in_one_language_only(sources):
    files = sources.named(r"content/[^/]+/collection\.json")
    return sources.each_match(files, r'"(?:list|entry)": \{"es": "[^"]+"(, "en": "[^"]+")\}', 1, lambda _: "")
