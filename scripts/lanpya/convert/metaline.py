"""A line about the article: date, byline, section, reading time, in any order and mixture.

"January 15th, 2024 • Author: Somebody • 8 minute read", "International Published At: 06
Feb 2024, 10:37 a.m.", "By Jane Roe | AP". A line is only taken for one where every part
of it is understood; a sentence never is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lanpya.convert.clock import take_time
from lanpya.convert.dated import read_dated
from lanpya.convert.markers import match_bullet
from lanpya.convert.names import read_names
from lanpya.convert.parts import EDGES, STRONG_KINDS, NotUnderstood, Part, label_re
from lanpya.convert.wording import read_wording

MAX_WORDS = 30
MAX_LENGTH = 220
MAX_PARTS = 6
SEPARATOR_RE = re.compile(r"\s*[|•·●∙⋅│¦‧]\s*")
URL_RE = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;)]")
# Labels whose value may be anything, and the kind of part that it makes.
FREE_LABELS = {
    "title": "title",
    "description": "description",
    "publisher": "publisher-label",
    "source": "source",
    "url": "url",
}
CREDITS = ("translator", "editor", "contributor")


@dataclass(frozen=True)
class MetaLine:
    """A line about the article, in parts."""

    parts: tuple[Part, ...]

    @property
    def is_strong(self) -> bool:
        """Whether it can be nothing else; "Washington Post" alone might be a heading."""
        return any(part.kind in STRONG_KINDS for part in self.parts)

    @property
    def is_doubtful(self) -> bool:
        """Whether it would be a title as well: "Weekly Update 3 March 2024"."""
        return any(part.is_glued for part in self.parts)

    @property
    def is_dateline(self) -> bool:
        """Whether it is a place and a day without its year, which belong to the text."""
        return {part.kind for part in self.parts} == {"day", "name"}

    def of_kind(self, kind: str) -> Iterator[Part]:
        """Its parts of one kind, in order."""
        return (part for part in self.parts if part.kind == kind)


def parse_metaline(text: str) -> MetaLine | None:
    """Take a line about the article apart; None where any of it is not understood."""
    if bullet := match_bullet(text):
        text = text[bullet.end() :]
    labelled = _read_labelled(text)
    if labelled or len(text) > MAX_LENGTH or len(text.split()) > MAX_WORDS:
        return labelled
    try:
        parts = tuple(part for segment in _segments(text) for part in _read_segment(segment))
    except NotUnderstood:
        return None
    return MetaLine(parts) if 0 < len(parts) <= MAX_PARTS else None


def _read_labelled(text: str) -> MetaLine | None:
    """A line such as "Title: …", or an address alone."""
    for field, kind in FREE_LABELS.items():
        match = label_re(field).match(text)
        value = text[match.end() :].strip() if match else ""
        if URL_RE.fullmatch(value):
            return MetaLine((Part("url", value, is_labelled=True),))
        if value and kind != "url" and (kind == "description" or len(value) <= MAX_LENGTH):
            return MetaLine((Part(kind, value, is_labelled=True),))
    return MetaLine((Part("url", text),)) if URL_RE.fullmatch(text) else None


def _segments(text: str) -> list[str]:
    """The pieces between bars and bullets; a time of day goes with the date before it."""
    segments: list[str] = []
    for segment in SEPARATOR_RE.split(text):
        time, _, rest = take_time(segment, from_start=True)
        if segments and time and not rest.strip(EDGES):
            segments[-1] += f", {segment}"
        elif segment.strip(EDGES):
            segments.append(segment.strip())
    return segments


def _read_segment(segment: str) -> Iterator[Part]:
    """The parts between two bars. Raises NotUnderstood where one of them is text."""
    if read_wording().is_whole("reading_time", segment.strip(EDGES)):
        yield Part("reading", segment)
        return
    if _is_furniture(segment):
        yield Part("furniture", segment)
        return
    for kind in CREDITS:
        if match := label_re(kind).match(segment):
            authors = read_names(segment[match.end() :]).authors
            yield Part(kind, segment, is_labelled=True, authors=authors)
            return
    yield from read_dated(segment)


def _is_furniture(segment: str) -> bool:
    """Whether a piece is a counter or a button, which share the date's line on many pages."""
    return segment.isdigit() or any(
        rule.where == "edges" and rule.pattern.fullmatch(segment) is not None
        for rule in read_wording().furniture
    )
