"""Texts that are hard to read: shapes for which some reader of Markdown needs too much time or memory.

hard_texts() gives name, text, and what is expected: "" for a page, else the code of the message. The
texts are made one at a time, so that nobody holds them all.
"""

MB = 1_000_000
LARGEST = 8 * 1024 * 1024 - 100  # a text may have 8 MiB, and the title is part of it

# Repeated for 1 MB.
REPEATED = [
    ("[", "text-too-large"), ("![", "text-too-large"), ("]", "text-too-large"), ("<", "text-too-large"),
    ("`a ``b ", "text-too-large"), ("*a_ ", "text-too-large"), ("*a ", ""), ("**a **b ", "text-too-large"), ("a**b", "text-too-large"),
    ("_a ", ""), ("*a** ", "text-too-large"), ("~~a ", "text-too-large"), ("~a ", ""), ("&", "text-too-large"),
    ("&CounterClockwiseContourIntegral;", ""), ("\\", "text-too-large"), ("\\*", "text-too-large"), ("[^", "text-too-large"),
    ("[](", "text-too-large"), ("[a](b ", ""), ("[a](<b ", "text-too-large"), ("[[a]]", "text-too-large"), ("[a][b] ", "text-too-large"),
    ("[a](", "text-too-large"), ("![a](./b.png) ", "attachment-missing"), ("<a ", "text-too-large"), ("<!-- ", ""), ("<?", ""),
    ("<a b='", ""), ("<![CDATA[", ""), ("<http://a ", ""), ("<div>\n\n", "text-too-large"), ("<b>", "text-too-large"),
    ("<b x='y'>a</b> ", ""), (">", "nesting-too-deep"), ("> > \n", ""), ("- ", "nesting-too-deep"), ("1. ", "nesting-too-deep"),
    ("[^a]:", "nesting-too-deep"), ("- a\n", "text-too-large"), ("-\n", "text-too-large"), ("- a\n  - b\n", "text-too-large"),
    ("- a\n\n", "text-too-large"), ("1. a\n\nb\n\n", "text-too-large"), ("***\n", "text-too-large"), ("a\n-\n", "text-too-large"),
    ("## a\n\n### b\n\n", "text-too-large"), ("# a\n\n", "text-too-large"), ("a\n", "text-too-large"), ("a  \n", ""), ("\n", ""), ("\r", ""),
    ("\t", ""), ("\0", ""), ("a\0 ", ""), ("```\n", "text-too-large"), ("    a\n\nb\n\n", "text-too-large"), ("[a]: u\n", ""), ("[a]: u (x\n", ""),
    ("[a](pages/about) ", ""), ("[a](pages/nowhere) ", "link-target-missing"), ("[a](pages/about#nowhere) ", "link-fragment-missing"),
    ("[a](javascript:x) ", "unsafe-link"), ("www.example.org ", ""), ("https://e.org ", ""), ("a@b.org ", "text-too-slow"),
    ("a@b.org\n", ""), ("http://", "text-too-slow"), ("a@", "text-too-slow"), (":", "text-too-large"), ("w", "text-too-large"),
    ("|-|-|\n", "table-too-large"), ("a\n|-|\n", "table-too-large"), ("|\n", "text-too-large"), ("|a|\n|-|\n|b|\n\n", ""),
    ("a {#x}\n\n", "text-too-large"), ("{#", ""), ("> [!NOTE]\n> a\n\n", "text-too-large"), ("```figure\n```\n", "figure-without-name"),
    ("- [ ] a\n", "text-too-large"), ("a[^1] ", ""), ("[^1]: b\n\n", "text-too-large"), ("\"", ""), ("[a] (b) ", ""), ("](a ", ""), ("]: <", "text-too-large"),
]
# Repeated up to the largest text.
LONGEST = [("palabra ", ""), ("Una frase con *énfasis*, y otra sin él, y una más.\n\n", "text-too-large"), ("\n", ""), ("[^a]:", "nesting-too-deep"),
           ("> a\n", "text-too-large"), ("[a](pages/about) ", "text-too-large"), ("a\n\n", "text-too-large"), ("    a\n", "")]


def fill(piece, size=MB):
    return piece * (size // len(piece.encode()))


def nested(opening, closing, depth):
    return opening * depth + "a" + closing * depth


def table(columns, rows, row):
    return "|a" * columns + "\n" + "|-" * columns + "\n" + row * rows


def special():
    yield "a table of 35 kB, padded", table(8_000, 1_500, "a\n"), "table-too-large"
    yield "a table of 140 kB, padded", table(32_000, 6_000, "a\n"), "table-too-large"
    yield "a table of 50,000 rows", table(2, 49_999, "|1|2|\n"), ""
    yield "a table of 1,000 columns", table(1_000, 99, "|b" * 1_000 + "\n"), ""
    yield "a table with links in 98,000 cells", table(2, 49_000, "|[a](pages/about)|[b](pages/about)|\n"), ""
    yield "a table under a long paragraph", fill("a b\n") + table(1, 1, "|b|\n"), "text-too-slow"
    yield "a heading under a long paragraph", fill("a b\n") + "---\n", "text-too-slow"
    yield "a cell of escaped bars", "|a|\n|-|\n|" + fill("\\|") + "|\n", "table-too-large"
    for name, opening, closing, code in [
            ("quotes", "> ", "", "nesting-too-deep"), ("lists", "- ", "", "nesting-too-deep"), ("emphasis", "*a **b ", " b** a*", "text-too-large"),
            ("brackets", "[", "]", ""), ("links", "[", "](b)", "link-target-missing"), ("images", "![", "](b)", "attachment-missing"), ("tags", "<b>", "</b>", "text-too-large"),
            ("blocks of HTML", "<div>\n", "\n</div>", ""), ("parentheses", "(", ")", "")]:
        yield f"{name}, 100,000 deep", nested(opening, closing, 100_000), code
    yield "a list like stairs", "".join(" " * (2 * step) + "- a\n" for step in range(1_000)), "nesting-too-deep"
    yield "lists 99 deep, again and again", ("- " * 99 + "a\n") * 400, ""
    yield "quotes 99 deep, again and again", ("> " * 99 + "a\n\n") * 4_000, "text-too-large"
    yield "runs of backticks, each longer", "".join("e" + "`" * length for length in range(1, 890)), ""
    yield "60,000 definitions, each used", "".join(f"[a{i}]: https://example.org/{i}\n" for i in range(60_000)) + "\n" \
        + "".join(f"[a{i}] " for i in range(60_000)), ""
    yield "one definition used 100,000 times", fill("[a] ", 400_000) + "\n\n[a]: pages/about\n", ""
    yield "one long definition used often", "[a]: " + fill("u") + "\n\n" + fill("[a] ", 4_000), "text-too-slow"
    yield "one page linked 100,000 times", fill("[a](pages/about) ", 1_700_000), ""
    yield "a definition with a long label", "[" + fill("a") + "]: b\n", "text-too-slow"
    yield "40,000 footnotes", "".join(f"a[^{i}] " for i in range(40_000)) + "\n\n" \
        + "".join(f"[^{i}]: b\n\n" for i in range(40_000)), ""
    yield "footnotes that lead to the next", "".join(f"[^{i}]: a[^{i + 1}]\n\n" for i in range(40_000)) + "a[^0]\n", ""
    yield "one footnote used 100,000 times", fill("a[^1] ", 600_000) + "\n\n[^1]: b\n", ""
    yield "an address with brackets behind it", "http://a" + fill(")"), "text-too-slow"
    yield "a long name before an @", fill("a.") + "@b.org", "text-too-slow"
    yield "links in code, then links", "`" + fill("](pages/about ", 500_000) + "` " + fill("[a](pages/about) ", 500_000), ""
    yield "parentheses that never close", "[a](" + fill("("), ""
    yield "a title that never closes", "[a](b \"" + fill("c "), ""
    yield "more than 8 MiB", "a" * (8 * 1024 * 1024), "text-too-large"


def hard_texts():
    for piece, code in REPEATED:
        yield repr(piece), fill(piece), code
    for piece, code in LONGEST:
        yield f"{piece!r}, 8 MiB", fill(piece, LARGEST), code
    yield from special()
