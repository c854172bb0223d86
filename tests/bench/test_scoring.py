"""Means of recall and precision, by hand."""

import pytest

from tests.bench.queries import Query
from tests.bench.scoring import percentile, score


def ask(wanted: str, right: str) -> Query:
    return Query("word", "en", "en", "rice", frozenset(wanted), frozenset(right))


def test_recall_is_of_what_is_wanted_and_precision_of_what_is_right() -> None:
    found = score([(ask("ab", "abc"), set("acd")), (ask("a", "a"), set("a"))])
    assert found.queries == 2
    assert found.recall == pytest.approx((1 / 2 + 1) / 2)
    assert found.precision == pytest.approx((2 / 3 + 1) / 2)
    assert found.unanswered == 0


def test_a_query_without_results_costs_recall_and_no_precision() -> None:
    found = score([(ask("ab", "ab"), set()), (ask("a", "a"), set("a"))])
    assert (found.recall, found.precision, found.unanswered) == (0.5, 1.0, 0.5)
    assert score([(ask("a", "a"), set())]).precision is None


@pytest.mark.parametrize(("share", "value"), [(0, 1), (0.5, 10), (0.95, 19), (0.951, 20), (1, 20)])
def test_percentile_is_one_of_the_values(share: float, value: float) -> None:
    assert percentile(reversed(range(1, 21)), share) == value
