import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.numerals import format_number, localise_digits, parse_number, to_ascii_digits
from tests.text.strategies import any_text
from tests.text.vectors import vector_params


@pytest.mark.parametrize(("text", "value"), vector_params("numerals.json"))
def test_parse_number_vectors(text: str, value: float | None) -> None:
    parsed = parse_number(text)
    assert parsed == value
    assert type(parsed) is type(value)


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(["en", "my", "fr-CH", "xx"]))
def test_parse_number_reads_what_format_number_writes(value: int, tag: str) -> None:
    written = format_number(value, tag)
    assert parse_number(written.replace("\u202f", ",").replace("’", ",")) == value


@given(any_text)
def test_parse_number_survives_anything(text: str) -> None:
    assert parse_number(text) is None or any(unicodedata.category(char)[0] in "LN" for char in text)


@pytest.mark.parametrize("word", ["million ", "သန်း", "9", "two "])
def test_parse_number_of_great_length_is_none(word: str) -> None:
    assert parse_number(word * 5000) is None


@pytest.mark.parametrize(
    ("value", "tag", "written"),
    [
        (335000, "en", "335,000"),
        (335000, "my", "၃၃၅,၀၀၀"),
        (335000, "my-MM", "၃၃၅,၀၀၀"),
        (2000000.0, "my", "၂,၀၀၀,၀၀၀"),
        (1.5, "my", "၁.၅"),
        (335000, "de", "335.000"),
        (335000, "hi", "3,35,000"),
        (335000, "fa", "۳۳۵٬\u06f0\u06f0\u06f0"),
        (0, "en", "0"),
    ],
)
def test_format_number(value: float, tag: str, written: str) -> None:
    assert format_number(value, tag) == written


def test_localise_digits() -> None:
    assert localise_digits("Page 12 of 340", "my") == "Page ၁၂ of ၃၄၀"
    assert localise_digits("12", "en") == "12"
    assert localise_digits("12", "fa") == "۱۲"
    assert localise_digits("12", "xx") == "12"


def test_to_ascii_digits_of_every_script() -> None:
    digits = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Nd"]
    expected = [str(unicodedata.decimal(digit)) for digit in digits]
    assert list(to_ascii_digits("".join(digits))) == expected


def test_to_ascii_digits_leaves_other_numbers() -> None:
    assert to_ascii_digits("x² ½ Ⅷ 三") == "x² ½ Ⅷ 三"


@given(any_text, st.sampled_from(["my", "fa", "en"]))
def test_localise_digits_and_back(text: str, tag: str) -> None:
    ascii_only = to_ascii_digits(text)
    assert len(ascii_only) == len(text)
    assert to_ascii_digits(localise_digits(ascii_only, tag)) == ascii_only
