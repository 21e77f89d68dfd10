"""What the comparisons of our Markdown with others share: both printers, and the table of results."""

import json
import pathlib
import subprocess


def our_html(program, texts):
    done = subprocess.run([program], input=json.dumps(texts), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def cmark_gfm(text, extensions):
    """What Debian's command prints, without HTML of authors; `extensions` as it names them."""
    options = [word for name in extensions for word in ("-e", name)]
    return subprocess.run(["cmark-gfm", *options], input=text.encode(), capture_output=True,
                          check=True).stdout.decode()


def write_table(path, lines, failures):
    """Keeps the table for `./run test` to print, and prints it with what failed."""
    if failures:
        lines = [*lines, "", f"NOT AS LISTED ({len(failures)}):", *failures]
    text = "\n".join(lines) + "\n"
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(text, end="")
