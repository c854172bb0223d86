"""Titles A–Z and က–အ, in the order that a dictionary of the language has."""

import pytest

from lanpya.site.titles import TitleList
from tests.site.samples import make_library, make_work


def titles_by_letter(language: str, *titles: str, languages: str = "en my") -> dict[str, list[str]]:
    """Each letter with its works' titles in that language; the works come in as given."""
    works = [
        make_work(f"w{n}", titles={language: title}, languages=languages)
        for n, title in enumerate(titles)
    ]
    listed = TitleList(make_library(works), language)
    return {
        letter: [work.pages[language].title for work in listed.by_letter[letter]]
        for letter in listed.letters
    }


def test_english_titles_are_sorted_without_regard_to_case_and_accents() -> None:
    found = titles_by_letter("en", "border", "Étude", "“Aid”", "Army", "eve", "12 days", "alms")
    assert found == {
        "0–9": ["12 days"],
        "A": ["“Aid”", "alms", "Army"],
        "B": ["border"],
        "E": ["Étude", "eve"],
    }


def test_english_letters_are_in_order() -> None:
    assert list(titles_by_letter("en", "Zone", "Army", "9 days", "Border")) == [
        "0–9",
        "A",
        "B",
        "Z",
    ]


def test_burmese_titles_are_sorted_as_in_a_dictionary() -> None:
    found = titles_by_letter("my", "အာဏာ", "ကျောင်း", "ကား", "ခရီး", "ကျား", "လမ်း", "ဥပဒေ", "မြို့")
    assert list(found) == ["က", "ခ", "မ", "လ", "အ"]
    # Code points would put ကျား before ကား, and ဥပဒေ before အာဏာ with a letter of its own.
    assert found["က"] == ["ကား", "ကျား", "ကျောင်း"]
    assert set(found["အ"]) == {"အာဏာ", "ဥပဒေ"}


def test_titles_come_in_the_same_order_whatever_the_library_holds_first() -> None:
    titles = ["Aid", "Army", "Border", "Aid"]
    assert titles_by_letter("en", *titles) == titles_by_letter("en", *reversed(titles))


def test_equal_titles_go_by_uri() -> None:
    works = [make_work(name, titles={"en": "Aid"}) for name in ("b", "a")]
    listed = TitleList(make_library(works), "en")
    assert [work.uri for work in listed.by_letter["A"]] == ["articles/a", "articles/b"]


def test_title_of_an_untranslated_work_is_the_originals() -> None:
    work = make_work("w", languages="my", titles={"my": "လမ်း"})
    assert list(TitleList(make_library([work]), "en").letters) != []
    work = make_work("w", languages="en", titles={"en": "Road"})
    listed = TitleList(make_library([work]), "my")
    assert [(letter, len(group)) for letter, group in listed.by_letter.items()] == [("R", 1)]


@pytest.mark.parametrize(
    ("title", "uri"),
    [("Road", "a-z/r"), ("လမ်း", "a-z/u101c"), ("12 days", "a-z/u0030-u2013-u0039")],
)
def test_letters_have_addresses_in_ascii(title: str, uri: str) -> None:
    listed = TitleList(make_library([make_work("w", titles={"my": title})]), "my")
    (letter,) = listed.letters
    assert [sheet.uri for sheet in listed.sheets(letter)] == [uri]


def test_letter_with_many_titles_is_cut() -> None:
    works = [make_work(f"w{n:02}", titles={"en": f"Aid {n:02}"}) for n in range(51)]
    first, second = TitleList(make_library(works), "en").sheets("A")
    assert (len(first.items), [work.uri for work in second.items]) == (50, ["articles/w50"])
