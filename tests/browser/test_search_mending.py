"""What is typed wrong, or in Zawgyi, is found all the same, and said to be mended."""

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from lanpya.text.inflections import stem
from lanpya.text.myanmar import SPOKEN_RE
from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables
from tests.browser.search_works import SearchedWorks
from tests.browser.searching import ask, ask_all

SEED = 5
SIGNS = "\u102c\u102d\u102f\u1031\u1037\u1038\u103a\u103b\u103c\u103d\u103e"
WORDS = ("xylophonist", "zeppelins", "quincunx", "riverbank", "displacement", "laukkai", "kachin")


def errors_in(word: str) -> Iterator[str]:
    """One of every kind at every place: a letter too few, too many, another, two changed."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield f"{word[:at]}j{word[at:]}"
        yield f"{word[:at]}v{word[at + 1 :]}"
        if at:
            yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    yield f"{word}k"


def test_search_mends_one_typing_error_of_every_kind(
    search_page: Page, searched: SearchedWorks
) -> None:
    cases = [(word, typed) for word in WORDS for typed in errors_in(word) if typed != word]
    answers = ask_all(search_page, [typed for _, typed in cases], limit=1)
    mended = [
        typed
        for (word, typed), answer in zip(cases, answers, strict=True)
        if answer.spelling == word or stem(typed, "en") == stem(word, "en")
    ]
    assert len(mended) >= 0.85 * len(cases), {typed for _, typed in cases} - {*mended}


def test_search_mends_errors_in_words_by_chance(search_page: Page, searched: SearchedWorks) -> None:
    """Of all words of five letters and more, each with an error that is no word itself."""
    chance = random.Random(SEED)
    words = {
        token
        for said in searched.texts.values()
        for key, _ in said.keys
        for token in key.split()
        if token.isascii() and token.isalpha() and len(token) > 4
    }
    cases = [
        (word, chance.choice(list(errors_in(word)))) for word in chance.sample(sorted(words), 60)
    ]
    cases = [(word, typed) for word, typed in cases if typed not in words]
    answers = ask_all(search_page, [typed for _, typed in cases])
    found = [
        set(answer.urls) >= searched.with_words(word)
        for (word, _), answer in zip(cases, answers, strict=True)
    ]
    assert sum(found) >= 0.85 * len(cases)


def test_search_mends_burmese_with_one_sign_wrong(
    search_page: Page, searched: SearchedWorks
) -> None:
    """Two to four syllables; a sign too few, too many or another moves the bounds of syllables."""
    chance = random.Random(SEED)
    keys = [key for said in searched.texts.values() for key, _ in said.keys]
    cases: list[tuple[str, str]] = []
    while len(cases) < 30:
        tokens = split_syllables(chance.choice(keys))
        size = chance.randint(2, 4)
        start = chance.randrange(max(1, len(tokens) - size))
        cut = tokens[start : start + size]
        meant = "".join(cut)
        places = [at for at, sign in enumerate(meant) if sign in SIGNS]
        if not all(map(SPOKEN_RE.match, cut)) or not places:
            continue
        at = chance.choice(places)
        typed = meant[:at] + chance.choice(["", chance.choice(SIGNS)]) + meant[at + 1 :]
        if not any(search_key(typed) in key for key in keys):
            cases.append((meant, typed))
    answers = ask_all(search_page, [typed for _, typed in cases])
    mended = [answer.spelling == meant for (meant, _), answer in zip(cases, answers, strict=True)]
    assert all(answer.urls for answer, good in zip(answers, mended, strict=True) if good)
    assert sum(mended) >= 0.7 * len(cases)


def test_search_does_not_mend_what_is_found(search_page: Page) -> None:
    answers = ask_all(search_page, ["displacement", "ကချင်", "335,000", "zeppelin"])
    assert [answer.spelling for answer in answers] == [""] * 4
    assert all(answer.urls for answer in answers)


def test_search_mends_two_words_at_once(search_page: Page, searched: SearchedWorks) -> None:
    answer = ask(search_page, "quincunxx zepelins")
    assert answer.spelling == "quincunx zeppelins"
    assert set(answer.urls) == searched.with_words("quincunx", "zeppelins") != set()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ျမန္မာ", "မြန်မာ"), ("ေက်ာင္းတိုက္ႀကီး", "ကျောင်းတိုက်ကြီး"), ("တိုက္ခိုက္", "တိုက်ခိုက်")],
)
def test_search_reads_zawgyi_where_nothing_is_found(
    search_page: Page, searched: SearchedWorks, typed: str, meant: str
) -> None:
    answer = ask(search_page, typed)
    assert answer.spelling == meant
    assert set(answer.urls) >= searched.with_words(meant) != set()
    assert answer.urls == ask(search_page, meant).urls
