"""How good the answers were: means over the queries of a kind."""

import math
from collections.abc import Iterable, Set
from dataclasses import dataclass

from tests.bench.queries import Query


@dataclass(frozen=True)
class Score:
    """recall, precision: 0 to 1. unanswered: the share of queries without any result.

    precision is over the queries that had results, and None where none had.
    """

    queries: int
    recall: float
    precision: float | None
    unanswered: float


def score(answered: Iterable[tuple[Query, Set[str]]]) -> Score:
    """The score of at least one query, each with the urls that were answered."""
    recalls: list[float] = []
    precisions: list[float] = []
    for query, urls in answered:
        recalls.append(len(urls & query.wanted) / len(query.wanted))
        if urls:
            precisions.append(len(urls & query.right) / len(urls))
    count = len(recalls)
    precision = sum(precisions) / len(precisions) if precisions else None
    return Score(count, sum(recalls) / count, precision, 1 - len(precisions) / count)


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest of the values that so large a share of them does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
