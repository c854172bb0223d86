import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.text.mends import find_slips, mend_slips
from lanpya.text.normal import search_key


@pytest.mark.parametrize(
    ("text", "word", "mended"),
    [
        ("၂ဝ၂၄ ခုနှစ်", "၂ဝ၂၄", "၂၀၂၄"),
        ("လူ ၅ဝဝ ခန့်", "၅ဝဝ", "၅၀၀"),
        ("၀န်ကြီး", "၀န်", "ဝန်"),
        ("ယာဥ်", "ယာဥ်", "ယာဉ်"),
        ("ဥာဏ်", "ဥာဏ်", "ဉာဏ်"),
        ("၄င်း", "၄င်း", "၎င်း"),
        ("သြဂုတ်", "သြ", "ဩ"),
        ("စျေး", "စျေး", "ဈေး"),
        ("ကိိ", "ကိိ", "ကိ"),
    ],
)
def test_slip_is_shown_and_mended(text: str, word: str, mended: str) -> None:
    assert [(slip.word, slip.mended) for slip in find_slips(text, "my")] == [(word, mended)]
    assert mend_slips(text, "my") == text.replace(word, mended)


@pytest.mark.parametrize(
    "text",
    [
        "ဝန်ကြီး ၂၀၂၄ ဝါဝါ ရာဇဝင် ၎င်း ဉာဏ် ဩဂုတ် ဈေး",
        "အမှတ် ၀ နှင့် ၀.၅",
        "၃ ဝ",  # three, and a letter
        "၂ဝမ်း",
        "ဥပဒေ၊ ဥယျာဉ်၊ ၄ ခု",
        "2024 and 0",
    ],
)
def test_what_may_be_meant_is_left(text: str) -> None:
    assert list(find_slips(text, "my")) == []
    assert mend_slips(text, "my") == text


@pytest.mark.parametrize("tag", ["en", "fr", "shn"])
def test_other_languages_are_left_alone(tag: str) -> None:
    assert mend_slips("၂ဝ၂၄ ယာဥ်", tag) == "၂ဝ၂၄ ယာဥ်"
    assert list(find_slips("၂ဝ၂၄ ယာဥ်", tag)) == []


@given(st.text(st.sampled_from("၀ဝ၁၂၄၎ကခသြစျဥဉာ်ိုးင း.,a1 \n")))
def test_mending_is_idempotent_and_a_search_finds_the_same(text: str) -> None:
    mended = mend_slips(text, "my")
    assert mend_slips(mended, "my") == mended
    assert list(find_slips(mended, "my")) == []
    assert bool(list(find_slips(text, "my"))) == (mended != text)
    assert search_key(mended) == search_key(text)
