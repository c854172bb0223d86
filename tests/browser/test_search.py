"""lanpya.search(query) finds exactly the works that hold the words, and always all of them.

Which words are looked for is left to chance, with a fixed seed.
"""

import random
import re
from collections.abc import Callable, Iterator
from itertools import islice

import pytest
from playwright.sync_api import Page

from lanpya.text.inflections import stem
from lanpya.text.normal import search_key
from lanpya.text.syllables import split_syllables
from tests.browser.search_works import FEW, SearchedWorks
from tests.browser.searching import ask, ask_all

QUERIES = 40  # of each kind
SEED = 11
SPOKEN_RE = re.compile("[က-ဪဿ၌၍၎၏ၐ-ၕ]")
WORD_RE = re.compile(r"[A-Za-z]+")
Queries = Callable[[SearchedWorks], list[str]]


def blocks_of(searched: SearchedWorks, language: str) -> list[str]:
    return [
        block
        for url, said in sorted(searched.texts.items())
        if url.startswith("my/") == (language == "my")
        for block in (said.title, *said.blocks)
    ]


def syllables_in_a_row(count: int) -> Queries:
    """From the middle of any phrase, with the spaces that stand between them."""

    def draw(searched: SearchedWorks) -> Iterator[str]:
        chance = random.Random(SEED + count)
        blocks = [split_syllables(block) for block in blocks_of(searched, "my")]
        while True:
            tokens = chance.choice(blocks)
            spoken = [place for place, token in enumerate(tokens) if SPOKEN_RE.match(token)]
            start = chance.randrange(max(1, len(spoken) - count + 1))
            places = spoken[start : start + count]
            run = tokens[places[0] : places[-1] + 1] if len(places) == count else []
            if run and all(SPOKEN_RE.match(token) or token == " " for token in run):
                yield "".join(run)

    return lambda searched: list(islice(draw(searched), QUERIES))


def words_in_a_row(count: int) -> Queries:
    """English words with what stands between them."""

    def draw(searched: SearchedWorks) -> Iterator[str]:
        chance = random.Random(SEED + count)
        blocks = [
            block for block in blocks_of(searched, "en") if len(WORD_RE.findall(block)) >= count
        ]
        while True:
            block = chance.choice(blocks)
            words = list(WORD_RE.finditer(block))
            start = chance.randrange(len(words) - count + 1)
            run = block[words[start].start() : words[start + count - 1].end()]
            whole = split_syllables(search_key(block))
            if '"' not in search_key(run) and set(split_syllables(search_key(run))) <= {*whole}:
                yield run

    return lambda searched: list(islice(draw(searched), QUERIES))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
def test_search_finds_exactly_the_works_with_the_syllables(
    search_page: Page, searched: SearchedWorks, count: int
) -> None:
    queries = syllables_in_a_row(count)(searched)
    for query, answer in zip(
        queries, ask_all(search_page, [f'"{q}"' for q in queries]), strict=True
    ):
        assert set(answer.urls) == searched.with_words(query) != set(), query
    names = names_of(searched)
    plain = [query for query in queries if search_key(query) not in names]
    assert len(plain) > QUERIES * 0.8
    for query, answer in zip(plain, ask_all(search_page, plain), strict=True):
        assert set(answer.urls) == searched.with_words(query), query


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_search_finds_exactly_the_works_with_the_phrase(
    search_page: Page, searched: SearchedWorks, count: int
) -> None:
    """Where many hold both words, "air-strikes" may stand for "air strikes"."""
    queries = words_in_a_row(count)(searched)
    quoted = [f'"{query}"' for query in queries]
    for query, answer in zip(queries, ask_all(search_page, quoted), strict=True):
        expected = searched.with_words(query)
        assert set(answer.urls) >= expected != set(), query
        assert set(answer.urls) <= searched.with_parts_of_words(query), query
        assert "-" in query or len(expected) > FEW or set(answer.urls) == expected, query


def test_search_reads_every_kind_of_shard_for_that(
    search_page: Page, searched: SearchedWorks
) -> None:
    """Otherwise the sample says nothing of pairs and triples."""
    scripts = search_page.evaluate("[...document.scripts].map((script) => script.src)")
    kinds = {re.sub("[0-9]+", "", url.rpartition("/search/")[2]) for url in scripts}
    assert kinds >= {f"{tag}/{kind}.js" for tag in ("en", "my") for kind in "wprt"}
    assert len(searched.library.works) >= 60
    assert search_page.evaluate("lanpya.search.load('index').then((head) => head.few)") == FEW


def names_of(searched: SearchedWorks) -> set[str]:
    topics = searched.library.vocabulary.topics.values()
    return {
        search_key(name)
        for topic in topics
        for tag in topic.labels
        for name in (topic.labels[tag], *topic.aliases.get(tag, ()))
    }


@pytest.mark.parametrize("count", [2, 3])
def test_search_of_several_words_wants_them_all(
    search_page: Page, searched: SearchedWorks, count: int
) -> None:
    chance = random.Random(SEED)
    words = [f'"{word}"' for word in words_in_a_row(1)(searched)]
    syllables = [f'"{run}"' for run in syllables_in_a_row(2)(searched)]
    queries = [chance.sample(some, count) for some in (words, syllables) for _ in range(QUERIES)]
    answers = ask_all(search_page, [" ".join(query) for query in queries])
    expected = [searched.with_words(*(word.strip('"') for word in query)) for query in queries]
    assert sum(map(bool, expected)) > QUERIES / 2
    for query, answer, urls in zip(queries, answers, expected, strict=True):
        if urls:  # else something like it may be offered
            assert set(answer.urls) == urls, query


def test_search_finds_words_of_both_languages_only_where_both_stand(search_page: Page) -> None:
    assert ask(search_page, '"zeppelins" "ကျောင်းတိုက်"').urls == []


def words_of(searched: SearchedWorks, language: str = "") -> dict[str, set[str]]:
    """Every word in Latin letters → the pages that hold it."""
    found: dict[str, set[str]] = {}
    for url, said in searched.texts.items():
        if language == "en" and url.startswith("my/"):
            continue
        for key, _ in said.keys:
            for word in split_syllables(key):
                if re.fullmatch("[a-z]+", word):
                    found.setdefault(word, set()).add(url)
    return found


def test_search_finds_words_by_their_beginnings(search_page: Page, searched: SearchedWorks) -> None:
    words = words_of(searched)
    beginnings = {word[:n] for word in words for n in range(3, len(word))}
    roots = {stem(word, "en") for word in words}
    beginnings = {one for one in beginnings - words.keys() if stem(one, "en") not in roots}
    queries = random.Random(SEED).sample(sorted(beginnings - names_of(searched)), QUERIES)
    for query, answer in zip(queries, ask_all(search_page, queries), strict=True):
        holders = {url for word, urls in words.items() if word.startswith(query) for url in urls}
        assert set(answer.urls) == holders, query
        assert answer.spelling == ""


def test_search_finds_inflections_below_the_word(
    search_page: Page, searched: SearchedWorks
) -> None:
    words = words_of(searched, "en")
    families: dict[str, set[str]] = {}
    for word in words:
        families.setdefault(stem(word, "en"), set()).add(word)
    kin = sorted(word for family in families.values() if len(family) > 1 for word in family)
    queries = [word for word in kin if word not in names_of(searched)]
    queries = random.Random(SEED).sample(queries, 2 * QUERIES)
    answers = ask_all(search_page, queries, language="en")
    for query, answer in zip(queries, answers, strict=True):
        family = families[stem(query, "en")]
        assert set(answer.urls) == set().union(*(words[word] for word in family)), query
        exact = [url in words[query] for url in answer.urls]
        assert exact == sorted(exact, reverse=True), query
        assert [result["match"] != "inflected" for result in answer.results] == exact


@pytest.mark.parametrize(
    "query", ["army", "armies", "agree", "agreed", "agreement", "displacement"]
)
def test_search_finds_the_family_of(search_page: Page, searched: SearchedWorks, query: str) -> None:
    words = words_of(searched, "en")
    family = [word for word in words if stem(word, "en") == stem(query, "en")]
    assert len(family) > 1
    expected = set().union(*(words[word] for word in family))
    assert set(ask(search_page, query).urls) >= expected


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("335,000", "335,000"),
        ("335000", "335,000"),
        ("၃၃၅,၀၀၀", "335,000"),
        ("၃၃၅၀၀၀", "335,000"),
        ("Antonio", "António"),
        ("ANTÓNIO", "António"),
        ("zurich", "Zürich"),
        ("CAFE", "café"),
        ("cafe\u0301", "café"),
        ("Xylophonist", "xylophonist"),
        ("လွိုင်ကော်မြို့", "လွိုင် ကော် မြို့"),
        ("လွိုင် ကော်မြို့", "လွိုင် ကော် မြို့"),
        ("လွိုင်\u200bကော်မြို့", "လွိုင် ကော် မြို့"),
        ("\u1025\u102eးလေးသည်လွိုင်ကော်", "ဦးလေးသည် လွိုင် ကော်"),
        ("ဇေတ၀န်ကျောင်းတိုက်ကြီး", "ဇေတဝန်ကျောင်းတိုက်ကြီး"),
        ("ဇေတဝန်် ကျောင်းတိုက်ကြီးး", "ဇေတဝန်ကျောင်းတိုက်ကြီး"),
        ("“never again”", "never again"),
    ],
)
def test_search_looks_past_differences_of_spelling(
    search_page: Page, searched: SearchedWorks, query: str, text: str
) -> None:
    answer = ask(search_page, f'"{query}"')
    assert set(answer.urls) == searched.with_words(text) != set()
    assert answer.spelling == ""


def test_search_keeps_apart_what_a_sign_parts(search_page: Page, searched: SearchedWorks) -> None:
    urls = ask(search_page, '"ဇေတဝန်ကျောင်းတိုက်"').urls
    assert set(urls) == searched.with_words("ဇေတဝန်ကျောင်းတိုက်")
    assert len(urls) == 1
    assert len(searched.with_words("ကျောင်းတိုက်")) > 1


def test_search_finds_no_part_of_a_syllable(search_page: Page, searched: SearchedWorks) -> None:
    """ကော stands in ကော်, though never as a syllable of its own."""
    assert searched.with_words("လွိုင်ကော") == set()
    assert ask(search_page, '"လွိုင်ကော"').spelling in ("လွိုင်ကော်", "")


def test_search_shows_the_hit_in_its_sentence(search_page: Page, searched: SearchedWorks) -> None:
    queries = syllables_in_a_row(3)(searched) + words_in_a_row(2)(searched)
    for query, answer in zip(
        queries, ask_all(search_page, [f'"{q}"' for q in queries]), strict=True
    ):
        first = answer.results[0]
        assert first["isRead"]
        said = searched.texts[first["url"]]
        assert first["title"] == said.title
        assert any(first["snippet"].strip("…") in block for block in (said.title, *said.blocks))
        if first["hit"]:
            assert search_key(first["hit"]) == search_key(query)
        else:
            assert search_key(query) in search_key(said.title)


def test_search_carries_every_name_into_both_languages(
    search_page: Page, searched: SearchedWorks
) -> None:
    """Each name and alias finds all works of its topic, whichever language it is in."""
    topics = searched.library.vocabulary.topics
    names = {
        (id_, name)
        for id_, topic in topics.items()
        for tag in topic.labels
        for name in (topic.labels[tag], *topic.aliases.get(tag, ()))
    }
    asked = sorted(names)
    assert len(asked) > 700
    answers = ask_all(search_page, [name for _, name in asked])
    lost = [
        name
        for (id_, name), answer in zip(asked, answers, strict=True)
        if not set(answer.urls) >= searched.about(id_) or not searched.about(id_)
    ]
    assert lost == []
    assert {result["language"] for result in ask(search_page, "Kachin").results} == {"en", "my"}
    assert {result["language"] for result in ask(search_page, "ကချင်").results} == {"en", "my"}


def test_search_narrows_by_topic_year_and_language(
    search_page: Page, searched: SearchedWorks
) -> None:
    everywhere = searched.with_words("the")
    id_ = next(iter(searched.library.vocabulary.topics))
    wanted = {
        "topic": (id_, searched.about(id_)),
        "year": ("2021", searched.of_year("2021")),
        "language": ("en", {url for url in everywhere if not url.startswith("my/")}),
    }
    for name, (value, urls) in wanted.items():
        answer = ask(search_page, '"the"', **{name: value})
        assert set(answer.urls) == everywhere & urls, name
        assert answer.urls or name == "topic"
    assert ask(search_page, '"zeppelins"', year="1999").urls == []


def test_search_finds_nothing_for_nothing(search_page: Page) -> None:
    queries = ["", " ", "\u200b", "xyzzyxqqq", "ဌဌဌဌဌ", '"', '""', "။", "-", "?!"]
    assert [answer.urls for answer in ask_all(search_page, queries)] == [[]] * len(queries)


def test_search_ranks_the_readers_language_and_titles_first(
    search_page: Page, searched: SearchedWorks
) -> None:
    answer = ask(search_page, "UN")
    scores = [result["score"] for result in answer.results]
    assert scores == sorted(scores, reverse=True)
    answer = ask(search_page, '"the"')
    titled = [searched.texts[url].keys[0] for url in answer.urls]
    assert [" the " in f" {key} " for key, _ in titled] == sorted(
        (" the " in f" {key} " for key, _ in titled), reverse=True
    )


def test_search_from_a_folder_finds_the_same(
    search_page: Page, lying_search_page: Page, searched: SearchedWorks
) -> None:
    queries = [
        *syllables_in_a_row(2)(searched)[:15],
        *syllables_in_a_row(3)(searched)[:15],
        *words_in_a_row(2)(searched)[:15],
        "displacement",
        "Kachin",
        "ကချင်",
        "zepelins",
        "ျမန္မာ",
    ]
    served, lying = (ask_all(page, queries) for page in (search_page, lying_search_page))
    assert served == lying
    assert any(answer.urls for answer in served)
