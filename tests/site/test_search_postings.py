"""The index says of words, and of words in a row, exactly what the texts say."""

from collections.abc import Iterator, Mapping, Sequence
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanpya.site import search_postings
from lanpya.site.search_postings import BLOCK_END, Postings, by_units, cut_into_terms, key_of
from tests.site.search_reader import LanguageFound, RunFound

WORDS = ("a", "b", "the", "théâtre", "12")
SYLLABLES = ("က", "ချင်", "ပြည်", "နယ်", "၏")
# A work: its title and its blocks, each of these a row of words that touch.
Blocks = Sequence[Sequence[str]]


def rows_of(words: Sequence[str]) -> st.SearchStrategy[Blocks]:
    return st.lists(st.lists(st.sampled_from(words), min_size=1, max_size=8), max_size=5)


@st.composite
def corpora(draw: st.DrawFn) -> dict[int, Blocks]:
    """A few works in one language, some numbers of which are of other languages."""
    words = draw(st.sampled_from([WORDS, SYLLABLES]))
    return draw(st.dictionaries(st.integers(0, 19), rows_of(words), max_size=14))


def write(corpus: Mapping[int, Blocks], few: int, bits: int = 400) -> LanguageFound:
    """The corpus as an index, read again. The first block is the title, where there is one."""
    texts = {}
    for number, blocks in corpus.items():
        glue = " " if any(block[0] in WORDS for block in blocks) else ""
        written = [glue.join(block) for block in blocks]
        texts[number] = ("".join(written[:1]), BLOCK_END.join(written[1:]))
    with (
        patch.object(search_postings, "FEW_WORKS", few),
        patch.object(search_postings, "SHARD_BITS", bits),
    ):
        postings = Postings(texts, limit=20)
        pairs, triples = postings.cut_runs()
        terms = postings.cut_terms()
    kinds = (("w", terms), ("p", pairs), ("r", triples))
    data = {f"x/{kind}{i}": shard for kind, cut in kinds for i, shard in enumerate(cut.shards)}
    about = {kind: cut.firsts for kind, cut in kinds}
    head = {"size": 20, "languages": {"x": {"terms": len(postings.terms), **about}}}
    return LanguageFound(head, data, "x")


def key(word: str) -> str:
    return word.replace("é", "e").replace("â", "a")


def holders(corpus: Mapping[int, Blocks], words: Sequence[str]) -> set[int]:
    """By brute force: the works that hold the words in a row."""
    return {
        number
        for number, blocks in corpus.items()
        for block in blocks
        for at in range(len(block))
        if [key(word) for word in block[at : at + len(words)]] == [*words]
    }


def runs_in(corpus: Mapping[int, Blocks], length: int) -> Iterator[tuple[str, ...]]:
    for blocks in corpus.values():
        for block in blocks:
            for at in range(len(block) - length + 1):
                yield tuple(key(word) for word in block[at : at + length])


@settings(max_examples=60)
@given(corpora(), st.integers(0, 20))
def test_terms_have_the_works_and_the_titles_that_hold_them(
    corpus: Mapping[int, Blocks], few: int
) -> None:
    found = write(corpus, few).terms
    expected = {word for (word,) in runs_in(corpus, 1)}
    assert [term.word for term in found] == sorted(expected, key=by_units)
    titles = {number: blocks[:1] for number, blocks in corpus.items()}
    for term in found:
        assert term.works == sorted(holders(corpus, [term.word]))
        assert term.titled == sorted(holders(titles, [term.word]))


@settings(max_examples=100)
@given(corpora(), st.integers(0, 6))
def test_rows_of_two_and_three_are_told_where_many_works_hold_both_halves(
    corpus: Mapping[int, Blocks], few: int
) -> None:
    """And nowhere else: where few do, their texts are read."""
    found = write(corpus, few)
    for length, runs in ((2, found.pairs), (3, found.triples)):
        expected = {
            words: sorted(holders(corpus, words))
            for words in runs_in(corpus, length)
            if len(holders(corpus, words[:-1]) & holders(corpus, words[1:])) > few
        }
        assert as_mapping(runs) == expected


def as_mapping(runs: list[RunFound]) -> dict[tuple[str, ...], list[int]]:
    found = {run.words: run.works for run in runs}
    assert len(found) == len(runs)
    return found


def test_rows_are_told_at_all() -> None:
    """So that the property above says something."""
    corpus = {n: [["the"], ["a", "b", "12", "b"][: 3 + n % 2]] for n in range(8)}
    found = write(corpus, few=3, bits=1)
    assert set(as_mapping(found.pairs)) == {("a", "b"), ("b", "12"), ("12", "b")}
    assert as_mapping(found.triples) == {
        ("a", "b", "12"): [*range(8)],
        ("b", "12", "b"): [1, 3, 5, 7],
    }
    assert len(found.about["w"]) == 4
    assert len(found.about["p"]) > 1
    assert as_mapping(write(corpus, few=8).pairs) == {}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The coup, the coups", ["the", "coup", BLOCK_END, "the", "coups"]),
        ("state-run", ["state", "run"]),
        ("people’s", ["people", "s"]),
        ("335,000 + ၃၃၅,၀၀၀", ["335000", BLOCK_END, "335000"]),
        ("ကချင် ပြည်နယ်၊ KIA", ["က", "ချင်", "ပြည်", "နယ်", BLOCK_END, "kia"]),
        ("PDFများ", ["pdf", "များ"]),
        ("၎င်း၏", ["၎င်း", "၏"]),
        (f"ကို{BLOCK_END}က", ["ကို", BLOCK_END, "က"]),
        ("the U.S. army", ["the", "u", "s", BLOCK_END, "army"]),
        (
            "end. -Start - 3.5--4",
            ["end", *[BLOCK_END] * 2, "start", BLOCK_END, "3", "5", *[BLOCK_END] * 2, "4"],
        ),
        ("", []),
        (" ။ ", [BLOCK_END]),
    ],
)
def test_terms_of_a_text(text: str, terms: list[str]) -> None:
    assert cut_into_terms(text) == terms


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kachin Independence Army (KIA)", "kachin independence army kia"),
        ("People’s Defence Forces", "people's defence forces"),
        ("U.S.", "u.s"),
        ("ကချင် ပြည်နယ်", "ကချင်ပြည်နယ်"),
        ("“—”", ""),
    ],
)
def test_key_of_a_name(name: str, expected: str) -> None:
    assert key_of(name) == expected


def test_terms_are_in_the_order_of_a_browser() -> None:
    """A sign beyond the basic plane is two low units there."""
    assert sorted(["ﬀ", "😀", "z"], key=by_units) == ["z", "😀", "ﬀ"]
