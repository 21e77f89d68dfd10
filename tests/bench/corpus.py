"""A bilingual archive of invented agreements, the same on every machine.

Each document has a text in Spanish and one in English of some 560 to 890 words: four to six sections,
a numbered list, a table, links to one to three earlier documents and, in one of four, a footnote. It
belongs to one country of thirty (some have many more than others) and to two to four topics. Words
come from Debian's lists wspanish and wamerican, frequent ones as frequent as in real prose.

Every document is drawn from a generator seeded with its number, so that a smaller corpus is the
beginning of a larger one.
"""

import datetime
import itertools
import json
import pathlib
import random
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
WORDS = json.loads((HERE / "words.json").read_text(encoding="utf-8"))
LANGUAGES = ("es", "en")
WORD_LISTS = {"es": "/usr/share/dict/spanish", "en": "/usr/share/dict/american-english"}
VOCABULARY = 8000


class Vocabulary:
    """The words of one language with how often each is drawn."""

    def __init__(self, language):
        lines = pathlib.Path(WORD_LISTS[language]).read_text(encoding="utf-8").split()
        words = sorted({unicodedata.normalize("NFC", word) for word in lines})
        words = [word for word in words if word.isalpha() and word.islower() and 3 <= len(word) <= 15]
        little = WORDS["function_words"][language].split()
        rng = random.Random(f"vocabulary {language}")
        chosen = set()
        while len(chosen) < VOCABULARY:  # neighbours in the list are mostly forms of one word
            start = rng.randrange(len(words) - 3)
            chosen.update(words[start:start + rng.randint(2, 4)])
        full = sorted(chosen - set(little))
        rng.shuffle(full)
        self.rare = sorted(set(words) - chosen - set(little))
        self.words = little + full
        # Zipf's law in both halves; 45 of 100 words of running text are the little ones.
        self.weights = list(itertools.accumulate(
            [0.45 * weight for weight in zipf(len(little), 1.5)] + [0.55 * weight for weight in zipf(len(full), 6)]))
        self.of_topic = {
            topic["id"]: random.Random(f"{topic['id']} {language}").sample(full[200:], 200)
            for topic in WORDS["topics"]
        }


def zipf(count, shift):
    weights = [1 / (rank + shift) for rank in range(count)]
    total = sum(weights)
    return [weight / total for weight in weights]


class Writer:
    """Draws the words of one text."""

    def __init__(self, rng, vocabulary, topics):
        self.rng, self.vocabulary = rng, vocabulary
        self.topical = [word for topic in topics for word in vocabulary.of_topic[topic]]
        self.rare = rng.sample(vocabulary.rare, 8)
        self.ready = []

    def words(self, count):
        while len(self.ready) < count:
            for word in self.rng.choices(self.vocabulary.words, cum_weights=self.vocabulary.weights, k=256):
                luck = self.rng.random()
                if luck < 0.1:
                    word = self.topical[int(len(self.topical) * self.rng.random() ** 2)]
                elif luck < 0.113:
                    word = self.rng.choice(self.rare)
                self.ready.append(word)
        taken, self.ready = self.ready[:count], self.ready[count:]
        return taken

    def sentence(self, count):
        words = self.words(count)
        words[0] = words[0].capitalize()
        if count > 12:
            words[count // 2] += ","
        return " ".join(words) + "."

    def sentences(self, count):
        while count > 4:
            length = min(count, self.rng.randint(9, 26))
            yield self.sentence(length)
            count -= length


def make_document(number, vocabularies, earlier):
    """One document: facts that both languages share, and for each its title and Markdown, in which
    \\x00N\\x00 stands for a link to document N."""
    rng = random.Random(f"document {number}")
    country = WORDS["countries"][min(int(rng.expovariate(0.11)), len(WORDS["countries"]) - 1)]
    topics = rng.sample(WORDS["topics"], rng.randint(2, 4))
    date = datetime.date(2000, 1, 1) + datetime.timedelta(days=rng.randrange(9000))
    links = sorted({max(0, number - 1 - int(rng.expovariate(0.02))) for _ in range(rng.randint(1, 3))})
    shape = {
        "headings": rng.sample(WORDS["headings"], rng.randint(4, 6)),
        "words": rng.randint(540, 830),
        "items": rng.randint(9, 11),
        "rows": rng.randint(4, 6),
        "decree": (f"{rng.randint(1000, 29999)}/{date.year}", rng.randint(100, 99999)),
        "footnote": rng.random() < 0.25,
        "links": links if earlier else [],
        "year": date.year,
    }
    shape["list_at"], shape["table_at"] = rng.sample(range(len(shape["headings"])), 2)
    document = {
        "name": f"{country['id']}-{topics[0]['id']}-{number:05}",
        "date": date.isoformat(),
        "country": country["id"],
        "topics": sorted(topic["id"] for topic in topics),
        "title": {},
        "text": {},
    }
    for language in LANGUAGES:
        writer = Writer(random.Random(f"document {number} {language}"), vocabularies[language],
                        [topic["id"] for topic in topics])
        document["title"][language] = (
            f"{topics[0][language]}: {' '.join(writer.words(4))} ({country[language]}, {date.year})")
        document["text"][language] = list(write_blocks(shape, writer, language))
    return document


def write_blocks(shape, writer, language):
    """The blocks of one text, each as Markdown."""
    ui = WORDS["interface"][language]
    share = max(40, (shape["words"] - shape["items"] * 11 - shape["rows"] * 8) // (len(shape["headings"]) + 1))
    yield " ".join(writer.sentences(share))
    for place, heading in enumerate(shape["headings"]):
        yield f"## {heading[language]}"
        sentences = list(writer.sentences(share))
        if place == 0:
            sentences.insert(1, WORDS["decree"][language].format(*shape["decree"]))
        if place < len(shape["links"]):
            sentences.append(f"{ui['see']} \x00{shape['links'][place]}\x00.")
        if shape["footnote"] and place == 1:
            sentences[0] = sentences[0][:-1] + "[^1]."
        half = (len(sentences) + 1) // 2
        yield " ".join(sentences[:half])
        if sentences[half:]:
            yield " ".join(sentences[half:])
        if place == shape["list_at"]:
            yield "\n".join(
                f"{n}. **{' '.join(writer.words(2)).capitalize()}**: {' '.join(writer.words(writer.rng.randint(6, 12)))}."
                for n in range(1, shape["items"] + 1))
        if place == shape["table_at"]:
            yield write_table(shape, writer, ui)
    if shape["footnote"]:
        yield f"[^1]: {writer.sentence(14)}"


def write_table(shape, writer, ui):
    rows = [[ui["year"], ui["step"], ui["body"], ui["amount"]], ["---", "---", "---", "---:"]]
    for n in range(shape["rows"]):
        rows.append([str(shape["year"] + n), " ".join(writer.words(4)), " ".join(writer.words(2)),
                     str(writer.rng.randint(1000, 999999))])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def documents(count):
    vocabularies = {language: Vocabulary(language) for language in LANGUAGES}
    for number in range(count):
        yield make_document(number, vocabularies, earlier=number > 0)
