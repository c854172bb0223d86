"""The form that archives are searched in."""

import icu
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lanpya.text.accents import drop_accents

# libzim's removeAccents, in its src/tools.cpp.
REFERENCE = icu.Transliterator.createInstance("Lower; NFD; [:M:] remove; NFC")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Kayāh State", "kayah state"),
        ("ကိုယ့်ဦးချင်", "ကယဥခင"),
        ("ΟΔΟΣ", "οδος"),
        ("\u1112\u1161\u11ab", "한"),
        ("İ", "i"),
    ],
)
def test_drop_accents(text: str, bare: str) -> None:
    assert drop_accents(text) == bare


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("ὈΔΥΣΣΕΎΣ")
def test_drop_accents_is_what_the_library_does(text: str) -> None:
    assert drop_accents(text) == REFERENCE.transliterate(text)
