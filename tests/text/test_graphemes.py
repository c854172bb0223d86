import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.graphemes import count_graphemes, truncate_graphemes
from lanpya.text.syllables import split_syllables
from tests.text.strategies import any_text, burmese_text


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("abc", 3), ("e\u0301a", 2), ("😀", 1), ("👨‍👩‍👧", 1), ("🇲🇲", 1), ("ကို", 1)],
)
def test_count_graphemes(text: str, count: int) -> None:
    assert count_graphemes(text) == count


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("Lanpya", 6, "Lanpya"),
        ("Lanpya", 3, "Lan"),
        ("A way through", 6, "A way"),
        ("a👨‍👩‍👧b", 2, "a👨‍👩‍👧"),
        ("ပြည်သူ့ရေးရာ", 3, "ပြည်သူ့"),
        ("ပြည်သူ့ရေးရာ", 1, ""),
        ("abc", 0, ""),
    ],
)
def test_truncate_graphemes(text: str, limit: int, cut: str) -> None:
    assert truncate_graphemes(text, limit) == cut


@given(any_text | burmese_text, st.integers(0, 30))
def test_truncate_graphemes_is_a_beginning_that_fits(text: str, limit: int) -> None:
    cut = truncate_graphemes(text, limit)
    assert text.startswith(cut)
    assert count_graphemes(cut) <= limit
    assert cut == text or count_graphemes(text) > limit


@given(burmese_text, st.integers(0, 30))
def test_truncate_graphemes_keeps_syllables_whole(text: str, limit: int) -> None:
    cut = split_syllables(truncate_graphemes(text, limit))
    spoken = [token for token in cut if not token.isspace() and not token.isdigit()]
    whole = [
        token for token in split_syllables(text) if not token.isspace() and not token.isdigit()
    ]
    assert spoken == whole[: len(spoken)]
