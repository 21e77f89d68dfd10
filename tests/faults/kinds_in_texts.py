"""Mistakes in Markdown texts."""

from planting import Fault, kind

LINK = r"\]\(((?:[a-z]+/[a-z0-9-]+))\)"


def with_block(sources, block, line=0):
    """The block, put in after the title and at the end of every text; told in its line `line`."""
    for path, text in sources.prose():
        lines = text.rstrip("\n").split("\n")
        if lines[0].startswith("# "):
            added = [lines[0], "", *block.split("\n"), *(lines[1:] or [""])]
            yield Fault({path: "\n".join(added) + "\n"}, path, 3 + line, "after the title")
            yield Fault({path: "\n".join([*lines, "", block]) + "\n"}, path, len(lines) + 2 + line, "at the end")


@kind("link-target-missing")
def wrong_target(sources):
    return sources.each_match(sources.prose(), LINK, 1, lambda match: match[1] + "x-")


@kind("link-fragment-missing")
def wrong_fragment(sources):
    with_text = set(sources.entries())
    return (fault for fault in sources.each_match(sources.prose(), LINK, 1, lambda match: match[1] + "#no-such-place")
            if any(f"]({entry}#no-such-place)" in text for entry in with_text for text in fault.changes.values()))


@kind("link-to-draft")
def link_to_a_draft(sources):
    for fault in with_block(sources, "Vea el [borrador](pages/planted)."):
        fault.changes |= {
            "content/pages/planted/record.json": '{"draft": true}\n',
            "content/pages/planted/es.md": "# Borrador\n",
            "content/pages/planted/en.md": "# Draft\n",
        }
        yield fault


@kind("attachment-missing")
def missing_attachment(sources):
    return with_block(sources, "Descargue [el acta](./acta-2099.pdf).")


@kind("unsafe-link")
def link_that_runs_code(sources):
    return with_block(sources, "Pulse [aquí](javascript:alert(1)).")


@kind("external-picture")
def picture_of_another_site(sources):
    return with_block(sources, "![Mapa](https://example.com/mapa.png)")


@kind("picture-without-text", "warning")
def picture_without_text(sources):
    for fault in with_block(sources, "![](./planted.svg)"):
        fault.changes[fault.file.rpartition("/")[0] + "/planted.svg"] = "<svg xmlns='http://www.w3.org/2000/svg'/>"
        yield fault


@kind("raw-html", "warning")
def html_in_a_text(sources):
    return with_block(sources, '<div class="aviso">Aviso</div>')


@kind("duplicate-block-id")
def block_id_used_twice(sources):
    return with_block(sources, "Uno. {#planted}\n\nDos. {#planted}", line=2)


@kind("duplicate-id")
def block_id_that_the_layout_has(sources):
    return with_block(sources, "Uno. {#main}")


@kind("heading-order", "warning")
def heading_that_skips_levels(sources):
    return with_block(sources, "###### Detalle")


@kind("empty-heading", "warning")
def heading_without_text(sources):
    return with_block(sources, "## {#planted}")


@kind("table-without-headers", "warning")
def table_without_headers(sources):
    return with_block(sources, "| | |\n| - | - |\n| a | b |")


@kind("second-title")
def second_title(sources):
    return with_block(sources, "# Otro título")


@kind("title-missing")
def no_title(sources):
    for path, text in sources.prose():
        if text.startswith("# "):
            yield Fault({path: text[2:]}, path, 1)


@kind("unknown-admonition", "warning")
def unknown_admonition(sources):
    return with_block(sources, "> [!NOTA]\n> Atención.")


@kind("link-without-text", also={"picture-without-text"})
def link_around_a_silent_picture(sources):
    for fault in with_block(sources, "[![](./planted.svg)](pages/about)"):
        fault.changes[fault.file.rpartition("/")[0] + "/planted.svg"] = "<svg xmlns='http://www.w3.org/2000/svg'/>"
        yield fault
