#!/usr/bin/env python3
"""The finished portal, asked without the generator's help; and proof that each question can fail.

    finished_site_test.py FOLDER     the folder of the finished portal
"""

import json
import pathlib
import sys
import tempfile
import unittest

from finished_site import Site, faults, is_error_page, is_fallback

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else None

BASE = "https://one.example.org/sub/"
CLEAN = {
    "es/index.html": """<!doctype html><html lang="es"><head><title>Uno</title>
<link rel="canonical" href="https://one.example.org/sub/es/">
<link rel="alternate" hreflang="es" href="https://one.example.org/sub/es/">
<link rel="alternate" hreflang="en" href="https://one.example.org/sub/en/">
</head><body><nav><a href="../en/" hreflang="en">English</a></nav>
<main><h1 id="a">Uno</h1><a href="solo/#p1">Solo</a></main></body></html>""",
    "en/index.html": """<!doctype html><html lang="en"><head><title>One</title>
<link rel="canonical" href="https://one.example.org/sub/en/">
<link rel="alternate" hreflang="es" href="https://one.example.org/sub/es/">
<link rel="alternate" hreflang="en" href="https://one.example.org/sub/en/">
</head><body><nav><a href="../es/" hreflang="es">Español</a></nav>
<main><h1 id="a">One</h1><a href="/sub/es/">Uno</a></main></body></html>""",
    "es/solo/index.html": """<!doctype html><html lang="es"><head><title>Solo</title>
<link rel="canonical" href="https://one.example.org/sub/es/solo/">
</head><body><nav><a href="../../en/solo/" hreflang="en">English</a></nav>
<main><h1>Solo</h1><p id="p1">Texto</p></main></body></html>""",
    "en/solo/index.html": """<!doctype html><html lang="en"><head><title>Solo</title>
<link rel="canonical" href="https://one.example.org/sub/en/solo/">
</head><body><nav><a href="../../es/solo/" hreflang="es">Español</a></nav>
<main><h1>Solo</h1><p class="notice">Spanish only</p><div lang="es"><p id="p1">Texto</p></div></main></body></html>""",
    "sitemap.xml": """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://one.example.org/sub/es/</loc></url></urlset>""",
    "site.css": "p { background: url(mark.svg) }",
    "mark.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}
# (file, text in it, what is put in its place, what must be said)
PLANTED = [
    ("es/index.html", ' lang="es"', "", "es/index.html: <html> has no lang"),
    ("es/index.html", "<title>Uno</title>", "<title> </title>", "es/index.html: no title"),
    ("es/index.html", "<h1", "<h1>Dos</h1><h1", "es/index.html: not exactly one h1 with text"),
    ("es/index.html", "<main>", '<main id="a">', "es/index.html: the id a stands twice"),
    ("es/index.html", "solo/#p1", "sola/#p1", "es/index.html: <a href> leads to sola/#p1, where nothing is"),
    ("es/index.html", "solo/#p1", "solo#p1", "es/index.html: <a href> leads to solo#p1, where nothing is"),
    ("es/index.html", "solo/#p1", "javascript:x()", "es/index.html: javascript:x() has an odd scheme"),
    ("es/index.html", "solo/#p1", "solo/#p2",
     "es/index.html: solo/#p2 names an id that es/solo/index.html does not have"),
    ("en/index.html", 'href="/sub/es/"', 'href="/es/"', "en/index.html: <a href> leads to /es/, where nothing is"),
    ("es/index.html", 'canonical" href="https://one.example.org/sub/es/"', 'canonical" href="https://one.example.org/sub/"',
     "es/index.html: canonical is https://one.example.org/sub/"),
    ("es/index.html", 'hreflang="en" href="https://one.example.org/sub/en/"', 'hreflang="en" href="https://one.example.org/sub/es/"',
     "es/index.html: the alternate https://one.example.org/sub/es/ is not in en"),
    ("en/index.html", '<link rel="alternate" hreflang="es" href="https://one.example.org/sub/es/">', "",
     "es/index.html: the alternate https://one.example.org/sub/en/ does not name the same alternates"),
    ("es/index.html", '"../en/"', '"../en/solo/"',
     "es/index.html: the link to en leads to en/solo/index.html, which does not lead back"),
    ("es/index.html", '"../en/"', '"./"', "es/index.html: the link to en leads to a page in es"),
    ("en/solo/index.html", 'class="notice"', "", "en/solo/index.html: in another language, and no notice says so"),
    ("en/solo/index.html", "</head>", '<link rel="alternate" hreflang="en" href="https://one.example.org/sub/en/solo/"></head>',
     "en/solo/index.html: named as a en version, which it is not"),
    ("sitemap.xml", "/sub/es/", "/sub/fr/", "sitemap.xml: https://one.example.org/sub/fr/ leads to nothing"),
    ("site.css", "mark.svg", "gone.svg", "site.css: url(gone.svg) leads to nothing"),
]


class PlantedFaults(unittest.TestCase):
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
                entries = titles.get((page.language, page.headings[0].strip()), [])
                wanted = {texts[language] for texts in entries if language in texts}
                if language != page.language and wanted:
                    other = self.site.pages[self.site.target_of(page.path, address)[0]]
                    self.assertIn(other.headings[0].strip(), wanted, page.path)
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
            if texts.get(page.language) == page.headings[0].strip() and language in page.language_links
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
