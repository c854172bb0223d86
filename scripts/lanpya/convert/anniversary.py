"""When a text without a date was written, from phrases such as "two years since the coup".

The count of years comes from the phrase; the event's date from the text itself or, failing
that, from events.yml. The result is a month, marked approximate and inferred with its
reason, and it is given up where the text names a later year than it could know of.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from lanpya.convert.article import Article, Claim
from lanpya.convert.result import Confidence, Datum
from lanpya.convert.wording import read_wording
from lanpya.convert.wrapping import Chunk
from lanpya.text.dates import find_dates

CITED_YEAR_RE = re.compile(r"\b(?:19|20)\d{2}\b")
# A text cites works of its own year, and speaks of plans for years to come.
MAX_YEARS_AHEAD = 1
# A text says what it marks in its first paragraphs.
NEAR_START = 10
# How near to the event's name its date stands, in characters.
BESIDE = 30


@dataclass(frozen=True)
class Event:
    """An event with its date, from events.yml."""

    date: str
    names: tuple[str, ...]
    context: tuple[str, ...]


@dataclass(frozen=True)
class Phrase:
    """Such as "two years have passed since …": what is counted, and what follows "since"."""

    years: int
    event: str
    words: str
    chunk: Chunk


@cache
def read_events() -> tuple[Event, ...]:
    """The events whose dates readers are expected to know."""
    path = resources.files("lanpya.convert") / "events.yml"
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Event(entry["date"], tuple(entry["names"]), tuple(entry["context"]))
        for entry in loaded["events"]
    )


def infer_published(article: Article) -> Claim | None:
    """The month that an anniversary phrase dates the text to, as EDTF with "~"."""
    text = "\n".join(chunk.text for chunk in article.chunks)
    for phrase in _find_phrases(article.chunks[: article.head_end + NEAR_START]):
        origin = _date_in_text(phrase, article.chunks) or _known_date(phrase, text)
        if origin is None:
            continue
        date, where = origin
        year, month = int(date[:4]) + phrase.years, date[5:7]
        latest = max((int(one) for one in CITED_YEAR_RE.findall(text)), default=year)
        if latest > year + MAX_YEARS_AHEAD:
            continue
        reason = f"“{phrase.words}”, and {where} dates that to {date}"
        if latest == year:
            reason += f"; {latest} is the latest year that the text names"
        datum = Datum(
            f"{year:04}-{month}~",
            "anniversary",
            phrase.chunk.first_line,
            Confidence.LOW,
            reason,
        )
        return Claim("published", datum)
    return None


def _find_phrases(chunks: Sequence[Chunk]) -> Iterator[Phrase]:
    wording = read_wording()
    for chunk in chunks:
        for pattern in wording.patterns["anniversary"]:
            for match in pattern.finditer(chunk.text):
                if wording.search("not_now", chunk.text[: match.start("count")]):
                    continue
                if years := _count(match["count"].lower(), wording.counts):
                    words = match.group()[: match.end("event") - match.start()]
                    yield Phrase(years, match["event"], _shortened(words), chunk)


def _count(text: str, counts: Mapping[str, int]) -> int | None:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else counts.get(text)


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _date_in_text(phrase: Phrase, chunks: Sequence[Chunk]) -> tuple[str, str] | None:
    """The event's date, where the text names the event right beside a date."""
    nouns = read_wording().alternatives["event_nouns"]
    named = re.search(nouns, phrase.event, re.IGNORECASE)
    if named is None:
        return None
    noun = re.compile(rf"\b{re.escape(named.group())}\b", re.IGNORECASE)
    found: dict[str, str] = {}
    for chunk in chunks:
        for match in noun.finditer(chunk.text):
            start = max(0, match.start() - BESIDE)
            for date in find_dates(chunk.text[start : match.end() + BESIDE]):
                if len(date.edtf) >= len("2021-02"):
                    found.setdefault(date.edtf, f"line {chunk.first_line}")
    return next(iter(found.items())) if len(found) == 1 else None


def _known_date(phrase: Phrase, text: str) -> tuple[str, str] | None:
    """The event's date from events.yml, if just one event there fits phrase and text."""
    fits = {
        event.date
        for event in read_events()
        if _names(event.names, phrase.event) and _names(event.context, text)
    }
    return (fits.pop(), "the list of events") if len(fits) == 1 else None


def _names(names: Sequence[str], text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I) for name in names)
