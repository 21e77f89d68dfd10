"""One finished page as Python's own parser sees it: what it says about itself and where it leads."""

import html.parser
import re

# Attributes that hold one address each; of <link>, <script> and the like, what the page loads.
ADDRESSES = {"href", "src", "action", "cite", "poster", "data", "formaction"}
LOADED = {"img", "script", "source", "video", "audio", "track", "embed", "object", "iframe", "input"}
# Attributes that hold ids of the same page.
REFERENCES = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "headers"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
FIELDS = {"input", "select", "textarea", "button"}
NAMED_BY_BROWSERS = {"hidden", "submit", "reset"}


class Page(html.parser.HTMLParser):
    def __init__(self, path, text):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.text = text
        self.language = None
        self.titles = []
        self.headings = []  # [level, text]
        self.mains = 0
        self.ids = []
        self.links = []  # (tag, attribute, address)
        self.loads = []  # addresses of what the page needs
        self.references = []  # ids
        self.canonical = None
        self.alternates = {}  # hreflang → absolute address
        self.language_links = {}  # hreflang → address, from the navigation of languages
        self.foreign = []  # lang of every block below <main> that is in another language
        self.notices = 0
        self.policy = None
        self.metas = set()
        self.mistakes = []  # what a tag by itself is enough to see
        self.fields = []  # (tag, id, has a name of its own or stands in a label)
        self.labelled = set()
        self.open = []  # (tag, attributes, [text inside])
        self.feed(text)
        self.close()
        while self.open:
            self.leave(*self.open.pop())

    # --- tags ---------------------------------------------------------------------------------

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        self.take_addresses(tag, attributes, given)
        self.take_language(tag, given)
        self.take_forbidden(tag, given)
        if tag == "main":
            self.mains += 1
        elif tag == "img":
            self.say(given.get("alt") or "")
            if "alt" not in given:
                self.mistakes.append(f"<img src={given.get('src')}> has no alt")
        elif tag == "meta":
            self.metas.add(given.get("name") or given.get("http-equiv", "").lower() or ("charset" if "charset" in given else ""))
            if given.get("http-equiv", "").lower() == "content-security-policy":
                self.policy = given.get("content")
        if tag in FIELDS and given.get("type") not in NAMED_BY_BROWSERS:
            named = any((given.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title"))
            self.fields.append([tag, given.get("id"), named or self.inside("label")])
        if tag == "label" and given.get("for"):
            self.labelled.add(given["for"])
        if self.inside("main") and "notice" in (given.get("class") or "").split():
            self.notices += 1
        if given.get("aria-label", "").strip():
            self.say(given["aria-label"])
        if tag not in VOID:
            self.open.append((tag, given, []))

    def take_addresses(self, tag, attributes, given):
        for name, value in attributes:
            if name in REFERENCES and value is not None:
                self.references += value.split()
            addresses = [part.split()[0] for part in (value or "").split(",") if part.split()] if name == "srcset" else []
            if name in ADDRESSES and value is not None:
                addresses = [value]
            self.links += [(tag, name, address) for address in addresses]
            if tag in LOADED or tag == "link" and {"stylesheet", "icon", "preload"} & set(given.get("rel", "").split()):
                self.loads += addresses

    def take_language(self, tag, given):
        if tag == "html":
            self.language = given.get("lang")
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href")
        elif tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given.get("href")
        elif tag == "a" and "hreflang" in given and self.inside("nav") and not self.inside("main"):
            self.language_links.setdefault(given["hreflang"], given.get("href"))
        if self.inside("main") and given.get("lang", self.language) != self.language and tag in ("div", "section", "article"):
            self.foreign.append(given["lang"])

    def take_forbidden(self, tag, given):
        """What the policy of the pages forbids."""
        for name in given:
            if name == "style" or name.startswith("on"):
                self.mistakes.append(f"<{tag}> has the attribute {name}")
        if tag == "style" or tag == "script" and "src" not in given and "json" not in given.get("type", ""):
            self.mistakes.append(f"<{tag}> holds code")
        if tag in ("iframe", "object", "embed", "audio", "video", "base"):
            self.mistakes.append(f"<{tag}> is not allowed")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        while self.open:
            one = self.open.pop()
            self.leave(*one)
            if one[0] == tag:
                break

    def leave(self, tag, given, inside):
        text = " ".join("".join(inside).split())
        if tag == "a" and "href" in given and not text:
            self.mistakes.append(f"the link to {given['href']} has no text")
        elif tag == "title" and not self.inside("svg"):
            self.titles.append(text)
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append([int(tag[1]), text])
        elif tag == "table" and not given.get("has-header"):
            self.mistakes.append("a table has no header cell")
        elif tag == "button" and text:
            self.fields[-1][2] = True
        elif tag == "th":
            for open_tag, attributes, _ in self.open:
                if open_tag == "table":
                    attributes["has-header"] = True
        if given.get("aria-hidden") != "true":
            self.say("".join(inside))

    # --- texts --------------------------------------------------------------------------------

    def handle_data(self, data):
        self.say(data)

    def say(self, text):
        """What stands, or is said aloud, inside of the innermost element."""
        if self.open:
            self.open[-1][2].append(text)

    def inside(self, tag):
        return any(open_tag == tag for open_tag, _, _ in self.open)

    @property
    def title(self):
        return self.titles[0] if self.titles else ""

    @property
    def heading(self):
        """The text of the first h1."""
        return next((text for level, text in self.headings if level == 1), "")
