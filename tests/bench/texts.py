"""The texts that the engines are asked about: given ones, or made of the site's own sentences.

A text is called by its name; the same name in two languages is one work.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lanpya.content.markup import create_markdown
from lanpya.content.source_text import UNWANTED_RE
from lanpya.model import Library
from lanpya.site.contents import Content
from lanpya.text.normal import display_form

SENTENCE_END_RE = re.compile(r"(?<=[.!?။])\s+")
LENGTH = 1000
PARAGRAPH = (2, 5)
# Of a language's sentences, by length: what a title is taken from.
TITLES = 0.25


@dataclass(frozen=True)
class Text:
    """A page's words. paragraphs: at least one; everything in the display form, one line each."""

    name: str
    language: str
    title: str
    paragraphs: tuple[str, ...]

    @property
    def blocks(self) -> tuple[str, ...]:
        """The title, then the paragraphs."""
        return (self.title, *self.paragraphs)

    @property
    def plain(self) -> str:
        """The blocks, apart by line ends."""
        return "\n".join(self.blocks)


def read_texts(folder: Path, languages: Iterable[str]) -> list[Text]:
    """The texts of folder/<language tag>/*.txt, in the display form.

    The first line is the title, each other line that is not blank a paragraph. Raises
    ValueError where a language has no text, or a text has no more than a title.
    """
    texts = []
    for language in languages:
        paths = sorted((folder / language).glob("*.txt"))
        if not paths:
            raise ValueError(f"{folder / language}: no *.txt")
        texts += [_read_text(path, language) for path in paths]
    return texts


def _read_text(path: Path, language: str) -> Text:
    raw = display_form(path.read_text(encoding="utf-8-sig"))
    lines = [" ".join(line.split()) for line in UNWANTED_RE.sub(" ", raw).split("\n")]
    title, *paragraphs = [line for line in lines if line] or [""]
    if not paragraphs:
        raise ValueError(f"{path}: a title and a paragraph are needed, each on a line of its own")
    return Text(path.stem, language, title, tuple(paragraphs))


def make_texts(library: Library, works: int, seed: int) -> list[Text]:
    """So many texts in every language, of its own pages' sentences in any order."""
    texts = []
    for language in library.languages:
        sentences = list(own_sentences(library, language.tag))
        chance = random.Random(f"{seed} {language.tag}")
        texts += [
            make_text(f"text-{number:04}", language.tag, sentences, chance)
            for number in range(1, works + 1)
        ]
    return texts


def own_sentences(library: Library, language: str) -> Iterator[str]:
    """Every sentence of the articles in a language."""
    for work in library.works.values():
        page = work.pages.get(language)
        if page:
            html = create_markdown().convert(page.body)
            blocks = [page.description, *page.key_points, *Content(html, ()).text.split("\n")]
            for block in blocks:
                yield from (part for part in SENTENCE_END_RE.split(display_form(block)) if part)


def make_text(
    name: str, language: str, sentences: Sequence[str], chance: random.Random, length: int = LENGTH
) -> Text:
    """A short sentence as the title, then sentences until there are `length` characters."""
    by_length = sorted(set(sentences), key=lambda sentence: (len(sentence), sentence))
    titles = by_length[: max(1, round(len(by_length) * TITLES))]
    title = chance.choice(titles).rstrip(".။ ")
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < length:
        count = min(chance.randint(*PARAGRAPH), len(sentences))
        paragraphs.append(" ".join(chance.sample(sentences, count)))
    return Text(name, language, title, tuple(paragraphs))
