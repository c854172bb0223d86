import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.myanmar import SPOKEN_RE
from lanpya.text.syllables import count_words, join_neighbours, split_syllables
from tests.text.strategies import any_text, burmese_text, quarrelsome_text
from tests.text.vectors import vector_params


@pytest.mark.parametrize(("text", "tokens"), vector_params("syllables.json"))
def test_split_syllables_vectors(text: str, tokens: list[str]) -> None:
    assert split_syllables(text) == tokens


@given(any_text | quarrelsome_text | burmese_text)
def test_split_syllables_joined_give_the_text_back(text: str) -> None:
    tokens = split_syllables(text)
    assert "".join(tokens) == text
    assert "" not in tokens


@given(burmese_text)
def test_split_syllables_never_begins_with_a_sign(text: str) -> None:
    assert [token for token in split_syllables(text)[1:] if token[0] in "့်္ျား"] == []


def test_count_words_of_english() -> None:
    assert count_words("The people’s 2 towns — and villages.") == 6


def test_count_words_of_burmese_weighs_syllables() -> None:
    assert count_words("မြန်မာ" * 130) == 100
    assert count_words("မြန် မာ ၊ " * 130) == 100


def test_count_words_of_both() -> None:
    assert count_words("KNDF fighters " + "မြန်မာ" * 130) == 102


def test_count_words_of_scripts_without_spaces() -> None:
    assert count_words("สวัสดีชาวโลก") == 3


def test_count_words_of_nothing() -> None:
    assert count_words(" ။ ") == 0


@given(any_text)
def test_count_words_survives_anything(text: str) -> None:
    assert 0 <= count_words(text) <= len(text)


def test_join_neighbours_gives_every_stretch_of_syllables_inside_a_phrase() -> None:
    assert join_neighbours("စစ်ကိုင်းတွင် war, မှာ တွင်", 2) == [
        "စစ်",
        "ကိုင်း",
        "တွင်",
        "စစ်ကိုင်း",
        "ကိုင်းတွင်",
        "မှာ",
    ]
    assert join_neighbours("war 335,000 สงคราม", 3) == []
    assert join_neighbours("ကိုယ်ကိုကိုယ်", 2, lambda syllable: syllable[0]) == ["က", "ကက"]


@given(any_text, st.integers(1, 4))
def test_join_neighbours_leaves_none_out(text: str, longest: int) -> None:
    found = set(join_neighbours(text, longest))
    phrases = [run[0] for run in re.finditer(f"(?:{SPOKEN_RE.pattern})+", text)]
    for syllables in map(SPOKEN_RE.findall, phrases):
        for start, length in product(range(len(syllables)), range(1, longest + 1)):
            assert "".join(syllables[start : start + length]) in found
