"""Figures as claims: the hedge stays, and only what nothing replaces is called the latest."""

import pytest

from lanpya.model import Bound, Figure, Library, Source, TopicKind, Work
from lanpya.site.figures import LadderRow, Ladders, format_claim
from tests.site.samples import (
    make_figure,
    make_library,
    make_places,
    make_vocabulary,
    make_work,
    real_strings,
)

WORDS = real_strings()


def make_ladders(library: Library) -> Ladders:
    return Ladders(library, make_places(library))


def ladder_of(
    *figures: Figure, language: str = "en", source: Source | None = None
) -> list[LadderRow]:
    work = make_work("a", mentions="un", figures=figures, source=source)
    return make_ladders(make_library([work])).of_work(work, WORDS[language])


def latest_of(works: list[Work], limit: int = 9) -> list[str]:
    """ "work#figure" of the latest claims of a library."""
    rows = make_ladders(make_library(works)).latest(works, WORDS["en"], limit)
    return [f"{row.work.uri}#{row.anchor}".replace("articles/", "") for row in rows]


@pytest.mark.parametrize(
    ("bound", "english", "burmese"),
    [
        ("exact", "2,000,000 people", "၂,၀၀၀,၀၀၀ ဦး"),
        ("at-least", "at least 2,000,000 people", "အနည်းဆုံး ၂,၀၀၀,၀၀၀ ဦး"),
        ("more-than", "more than 2,000,000 people", "၂,၀၀၀,၀၀၀ ဦး ကျော်"),
        ("at-most", "at most 2,000,000 people", "အများဆုံး ၂,၀၀၀,၀၀၀ ဦး"),
        ("nearly", "nearly 2,000,000 people", "၂,၀၀၀,၀၀၀ ဦး နီးပါး"),
        ("about", "about 2,000,000 people", "၂,၀၀၀,၀၀၀ ဦး ခန့်"),
    ],
)
def test_claim_keeps_its_hedge_in_every_language(bound: str, english: str, burmese: str) -> None:
    unit = make_vocabulary([]).units["people"]
    figure = make_figure("a", 2_000_000, bound=bound)
    assert format_claim(figure, unit, WORDS["en"]) == english
    assert format_claim(figure, unit, WORDS["my"]) == burmese


@pytest.mark.parametrize("language", ["en", "my"])
def test_claim_reads_differently_with_every_hedge(language: str) -> None:
    unit = make_vocabulary([]).units["people"]
    claims = {
        format_claim(make_figure("a", bound=bound.value), unit, WORDS[language]) for bound in Bound
    }
    assert len(claims) == len(Bound)


@pytest.mark.parametrize(
    ("value", "claim"), [(1, "1 person"), (0, "0 people"), (1.5, "1.5 people"), (2, "2 people")]
)
def test_claim_of_one_has_the_singular(value: float, claim: str) -> None:
    unit = make_vocabulary([]).units["people"]
    assert format_claim(make_figure("a", value), unit, WORDS["en"]) == claim


def test_ladder_keeps_the_editors_order_and_anchors() -> None:
    rows = ladder_of(make_figure("small", 1), make_figure("big", 300), make_figure("some", 20))
    assert [row.anchor for row in rows] == ["x-figure-small", "x-figure-big", "x-figure-some"]


def test_ladder_bars_compare_only_what_counts_the_same() -> None:
    rows = ladder_of(
        make_figure("half", 150),
        make_figure("all", 300),
        make_figure("towns", 9, counts="towns"),
    )
    assert [row.share for row in rows] == [50, 100, None]


def test_ladder_bars_never_compare_days_with_people() -> None:
    rows = ladder_of(make_figure("people", 300), make_figure("days", 9, unit="days"))
    assert [row.share for row in rows] == [None, None]


def test_ladder_bar_is_never_too_short_to_see() -> None:
    rows = ladder_of(make_figure("none", 0), make_figure("many", 1_000_000))
    assert [row.share for row in rows] == [1, 100]


def test_ladder_of_nothing_but_zeros_has_no_bars() -> None:
    rows = ladder_of(make_figure("a", 0), make_figure("b", 0))
    assert [row.share for row in rows] == [None, None]


@pytest.mark.parametrize(
    ("language", "counts", "as_of"),
    [("en", "people in camps", "November 2023"), ("my", "camps ရှိ လူ", "၂၀၂၃ ခုနှစ် နိုဝင်ဘာလ")],
)
def test_ladder_says_what_is_counted_and_when(language: str, counts: str, as_of: str) -> None:
    (row,) = ladder_of(make_figure("a"), language=language)
    assert (row.counts, row.as_of) == (counts, as_of)


def test_ladder_says_that_a_date_is_not_given() -> None:
    (row,) = ladder_of(make_figure("a", as_of=None))
    assert row.as_of == "date not given"


def test_speaker_of_the_vocabulary_is_linked() -> None:
    (row,) = ladder_of(make_figure("a", by="un"), language="my")
    assert (row.speaker, row.speaker_uri) == ("un မြန်မာ", "topics/all/theme#un")


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        (Source(agency="Agency", publisher="Paper"), "Agency"),
        (Source(publisher="Paper"), "Paper"),
        (Source(), "the source"),
    ],
)
def test_speaker_of_the_source_itself(source: Source, speaker: str) -> None:
    (row,) = ladder_of(make_figure("a"), source=source)
    assert (row.speaker, row.speaker_uri) == (speaker, None)


def test_superseded_claim_says_so_and_is_not_among_the_latest() -> None:
    old = make_work("old", "2023", figures=[make_figure("n", 20)])
    new = make_work("new", "2022", figures=[make_figure("n", 30, supersedes="articles/old#n")])
    ladders = make_ladders(make_library([old, new]))
    assert [row.is_superseded for row in ladders.of_work(old, WORDS["en"])] == [True]
    assert [row.is_superseded for row in ladders.of_work(new, WORDS["en"])] == [False]
    assert latest_of([old, new]) == ["new#x-figure-n"]


def test_latest_are_one_for_each_speaker_and_thing_counted_the_newest_first() -> None:
    works = [
        make_work("a", mentions="un", figures=[make_figure("n", as_of="2023-01", by="un")]),
        make_work("b", mentions="un", figures=[make_figure("n", as_of="2023-03", by="un")]),
        make_work("c", figures=[make_figure("n", counts="towns", as_of="2023-02")]),
    ]
    assert latest_of(works) == ["b#x-figure-n", "c#x-figure-n"]
    assert latest_of(works, limit=1) == ["b#x-figure-n"]


def test_latest_takes_the_date_of_the_work_where_a_claim_has_none() -> None:
    works = [
        make_work("a", "2024-01-01", figures=[make_figure("n", as_of="2023-04")]),
        make_work("b", "2023-05-01", figures=[make_figure("n", as_of=None)]),
    ]
    assert latest_of(works, limit=1) == ["b#x-figure-n"]


def test_latest_keeps_contested_counts_of_one_day_side_by_side() -> None:
    works = [
        make_work(
            "a",
            mentions="un sac",
            figures=[make_figure("one", 258, by="sac"), make_figure("other", 726, by="un")],
        )
    ]
    assert latest_of(works) == ["a#x-figure-one", "a#x-figure-other"]


def test_latest_does_not_take_one_unnamed_source_for_another() -> None:
    works = [make_work(name, figures=[make_figure("n")]) for name in ("a", "b")]
    assert latest_of(works) == ["a#x-figure-n", "b#x-figure-n"]


def test_topic_shows_what_is_counted_about_it_or_said_by_it() -> None:
    figures = [
        make_figure("about-aid", counts="camps"),
        make_figure("about-nothing", counts="towns"),
        make_figure("said", counts="towns", by="un"),
    ]
    work = make_work("a", about="aid", mentions="un", figures=figures)
    library = make_library([work])
    for topic, anchors in (("aid", ["x-figure-about-aid"]), ("un", ["x-figure-said"])):
        rows = make_ladders(library).on_topic(library.vocabulary.topics[topic], WORDS["en"])
        assert [row.anchor for row in rows] == anchors


def test_topic_does_not_show_more_figures_the_more_there_are() -> None:
    works = [make_work(f"w{n:02}", figures=[make_figure("n")]) for n in range(40)]
    library = make_library(works)
    rows = make_ladders(library).on_topic(library.vocabulary.topics["aid"], WORDS["en"])
    assert len(rows) == 10


def test_chosen_are_in_the_order_asked_for_and_unknown_ones_left_out() -> None:
    work = make_work("a", figures=[make_figure("one"), make_figure("two")])
    rows = make_ladders(make_library([work])).chosen(
        ["articles/a#two", "articles/a#three", "articles/b#one", "articles/a#one"], WORDS["en"]
    )
    assert [row.anchor for row in rows] == ["x-figure-two", "x-figure-one"]


def test_topic_that_speaks_may_be_of_any_kind() -> None:
    work = make_work("a", mentions="un", figures=[make_figure("a", by="un")])
    library = make_library([work], kinds={"un": TopicKind.ORGANISATION})
    (row,) = make_ladders(library).of_work(work, WORDS["en"])
    assert row.speaker_uri == "topics/all/organisation#un"
