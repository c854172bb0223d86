"""Long lists: cut so that no page grows, and nothing is lost at the cuts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanpya.site.listings import (
    PAGE_SIZE,
    cut_into_sheets,
    group_by_month,
    group_by_year,
    month_of,
    works_by_topic,
    year_of,
)
from tests.site.samples import make_work


@given(st.lists(st.integers(), max_size=200), st.integers(1, 60))
def test_sheets_hold_everything_once_and_none_is_too_long(items: list[int], size: int) -> None:
    sheets = cut_into_sheets("archive/2024", items, size)
    assert [item for sheet in sheets for item in sheet.items] == items
    assert all(len(sheet.items) <= size for sheet in sheets)
    assert [sheet.number for sheet in sheets] == list(range(1, len(sheets) + 1))


def test_sheets_of_nothing_are_one_empty_page() -> None:
    empty: list[int] = []
    (sheet,) = cut_into_sheets("archive/2024", empty)
    assert (sheet.uri, sheet.items) == ("archive/2024", ())


@pytest.mark.parametrize(("total", "sheets"), [(1, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
def test_sheets_begin_anew_after_fifty(total: int, sheets: int) -> None:
    assert PAGE_SIZE == 50
    assert len(cut_into_sheets("a", range(total))) == sheets


def test_sheets_know_their_neighbours() -> None:
    first, second, third = cut_into_sheets("archive/2024", "abc", 1)
    assert [sheet.uri for sheet in (first, second, third)] == [
        "archive/2024",
        "archive/2024-p2",
        "archive/2024-p3",
    ]
    assert (first.previous_uri, first.next_uri) == (None, "archive/2024-p2")
    assert (second.previous_uri, second.next_uri) == ("archive/2024", "archive/2024-p3")
    assert (third.previous_uri, third.next_uri) == ("archive/2024-p2", None)


@pytest.mark.parametrize(
    ("published", "year", "month"),
    [
        ("2023-11-17", "2023", "2023-11"),
        ("2023-11", "2023", "2023-11"),
        ("2023-02~", "2023", "2023-02"),
        ("2023-11-17T10:00:00Z", "2023", "2023-11"),
        ("2023", "2023", None),
        ("2023~", "2023", None),
        ("2023?", "2023", None),
        ("2023%", "2023", None),
    ],
)
def test_year_and_month_of_a_work(published: str, year: str, month: str | None) -> None:
    work = make_work("a", published)
    assert (year_of(work), month_of(work)) == (year, month)


def test_years_keep_the_order_of_the_works() -> None:
    works = [make_work("a", "2024-01-01"), make_work("b", "2023"), make_work("c", "2024")]
    groups = group_by_year(works)
    assert {year: [work.uri for work in group] for year, group in groups.items()} == {
        "2024": ["articles/a", "articles/c"],
        "2023": ["articles/b"],
    }
    assert list(groups) == ["2024", "2023"]


def test_topics_hold_a_work_once_even_if_it_names_them_twice() -> None:
    works = [make_work("a", about="aid", mentions="aid un"), make_work("b", about="un")]
    groups = works_by_topic({work.uri: work for work in works})
    assert {id_: [work.uri for work in group] for id_, group in groups.items()} == {
        "aid": ["articles/a"],
        "un": ["articles/a", "articles/b"],
    }


def test_months_hold_each_work_once_and_a_mere_year_has_none() -> None:
    dates = ["2023~", "2023-05-02", "2023-05~", "2023-01", "2023"]
    works = [make_work(date, date) for date in dates]
    groups = group_by_month(works)
    assert {month: [work.published for work in group] for month, group in groups.items()} == {
        None: ["2023~", "2023"],
        "2023-05": ["2023-05-02", "2023-05~"],
        "2023-01": ["2023-01"],
    }
    assert list(groups) == [None, "2023-05", "2023-01"]
