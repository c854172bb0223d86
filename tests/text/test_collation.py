import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.collation import collation_key, index_letter
from tests.text.strategies import any_text

ORDERED = ["ကချင်", "ကယား", "ကရင်", "ခရီး", "စစ်ကိုင်း", "ညောင်", "မန္တလေး", "ရခိုင်", "၎င်း", "ဝါး", "အာဏာ"]
TITLES = [
    *ORDERED,
    *("“ကရင်”", "(Kachin)", "Éire", "zebra", "2023", "၂၀၂၁", "ဥပဒေ", "ဩဂုတ်", "၌"),
    *("ဉာဏ်", "Жук", "—", "😀", "ဣန္ဒြေ", "ဿ", "ၵ北", ""),
]


def test_collation_key_orders_burmese() -> None:
    shuffled = sorted(ORDERED)
    assert shuffled != ORDERED
    assert sorted(shuffled, key=lambda word: collation_key(word, "my")) == ORDERED


@pytest.mark.parametrize(
    ("tag", "expected"), [("en", ["Åre", "arm", "Zebra"]), ("sv", ["arm", "Zebra", "Åre"])]
)
def test_collation_key_is_the_languages_own(tag: str, expected: list[str]) -> None:
    words = ["Zebra", "Åre", "arm"]
    assert sorted(words, key=lambda word: collation_key(word, tag)) == expected


def test_collation_key_ignores_how_text_is_encoded() -> None:
    assert collation_key("cafe\u0301", "en") == collation_key("\ufeffcafé", "en")


@pytest.mark.parametrize(
    ("text", "tag", "heading"),
    [
        ("ကချင်", "my", "က"),
        ("ဥပဒေ", "my", "အ"),
        ("ဩစတြေးလျ", "my", "အ"),
        ("အာဏာ", "my", "အ"),
        ("ညောင်", "my", "ည"),
        ("၎င်း", "my", "လ"),
        ("“မန္တလေး”", "my", "မ"),
        ("၂၀၂၃ ခုနှစ်", "my", "0–9"),
        ("Kachin", "my", "K"),
        ("Éire", "en", "E"),
        ("Øresund", "en", "O"),
        ("ﬁre", "en", "F"),
        ("(The) rest", "en", "T"),
        ("1027", "en", "0–9"),
        ("ကချင်", "en", "…"),
        ("Åre", "sv", "Å"),
        ("жук", "ru", "Ж"),
        ("Kachin", "xx", "K"),
        ("", "en", "…"),
        ("—", "my", "…"),
    ],
)
def test_index_letter(text: str, tag: str, heading: str) -> None:
    assert index_letter(text, tag) == heading


def headings(titles: list[str], tag: str) -> list[str]:
    ordered = sorted(titles, key=lambda title: collation_key(title, tag))
    return [heading for heading, _ in itertools.groupby(index_letter(one, tag) for one in ordered)]


@given(st.lists(st.sampled_from(TITLES) | any_text), st.sampled_from(["my", "en", "sv", "xx"]))
def test_index_letter_groups_stand_together(titles: list[str], tag: str) -> None:
    found = headings(titles, tag)
    assert len(found) == len(set(found))
    assert "…" not in found[:-1]
