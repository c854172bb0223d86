import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from lanpya.text.slugs import slugify
from tests.text.strategies import any_text

SYLLABLES = ["ကုန်", "ကန်", "ကိန်း", "ကျန်", "ကွန်", "ကံ", "ကာ", "ကား", "က"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("The Offensive", "the-offensive"),
        ("  What’s   next?! ", "what-s-next"),
        ("ထိုးစစ်", "ထိုးစစ်"),
        ("ကုန်၊ ကန် — ကိန်း", "ကုန်-ကန်-ကိန်း"),
        ("ကု\u200bန်", "ကုန်"),
        ("Café 2023 ၂၀၂၃", "café-2023-၂၀၂၃"),
        ("cafe\u0301", "café"),
        ("a/b_c", "a-b-c"),
        ("…—!", ""),
        ("a\ud800b", "a-b"),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_slugify_with_another_separator() -> None:
    assert slugify("The Offensive", "_") == "the_offensive"
    assert slugify("The Offensive", separator="") == "theoffensive"


def test_slugify_keeps_syllables_apart() -> None:
    titles = list(itertools.product(SYLLABLES, repeat=3))
    assert len({slugify("".join(title)) for title in titles}) == len(titles)


def test_slugify_fits_python_markdown() -> None:
    markdown = Markdown(extensions=["toc"], extension_configs={"toc": {"slugify": slugify}})
    assert markdown.convert("## ထိုးစစ် ၁၀၂၇") == '<h2 id="ထိုးစစ်-၁၀၂၇">ထိုးစစ် ၁၀၂၇</h2>'


@given(any_text)
def test_slugify_is_idempotent_and_nfc(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug
    assert unicodedata.normalize("NFC", slug) == slug
    assert not set(slug) & set(" \n\t/?#\"'<>&%")


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1), st.lists(st.sampled_from(SYLLABLES)))
def test_slugify_differs_where_syllables_do(left: list[str], right: list[str]) -> None:
    one, other = "".join(left), "".join(right)
    assert (slugify(one) == slugify(other)) == (one == other)
