"""zawgyi.js against `lanpya.text.zawgyi`: the same answers, to the character."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from lanpya.site.squeeze import squeeze_script
from lanpya.text.zawgyi import to_unicode
from tests.text.strategies import burmese_text
from tests.text.test_zawgyi import paragraphs, to_zawgyi
from tests.text.vectors import read_vectors

SCRIPT = Path(__file__).resolve().parents[2] / "overrides/assets/javascripts/zawgyi.js"
# Every character of the block, and those that the rules meet most.
CHARACTERS = [chr(code) for code in range(0x1000, 0x10A0)]
MET = [*"ေျြ့်္ံာိီုူဲှွဥစနရင၀၄၎ၤႋႊၾး\u200b \xa0.a"]

pytestmark = pytest.mark.browser


@pytest.fixture
def zawgyi_page(browser_page: Page) -> Page:
    """A page that has run zawgyi.js and nothing else."""
    browser_page.add_script_tag(path=SCRIPT)
    return browser_page


def from_zawgyi(page: Page, texts: list[str]) -> Any:
    return page.evaluate("(texts) => texts.map(lanpya.text.fromZawgyi)", texts)


def test_zawgyi_js_vectors(zawgyi_page: Page) -> None:
    cases = read_vectors("zawgyi.json")
    assert from_zawgyi(zawgyi_page, [case["in"] for case in cases]) == [
        case["out"] for case in cases
    ]


def test_zawgyi_js_every_character_beside_those_met_most(zawgyi_page: Page) -> None:
    texts = [f"က{one}{other}က{one}" for one in CHARACTERS for other in MET]
    pairs = zip(texts, from_zawgyi(zawgyi_page, texts), strict=True)
    assert [(text, made) for text, made in pairs if made != to_unicode(text)] == []


def test_zawgyi_js_words_of_the_site(zawgyi_page: Page) -> None:
    words = {word for text in paragraphs() for word in re.findall("[\u1000-\u109f]+", text)}
    typed = [to_zawgyi(word) for word in sorted(words)]
    assert from_zawgyi(zawgyi_page, typed) == [to_unicode(word) for word in typed]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        burmese_text.map(to_zawgyi)
        | st.lists(st.sampled_from(MET), max_size=48).map("".join)
        | st.text(st.sampled_from([*CHARACTERS, *MET])),
        min_size=20,
        max_size=40,
    )
)
def test_zawgyi_js_agrees_with_python(zawgyi_page: Page, texts: list[str]) -> None:
    assert from_zawgyi(zawgyi_page, texts) == [to_unicode(text) for text in texts]


def test_zawgyi_js_answers_hostile_queries_at_once(zawgyi_page: Page) -> None:
    slowest = zawgyi_page.evaluate(
        """(characters) => Math.max(...characters.map((one) => {
          const query = one.repeat(10000 / one.length);
          lanpya.text.fromZawgyi(query);
          const start = performance.now();
          lanpya.text.fromZawgyi(query);
          return performance.now() - start;
        }))""",
        [
            *CHARACTERS,
            *MET,
            "\u1031\u1037",
            "\u102d\u102b",
            "\u1000\u1031",
            "\ud800",
            "(",
            "\u202e",
        ],
    )
    assert slowest <= 100, "milliseconds"


def test_zawgyi_js_stands_beside_text_js(browser_page: Page) -> None:
    for name in ("text.js", "zawgyi.js"):
        browser_page.add_script_tag(path=SCRIPT.with_name(name))
    both = "[lanpya.text.fromZawgyi('က္'), lanpya.text.searchKey('A')]"
    assert browser_page.evaluate(both) == ["က်", "a"]


def test_zawgyi_js_is_small() -> None:
    published = squeeze_script(SCRIPT.read_text(encoding="utf-8"))
    assert "Unicode-3.0" in published
    assert len(gzip.compress(published.encode(), mtime=0)) <= 2048
