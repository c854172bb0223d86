import unicodedata

import pytest
from hypothesis import given

from lanpya.text.normal import (
    display_form,
    fold_character,
    fold_characters,
    fold_marks,
    fold_soft_hyphens,
    fold_thousands,
    fold_white_space,
    search_key,
    search_key_with_offsets,
)
from lanpya.text.traced import Traced
from tests.text.strategies import any_text, quarrelsome_text
from tests.text.vectors import vector_params


def test_display_form_is_nfc() -> None:
    assert display_form("နှင\u103a\u1037 cafe\u0301") == "နှင\u1037\u103a caf\xe9"


@pytest.mark.parametrize("char", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"])
def test_display_form_drops_zero_width(char: str) -> None:
    assert display_form(f"စစ်{char}ကိုင်း") == "စစ်ကိုင်း"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_display_form_line_ends(end: str) -> None:
    assert display_form(f"a{end}b") == "a\nb"


def test_display_form_keeps_spelling_and_white_space() -> None:
    assert display_form("ယာဥ် ၂ဝ၂၄  A") == "ယာဥ် ၂ဝ၂၄  A"


@given(any_text)
def test_display_form_is_idempotent(text: str) -> None:
    form = display_form(text)
    assert display_form(form) == form
    assert unicodedata.normalize("NFC", form) == form


@pytest.mark.parametrize(("text", "key"), vector_params("search-key.json"))
def test_search_key_vectors(text: str, key: str) -> None:
    assert search_key(text) == key


@pytest.mark.parametrize("plane", range(0x11))
def test_search_key_every_character_is_idempotent(plane: int) -> None:
    """Each between letters that it could join."""
    codes = range(plane * 0x10000, (plane + 1) * 0x10000)
    key = search_key("။".join(f"a{chr(code)}က" for code in codes))
    assert search_key(key) == key


@given(any_text | quarrelsome_text)
def test_search_key_is_idempotent(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key


@given(any_text | quarrelsome_text)
def test_search_key_of_display_form_is_the_same(text: str) -> None:
    assert search_key(display_form(text)) == search_key(text)


@given(any_text | quarrelsome_text)
def test_search_key_with_offsets_agrees(text: str) -> None:
    key, offsets = search_key_with_offsets(text)
    assert key == search_key(text)
    assert len(offsets) == len(key)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(display_form(text)) for offset in offsets)


def test_search_key_with_offsets_finds_the_original() -> None:
    text = "\ufeffသြစတြေးလျ တွင်  ယာဥ် ၃၃၅,၀၀၀ စီး"
    key, offsets = search_key_with_offsets(text)
    start = key.index(search_key("ယာဉ် ၃၃၅၀၀၀"))
    end = start + len(search_key("ယာဉ် ၃၃၅၀၀၀"))
    assert display_form(text)[offsets[start] : offsets[end]] == "ယာဥ် ၃၃၅,၀၀၀"


def test_search_key_with_offsets_of_nothing() -> None:
    assert search_key_with_offsets(" \u200b ") == ("", [])


@pytest.mark.parametrize(
    ("char", "folded"),
    [
        ("A", "a"),
        ("ß", "ss"),
        ("ẞ", "ss"),
        ("ς", "\u03c3"),
        ("é", "e"),
        ("ﬁ", "fi"),
        ("Ё", "\u0435"),
        ("’", "'"),
        ("„", '"'),
        ("—", "-"),
        ("−", "-"),
        ("٣", "3"),
        ("၃", "3"),
        ("\U0001d7d8", "0"),
        ("၀", "၀"),
        ("ဦ", "ဦ"),
        ("\u0301", "\u0301"),
        ("\ud800", "\ud800"),
    ],
)
def test_fold_character(char: str, folded: str) -> None:
    assert fold_character(char) == folded
    assert fold_characters(Traced(char)).text == folded


def test_fold_marks_takes_only_marks_of_alphabets() -> None:
    assert fold_marks(Traced("x\u0302\u0301 က\u0301 န့်")).text == "x က\u0301 န့်"


def test_fold_marks_reaches_across_marks_of_other_scripts() -> None:
    assert fold_marks(Traced("a\u0338\u1037\u0301 aက\u0301")).text == "a\u1037 aက\u0301"


def test_fold_soft_hyphens_only_before_a_letter() -> None:
    assert fold_soft_hyphens(Traced("co\xad\xadop 5\xad5")).text == "coop 5\xad5"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("335,000", "335000"),
        ("1,234,567", "1234567"),
        ("335\u202f000 335\u2009000 335'000", "335000 335000 335000"),
        ("2023,2024", "2023,2024"),
        ("1,2", "1,2"),
        ("12,3456", "12,3456"),
        ("0.123,456", "0.123,456"),
        ("335 000", "335 000"),
    ],
)
def test_fold_thousands(text: str, folded: str) -> None:
    assert fold_thousands(Traced(text)).text == folded


def test_fold_white_space() -> None:
    assert fold_white_space(Traced("\n a \t\u3000b\xa0")).text == "a b"
