"""Faults for the finished portal: each kind is planted into many of its own pages.

A kind is a function that yields, for one page, (changed text, what must be said). Beside that, only
what matches `also` may be said: what follows from the fault on other pages.
"""

import dataclasses
import re

KINDS = {}


@dataclasses.dataclass
class Kind:
    name: str
    plant: object
    also: str


def kind(also=None):
    def add(plant):
        name = plant.__name__.replace("_", " ")
        KINDS[name] = Kind(name, plant, also)
        return plant
    return add


def replaced(page, old, new, said, count=1):
    if old in page.text:
        yield page.text.replace(old, new, count), said


def at_the_end_of_main(page, html, said):
    """Where it is inside of no other element."""
    yield page.text.replace("</main>", html + "</main>"), said


def each(page, pattern, change, said):
    """A fault for every match: `change` and `said` are functions of it."""
    for match in re.finditer(pattern, page.text):
        yield page.text[:match.start()] + change(match) + page.text[match.end():], said(match)


# --- the frame of a page --------------------------------------------------------------------------

@kind(also=r".*(is not in e[ns]|leads to a page in None|which does not lead back)")
def no_language(site, page):
    return replaced(page, f' lang="{page.language}"', "", "<html> has no lang")


@kind(also=r".*(is not in e[ns]|leads to a page in (fr|e[ns])|which does not lead back|in another language|named as a)")
def another_language(site, page):
    if "/" in page.path:
        yield from replaced(page, f'<html lang="{page.language}"', '<html lang="fr"', "<html> says fr")


@kind()
def no_title(site, page):
    return each(page, "<title>[^<]*", lambda _: "<title> ", lambda _: "no title")


@kind()
def second_title(site, page):
    return replaced(page, "</head>", "<title>x</title></head>", "2 titles")


@kind()
def no_charset(site, page):
    return replaced(page, '<meta charset="utf-8">', "", "<meta> does not give the charset")


@kind()
def no_viewport(site, page):
    return replaced(page, 'name="viewport"', 'name="vieport"', "<meta> does not give the viewport")


@kind()
def no_policy(site, page):
    return replaced(page, "default-src 'none'", "default-src *", "no policy that forbids what is not named")


@kind()
def no_main_part(site, page):
    yield re.sub("<(/?)main", r"<\1div", page.text), "0 elements <main>"


@kind()
def second_main_part(site, page):
    return replaced(page, "</body>", "<main></main></body>", "2 elements <main>")


@kind()
def no_main_heading(site, page):
    yield re.sub("<(/?)h1", r"<\1p", page.text), "not exactly one h1 with text"


@kind()
def second_main_heading(site, page):
    return at_the_end_of_main(page, "<h1>x</h1>", "not exactly one h1 with text")


@kind()
def sign_of_a_template(site, page):
    return at_the_end_of_main(page, "{{ page.title }}", "'{{' stands in the page")


# --- headings, names and tables -------------------------------------------------------------------

@kind(also=r".*follows h")
def heading_that_skips_levels(site, page):
    return at_the_end_of_main(page, "<h6>x</h6>", f"h6 'x' follows h{page.headings[-1][0]}")


@kind()
def heading_without_text(site, page):
    return at_the_end_of_main(page, "<h2> <span></span></h2>", "h2 has no text")


@kind()
def id_used_twice(site, page):
    if page.ids:
        yield from at_the_end_of_main(page, f'<p id="{page.ids[-1]}">x</p>', f"the id {page.ids[-1]} stands twice")


@kind()
def id_that_nothing_has(site, page):
    return each(page, 'aria-labelledby="([^" ]+)"', lambda match: match[0][:-1] + '-x"',
                lambda match: f"nothing has the id {match[1]}-x")


@kind()
def picture_without_text(site, page):
    return each(page, '<img ([^>]*?)src="([^"]*)" alt="[^"]*"', lambda match: f'<img {match[1]}src="{match[2]}"',
                lambda match: f"<img src={match[2]}> has no alt")


@kind()
def link_without_text(site, page):
    return each(page, r'(<a [^>]*href="([^"]*)"(?![^>]*aria-label)[^>]*>)[^<]+</a>', lambda match: match[1] + "</a>",
                lambda match: f"the link to {match[2]} has no text")


@kind()
def field_without_a_name(site, page):
    return at_the_end_of_main(page, '<input type="search" id="planted">', "<input> has no name")


@kind()
def button_without_a_name(site, page):
    return at_the_end_of_main(page, '<button><img alt=""></button>', "<button> has no name")


@kind()
def table_without_headers(site, page):
    return at_the_end_of_main(page, "<table><tr><td>x</td></tr></table>", "a table has no header cell")


# --- links ----------------------------------------------------------------------------------------

INTERNAL = r'<a ((?![^>]*hreflang)[^>]*)href="((?!#|https?:|mailto:)[^"#]*)"'


@kind()
def wrong_target(site, page):
    return each(page, INTERNAL, lambda match: f'<a {match[1]}href="{match[2]}no-such-page/"',
                lambda match: f"<a href> leads to {match[2]}no-such-page/, where nothing is")


@kind()
def wrong_fragment(site, page):
    return each(page, INTERNAL.replace('"#]*)"', '"#]*/)"'), lambda match: f'<a {match[1]}href="{match[2]}#planted"',
                lambda match: f"{match[2]}#planted names an id that {site.target_of(page.path, match[2])[0]} does not have")


@kind()
def wrong_fragment_of_the_page_itself(site, page):
    return each(page, 'href="#([^"]+)"', lambda match: f'href="#{match[1]}x"',
                lambda match: f"#{match[1]}x names an id that {page.path} does not have")


@kind()
def link_to_the_root_of_the_host(site, page):
    return at_the_end_of_main(page, '<a href="/planted/">x</a>', "<a href> leads to /planted/, where nothing is")


@kind()
def link_that_runs_code(site, page):
    return each(page, INTERNAL, lambda match: f'<a {match[1]}href="javascript:x()"',
                lambda _: "javascript:x() has an odd scheme")


@kind()
def style_sheet_that_is_not_there(site, page):
    return each(page, '(<link rel="stylesheet" href=")([^"]+)', lambda match: match[1] + match[2] + "x",
                lambda match: f"<link href> leads to {match[2]}x, where nothing is")


# --- what the policy forbids ----------------------------------------------------------------------

@kind()
def inline_style(site, page):
    return each(page, "<(p|h2|ul|section) class=", lambda match: f'<{match[1]} style="margin: 0" class=',
                lambda match: f"<{match[1]}> has the attribute style")


@kind()
def inline_handler(site, page):
    return each(page, "<a ", lambda _: '<a onclick="x()" ', lambda _: "<a> has the attribute onclick")


@kind()
def inline_script(site, page):
    return replaced(page, "</body>", "<script>x()</script></body>", "<script> holds code")


@kind()
def style_in_the_page(site, page):
    return replaced(page, "</head>", "<style>p { margin: 0 }</style></head>", "<style> holds code")


@kind()
def script_of_another_site(site, page):
    return replaced(page, "</head>", '<script src="https://cdn.example.com/a.js"></script></head>',
                    "<script src> loads https://cdn.example.com/a.js")


@kind()
def font_of_another_site(site, page):
    return replaced(page, "</head>", '<link rel="stylesheet" href="//fonts.example.com/css"></head>',
                    "<link href> loads //fonts.example.com/css")


@kind()
def picture_of_another_site(site, page):
    return at_the_end_of_main(page, '<img alt="" srcset="https://example.com/a.png 2x">',
                              "<img srcset> loads https://example.com/a.png")


@kind()
def frame(site, page):
    return at_the_end_of_main(page, "<iframe></iframe>", "<iframe> is not allowed")


@kind()
def form_that_is_sent_elsewhere(site, page):
    return at_the_end_of_main(page, '<form action="https://example.com/"></form>',
                              "a form is sent to https://example.com/")


# --- languages ------------------------------------------------------------------------------------

@kind(also=r".*<link href> leads to .*, where nothing is")
def address_of_another_page(site, page):
    if page.canonical:
        yield from replaced(page, f'canonical" href="{page.canonical}"', f'canonical" href="{page.canonical}x/"',
                            f"canonical is {page.canonical}x/")


@kind()
def no_address_of_its_own(site, page):
    if page.canonical:
        yield from replaced(page, '<link rel="canonical"', '<link rel="canonica"', "canonical is None")


ALTERNATE = r'<link rel="alternate" hreflang="(e[ns])" href="([^"]+)">\n?'


@kind(also=r".*does not name the same alternates")
def one_sided_alternate(site, page):
    """The page does not name its version any more, and that one still names it."""
    for changed, said in each(page, ALTERNATE, lambda _: "", lambda match: (match[1], match[2])):
        language, address = said
        other = site.target_of(page.path, address)[0]
        if language != page.language and "/" in page.path:
            yield changed, f"{other}: the alternate {page.canonical} does not name the same alternates"


@kind(also=r".*does not name the same alternates")
def alternate_of_another_language(site, page):
    for changed, said in each(page, ALTERNATE, lambda match: match[0].replace(f'"{match[1]}"', '"fr"'),
                              lambda match: f"the alternate {match[2]} is not in fr"):
        yield changed, said


@kind(also=r".*does not name the same alternates")
def alternate_on_another_host(site, page):
    return each(page, ALTERNATE, lambda match: match[0].replace("https://", "https://www."),
                lambda match: f"the alternate {match[2].replace('https://', 'https://www.')} is no page of this site")


@kind(also=r".*(does not lead back|leads to a page in)")
def link_to_the_wrong_version(site, page):
    """The link to the other language leads to the home page."""
    for language, address in page.language_links.items():
        home = re.sub(r"[^/]+/", "../", page.path.rpartition("/")[0] + "/") + f"{language}/"
        if language != page.language and address.count("/") > home.count("/"):
            yield (re.sub(f'href="{re.escape(address)}"([^>]*hreflang)', f'href="{home}"\\1', page.text),
                   f"the link to {language} leads to {language}/index.html, which does not lead back")
