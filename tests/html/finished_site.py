"""A finished site read again from its files alone, and the questions asked of it.

Nothing here knows the generator: every sentence of faults() is something a reader, a browser or a
search engine would run into.
"""

import copy
import pathlib
import posixpath
import re
import urllib.parse
import xml.etree.ElementTree

from page import Page


class Site:
    def __init__(self, folder, base):
        self.folder = pathlib.Path(folder)
        self.base = base
        self.files = {p.relative_to(folder).as_posix() for p in self.folder.rglob("*") if p.is_file()}
        self.texts = {path: (self.folder / path).read_text(encoding="utf-8") for path in sorted(self.files)
                      if path.endswith((".html", ".xml", ".css"))}
        self.pages = {path: Page(path, text) for path, text in self.texts.items() if path.endswith(".html")}

    def changed(self, texts):
        """The same site with other texts in some files; where there is None, without the file."""
        other = copy.copy(self)
        other.files, other.texts, other.pages = set(self.files), dict(self.texts), dict(self.pages)
        for path, text in texts.items():
            if text is None:
                other.files.discard(path)
                other.texts.pop(path, None)
                other.pages.pop(path, None)
            else:
                other.files.add(path)
                other.texts[path] = text
                if path.endswith(".html"):
                    other.pages[path] = Page(path, text)
        return other

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
    folder = page.path.partition("/")[0] if "/" in page.path else None
    if not page.language:
        yield f"{page.path}: <html> has no lang"
    elif folder and page.language != folder:
        yield f"{page.path}: <html> says {page.language}"
    if not page.title:
        yield f"{page.path}: no title"
    elif len(page.titles) > 1:
        yield f"{page.path}: {len(page.titles)} titles"
    if [level for level, _ in page.headings].count(1) != 1 or not page.heading:
        yield f"{page.path}: not exactly one h1 with text"
    if page.mains != 1:
        yield f"{page.path}: {page.mains} elements <main>"
    before = 1
    for level, text in page.headings:
        if level > before + 1:
            yield f"{page.path}: h{level} {text!r} follows h{before}"
        if not text and level > 1:
            yield f"{page.path}: h{level} has no text"
        before = level
    for name in sorted({name for name in page.ids if page.ids.count(name) > 1}):
        yield f"{page.path}: the id {name} stands twice"
    for name in sorted(set(page.references) - set(page.ids)):
        yield f"{page.path}: nothing has the id {name}"
    for tag, name, named in page.fields:
        if not named and name not in page.labelled:
            yield f"{page.path}: <{tag}> has no name"
    for name in sorted({"charset", "viewport"} - page.metas):
        yield f"{page.path}: <meta> does not give the {name}"
    if not page.policy or "default-src 'none'" not in page.policy:
        yield f"{page.path}: no policy that forbids what is not named"
    for mistake in page.mistakes:
        yield f"{page.path}: {mistake}"
    for sign in ("{{", "{%", "\ufffd"):
        if sign in page.text:
            yield f"{page.path}: {sign!r} stands in the page"


def faults_of_links(site, page):
    for tag, attribute, address in page.links:
        target = site.target_of(page.path, address)
        if target is None:
            if address in page.loads:
                yield f"{page.path}: <{tag} {attribute}> loads {address}"
            elif not re.match(r"(https?://[^/]+|mailto:.+|tel:.+)", address):
                yield f"{page.path}: {address} has an odd scheme"
            elif attribute in ("action", "formaction"):
                yield f"{page.path}: a form is sent to {address}"
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
            yield f"{page.path}: the alternate {address} is no page of this site"
            continue
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


def is_to_be_found(page):
    """By search engines: neither the doorway, nor an error page, nor a text in another language than
    its page."""
    return "/" in page.path and not is_error_page(page) and not is_fallback(page)


def faults_of_other_files(site):
    for path, text in site.texts.items():
        if path.endswith(".xml"):
            yield from faults_of_xml(site, path, text)
        elif path.endswith(".css"):
            yield from faults_of_style(site, path, text)


def faults_of_xml(site, path, text):
    try:
        root = xml.etree.ElementTree.fromstring(text.encode())
    except xml.etree.ElementTree.ParseError as error:
        yield f"{path}: {error}"
        return
    named = set()
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        address = element.text if name == "loc" else element.get("href")
        target = site.target_of(path, address) if address and name in ("loc", "link") else None
        if target and target[0] not in site.files:
            yield f"{path}: {address} leads to nothing"
        elif target and name == "loc":
            named.add(target[0])
    if path == "sitemap.xml":
        for page in site.pages.values():
            if is_to_be_found(page) and page.path not in named:
                yield f"{path}: {page.path} is missing"


def faults_of_style(site, path, text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    if "@import" in text:
        yield f"{path}: imports another style sheet"
    for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", text):
        target = site.target_of(path, address)
        if target is None or target[0] not in site.files:
            yield f"{path}: url({address}) leads to nothing"
