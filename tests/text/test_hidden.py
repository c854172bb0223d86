import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.hidden import find_hidden, remove_hidden
from lanpya.text.normal import search_key

HIDDEN = (
    "\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2063\u3164\ufe0f\ufeff\uffa0"
)


@pytest.mark.parametrize(
    "text",
    [
        "က\u200bခ",  # a line may break
        "ภาษา\u200bไทย",
        "\u0645\u06cc\u200c\u062e\u0648\u0627",  # without it the letters join
        "क\u094d\u200dष",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "שלום \u200e(a)",
        "葛\U000e0100",
        "hy\u00adphen",
        "က\ufe00",
    ],
)
def test_character_with_a_job_is_left(text: str) -> None:
    assert find_hidden(text) == []
    assert remove_hidden(text) == text


@pytest.mark.parametrize("char", HIDDEN)
@pytest.mark.parametrize("around", ["mili{}tary", "{}a", "a{}", "1{}0", "Моск{}ва", "a\n{}\n"])
def test_character_without_a_job_is_found(char: str, around: str) -> None:
    text = around.format(char)
    assert find_hidden(text) == [around.index("{")]
    assert remove_hidden(text) == around.format("")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ကခ\u200b", [2]),
        ("က\u200b\u200bခ", [1, 2]),
        ("\u200bက", [0]),
        ("א\n\u200ea", [2]),
        ("a\ufe0f", [1]),
    ],
)
def test_job_depends_on_the_neighbours(text: str, expected: list[int]) -> None:
    assert find_hidden(text) == expected


@given(st.text(st.sampled_from([*HIDDEN, *"a\u0431ကခ\u0627क्ש❤👩1 \n\u20e3"])))
def test_removing_is_idempotent_and_loses_no_letter(text: str) -> None:
    removed = remove_hidden(text)
    assert find_hidden(removed) == []
    assert remove_hidden(removed) == removed
    assert [c for c in removed if c not in HIDDEN] == [c for c in text if c not in HIDDEN]


def test_word_without_hidden_characters_is_found_again() -> None:
    assert search_key(remove_hidden("mili\u2063tary")) == search_key("military")
