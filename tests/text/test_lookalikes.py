import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.lookalikes import find_mixed_words, judge_host


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the b\u0430nk", [(4, "b\u0430nk", "bank")]),
        ("\u0410\u0421\u0415 and \u0410CE", [(8, "\u0410CE", "ACE")]),
        ("\uff22\uff22C", [(0, "\uff22\uff22C", "BBC")]),
        ("\U0001d401ank", [(0, "\U0001d401ank", "Bank")]),
        ("\u0391mnesty", [(0, "\u0391mnesty", "Amnesty")]),
        ("Москва, Αθήνα, bank", []),
        ("5 kΩ and 3 μm", []),
        ("UNHCR၏ ၂၀၂၃", []),
        ("café naïve Đặng", []),
    ],
)
def test_mixed_word_is_found_with_what_it_passes_for(
    text: str, expected: list[tuple[int, str, str]]
) -> None:
    assert list(find_mixed_words(text)) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("b\u0430nk.example", "bank.example"),
        ("xn--bnk-6cd.example", "bank.example"),
        ("xn--80ak6aa92e.com", "appie.com"),
        ("www.\u0440aypal.com", "www.paypal.com"),
        ("bank.example", None),
        ("bücher.example", None),
        ("မြန်မာ.example", None),
        ("москва.example", None),
        ("日本語.example", None),
        ("xn--\u00e9", None),
        ("xn--", None),
        ("", None),
        ("...", None),
    ],
)
def test_host_is_honest_or_passes_for_another(host: str, expected: str | None) -> None:
    assert judge_host(host) == expected


@given(st.text())
def test_any_text_and_any_host_are_survived(text: str) -> None:
    for start, word, _ in find_mixed_words(text):
        assert text[start : start + len(word)] == word
    judge_host(text)
    judge_host(f"xn--{text}")
