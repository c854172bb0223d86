import pytest

from lanpya.content.suggestions import near_value, nearest

WORDS = ("displacement", "diplomacy", "elections")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("displacment", "displacement"),
        ("Diplomacy", "diplomacy"),
        ("election", "elections"),
        ("water", None),
        ("", None),
        ("displacement" * 1000, None),
    ],
)
def test_nearest_is_the_word_that_was_meant(word: str, expected: str | None) -> None:
    assert nearest(word, WORDS) == expected


def test_nearest_does_not_depend_on_the_order_of_words() -> None:
    assert nearest("ab", ["abd", "abc"]) == nearest("ab", ["abc", "abd"]) == "abd"


def test_near_value_is_there_only_where_a_word_is_near() -> None:
    assert near_value("displacment", WORDS) == {"near": "displacement"}
    assert near_value("water", WORDS) == {}
