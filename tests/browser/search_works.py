"""Works to be searched: many and short, made by chance from the sentences of this repository.

A site's search is its scripts, two pages and the index, so no more than these is put together
here: the works have no pages. What a query should find is computed from the texts and not from
the index.
"""

import random
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from itertools import accumulate
from pathlib import Path
from unittest.mock import patch

from lanpya.content.configuration import read_configuration
from lanpya.content.library import make_library, read_docs
from lanpya.content.markup import create_markdown
from lanpya.model import Library, Work
from lanpya.site import search_index, search_postings
from lanpya.site.contents import Content
from lanpya.site.search_index import render_search_index
from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables
from tests.conftest import REPOSITORY
from tests.site.samples import ADDRESSES, make_work

SEED = 20240206
WORKS = 72
BLOCKS = 9
# So few that with so few works rows of two and of three are really read.
FEW = 3
LANGUAGES = ("en", "my")
SPACE_RE = re.compile(r"(?<=\w)[-.](?=\w)")
SENTENCE_END_RE = re.compile(r"(?<=[။၊.,;:!?”])\s*")
# What is looked for by name, each in a work of its own.
SPECIAL = {
    "en": (
        "Some 335,000 people fled.",
        "António Guterres spoke in a café in Zürich.",
        "The armies met; an agreement was reached at the riverbank.",
        "He said “never again” (twice) – C++ & a.b*c? [x] \\d+ <b>bold</b> stood there.",
        "A quick brown xylophonist displaced nobody.",
        "The army elected a spokesman; they agreed.",
        "__proto__ constructor toString valueOf",
        "One displacement only.",
        "A quincunx of zeppelins.",
    ),
    "my": (
        "လူ ၃၃၅,၀၀၀ ထွက်ပြေးခဲ့သည်။",
        "ဦးလေးသည် လွိုင် ကော် မြို့သို့ သွားသည်။",
        "ဇေတဝန်ကျောင်းတိုက်ကြီး",
        "ဇေတဝန်၊ ကျောင်းတိုက်",
    ),
}


@dataclass(frozen=True)
class Texts:
    """What a work says in a language. The first of its keys is the title's."""

    title: str
    blocks: tuple[str, ...]

    @cached_property
    def keys(self) -> tuple[tuple[str, frozenset[int]], ...]:
        """Search keys, each with the places where a word or a syllable begins or ends."""
        return tuple(map(_key, (self.title, *self.blocks)))

    @cached_property
    def parted_keys(self) -> tuple[tuple[str, frozenset[int]], ...]:
        """The same with spaces for what stands inside words."""
        return tuple(_key(SPACE_RE.sub(" ", key)) for key, _ in self.keys)

    def hold(self, query: str) -> bool:
        """Whether the query stands in a block as whole words or syllables."""
        needle = search_key(query)
        return any(_holds(key, ends, needle) for key, ends in self.keys)


@dataclass(frozen=True)
class SearchedWorks:
    """Works with what they say, by the address of their page from the root of the site."""

    library: Library
    texts: Mapping[str, Texts]

    def with_words(self, *queries: str, language: str = "") -> set[str]:
        """The pages that hold all of them."""
        return {
            url
            for url, said in self.texts.items()
            if all(map(said.hold, queries)) and (not language or _language(url) == language)
        }

    def with_parts_of_words(self, query: str) -> set[str]:
        """The pages that hold it, whether hyphens or spaces part its words."""
        needle = SPACE_RE.sub(" ", search_key(query))
        return {
            url
            for url, said in self.texts.items()
            if any(_holds(key, ends, needle) for key, ends in said.parted_keys)
        }

    def about(self, topic_id: str) -> set[str]:
        """The pages of a topic in every language that has them."""
        return {
            ADDRESSES.url(work.uri, tag)
            for work in self.library.works.values()
            if topic_id in work.topics
            for tag in work.pages
        }

    def of_year(self, year: str) -> set[str]:
        """The pages of a year."""
        return {
            ADDRESSES.url(work.uri, tag)
            for work in self.library.works.values()
            if work.published.startswith(year)
            for tag in work.pages
        }


def _key(text: str) -> tuple[str, frozenset[int]]:
    key = search_key(text)
    return key, frozenset(accumulate(map(len, split_syllables(key)), initial=0))


def _holds(key: str, ends: frozenset[int], needle: str) -> bool:
    start = key.find(needle)
    while start >= 0 and not {start, start + len(needle)} <= ends:
        start = key.find(needle, start + 1)
    return start >= 0


def _language(url: str) -> str:
    return "my" if url.startswith("my/") else "en"


def make_works() -> SearchedWorks:
    """Works with topics of the real vocabulary, every topic used; some in one language only."""
    configuration = read_configuration(REPOSITORY / "mkdocs.yml")
    library = make_library(configuration, read_docs(configuration))
    chance = random.Random(SEED)
    sentences = {tag: _sentences(library, tag) for tag in LANGUAGES}
    works: dict[str, Work] = {}
    texts: dict[str, Texts] = {}
    ids = [*library.vocabulary.topics]
    for number in range(WORKS):
        work = make_work(
            f"w{number:03}",
            published=f"20{19 + number % 6}-{number % 12 + 1:02}",
            languages={16: "my", 17: "en"}.get(number % 18, "en my"),
            about=" ".join(dict.fromkeys(ids[number::WORKS] or ids[:1])),
        )
        for tag in LANGUAGES:
            if tag not in work.pages:
                continue
            said = _make_texts(chance, sentences[tag], SPECIAL[tag][number : number + 1])
            texts[ADDRESSES.url(work.uri, tag)] = said
            work = _with_title(work, tag, said)
        works[work.uri] = work
    return SearchedWorks(replace(library, works=works), texts)


def _with_title(work: Work, tag: str, said: Texts) -> Work:
    page = replace(work.pages[tag], title=said.title, description=said.blocks[0])
    if tag == work.original.language:
        return replace(work, original=page)
    return replace(work, translations={**work.translations, tag: page})


def _sentences(library: Library, tag: str) -> list[str]:
    """Parts of sentences, each with the sign that ends it."""
    found: list[str] = []
    for work in library.works.values():
        content = Content(create_markdown().convert(work.pages[tag].body), ())
        for line in content.text.split("\n"):
            found += [part for part in SENTENCE_END_RE.split(line) if len(part) > 12]
    return found


def _make_texts(chance: random.Random, sentences: Sequence[str], special: Iterable[str]) -> Texts:
    blocks = [
        " ".join(" ".join(chance.choices(sentences, k=chance.randint(1, 4))).split())
        for _ in range(BLOCKS)
    ]
    return Texts(chance.choice(sentences).strip(), (*blocks, *special))


def write_search_site(works: SearchedWorks, site: Path, folder: Path) -> None:
    """The search of a site: pages and scripts of a built one, and the index of the works."""
    for name in ("search.html", "my/search.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(site / name, folder / name)
    shutil.copytree(site / "assets", folder / "assets")
    for name, text in render_index(works).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def render_index(works: SearchedWorks) -> dict[str, str]:
    """The index, by addresses."""
    contents = {}
    for work in works.library.works.values():
        for tag in work.pages:
            blocks = works.texts[ADDRESSES.url(work.uri, tag)].blocks[1:]
            html = "\n".join(f"<p>{escape(block)}</p>" for block in blocks)
            contents[work.uri, tag] = Content(html, ())
    with (
        patch.object(search_postings, "FEW_WORKS", FEW),
        patch.object(search_index, "FEW_WORKS", FEW),
    ):
        return render_search_index(works.library, ADDRESSES, contents)
