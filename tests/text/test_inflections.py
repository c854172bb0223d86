"""What inflections of a word have in common, the same in Python and in the page."""

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from lanpya.site.search_codes import encode_count, pack
from lanpya.text.inflections import stem, stem_rules
from tests.text.vectors import read_vectors, vector_params

SCRIPTS = Path(__file__).resolve().parents[2] / "overrides/assets/javascripts"
FAMILIES = (
    "displace displaced displacing displacement",
    "elect elected electing election elections",
    "agree agreed agrees agreeing agreement agreements",
    "kill kills killed killing killings",
    "stop stops stopped stopping",
    "move moved moves moving movement movements",
    "attack attacks attacked attacking",
    "organise organised organising organisation organisations",
    "army armies",
    "govern governed government governments",
    "announce announced announcing announcement",
    "execute executed executing execution",
    "occupy occupied occupies occupying",
    "refugee refugees",
    "class classes",
    "plan plans planned planning",
    "day days",
    "try tries tried trying",
    "defeat defeats defeated defeating",
)
STRANGERS = (
    "state statement",
    "miss mission",
    "depart department",
    "part party",
    "part apartment",
    "combat comb",
    "comm come",
    "comment come",
    "pass past",
    "arm army",
    "bomb bombard",
    "moment mom",
    "king kind",
    "plan plane",
    "wall wales",
    "not note",
    "found foundation",
    "mill mile",
    "fill file",
)
# Words as the rules know them: endings and what they hang on.
words = st.lists(
    st.sampled_from([*"abeilmnost", "ed", "ing", "ies", "ment", "ation", "ion", "ee", "ll", "ss"]),
    max_size=7,
).map("".join)


@pytest.mark.parametrize(("word", "expected"), vector_params("stems.json"))
def test_stem_vectors(word: str, expected: str) -> None:
    assert stem(word, "en") == expected


@pytest.mark.parametrize("family", FAMILIES)
def test_stem_is_one_for_a_family(family: str) -> None:
    assert len({stem(word, "en") for word in family.split()}) == 1


@pytest.mark.parametrize("pair", STRANGERS)
def test_stem_keeps_strangers_apart(pair: str) -> None:
    one, other = pair.split()
    assert stem(one, "en") != stem(other, "en")


def test_stem_keeps_families_apart() -> None:
    for one, other in combinations(FAMILIES, 2):
        assert stem(one.split()[0], "en") != stem(other.split()[0], "en")


@pytest.mark.parametrize("tag", ["my", "fr", "zh-Hant", ""])
def test_stem_of_a_language_without_rules_is_the_word(tag: str) -> None:
    assert stem("displaced", tag) == "displaced"
    assert stem_rules(tag) == ()


def test_stem_of_a_variant_is_that_of_the_language() -> None:
    assert stem("displaced", "en-GB") == stem("displaced", "en") == "displac"
    assert stem_rules("en-GB") == stem_rules("en") != ()


@given(words)
def test_stem_begins_as_the_word_does(word: str) -> None:
    """All but its last letter: the search looks for kin among words that begin like that."""
    cut = stem(word, "en")
    assert word.startswith((cut, cut[:-1]))
    assert len(cut) >= min(len(word), 2)


@given(st.text(max_size=30))
def test_stem_of_any_text_is_a_text(text: str) -> None:
    assert isinstance(stem(text, "en"), str)
    if not re.fullmatch("[a-z]+", text):
        assert stem(text, "en") == text


@pytest.fixture
def search_page(browser_page: Page) -> Page:
    """A page with the search and a head that knows a language with rules and one without."""
    for script in ("text", "search"):
        browser_page.add_script_tag(path=SCRIPTS / f"{script}.js")
    none = pack(encode_count(0))
    languages = {
        tag: {"stems": stem_rules(tag), "missing": none, "w": [], "p": [], "r": [], "terms": 0}
        for tag in ("en", "my")
    }
    head = {"size": 0, "few": 10, "years": [], "names": [], "languages": languages, "edition": "x"}
    add = "(head) => { lanpya.search.add('index', '', head); return lanpya.search(''); }"
    assert browser_page.evaluate(add, head) == []
    return browser_page


def in_browser(page: Page, tag: str, some: list[str]) -> Any:
    return page.evaluate(
        "([tag, words]) => words.map((word) => lanpya.search.parts.stem(tag, word))", [tag, some]
    )


@pytest.mark.browser
def test_search_js_stem_vectors(search_page: Page) -> None:
    cases = read_vectors("stems.json")
    given = [case["in"] for case in cases]
    assert in_browser(search_page, "en", given) == [case["out"] for case in cases]
    assert in_browser(search_page, "my", given) == given


@pytest.mark.browser
def test_search_js_stems_agree_with_python(search_page: Page) -> None:
    """Every beginning with every row of two endings."""
    endings = ["", "e", "s", "y", "ed", "ing", "ies", "ied", "ment", "ation", "ion", "ate", "ee"]
    roots = ["comb", "stat", "kill", "stop", "agr", "mov", "x", "depart", "abc", "dist", "ii"]
    some = [root + one + other for root in roots for one in endings for other in endings]
    assert in_browser(search_page, "en", some) == [stem(word, "en") for word in some]
