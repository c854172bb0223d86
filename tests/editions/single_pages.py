"""A single page as tests read it: what its works say, and which of them hold a query."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path
from random import Random

from playwright.sync_api import Page, Request

from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables
from tests.site.built import BuiltPage

PHONE = {"viewport": {"width": 360, "height": 640}}
QUERIES = 50
SEED = 20240206
BLOCKS = ("h3", "h4", "h5", "p", "li", "dd", "th", "td", "pre", "figcaption")
SPOKEN_RE = re.compile("[က-ဪဿ-၉ၐ-ၕ]")
ASK = """(queries) => Promise.all(queries.map((query) => lanpya.search(query)))
  .then((answers) => answers.map((results) => results.map((result) => result.url)))"""


class SinglePage:
    """A made file. copied: alone in a folder."""

    def __init__(self, copied: Path) -> None:
        self.path = copied
        self.html = copied.read_text(encoding="utf-8")

    @cached_property
    def parsed(self) -> BuiltPage:
        """Its elements."""
        return BuiltPage("", self.html)

    @cached_property
    def keys(self) -> Mapping[str, list[tuple[str, frozenset[int]]]]:
        """By the anchor of a work: its blocks as search keys, and where their tokens begin."""
        found = {}
        for entry in self.parsed.find("article", **{"class": "entry"}):
            parts = [entry.find("h2"), *entry.iter()]
            texts = [
                " ".join("".join(one.itertext()).split())
                for one in parts
                if one is not None
                and (one.tag in BLOCKS or one.tag == "h2")
                and one.get("class") != "up"
                and not any(inner.tag in BLOCKS for inner in islice(one.iter(), 1, None))
            ]
            made = map(search_key, texts)
            found[f"#{entry.get('id')}"] = [
                (key, frozenset(accumulate(map(len, split_syllables(key)), initial=0)))
                for key in made
            ]
        return found

    def named(self, query: str) -> set[str]:
        """The works of the topic that has a query for a name, in any language."""
        found: set[str] = set()
        terms, abouts = self.parsed.find("dt"), self.parsed.find("dd")
        for term in terms:
            others = [span.text or "" for span in term]
            names = [term.text or "", *others, *term.get("data-as", "").split("|")]
            if term.get("id") and search_key(query) in map(search_key, names):
                following = self.parsed.elements.index(term)
                about = next(one for one in self.parsed.elements[following:] if one in abouts)
                found |= {link.attrib["href"] for link in about.iter("a")}
        return found

    def holding(self, query: str) -> set[str]:
        """The works that hold a query from and to whole tokens."""
        needle = search_key(query)
        return {
            anchor
            for anchor, blocks in self.keys.items()
            if any(
                {match.start(), match.start() + len(needle)} <= ends
                for key, ends in blocks
                for match in re.finditer(f"(?={re.escape(needle)})", key)
            )
        }


def note_requests(page: Page) -> list[str]:
    """The addresses that are asked for from now on, but for what is in the page itself."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith("data:"):
            asked.append(request.url)

    page.on("request", note)
    return asked


def check_markup(page: BuiltPage) -> None:
    assert page.errors == []
    assert len(page.ids) == len(set(page.ids))
    for element, address in page.addresses():
        if element.tag == "a" and address.startswith("#"):
            assert address[1:] in page.ids
        elif element.tag == "a":
            assert re.match(r"https?://|about:blank$", address)
        else:
            assert address.startswith("data:")


def works_among(urls: list[str]) -> set[str]:
    return {url for url in urls if not url.startswith("#topics/")}


def make_queries(page: SinglePage) -> Iterator[str]:
    """Some syllables from the midst of a phrase, spaces left out or not: as chance has it."""
    chance = Random(SEED)
    keys = [key for blocks in page.keys.values() for key, _ in blocks]
    while True:
        tokens = split_syllables(chance.choice(keys))
        length = chance.randint(2, 6)
        at = chance.randrange(1, max(2, len(tokens) - length))
        query = "".join(tokens[at : at + length])
        if len(tokens) > length + 2 and all(map(SPOKEN_RE.match, tokens[at : at + length])):
            yield query
