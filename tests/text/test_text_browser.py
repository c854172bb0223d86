"""text.js against `lanpya.text`: the same answers, to the character."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from lanpya.text.normal import display_form, search_key, search_key_with_offsets
from lanpya.text.syllables import split_syllables
from tests.text.strategies import claimed_text
from tests.text.vectors import read_vectors

SCRIPT = Path(__file__).resolve().parents[2] / "overrides/assets/javascripts/text.js"

pytestmark = pytest.mark.browser


@pytest.fixture
def text_page(browser_page: Page) -> Page:
    """A page that has run text.js and nothing else."""
    browser_page.add_script_tag(path=SCRIPT)
    return browser_page


def in_browser(page: Page, function: str, texts: list[str]) -> list[Any]:
    """What lanpya.text's function answers to each text."""
    answers: list[Any] = page.evaluate(
        "([name, texts]) => texts.map((text) => window.lanpya.text[name](text))", [function, texts]
    )
    return answers


def in_utf16(text: str) -> dict[str, Any]:
    """search_key_with_offsets as a browser counts: by UTF-16 units."""
    display = display_form(text)
    key, offsets = search_key_with_offsets(text)
    units = [len(display[:place].encode("utf-16-le")) // 2 for place in range(len(display))]
    places = [
        units[offset] + half
        for char, offset in zip(key, offsets, strict=True)
        for half in range(len(char.encode("utf-16-le")) // 2)
    ]
    return {"display": display, "key": key, "offsets": places}


def test_text_js_search_key_vectors(text_page: Page) -> None:
    cases = read_vectors("search-key.json")
    keys = in_browser(text_page, "searchKey", [case["in"] for case in cases])
    assert keys == [case["out"] for case in cases]


def test_text_js_syllable_vectors(text_page: Page) -> None:
    cases = read_vectors("syllables.json")
    tokens = in_browser(text_page, "splitSyllables", [case["in"] for case in cases])
    assert tokens == [case["out"] for case in cases]


def test_text_js_every_character_of_the_basic_plane(text_page: Page) -> None:
    """Of those that Python knows; a browser may know more, or give them more forms."""
    texts = [f"a{chr(code)}က" for code in (*range(0xD800), *range(0xE000, 0x10000))]
    assigned = [text for text in texts if text.isprintable() or text[1].isspace()]
    keys = in_browser(text_page, "searchKey", assigned)
    pairs = zip(assigned, keys, strict=True)
    assert [(text, key) for text, key in pairs if key != search_key(text)] == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(claimed_text, min_size=20, max_size=40))
def test_text_js_agrees_with_python(text_page: Page, texts: list[str]) -> None:
    assert in_browser(text_page, "displayForm", texts) == [display_form(text) for text in texts]
    assert in_browser(text_page, "searchKey", texts) == [search_key(text) for text in texts]
    assert in_browser(text_page, "searchKeyWithOffsets", texts) == list(map(in_utf16, texts))
    assert in_browser(text_page, "splitSyllables", texts) == list(map(split_syllables, texts))


@pytest.mark.parametrize("feature", ["?.", "??", "(?<", "\\p{", "async ", "..."])
def test_text_js_runs_in_old_browsers(feature: str) -> None:
    assert feature not in SCRIPT.read_text(encoding="utf-8")


def test_text_js_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes(), mtime=0)) <= 2560
