"""lanpya.search(query) finds exactly the works that hold the words, and always all of them.

What it should find is computed apart from it: in Python, from the Markdown and not from
the index. Which words are looked for is left to chance, with a fixed seed.
"""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import accumulate, islice

import pytest
from playwright.sync_api import Page

from lanpya.content.configuration import read_configuration
from lanpya.content.library import make_library, read_docs
from lanpya.content.markup import create_markdown
from lanpya.model import Library
from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables
from tests.browser.kinds import Roots
from tests.conftest import REPOSITORY
from tests.site.built import BuiltPage

QUERIES = 40
SEED = 20240206
SPOKEN_RE = re.compile("[က-ဪဿ-၉ၐ-ၕ]")
ASK = """(queries) => Promise.all(queries.map((query) => lanpya.search(query)))
  .then((answers) => answers.map((results) => results.map((result) => result.url)))"""


@cache
def library() -> Library:
    configuration = read_configuration(REPOSITORY / "mkdocs.yml")
    return make_library(configuration, read_docs(configuration))


@cache
def blocks(language: str) -> Mapping[str, tuple[str, ...]]:
    """What each work says in a language, block by block, by the address of its page."""
    found = {}
    for work in library().works.values():
        page = work.pages[language]
        html = BuiltPage("", f"<!doctype html>{create_markdown().convert(page.body)}")
        said = [
            " ".join("".join(element.itertext()).split())
            for element in html.elements
            if element.tag in ("p", "li", "h2", "h3", "td", "th")
        ]
        folder = "" if language == "en" else f"{language}/"
        found[f"{folder}{work.uri}.html"] = (page.title, page.description, *page.key_points, *said)
    return found


@cache
def keys(language: str) -> Mapping[str, tuple[tuple[str, frozenset[int]], ...]]:
    """The same as search keys, each with the places where a word or syllable begins or ends."""
    return {url: tuple(map(_key, texts)) for url, texts in blocks(language).items()}


def _key(text: str) -> tuple[str, frozenset[int]]:
    key = search_key(text)
    return key, frozenset(accumulate(map(len, split_syllables(key)), initial=0))


def works_with(query: str) -> set[str]:
    """The pages that hold a query as whole words or syllables."""
    needle = search_key(query)
    return {
        url
        for language in ("en", "my")
        for url, found in keys(language).items()
        if any(_holds(key, ends, needle) for key, ends in found)
    }


def _holds(key: str, ends: frozenset[int], needle: str) -> bool:
    start = key.find(needle)
    while start >= 0 and not {start, start + len(needle)} <= ends:
        start = key.find(needle, start + 1)
    return start >= 0


def english_queries() -> list[str]:
    """One to three words in a row out of a sentence, and names of the vocabulary."""
    chance = random.Random(SEED)
    texts = [text for said in blocks("en").values() for text in said]
    found: list[str] = []
    while len(found) < QUERIES // 2:
        text = chance.choice(texts)
        words = list(re.finditer(r"[A-Za-z0-9]+", text))
        first = chance.randrange(len(words))
        last = min(first + chance.randrange(3), len(words) - 1)
        found.append(text[words[first].start() : words[last].end()])
    return found + _names("en", chance)


def burmese_queries() -> list[str]:
    """Two to five syllables from the middle of a phrase, and names of the vocabulary."""
    chance = random.Random(SEED)
    texts = [split_syllables(text) for said in blocks("my").values() for text in said]
    found: list[str] = []
    while len(found) < QUERIES // 2:
        tokens = chance.choice(texts)
        start = chance.randrange(len(tokens))
        run = tokens[start : start + chance.randint(2, 5)]
        if start and len(run) > 1 and all(SPOKEN_RE.match(token) for token in run):
            found.append("".join(run))
    return found + _names("my", chance)


def _names(language: str, chance: random.Random) -> list[str]:
    """Names that some work really holds."""
    topics = library().vocabulary.topics.values()
    names = {
        name for topic in topics for name in (topic.labels[language], *topic.aliases[language])
    }
    shuffled = chance.sample(sorted(names), len(names))
    return list(islice(filter(works_with, shuffled), QUERIES - QUERIES // 2))


@pytest.fixture(params=["http", "file"])
def search(
    request: pytest.FixtureRequest, open_page: Callable[..., Page], served: Roots, lying: Roots
) -> Callable[[list[str]], list[list[str]]]:
    """Asks a site's search all at once; the addresses that it answers, from the root."""
    root = (served if request.param == "http" else lying)["own"]
    page = open_page()
    page.goto(f"{root}my/search.html")

    def ask(queries: list[str]) -> list[list[str]]:
        answers = page.evaluate(ASK, queries)
        return [[url.removeprefix("../") for url in urls] for urls in answers]

    return ask


@pytest.mark.parametrize("make_queries", [english_queries, burmese_queries])
def test_search_finds_exactly_the_works_that_hold_the_words(
    search: Callable[[list[str]], list[list[str]]], make_queries: Callable[[], list[str]]
) -> None:
    queries = make_queries()
    assert len(queries) == QUERIES
    assert len(set(queries)) > QUERIES * 0.9
    for query, urls in zip(queries, search(queries), strict=True):
        expected = works_with(query)
        assert expected, query
        assert set(urls) == expected, query
        assert len(urls) == len(set(urls))


def test_search_looks_past_differences_of_spelling(
    search: Callable[[list[str]], list[list[str]]],
) -> None:
    pairs = {
        "လွိုင် ကော်": "လွိုင်ကော်",
        "လွိုင်\u200bကော်": "လွိုင်ကော်",
        "loikaw": "Loikaw",
        "LOIKAW": "Loikaw",
        "Antonio": "António",
        "people's defence": "People’s Defence",
        "2023": "၂၀၂၃",
    }
    assert search(list(pairs)) == search(list(pairs.values()))
    assert all(search(list(pairs)))


def test_words_that_stand_apart_and_beginnings_of_words_are_found_too(
    search: Callable[[list[str]], list[list[str]]],
) -> None:
    queries = ["Loikaw UN", "Loikaw Loikaw", "Loika", "loik u", "Loikaw xyzzyx"]
    both, twice, beginning, beginnings, neither = map(set, search(queries))
    assert both == works_with("Loikaw") & works_with("UN") != set()
    assert twice == works_with("Loikaw") <= beginning
    assert both <= beginnings
    assert neither == set()


def test_part_of_a_syllable_is_not_found(search: Callable[[list[str]], list[list[str]]]) -> None:
    """ကော stands in လွိုင်ကော်, though never as a syllable of its own."""
    (whole, part) = search(["လွိုင်ကော်", "လွိုင်ကော"])
    assert whole
    assert not works_with("လွိုင်ကော")
    assert set(part) <= set(whole)


def test_nothing_is_found_for_nothing(search: Callable[[list[str]], list[list[str]]]) -> None:
    assert search(["", " ", "\u200b", "xyzzyx", "ကခဂဃငစဆဇ"]) == [[], [], [], [], []]


def test_works_of_the_readers_language_come_first(
    search: Callable[[list[str]], list[list[str]]],
) -> None:
    (urls,) = search(["UN"])
    languages = [url.startswith("my/") for url in urls]
    assert set(languages) == {True, False}
    assert languages == sorted(languages, reverse=True)
