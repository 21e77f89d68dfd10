#!/usr/bin/env python3
"""The finished portal, asked without the generator's help; and proof that each question can fail.

    finished_site_test.py FOLDER     the folder of the finished portal
"""

import json
import pathlib
import random
import re
import sys
import tempfile
import unittest

from finished_site import Site, faults, is_error_page, is_fallback
from planted_faults import KINDS

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else None
PLACES = 10

BASE = "https://one.example.org/sub/"
HEAD = """<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
"""
CLEAN = {
    "es/index.html": f"""<!doctype html><html lang="es"><head>{HEAD}<title>Uno</title>
<link rel="canonical" href="https://one.example.org/sub/es/">
<link rel="alternate" hreflang="es" href="https://one.example.org/sub/es/">
<link rel="alternate" hreflang="en" href="https://one.example.org/sub/en/">
</head><body><nav><a href="../en/" hreflang="en">English</a></nav>
<main><h1 id="a">Uno</h1><a href="solo/#p1">Solo</a></main></body></html>""",
    "en/index.html": f"""<!doctype html><html lang="en"><head>{HEAD}<title>One</title>
<link rel="canonical" href="https://one.example.org/sub/en/">
<link rel="alternate" hreflang="es" href="https://one.example.org/sub/es/">
<link rel="alternate" hreflang="en" href="https://one.example.org/sub/en/">
</head><body><nav><a href="../es/" hreflang="es">Español</a></nav>
<main><h1 id="a">One</h1><a href="/sub/es/">Uno</a></main></body></html>""",
    "es/solo/index.html": f"""<!doctype html><html lang="es"><head>{HEAD}<title>Solo</title>
<link rel="canonical" href="https://one.example.org/sub/es/solo/">
</head><body><nav><a href="../../en/solo/" hreflang="en">English</a></nav>
<main><h1>Solo</h1><p id="p1">Texto</p></main></body></html>""",
    "en/solo/index.html": f"""<!doctype html><html lang="en"><head>{HEAD}<title>Solo</title>
<link rel="canonical" href="https://one.example.org/sub/en/solo/">
</head><body><nav><a href="../../es/solo/" hreflang="es">Español</a></nav>
<main><h1>Solo</h1><p class="notice">Spanish only</p><div lang="es"><p id="p1">Texto</p></div></main></body></html>""",
    "sitemap.xml": """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://one.example.org/sub/es/</loc></url><url><loc>https://one.example.org/sub/en/</loc></url>
<url><loc>https://one.example.org/sub/es/solo/</loc></url></urlset>""",
    "site.css": "/* url(no) */ p { background: url(mark.svg) }",
    "mark.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}
# What the portal has too few places for: (file, text in it, what is put in its place, what must be said)
PLANTED = [
    ("es/index.html", "solo/#p1", "solo#p1", "es/index.html: <a href> leads to solo#p1, where nothing is"),
    ("en/index.html", 'href="/sub/es/"', 'href="/es/"', "en/index.html: <a href> leads to /es/, where nothing is"),
    ("es/index.html", '"../en/"', '"./"', "es/index.html: the link to en leads to a page in es"),
    ("en/solo/index.html", 'class="notice"', "", "en/solo/index.html: in another language, and no notice says so"),
    ("en/solo/index.html", "</head>", '<link rel="alternate" hreflang="en" href="https://one.example.org/sub/en/solo/"></head>',
     "en/solo/index.html: named as a en version, which it is not"),
    ("sitemap.xml", "</urlset>", "</urlst>", "sitemap.xml: mismatched tag: line 3, column 60"),
    ("site.css", "mark.svg", "gone.svg", "site.css: url(gone.svg) leads to nothing"),
    ("site.css", "mark.svg", "https://example.com/a.svg", "site.css: url(https://example.com/a.svg) leads to nothing"),
    ("site.css", "/*", "@import 'a.css'; /*", "site.css: imports another style sheet"),
]


class LittleSite(unittest.TestCase):
    def faults_in(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = pathlib.Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return list(faults(Site(folder, BASE)))

    def test_a_clean_site_has_none(self):
        self.assertEqual(self.faults_in(CLEAN), [])

    def test_each_is_found(self):
        for file, text, instead, said in PLANTED:
            with self.subTest(said):
                self.assertIn(text, CLEAN[file])
                self.assertIn(said, self.faults_in({**CLEAN, file: CLEAN[file].replace(text, instead)}))


class PlantedFaults(unittest.TestCase):
    """Every kind of fault, planted at ten places of the finished portal at once."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.site = Site(FOLDER, json.loads((ROOT / "content/site.json").read_text(encoding="utf-8"))["base"])

    def plant(self, kind):
        chosen = random.Random(kind.name)
        places = {page.path: planted for page in self.site.pages.values()
                  if (planted := list(kind.plant(self.site, page)))}
        self.assertGreaterEqual(len(places), PLACES, "too few places")
        changes, expected = {}, set()
        for path in chosen.sample(sorted(places), PLACES):
            text, said = chosen.choice(places[path])
            self.assertNotEqual(text, self.site.texts[path])
            changes[path] = text
            expected.add(said if ".html: " in said else f"{path}: {said}")
        found = set(faults(self.site.changed(changes)))
        self.assertEqual(sorted(expected - found), [], "not found")
        self.assertEqual(len(expected), PLACES)
        more = [one for one in found - expected if not (kind.also and re.fullmatch(kind.also, one))]
        self.assertEqual(sorted(more), [], "said beside it")

    def test_a_page_that_is_not_there(self):
        """Every link of every page that leads to it is told."""
        inner = sorted(path for path in self.site.pages if path.count("/") > 1)
        for gone in random.Random(2).sample(inner, PLACES):
            wanted = {
                f"{page.path}: <{tag} {attribute}> leads to {address}, where nothing is"
                for page in self.site.pages.values() if page.path != gone
                for tag, attribute, address in page.links
                if (self.site.target_of(page.path, address) or [None])[0] == gone
            }
            self.assertGreater(len(wanted), 1, gone)
            self.assertEqual(wanted - set(faults(self.site.changed({gone: None}))), set(), gone)

    def test_an_address_of_the_sitemap_or_a_feed_that_leads_nowhere(self):
        places = [(path, address) for path, text in self.site.texts.items() if path.endswith(".xml")
                  for address in sorted(set(re.findall(r'(?:<loc>|<link [^>]*href=")([^<"]+/)[<"]', text)))]
        feeds = [place for place in places if "feed" in place[0]]
        self.assertGreater(len(feeds), 4)
        for path, address in feeds + random.Random(3).sample(places, PLACES):
            text = self.site.texts[path]
            wrong = re.sub(f'({re.escape(address)})([<"])', r"\1x/\2", text)
            self.assertIn(f"{path}: {address}x/ leads to nothing", list(faults(self.site.changed({path: wrong}))))

    def test_a_page_that_the_sitemap_forgets(self):
        text = self.site.texts["sitemap.xml"]
        for entry in random.Random(1).sample(re.findall(r"<url>.*?</url>", text, re.DOTALL), PLACES):
            page = self.site.target_of("sitemap.xml", re.search("<loc>(.*?)</loc>", entry)[1])[0]
            self.assertEqual(list(faults(self.site.changed({"sitemap.xml": text.replace(entry, "")}))),
                             [f"sitemap.xml: {page} is missing"])


def test_of(kind):
    return lambda self: self.plant(kind)


for one in KINDS.values():
    setattr(PlantedFaults, "test_" + one.name.replace(" ", "_"), test_of(one))


class Portal(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.settings = json.loads((ROOT / "content/site.json").read_text(encoding="utf-8"))
        cls.site = Site(FOLDER, cls.settings["base"])

    def test_every_link_fragment_and_alternate_resolves(self):
        self.assertGreater(len(self.site.pages), 20)
        self.assertEqual(list(faults(self.site)), [])

    def test_every_page_links_to_itself_in_every_other_language(self):
        codes = {language["code"] for language in self.settings["languages"]}
        for page in self.inner_pages():
            self.assertEqual(set(page.language_links) | {page.language}, codes, page.path)

    def test_language_links_keep_the_entry(self):
        """The title of an entry's one text leads to the title of its other text."""
        titles = {}
        for folder in sorted((ROOT / "content").glob("*/*/")):
            texts = {path.stem: first_title(path) for path in folder.glob("??.md")}
            for language, title in texts.items():
                titles.setdefault((language, title), []).append(texts)
        followed = 0
        for page in self.inner_pages():
            for language, address in page.language_links.items():
                entries = titles.get((page.language, page.heading), [])
                wanted = {texts[language] for texts in entries if language in texts}
                if language != page.language and wanted:
                    other = self.site.pages[self.site.target_of(page.path, address)[0]]
                    self.assertIn(other.heading, wanted, page.path)
                    followed += 1
        self.assertGreater(followed, 20)

    def test_what_exists_in_one_language_has_a_page_with_a_notice_in_the_other(self):
        languages = [language["code"] for language in self.settings["languages"]]
        for folder in sorted((ROOT / "content").glob("*/*/")):
            texts = {path.stem: first_title(path) for path in folder.glob("??.md")}
            for language in languages:
                if texts and language not in texts:
                    with self.subTest(f"{folder.name} in {language}"):
                        self.assertTrue(self.fallbacks_of(texts, language), "no such page")

    def fallbacks_of(self, texts, language):
        """Pages in the language that the entry's own pages lead to, and that are honest about it."""
        return [
            other
            for page in self.inner_pages()
            if texts.get(page.language) == page.heading and language in page.language_links
            for other in [self.site.pages[self.site.target_of(page.path, page.language_links[language])[0]]]
            if other.language == language and is_fallback(other) and other.notices
        ]

    def inner_pages(self):
        """All but the doorway and the pages for addresses that do not exist."""
        return [page for page in self.site.pages.values() if "/" in page.path and not is_error_page(page)]


def first_title(path):
    """The text of the first line that begins with one '#'."""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if line.startswith("# "):
            return line[2:].strip()
    return ""


if __name__ == "__main__":
    if FOLDER is None:
        sys.exit(__doc__)
    unittest.main()
