"""Mistakes in layouts, partials, phrases and styles of the theme."""

import json
import random
import re

from planting import Fault, kind

BASE = "themes/portal/layouts/base.html"
HEAD = "themes/portal/partials/head.html"


def with_line(sources, *variants):
    """A line of HTML put in wherever the theme would print it; the variants by turns."""
    for number, (path, line) in enumerate(sources.rendered):
        yield Fault({path: sources.with_line(path, line, variants[number % len(variants)])}, path, line)


def on_one_entry(sources, path, old, new, line_of=None, other_changes=None):
    """A part of a template that is wrong on the pages of a single entry, for every entry.

    `new` may say {bad}, the condition under which it is to be wrong. It is told where `old` stands,
    or at the text `line_of` in BASE.
    """
    text = sources.texts[path]
    assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {path}"
    for entry in sources.entries():
        bad = f'page.ref == "{entry}"'
        changes = {path: text.replace(old, new.replace("{bad}", bad))}
        for other, (before, after) in (other_changes or {}).items():
            changes[other] = sources.texts[other].replace(before, after.replace("{bad}", bad))
        place, mark = (BASE, line_of) if line_of else (path, old)
        yield Fault(changes, place, line_of_text(sources.texts[place], mark), entry)


def line_of_text(text, mark):
    return text.count("\n", 0, text.index(mark)) + 1


# --- links ----------------------------------------------------------------------------------------

@kind("broken-link")
def wrong_target_in_a_layout(sources):
    return with_line(sources, '<a href="no/such/page/">x</a>', '<a href="/es/no-such-page/">x</a>',
                     '<a href="{{ page.url }}no-such-page/">x</a>')


@kind("broken-fragment")
def wrong_fragment_in_a_layout(sources):
    return with_line(sources, '<a href="#no-such-place">x</a>', '<a href="{{ site.home.url }}#no-such-place">x</a>')


@kind("broken-link")
def missing_file_in_a_layout(sources):
    return with_line(sources, '<img alt="" src="assets/no.svg">', '<img alt="" srcset="../no.svg 2x">',
                     '<script src="site.js"></script>', '<link rel="stylesheet" href="../planted.css">')


@kind("duplicate-id")
def id_used_twice(sources):
    return with_line(sources, '<p id="planted">a</p><p id="planted">b</p>',
                     '{% for i in [1, 2] %}<p id="planted">x</p>{% endfor %}')


@kind("unknown-id")
def id_that_nothing_has(sources):
    return with_line(sources, '<p aria-labelledby="planted">x</p>', '<p aria-describedby="main planted">x</p>',
                     '<label for="planted">x</label>')


# --- readers --------------------------------------------------------------------------------------

@kind("picture-without-text")
def picture_without_text_in_a_layout(sources):
    return with_line(sources, '<img src="{{ asset("images/mark.svg") }}">')


@kind("link-without-text")
def link_without_text(sources):
    return with_line(sources, '<a href="{{ site.home.url }}"></a>', '<a href="#main"><span aria-hidden="true">×</span></a>',
                     '<a href="#main"> <img src="{{ asset("images/mark.svg") }}" alt=""></a>')


@kind("control-without-label")
def field_without_a_name(sources):
    return with_line(sources, '<input type="search">', "<select><option>x</option></select>",
                     "<button></button>", "<label>x</label><textarea></textarea>")


@kind("table-without-headers", "warning")
def table_without_headers_in_a_layout(sources):
    return with_line(sources, "<table><tr><td>x</td></tr></table>")


@kind("heading-order", "warning")
def heading_that_skips_levels_in_a_layout(sources):
    return with_line(sources, "<h6>x</h6>")


@kind("empty-heading", "warning")
def heading_without_text_in_a_layout(sources):
    return with_line(sources, "<h2></h2>", '<h2>{{ "" }} </h2>')


@kind("main-part", "warning")
def second_main_part(sources):
    """Outside <main>: whatever comes second in the page is told."""
    return (fault for fault in with_line(sources, "<main></main>")
            if fault.file not in (BASE, "themes/portal/partials/band.html", "themes/portal/partials/breadcrumb.html",
                                  "themes/portal/partials/emblem.html", "themes/portal/partials/languages.html",
                                  "themes/portal/partials/navigation.html", "themes/portal/layouts/doorway.html"))


@kind("main-heading", "warning")
def second_main_heading(sources):
    """After the first one."""
    return (fault for fault in with_line(sources, "<h1>x</h1>")
            if fault.file in ("themes/portal/partials/footer.html", "themes/portal/partials/rows.html",
                              "themes/portal/partials/sources.html", "themes/portal/partials/facts.html")
            or fault.file.startswith("themes/portal/layouts/")
            and "<h1" in "".join(sources.texts[fault.file].splitlines()[:fault.line - 1]))


@kind("main-heading", "warning")
def no_main_heading(sources):
    for path, text in sources.templates():
        # Many layouts take their heading from list.html: each of them would be told.
        if "<h1" in text and not path.endswith("/list.html"):
            yield Fault({path: text.replace("<h1", "<p").replace("</h1>", "</p>")}, path)


# --- what the policy forbids ----------------------------------------------------------------------

@kind("blocked-by-policy")
def file_of_another_site(sources):
    return with_line(sources, '<script src="https://cdn.example.com/a.js"></script>',
                     '<link rel="stylesheet" href="//fonts.example.com/css">',
                     '<img alt="" src="https://example.com/pixel.gif">',
                     '<link rel="preload" as="font" href="https://fonts.example.com/a.woff2">',
                     '<img alt="" src="data:image/gif;base64,R0lGOD">')


@kind("blocked-by-policy")
def code_in_the_page(sources):
    return with_line(sources, '<p style="color: red">x</p>', '<p onclick="x()">x</p>', "<script>x()</script>",
                     "<style>p { margin: 0 }</style>", "<p onmouseover=x()>x</p>")


@kind("blocked-by-policy")
def address_that_is_code(sources):
    return with_line(sources, '<a href="javascript:x()">x</a>', '<a href=" JavaScript:x()">x</a>',
                     '<a href="data:text/html,x">x</a>')


@kind("blocked-by-policy")
def frame_or_film(sources):
    return with_line(sources, '<iframe title="x"></iframe>', "<video></video>", "<object></object>",
                     '<form action="https://example.com/"></form>')


# --- templates ------------------------------------------------------------------------------------

@kind("unknown-asset")
def unknown_asset(sources):
    return with_line(sources, '<img alt="" src="{{ asset("images/marc.svg") }}">')


@kind("unknown-phrase")
def unknown_phrase(sources):
    return with_line(sources, '<p>{{ phrase("planted") }}</p>')


@kind("unknown-attribute")
def unknown_attribute(sources):
    return with_line(sources, "<p>{{ page.titel }}</p>")


@kind("unknown-filter")
def unknown_filter(sources):
    return with_line(sources, "<p>{{ page.title | uper }}</p>")


@kind("include-missing")
def missing_partial(sources):
    return with_line(sources, '{% include "partials/planted.html" %}')


@kind("forbidden-context")
def value_where_none_may_be(sources):
    return with_line(sources, "<p onclick='{{ page.title }}'>x</p>", "<p class={{ page.kind }}>x</p>")


@kind("template-syntax")
def template_that_cannot_be_read(sources):
    return with_line(sources, "<p>{{ page.title | }}</p>", "<p>{{ (page.title }}</p>", "{% planted %}")


# --- the frame of a page --------------------------------------------------------------------------

LANG = 'lang="{{ page.language.code }}"'


@kind("wrong-language")
def page_without_a_language(sources):
    return on_one_entry(sources, BASE, LANG, "{% if not (" + "{bad}" + ") %}" + LANG + "{% endif %}")


@kind("wrong-language")
def page_of_another_language(sources):
    return on_one_entry(sources, BASE, LANG, 'lang="{{ "fr" if {bad} else page.language.code }}"')


@kind("empty-title")
def empty_title(sources):
    title = re.search(r"<title>(.*)</title>", sources.texts[HEAD])[1]
    return on_one_entry(sources, HEAD, title, "{% if not ({bad}) %}" + title + "{% endif %}")


@kind("empty-title")
def no_title_at_all(sources):
    title = re.search(r"<title>.*</title>", sources.texts[HEAD])[0]
    return on_one_entry(sources, HEAD, title, "{% if not ({bad}) %}" + title + "{% endif %}", line_of="<html")


@kind("wrong-canonical")
def address_of_another_page(sources):
    return on_one_entry(sources, HEAD, "{{ page.canonical }}",
                        "{% if {bad} %}https://portal-crm.example.org/es/{% else %}{{ page.canonical }}{% endif %}")


@kind("one-sided-alternate", also={"wrong-alternate"})
def one_sided_alternate(sources):
    old = "{% for alternate in page.alternates %}"
    new = '{% for alternate in page.alternates if not ({bad} and page.language.code == "en") %}'
    for fault in on_one_entry(sources, HEAD, old, new):
        fault.line += 1  # the tag stands below
        yield fault


@kind("wrong-alternate")
def alternate_of_another_language(sources):
    return on_one_entry(sources, HEAD, '"{{ alternate.code }}"', '"{{ "fr" if {bad} else alternate.code }}"')


@kind("wrong-alternate")
def alternates_left_out(sources):
    return on_one_entry(sources, HEAD, "{% for alternate in page.alternates %}",
                        "{% for alternate in page.alternates if not ({bad}) %}", line_of="<html")


@kind("missing-version-link", "warning")
def no_link_to_the_other_language(sources):
    footer = "{% for version in page.versions if not version.current"
    return on_one_entry(sources, "themes/portal/partials/languages.html", "{% for version in page.versions %}",
                        "{% for version in page.versions if not ({bad}) %}", line_of="<html",
                        other_changes={"themes/portal/partials/footer.html": (footer, footer + " and not ({bad})")})


@kind("main-part", "warning")
def no_main_part(sources):
    return on_one_entry(sources, BASE, '<main id="main" class="main">',
                        '{% if {bad} %}<div id="main">{% else %}<main id="main" class="main">{% endif %}', line_of="<html")


# --- phrases and styles ---------------------------------------------------------------------------

PHRASES = r"themes/portal/phrases/(es|en)\.json"


@kind("broken-phrase")
def phrase_that_is_no_pattern(sources):
    return sources.each_match(sources.named(PHRASES), r'": "([^"]+)"', 1, lambda match: match[1] + " {")


@kind("phrase-missing", "warning")
def phrase_in_one_language_only(sources):
    for path, text in sources.named(PHRASES):
        for key in json.loads(text):
            phrases = json.loads(text)
            del phrases[key]
            yield Fault({path: json.dumps(phrases, ensure_ascii=False, indent=2)}, path, None, key)


def with_rule(sources, *rules):
    """A rule put in before every rule that begins a line, in every style sheet."""
    for path, text in sources.named(r"themes/portal/styles/.+\.css"):
        depth = 0
        for number, line in enumerate(text.split("\n"), 1):
            if depth == 0 and re.match(r"[.a-z:@]", line):
                yield Fault({path: sources.with_line(path, number, random.Random(number).choice(rules))}, path, number)
            depth += line.count("{") - line.count("}")


@kind("asset-missing")
def missing_file_in_a_style(sources):
    return with_rule(sources, ".a { background: url(../images/no.svg) }", ".a { background: url( 'no.svg' ) }",
                     '@font-face { font-family: x; src: url("../fonts/no.woff2") }',
                     '.a { background: image-set("../images/no.svg" 1x) }')


@kind("blocked-by-policy")
def style_that_loads_from_elsewhere(sources):
    return with_rule(sources, ".a { background: url(https://example.com/a.png) }",
                     '@font-face { font-family: x; src: url("//fonts.example.com/a.woff2") }',
                     ".a { background: url(data:image/png;base64,x) }")


@kind("imported-style")
def style_that_imports_another(sources):
    return with_rule(sources, '@import "planted.css";', "@import url(https://fonts.example.com/css);")
