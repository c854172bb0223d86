"""Variants are what they say: the same words to the search key, or one error away."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.normal import search_key
from tests.bench.variants import LETTERS, is_near, mistype, respell, space


@pytest.mark.parametrize(
    ("words", "other"), [("ယာဉ်များ", "ယာဥ်များ"), ("ဩဂုတ်လ", "သြဂုတ်လ"), ("ပါဝင်", "ပါ၀င်")]
)
def test_words_are_spelt_otherwise_and_stay_the_same(words: str, other: str) -> None:
    assert respell(words, random.Random(1)) == other
    assert search_key(other) == search_key(words)


def test_what_has_one_spelling_is_not_spelt_otherwise() -> None:
    assert respell("ကချင်", random.Random(1)) is None
    assert space("က", random.Random(1)) is None


def test_a_gap_stands_between_syllables() -> None:
    spaced = {space("ကချင်ပြည်", random.Random(seed)) for seed in range(40)}
    expected = {"က{}ချင်ပြည်", "ကချင်{}ပြည်"}
    assert spaced == {one.format(gap) for one in expected for gap in (" ", "\u200b")}


@given(st.text(LETTERS, min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_a_typing_error_is_near(word: str, chance: random.Random) -> None:
    typed = mistype(word, chance)
    assert typed == word or is_near(typed, word)
    assert is_near(typed, word) == is_near(word, typed)


@pytest.mark.parametrize("other", ["aid", "displaced", "disp1acd", "dsiplcaed", ""])
def test_two_errors_are_not_near(other: str) -> None:
    assert not is_near("displaced", other)
