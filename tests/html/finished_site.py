"""A finished site read again from its files alone, and the questions asked of it.

Nothing here knows the generator: pages are read with Python's html.parser, and every sentence of
faults() is something a reader or a search engine would run into.
"""

import html.parser
import pathlib
import posixpath
import re
import urllib.parse
import xml.etree.ElementTree

# Attributes that hold one address each, by tag.
ADDRESSES = {"href", "src", "action", "cite", "poster", "data"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(html.parser.HTMLParser):
    """What one page says about itself and where it leads."""

    def __init__(self, path, text):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.language = None
        self.title = ""
        self.headings = []  # the text of each h1
        self.ids = []
        self.links = []  # (tag, attribute, address)
        self.canonical = None
        self.alternates = {}  # hreflang → absolute address
        self.language_links = {}  # hreflang → address, from the navigation of languages
        self.foreign = []  # lang of every block below <main> that is in another language
        self.notices = 0
        self.open = []  # (tag, attributes)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        for name, value in attributes:
            if name in ADDRESSES and value is not None:
                self.links.append((tag, name, value))
            elif name == "srcset":
                self.links += [(tag, name, part.split()[0]) for part in value.split(",")]
        if tag == "html":
            self.language = given.get("lang")
        elif tag == "h1":
            self.headings.append("")
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href")
        elif tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given.get("href")
        elif tag == "a" and "hreflang" in given and self.inside("nav") and not self.inside("main"):
            self.language_links.setdefault(given["hreflang"], given.get("href"))
        if self.inside("main") and given.get("lang", self.language) != self.language and tag in ("div", "section", "article"):
            self.foreign.append(given["lang"])
        if self.inside("main") and "notice" in (given.get("class") or "").split():
            self.notices += 1
        if tag not in VOID:
            self.open.append((tag, given))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.inside("title") and not self.inside("body"):
            self.title += data
        if self.inside("h1"):
            self.headings[-1] += data

    def inside(self, tag):
        return any(open_tag == tag for open_tag, _ in self.open)


class Site:
    def __init__(self, folder, base):
        self.folder = pathlib.Path(folder)
        self.base = base
        self.files = {p.relative_to(folder).as_posix() for p in self.folder.rglob("*") if p.is_file()}
        self.pages = {
            path: Page(path, (self.folder / path).read_text(encoding="utf-8"))
            for path in sorted(self.files) if path.endswith(".html")
        }

    def target_of(self, page, address):
        """(file, fragment) inside the site, or None where the address leads elsewhere."""
        if address.startswith(self.base):
            address, start = address[len(self.base):], ""
        elif urllib.parse.urlsplit(address).scheme or address.startswith("//"):
            return None
        elif address.startswith("/"):
            prefix = urllib.parse.urlsplit(self.base).path
            if not address.startswith(prefix):
                return address, ""
            address, start = address[len(prefix):], ""
        else:
            start = posixpath.dirname(page)
        parts = urllib.parse.urlsplit(address)
        path = urllib.parse.unquote(parts.path)
        if not path:
            file = page if start or not address or address.startswith("#") else "index.html"
        else:
            file = posixpath.normpath(posixpath.join(start, path))
            if path.endswith("/") or path in (".", ".."):
                file = posixpath.normpath(posixpath.join(file, "index.html"))
        return file, urllib.parse.unquote(parts.fragment)

    def address_of(self, path):
        return self.base + re.sub(r"(^|/)index\.html$", r"\1", path)


def faults(site):
    for page in site.pages.values():
        yield from faults_of_page(page)
        yield from faults_of_links(site, page)
        yield from faults_of_languages(site, page)
    yield from faults_of_other_files(site)


def faults_of_page(page):
    if not page.language:
        yield f"{page.path}: <html> has no lang"
    if not page.title.strip():
        yield f"{page.path}: no title"
    if len(page.headings) != 1 or not page.headings[0].strip():
        yield f"{page.path}: not exactly one h1 with text"
    for name in sorted({name for name in page.ids if page.ids.count(name) > 1}):
        yield f"{page.path}: the id {name} stands twice"


def faults_of_links(site, page):
    for tag, attribute, address in page.links:
        target = site.target_of(page.path, address)
        if target is None:
            if not re.match(r"(https?://[^/]+|mailto:.+|tel:.+)", address):
                yield f"{page.path}: {address} has an odd scheme"
            continue
        file, fragment = target
        if file not in site.files:
            yield f"{page.path}: <{tag} {attribute}> leads to {address}, where nothing is"
        elif fragment and file in site.pages and fragment not in site.pages[file].ids:
            yield f"{page.path}: {address} names an id that {file} does not have"


def is_error_page(page):
    return posixpath.basename(page.path) == "404.html"


def faults_of_languages(site, page):
    if is_error_page(page):
        return
    if page.canonical != site.address_of(page.path):
        yield f"{page.path}: canonical is {page.canonical}"
    for language, address in page.alternates.items():
        target = site.target_of(page.path, address)
        other = site.pages.get(target[0]) if target else None
        if other is None:
            continue  # a broken link, said already
        if language != "x-default" and other.language != language:
            yield f"{page.path}: the alternate {address} is not in {language}"
        if language != "x-default" and other.alternates != page.alternates:
            yield f"{page.path}: the alternate {address} does not name the same alternates"
    for language, address in page.language_links.items():
        target = site.target_of(page.path, address or "")
        other = site.pages.get(target[0]) if target else None
        if other is None:
            continue
        if other.language != language:
            yield f"{page.path}: the link to {language} leads to a page in {other.language}"
        back = other.language_links.get(page.language)
        if other.path != page.path and (back is None or site.target_of(other.path, back)[0] != page.path):
            yield f"{page.path}: the link to {language} leads to {other.path}, which does not lead back"
    if is_fallback(page):
        if not page.notices:
            yield f"{page.path}: in another language, and no notice says so"
        if page.language in page.alternates:
            yield f"{page.path}: named as a {page.language} version, which it is not"


def is_fallback(page):
    """Its text is marked as being in another language."""
    return bool(page.foreign)


def faults_of_other_files(site):
    for path in sorted(site.files):
        if path.endswith(".xml"):
            try:
                root = xml.etree.ElementTree.parse(site.folder / path).getroot()
            except xml.etree.ElementTree.ParseError as error:
                yield f"{path}: {error}"
                continue
            for element in root.iter():
                name = element.tag.rpartition("}")[2]
                address = element.text if name == "loc" else element.get("href")
                target = site.target_of(path, address) if address and name in ("loc", "link") else None
                if target and target[0] not in site.files:
                    yield f"{path}: {address} leads to nothing"
        elif path.endswith(".css"):
            for address in re.findall(r"url\(['\"]?([^'\")]+)", (site.folder / path).read_text(encoding="utf-8")):
                target = site.target_of(path, address)
                if target is None or target[0] not in site.files:
                    yield f"{path}: url({address}) leads to nothing"
