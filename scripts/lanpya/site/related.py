"""Which works belong together, and why.

Shared topics count by how rare they are (inverse document frequency), what a work is
about more than what it only names; ties go to the newer work, then to the uri, so that
the same library gives the same page.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lanpya.model import Work
from lanpya.text.dates import parse_edtf

ABOUT_WEIGHT = 2.0
MENTION_WEIGHT = 1.0
REASONS = 2


@dataclass(frozen=True)
class Related:
    """A related work. reasons: topic ids that it shares, the rarest first."""

    work: Work
    reasons: tuple[str, ...]


class RelatedWorks:
    """Related works for every work; the index of topics is made once."""

    def __init__(self, works: Mapping[str, Work]) -> None:
        self._works = works
        self._by_topic: dict[str, list[str]] = defaultdict(list)
        for work in works.values():
            for topic in set(work.topics):
                self._by_topic[topic].append(work.uri)
        counts = Counter({topic: len(uris) for topic, uris in self._by_topic.items()})
        self._rarity = {topic: math.log(1 + len(works) / count) for topic, count in counts.items()}

    def find(self, work: Work, limit: int) -> list[Related]:
        """The works that share most with one, best first."""
        scores: dict[str, float] = defaultdict(float)
        shared: dict[str, list[str]] = defaultdict(list)
        for topic in dict.fromkeys(work.topics):
            for uri in self._by_topic[topic]:
                if uri != work.uri:
                    both_about = topic in work.about and topic in self._works[uri].about
                    weight = ABOUT_WEIGHT if both_about else MENTION_WEIGHT
                    scores[uri] += weight * self._rarity[topic]
                    shared[uri].append(topic)
        order = sorted(scores)
        order.sort(key=lambda uri: parse_edtf(self._works[uri].published).first_day, reverse=True)
        order.sort(key=lambda uri: scores[uri], reverse=True)
        return [self._related(uri, shared[uri]) for uri in order[:limit]]

    def _related(self, uri: str, shared: list[str]) -> Related:
        work = self._works[uri]
        reasons = sorted(shared, key=lambda topic: (-self._rarity[topic], topic))
        return Related(work, tuple(reasons[:REASONS]))
