"""What git cannot hold of a site: odd names, links, huge files, locks, full disks.

A function is named for the folder in mistakes/ ("." becomes "__", "-" becomes "_") and gets the
source folder, already laid out; the published site stands beside it as source.parent / "public", and
the program runs in source.parent. A function that yields is a context: what follows the yield puts
things back, and what it yields is put before the command line ("setpriv …").
"""

import contextlib
import fcntl
import inspect
import os
import shutil
import sys


def arranged(name, source):
    """Arranges a source and gives the words before the command line, as a context."""
    function = getattr(sys.modules[__name__], name.replace(".", "__").replace("-", "_"), None)
    if function is not None and inspect.isgeneratorfunction(function):
        return contextlib.contextmanager(function)(source)
    if function is not None:
        function(source)
    return contextlib.nullcontext(())


# Root may read and write everything; without its capabilities it is a person like others.
WITHOUT_PRIVILEGES = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")


def book(source):
    return source / "content" / "books" / "lost"


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


# ---- Files that are not as they should be

def file_missing__link_to_itself(source):
    (source / "content" / "loop").symlink_to("loop")


def outside_source__content(source):
    shutil.move(source / "content", source.parent / "elsewhere")
    (source / "content").symlink_to(source.parent / "elsewhere")


def not_utf8__utf_16_without_mark(source):
    record = source / "content" / "books" / "the-well" / "record.json"
    record.write_bytes(record.read_text().encode("utf-16-le"))


def file_missing(source):
    (source / "content" / "content").mkdir()


def file_unreadable(source):
    (book(source) / "es.md").chmod(0o000)
    yield WITHOUT_PRIVILEGES


def file_unreadable__folder(source):
    book(source).chmod(0o000)
    yield WITHOUT_PRIVILEGES
    book(source).chmod(0o755)


def file_unreadable__collection(source):
    (source / "content" / "books").chmod(0o000)
    yield WITHOUT_PRIVILEGES
    (source / "content" / "books").chmod(0o755)


def file_unreadable__content(source):
    (source / "content").chmod(0o000)
    yield WITHOUT_PRIVILEGES
    (source / "content").chmod(0o755)


def file_unreadable__partials(source):
    (source / "themes" / "plain" / "partials").chmod(0o000)
    yield WITHOUT_PRIVILEGES
    (source / "themes" / "plain" / "partials").chmod(0o755)


def theme_missing__no_theme_json(source):
    (source / "themes" / "plain" / "theme.json").unlink()


def file_unreadable__link_to_a_folder(source):
    (source / "content" / "books").rename(source / "books")
    (source / "content" / "books").symlink_to("../books")


def file_unreadable__pipe(source):
    (book(source) / "es.md").unlink()
    os.mkfifo(book(source) / "es.md")


def file_too_large(source):
    """A recording of 80 MB; nothing of it is on the disk."""
    write(book(source) / "reading.wav", b"")
    os.truncate(book(source) / "reading.wav", 80_000_000)


def text_too_large__50_mb(source):
    write(book(source) / "es.md", "# El libro perdido\n\n".encode() + b"Nadie lo encuentra. " * 2_500_000)


def text_too_large__record_of_50_mb(source):
    write(book(source) / "record.json", b'{"published": "' + b"2" * 50_000_000 + b'"}')


def nesting_too_deep__100000_levels(source):
    write(book(source) / "record.json", b'{"published": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")


def nesting_too_deep__parents(source):
    """A page below a page below a page …"""
    above = "pages/about"
    for number in range(1, 23):
        folder = source / "content" / "pages" / f"step-{number}"
        write(folder / "record.json", f'{{"parent": "{above}"}}\n'.encode())
        write(folder / "es.md", f"# Paso {number}\n\nSiga.\n".encode())
        write(folder / "en.md", f"# Step {number}\n\nGo on.\n".encode())
        above = f"pages/step-{number}"


def outside_source__text(source):
    write(source.parent / "elsewhere" / "es.md", "# El libro perdido\n\nDe otra carpeta.\n".encode())
    (book(source) / "es.md").unlink()
    (book(source) / "es.md").symlink_to(source.parent / "elsewhere" / "es.md")


def outside_source__attachment(source):
    write(source.parent / "elsewhere" / "cover.jpg", b"a picture")
    (book(source) / "cover.jpg").symlink_to("../../../../elsewhere/cover.jpg")


def outside_source__folder(source):
    shutil.move(book(source), source.parent / "elsewhere")
    book(source).symlink_to(source.parent / "elsewhere")


def stray_file__empty_entry(source):
    book(source).mkdir()


def book_called(source, name):
    folder = source / "content" / "books" / name
    write(folder / "record.json", b'{"published": "2020"}\n')
    write(folder / "es.md", "# El libro perdido\n\nNadie lo encuentra.\n".encode())
    write(folder / "en.md", b"# The lost book\n\nNobody finds it.\n")


def entry_name(source):
    book_called(source, "El año del agua")


def entry_name__line_break(source):
    book_called(source, "the lost\nbook")


def entry_name__quotes(source):
    book_called(source, 'el "pozo" l\'agua')


# ---- An output that cannot be written

def output_not_ours(source):
    write(source.parent / "Documents" / "thesis.odt", b"three years of work")


def output_not_ours__file(source):
    write(source.parent / "letter.txt", b"Dear reader")


def output_not_ours__file_above(source):
    write(source.parent / "letter.txt", b"Dear reader")


def output_not_ours__links_in_a_circle(source):
    (source.parent / "circle").symlink_to("circle")


def output_not_writable__list_of_files(source):
    listing = source.parent / "public" / ".puebla-manifest"
    listing.chmod(0)
    yield WITHOUT_PRIVILEGES
    listing.chmod(0o644)


def output_not_writable(source):
    (source.parent / "locked").mkdir(mode=0o555)
    yield WITHOUT_PRIVILEGES
    (source.parent / "locked").chmod(0o755)


def output_not_writable__beside(source):
    source.parent.chmod(0o555)
    (source.parent / ".public.puebla").chmod(0o555)
    yield WITHOUT_PRIVILEGES
    source.parent.chmod(0o755)


def output_in_use(source):
    with open(source.parent / ".public.puebla" / "lock", "ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def output_in_the_way(source):
    write(source.parent / "public" / "es" / "libros" / "2020" / "el-libro-perdido" / "index.html", b"mine")


def output_in_the_way__work_folder(source):
    shutil.rmtree(source.parent / ".public.puebla", ignore_errors=True)
    write(source.parent / ".public.puebla", b"mine")


def output_path_impossible(source):
    write(book(source) / "loans\\2020.csv", b"loans;12\n")


def paths_differ_by_case(source):
    write(book(source) / "Acta.txt", b"record\n")
    write(book(source) / "acta.txt", b"copy\n")


# ---- Texts that are too much

def help_text(source, text):
    write(source / "content" / "pages" / "help" / "es.md", ("# Ayuda\n\n" + text).encode())


def table_too_large(source):
    help_text(source, "| Libro" * 200 + " |\n" + "| ---" * 200 + " |\n" + ("| El pozo" * 200 + " |\n") * 600)


def text_too_large__blocks(source):
    help_text(source, "Otra línea.\n\n" * 110_000)


def text_too_large__marks(source):
    help_text(source, "Es *muy* importante. " * 210_000 + "\n")


def text_too_slow(source):
    help_text(source, "Lea https://example.org/" + ")" * 50_000 + "\n")


def text_too_slow__addresses(source):
    help_text(source, "ayuda@example.org " * 10_000 + "\n")


# ---- Layouts that are too much

def entry_layout(source, text):
    write(source / "content" / ".theme" / "layouts" / "entry.html", text.encode())


def template_limit__template_of_600_kb(source):
    entry_layout(source, "{{ page.title }}\n" * 36_000)


def template_limit__tags_in_tags(source):
    entry_layout(source, "{% if 1 %}" * 20_000 + "{% endif %}" * 20_000)


def template_limit__brackets_in_brackets(source):
    entry_layout(source, "{{ " + "(" * 100_000 + "page.title" + ")" * 100_000 + " }}\n")


def text_too_large__layout_of_50_mb(source):
    entry_layout(source, "<p>{{ page.title }}</p>\n" * 2_100_000)


# What is mounted disappears with the program. Only root may mount, or who is root of a world of their own.
MOUNTING = ("unshare", "--map-root-user", "--mount", "sh", "-c")


def cannot_exchange(source):
    yield *MOUNTING, 'mount --bind public public && exec "$@"', "sh"


def output_mixed(source):
    """One of the pages that change cannot be replaced."""
    page = source.parent / "public" / "en"
    page.chmod(0o555)
    yield WITHOUT_PRIVILEGES
    page.chmod(0o755)


def disk_full(source):
    (source.parent / "full").mkdir()
    yield *MOUNTING, 'mount -t tmpfs -o size=16k none full && exec "$@"', "sh"
