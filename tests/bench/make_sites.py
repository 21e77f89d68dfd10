"""Writes the archive of corpus.py as a site of Puebla and as one of Hugo, with the same pages."""

import json
import shutil

from corpus import HERE, LANGUAGES, WORDS, documents

PAGES = ("about", "method", "news", "access", "legal", "contact")


def both(texts):
    """{"es": …, "en": …} of a word of the interface."""
    return {language: WORDS["interface"][language][texts] for language in LANGUAGES}


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not isinstance(content, str):
        content = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    path.write_text(content, encoding="utf-8")


def make_sites(folder, count):
    """folder/puebla and folder/hugo, of `count` documents in each language."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "puebla", folder / "puebla")
    shutil.copytree(HERE / "hugo", folder / "hugo")
    write_puebla_frame(folder / "puebla")
    write_hugo_frame(folder / "hugo")
    names, titles = [], []
    for document in documents(count):
        names.append(document["name"])
        titles.append(document["title"])
        write_puebla_document(folder / "puebla/content/documents", document, names)
        write_hugo_document(folder / "hugo/content", document, names, titles)


def join(blocks, link):
    """The Markdown of a text, each \\x00N\\x00 turned into what link(N) gives."""
    parts = "\n\n".join(blocks).split("\x00")
    parts[1::2] = [link(int(number)) for number in parts[1::2]]
    return "".join(parts) + "\n"


# --- Puebla ---------------------------------------------------------------------------------------


def collection(name, entry_name, layout, record, **more):
    address = {language: name + "/" for language in LANGUAGES}
    return {
        "name": both(name) if name in WORDS["interface"]["es"] else {"es": name, "en": name},
        "entry_name": {"es": entry_name, "en": entry_name},
        "address": {"list": address, "entry": {key: value + "{slug}/" for key, value in address.items()}},
        "layout": layout,
        "record": {"type": "object", "properties": record},
        **more,
    }


def reference(target, **more):
    return {"type": "string", "format": "reference", "collection": target, **more}


def write_puebla_frame(site):
    content = site / "content"
    write(content / "site.json", {
        "format": 1,
        "name": both("site"), "short_name": both("site"), "description": both("tagline"),
        "licence": {"es": "CC BY 4.0", "en": "CC BY 4.0"},
        "base": "https://archive.example.org/",
        "languages": [{"code": "es", "locale": "es_CR", "name": "Español"},
                      {"code": "en", "locale": "en_001", "name": "English"}],
        "as_of": "2024-12-31",
        "theme": "bench",
        "home": "pages/home",
        "navigation": [{"to": to} for to in ("pages/home", "documents", "countries", "topics", "pages/about")],
        "footer": [{"to": f"pages/{page}"} for page in PAGES],
    })
    documents_ = collection("documents", "document", {"list": "list", "entry": "document"}, {
        "date": {"type": "string", "format": "partial-date"},
        "country": reference("countries", inverse="documents"),
        "topics": {"type": "array", "items": reference("topics"), "inverse": "documents"},
    }, order=["-date", "title"])
    write(content / "documents/collection.json", documents_)
    for kind in ("countries", "topics"):
        name = {"name": {"type": "object", "format": "localized"}}
        write(content / kind / "collection.json",
              collection(kind, kind, {"list": "terms", "entry": "term"}, name, title="name", prose="none"))
        write(content / kind / "records.json", [
            {"id": row["id"], "name": {"es": row["es"], "en": row["en"]}, "slug": {"es": row["id"], "en": row["id"]}}
            for row in WORDS[kind]])
    pages = collection("pages", "page", {"entry": "entry"}, {"layout": {"type": "string"}})
    pages["address"] = {"entry": {language: "{slug}/" for language in LANGUAGES}}
    write(content / "pages/collection.json", pages)
    for page in ("home", *PAGES):
        record = {"layout": "home"} if page == "home" else {"slug": {"es": page, "en": page}}
        write(content / "pages" / page / "record.json", record)
        for language in LANGUAGES:
            ui = WORDS["interface"][language]
            write(content / "pages" / page / f"{language}.md", f"# {ui[page]}\n\n{ui['tagline']}\n")
    for language in LANGUAGES:
        write(site / "themes/bench/phrases" / f"{language}.json", WORDS["interface"][language])


def write_puebla_document(folder, document, names):
    name = document["name"]
    write(folder / name / "record.json", {
        "date": document["date"],
        "country": f"countries/{document['country']}",
        "topics": [f"topics/{topic}" for topic in document["topics"]],
        "slug": {"es": name, "en": name},
    })
    for language in LANGUAGES:
        text = join(document["text"][language], lambda number: f"[](documents/{names[number]})")
        write(folder / name / f"{language}.md", f"# {document['title'][language]}\n\n{text}")


# --- Hugo -----------------------------------------------------------------------------------------


def write_hugo_frame(site):
    write(site / "data/interface.json", WORDS["interface"])
    for kind in ("countries", "topics"):
        write(site / "data" / f"{kind}.json", WORDS[kind])
    write(site / "data/names.json", {
        language: {kind: {row["id"]: row[language] for row in WORDS[kind]} for kind in ("countries", "topics")}
        for language in LANGUAGES})
    for language in LANGUAGES:
        ui = WORDS["interface"][language]
        for page in PAGES:
            write(site / "content" / language / f"{page}.md", f'---\ntitle: "{ui[page]}"\n---\n\n{ui["tagline"]}\n')


def write_hugo_document(content, document, names, titles):
    for language in LANGUAGES:
        def link(number, language=language):
            return f"[{titles[number][language]}](/{language}/documents/{names[number]}/)"

        first = document["text"][language][0]
        settings = {
            "title": document["title"][language],
            "date": document["date"],
            "description": first[:150].rsplit(" ", 1)[0],
            "countries": [document["country"]],
            "topics": document["topics"],
        }
        write(content / language / "documents" / f"{document['name']}.md",
              f"{json.dumps(settings, ensure_ascii=False, indent=1)}\n\n{join(document['text'][language], link)}")
