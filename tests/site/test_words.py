"""Our own words: none copied from a source at length, and the same numbers in every language."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from lanpya.content.configuration import read_configuration
from lanpya.content.library import make_library, read_docs
from lanpya.model import Page, Work
from lanpya.text.normal import search_key
from lanpya.text.numerals import parse_number, to_ascii_digits
from tests.conftest import REPOSITORY

SEEDS = REPOSITORY.parent / "shared/seeds"
RUN = 12  # words in a row that no summary may share with its source
LETTERS = 40  # the same for a language without spaces between words
WORD_RE = re.compile(r"[^\W_က-႟]+(?:'[^\W_]+)*")
NUMBER_RE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
# Burmese may say 200,000 as ၂ သိန်း; a unit follows its number or, with round ones, comes first.
UNITS = "ရာ|ထောင်|သောင်း|သိန်း|သန်း|ကုဋေ"
PHRASE_RE = re.compile(rf"(?:{UNITS})? ?[0-9]+(?:[.,][0-9]+)*(?: ?(?:{UNITS}))?")

NAMES = sorted(path.stem for path in (REPOSITORY / "docs/en/articles").glob("*.md"))


@pytest.fixture(scope="module")
def works() -> Mapping[str, Work]:
    configuration = read_configuration(REPOSITORY / "mkdocs.yml")
    return make_library(configuration, read_docs(configuration)).works


def words_of(page: Page) -> str:
    return "\n".join([page.title, page.description, *page.key_points, page.body])


def runs_of(text: str) -> set[tuple[str, ...]]:
    words = WORD_RE.findall(search_key(text))
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def letter_runs_of(text: str) -> set[str]:
    letters = "".join(re.findall("[က-႟]", search_key(text)))
    return {letters[n : n + LETTERS] for n in range(len(letters) - LETTERS + 1)}


def test_runs_are_found_whatever_stands_between_the_words() -> None:
    source = "One two, three “four” five six seven eight NINE ten eleven twelve."
    ours = "He said: one two three four five\nsix seven — eight nine ten eleven twelve thirteen"
    assert len(runs_of(source) & runs_of(ours)) == 1
    assert not runs_of(source) & runs_of(ours.replace("six", "6"))
    assert letter_runs_of("က ခ" * 30) & letter_runs_of("ကခ" * 30)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the sources are not published")
def test_no_page_shares_a_run_of_words_with_a_source() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    assert texts
    copied = {run for text in texts for run in runs_of(text)}
    copied_letters = {run for text in texts for run in letter_runs_of(text)}
    pages = sorted((REPOSITORY / "docs").glob("*/articles/*.md"))
    assert len(pages) >= 10
    found = {
        f"{path.parent.parent.name}/{path.name}": _shared(path, copied, copied_letters)
        for path in pages
    }
    assert {name: shared for name, shared in found.items() if shared} == {}


def _shared(path: Path, copied: set[tuple[str, ...]], letters: set[str]) -> list[str]:
    text = path.read_text(encoding="utf-8")
    found = [" ".join(run) for run in runs_of(text) & copied]
    return found + sorted(letter_runs_of(text) & letters)


def numbers_in(text: str) -> set[str]:
    """Every number in digits, written the same way whatever the script and the grouping."""
    plain = re.sub(r"\{#[^}]*\}|\]\([^)]*\)", "", to_ascii_digits(text))
    return {number.replace(",", "") for number in NUMBER_RE.findall(plain)}


def values_in(text: str) -> set[str]:
    """The values of a number with its unit: 200000 of ၂ သိန်း."""
    phrases = PHRASE_RE.findall(to_ascii_digits(text))
    values = (parse_number(phrase) for phrase in phrases)
    return {str(value) for value in values if value is not None}


@pytest.mark.parametrize(
    ("english", "burmese", "is_kept"),
    [
        ("335,000 people", "၃၃၅,၀၀၀ ဦး", True),
        ("335,000 people", "၃၃၅၀၀၀ ဦး", True),
        ("335,000 people", "၃၃၆,၀၀၀ ဦး", False),
        ("200,000 people", "၂ သိန်း", True),
        ("200,000 people", "၃ သိန်း", False),
        ("2.6 million", "၂.၆ သန်း", True),
        ("2.6 million", "၂၆ သန်း", False),
        ("## A {#a-1}\n[x](y-2.md)", "က", True),
    ],
)
def test_numbers_are_compared_by_value(english: str, burmese: str, is_kept: bool) -> None:
    assert (numbers_in(english) <= numbers_in(burmese) | values_in(burmese)) == is_kept


@pytest.mark.parametrize("name", NAMES)
def test_numbers_of_the_original_stand_in_every_translation(
    works: Mapping[str, Work], name: str
) -> None:
    work = works[f"articles/{name}"]
    assert numbers_in(work.original.body)
    for page in work.translations.values():
        there = numbers_in(words_of(page)) | values_in(words_of(page))
        assert numbers_in(words_of(work.original)) - there == set(), page.path.name


@pytest.mark.parametrize("name", NAMES)
def test_numbers_of_a_translation_stand_in_the_original(
    works: Mapping[str, Work], name: str
) -> None:
    """A number that only a translation has was either made up or written out in the original."""
    work = works[f"articles/{name}"]
    for page in work.translations.values():
        ours = words_of(work.original)
        assert numbers_in(words_of(page)) - numbers_in(ours) - values_in(ours) == set()
