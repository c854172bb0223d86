"""What the templates of topics show: the list of them, their entries, and their own pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lanpya.model import Topic, Work
from lanpya.site.cards import Card, Cards, Link
from lanpya.site.figures import LadderRow, Ladders
from lanpya.site.list_views import sheet_links
from lanpya.site.listings import Sheet
from lanpya.site.plan import PlannedPage, SitePlan
from lanpya.site.strings import Strings
from lanpya.site.topic_places import kind_uri
from lanpya.text.dates import format_edtf

TOPICS_BESIDE = 12


@dataclass(frozen=True)
class Entry:
    """A topic on a page that it shares. others: its names in other languages, leading there.

    own_page: where there is more of it; works and ladder are then left to that page.
    """

    id: str
    label: str
    others: Sequence[Link]
    summary: str
    own_page: Link | None
    works: Sequence[Card]
    ladder: Sequence[LadderRow]


class TopicViews:
    """Makes what one language shows of topics; `makers` has them by kind of page."""

    def __init__(self, plan: SitePlan, cards: Cards, ladders: Ladders, words: Strings) -> None:
        self._plan = plan
        self._cards = cards
        self._ladders = ladders
        self._words = words
        self.makers: Mapping[str, Callable[[PlannedPage], Mapping[str, Any]]] = {
            "topics": self._view_topics,
            "names": self._view_names,
            "topic": self._view_topic,
        }

    def _view_topics(self, planned: PlannedPage) -> Mapping[str, Any]:
        totals = planned.data["totals"]
        return {
            "groups": [
                {
                    "kind": kind.value,
                    "title": self._words(f"kind.{kind.value}.plural"),
                    "links": [
                        self._cards.topic_link(topic.id, totals[topic.id]) for topic in topics
                    ],
                    "all": self._cards.url(kind_uri(kind)),
                    "has_more": kind in planned.data["more"],
                }
                for kind, topics in planned.data["groups"].items()
            ]
        }

    def _view_names(self, planned: PlannedPage) -> Mapping[str, Any]:
        sheet: Sheet[Topic] = planned.data["sheet"]
        return {
            "entries": [self._entry(topic) for topic in sheet.items],
            "sheet": sheet_links(sheet, self._cards),
        }

    def _entry(self, topic: Topic) -> Entry:
        works = self._plan.by_topic.get(topic.id, [])
        has_own_page = self._plan.places.has_own_page(topic.id)
        return Entry(
            id=topic.id,
            label=topic.labels[self._words.tag],
            others=self._other_names(topic),
            summary=topic.summaries[self._words.tag],
            own_page=self._cards.topic_link(topic.id, len(works)) if has_own_page else None,
            works=() if has_own_page else self._cards.cards(works),
            ladder=() if has_own_page else self._ladders.on_topic(topic, self._words),
        )

    def _view_topic(self, planned: PlannedPage) -> Mapping[str, Any]:
        topic: Topic = planned.data["topic"]
        tag = self._words.tag
        all_works = self._plan.by_topic.get(topic.id, [])
        return {
            "topic": topic,
            "kind": Link(
                self._words(f"kind.{topic.kind.value}"), self._cards.url(kind_uri(topic.kind))
            ),
            "others": self._other_names(topic),
            "ladder": self._ladders.on_topic(topic, self._words),
            "cards": self._cards.cards(planned.data["works"]),
            "years": [
                Link(
                    format_edtf(year, tag),
                    self._cards.url(f"{planned.uri}/{year}"),
                    self._words("works", count=total),
                )
                for year, total in planned.data["years"].items()
            ],
            "beside": self._topics_beside(topic, all_works),
        }

    def _other_names(self, topic: Topic) -> list[Link]:
        return [
            Link(topic.labels[other], self._cards.topic_url(topic.id, other), other)
            for other in self._cards.names
            if other != self._words.tag
        ]

    def _topics_beside(self, topic: Topic, works: list[Work]) -> list[Link]:
        """Who and what the same works name most."""
        totals: dict[str, int] = {}
        for work in works:
            for id_ in dict.fromkeys(work.topics):
                if id_ != topic.id:
                    totals[id_] = totals.get(id_, 0) + 1
        order = sorted(totals, key=lambda id_: (-totals[id_], id_))
        return [self._cards.topic_link(id_) for id_ in order[:TOPICS_BESIDE]]
