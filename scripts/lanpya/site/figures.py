"""Figures as claims: a ladder of numbers, each with what it counts and who says so.

Nothing is averaged, joined or interpolated; contested counts stand side by side.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lanpya.model import SOURCE_SPEAKER, Figure, Library, Topic, Unit, Work
from lanpya.site.strings import Strings
from lanpya.site.topic_places import TopicPlaces
from lanpya.text.dates import format_edtf, parse_edtf

TOPIC_ROWS = 10
Claim = tuple[Work, Figure]


@dataclass(frozen=True)
class LadderRow:
    """A claim, in one language.

    share: length of its bar, 1 to 100, beside the largest claim of this ladder that counts the
    same; None where there is nothing to compare. speaker_uri: where the speaker stands among the
    topics, if anywhere.
    """

    anchor: str
    number: str
    share: int | None
    counts: str
    speaker: str
    speaker_uri: str | None
    as_of: str
    is_superseded: bool
    work: Work


class Ladders:
    """Makes ladders out of the figures of a library."""

    def __init__(self, library: Library, places: TopicPlaces) -> None:
        self._places = places
        self._vocabulary = library.vocabulary
        self._works = library.works
        self._superseded = {
            figure.supersedes
            for work in library.works.values()
            for figure in work.figures
            if figure.supersedes
        }
        self._by_topic = self._index()

    def of_work(self, work: Work, words: Strings) -> list[LadderRow]:
        """A work's claims, in the order that its editor gave them."""
        return self._rows([(work, figure) for figure in work.figures], words)

    def latest(self, works: Iterable[Work], words: Strings, limit: int) -> list[LadderRow]:
        """The newest claims that nothing supersedes, one for each thing counted and speaker."""
        return self._rows(self._newest(works)[:limit], words)

    def _newest(self, works: Iterable[Work]) -> list[Claim]:
        first: dict[tuple[str, str], Claim] = {}
        for work, figure in self._claims(works):
            first.setdefault((figure.counts, _speaker_id(work, figure)), (work, figure))
        return list(first.values())

    def _claims(self, works: Iterable[Work]) -> list[Claim]:
        """Every claim that nothing supersedes, the newest first."""
        claims = [
            (work, figure)
            for work in works
            for figure in work.figures
            if f"{work.uri}#{figure.id}" not in self._superseded
        ]
        claims.sort(
            key=lambda claim: parse_edtf(claim[1].as_of or claim[0].published).first_day,
            reverse=True,
        )
        return claims

    def _index(self) -> dict[str, list[Claim]]:
        """Claims by the themes that they are about and by who says so."""
        index: dict[str, list[Claim]] = defaultdict(list)
        for work, figure in self._claims(self._works.values()):
            themes = self._vocabulary.counts[figure.counts].about
            for topic_id in dict.fromkeys([*themes, figure.attributed_to]):
                index[topic_id].append((work, figure))
        return dict(index)

    def on_topic(self, topic: Topic, words: Strings) -> list[LadderRow]:
        """The newest claims about a theme or by a speaker, whatever work they stand in."""
        return self._rows(self._by_topic.get(topic.id, [])[:TOPIC_ROWS], words)

    def chosen(self, references: Iterable[str], words: Strings) -> list[LadderRow]:
        """The claims that an editor names, as "articles/x#id"; unknown ones are left out."""
        known = {
            f"{work.uri}#{figure.id}": (work, figure)
            for work in self._works.values()
            for figure in work.figures
        }
        return self._rows([known[name] for name in references if name in known], words)

    def _rows(self, claims: list[Claim], words: Strings) -> list[LadderRow]:
        values: dict[tuple[str, str], list[float]] = defaultdict(list)
        for _, figure in claims:
            values[figure.counts, figure.unit].append(figure.value)
        return [
            self._row(work, figure, _share(figure.value, values[figure.counts, figure.unit]), words)
            for work, figure in claims
        ]

    def _row(self, work: Work, figure: Figure, share: int | None, words: Strings) -> LadderRow:
        speaker, speaker_uri = self._speaker(work, figure, words)
        return LadderRow(
            anchor=f"x-figure-{figure.id}",
            number=format_claim(figure, self._vocabulary.units[figure.unit], words),
            share=share,
            counts=self._vocabulary.counts[figure.counts].labels[words.tag],
            speaker=speaker,
            speaker_uri=speaker_uri,
            as_of=format_edtf(figure.as_of, words.tag) if figure.as_of else words("figure.undated"),
            is_superseded=f"{work.uri}#{figure.id}" in self._superseded,
            work=work,
        )

    def _speaker(self, work: Work, figure: Figure, words: Strings) -> tuple[str, str | None]:
        if figure.attributed_to == SOURCE_SPEAKER:
            source = work.source
            return source.agency or source.publisher or words("figure.source"), None
        topic = self._vocabulary.topics[figure.attributed_to]
        return topic.labels[words.tag], self._places.uri(topic.id, words.tag)


def _speaker_id(work: Work, figure: Figure) -> str:
    """Whose claim it is; sources that name nobody are not taken for one another."""
    if figure.attributed_to != SOURCE_SPEAKER:
        return figure.attributed_to
    return work.source.agency or work.source.publisher or work.uri


def _share(value: float, comparable: list[float]) -> int | None:
    """The length of a bar: only numbers that count the same thing are set side by side."""
    largest = max(comparable)
    if len(comparable) < 2 or not largest:
        return None
    return max(1, round(100 * value / largest))


def format_claim(figure: Figure, unit: Unit, words: Strings) -> str:
    """The number with unit and hedge: "more than 2,000,000 people", "၂,၀၀၀,၀၀၀ ဦး ကျော်"."""
    forms = unit.labels[words.tag]
    label = forms.one if figure.value == 1 else forms.other
    claim = words("figure.unit", number=words.number(figure.value), unit=label)
    return words(f"bound.{figure.bound.value}", number=claim)
