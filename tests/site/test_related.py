"""Related works: rare topics weigh more, and the same library gives the same page."""

import random

from lanpya.model import Work
from lanpya.site.related import RelatedWorks
from tests.site.samples import make_work


def find(works: list[Work], limit: int = 3) -> list[tuple[str, tuple[str, ...]]]:
    """What is related to the first of the works."""
    found = RelatedWorks({work.uri: work for work in works}).find(works[0], limit)
    return [(related.work.uri.removeprefix("articles/"), related.reasons) for related in found]


def test_related_share_a_topic_and_are_never_the_work_itself() -> None:
    works = [make_work("a", about="aid"), make_work("b", about="aid"), make_work("c", about="coup")]
    assert find(works) == [("b", ("aid",))]


def test_related_of_a_work_with_topics_of_its_own_are_none() -> None:
    assert find([make_work("a", about="aid"), make_work("b", about="coup")]) == []


def test_related_by_a_rare_topic_come_before_a_common_one() -> None:
    works = [
        make_work("a", about="common rare", published="2020"),
        make_work("b", about="common", published="2024"),
        make_work("c", about="common", published="2024"),
        make_work("d", about="rare", published="2021"),
    ]
    assert [name for name, _ in find(works)] == ["d", "b", "c"]


def test_related_by_what_both_are_about_come_before_what_one_only_names() -> None:
    works = [
        make_work("a", about="aid", mentions="un"),
        make_work("b", about="coup", mentions="un", published="2024"),
        make_work("c", about="aid", published="2020"),
    ]
    assert [name for name, _ in find(works)] == ["c", "b"]


def test_related_with_equal_scores_go_by_date_and_then_by_uri() -> None:
    works = [
        make_work("a", about="aid"),
        make_work("d", about="aid", published="2022"),
        make_work("c", about="aid", published="2023"),
        make_work("b", about="aid", published="2022"),
    ]
    assert [name for name, _ in find(works)] == ["c", "b", "d"]


def test_related_do_not_depend_on_the_order_of_the_library() -> None:
    topics = ["aid", "coup", "un", "camps"]
    chance = random.Random(7)
    first, *rest = (
        make_work(f"w{n}", about=" ".join(chance.sample(topics, 2)), published=f"20{n % 3}0")
        for n in range(12)
    )
    expected = find([first, *rest], limit=12)
    for _ in range(10):
        chance.shuffle(rest)
        assert find([first, *rest], limit=12) == expected


def test_reasons_are_two_at_most_and_the_rarest_first() -> None:
    works = [
        make_work("a", about="common rare rarer"),
        make_work("b", about="common rare rarer"),
        make_work("c", about="common rare"),
        make_work("d", about="common"),
    ]
    assert find(works)[0] == ("b", ("rarer", "rare"))


def test_reasons_of_equal_rarity_are_in_a_fixed_order() -> None:
    works = [make_work("a", about="un aid"), make_work("b", about="un aid")]
    assert find(works) == [("b", ("aid", "un"))]


def test_limit_is_kept() -> None:
    assert len(find([make_work(f"w{n}") for n in range(9)], limit=3)) == 3
