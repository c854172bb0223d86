"""What the pages hold, on texts that can be checked by eye."""

import pytest

from lanpya.text.normal import search_key
from tests.bench.tiny import make_collection


@pytest.mark.parametrize(
    ("language", "typed", "names"),
    [
        ("my", "ယာဉ်များ", "ab"),  # spelt ယာဥ် in the one, spaced in the other
        ("my", "ကချင်ပြည်နယ်", "ab"),
        ("my", "လွိုင်ကော်", "ac"),
        ("my", "လွိုင်ကော", ""),  # ends inside a syllable
        ("my", "ဝမ်း", "b"),
        ("en", "rice", "ab"),
        ("en", "ric", ""),
        ("en", "villagers were", "a"),
        ("en", "displaced and", ""),
    ],
)
def test_a_page_holds_whole_words_and_syllables(language: str, typed: str, names: str) -> None:
    prefix = "my/" if language == "my" else ""
    expected = {f"{prefix}articles/{name}.html" for name in names}
    assert make_collection().with_key(language, search_key(typed)) == expected


def test_a_phrase_is_held_loosely_with_any_punctuation_between() -> None:
    (page, *_) = make_collection().of("en")
    assert page.holds_loosely("displaced and waited")
    assert not page.holds_loosely("displaced waited")
    assert not page.holds_loosely("kachin the")  # the title ends between them


def test_a_work_has_a_topic_that_all_of_its_pages_name() -> None:
    collection = make_collection()
    named = {"articles/a.html", "my/articles/a.html", "my/articles/b.html"}
    assert collection.naming == {"kachin": named}
    assert collection.about == {"kachin": {"a"}}
    assert collection.about_any("my", ["kachin"]) == {"my/articles/a.html"}
    assert collection.naming_any("my", ["kachin"]) == named - {"articles/a.html"}
