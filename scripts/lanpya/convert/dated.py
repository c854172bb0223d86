"""Pieces of a line that hold a date: what stands around it, and what is left.

"International Published At: 06 Feb 2024, 10:37 a.m." is a section, a label, a date and a
time. A date whose year or order is not given is a piece too, so that its line is not
taken for text, but it dates nothing.
"""

import re
from collections.abc import Iterator
from functools import cache

from lanpya.convert.clock import take_time
from lanpya.convert.names import looks_like_name
from lanpya.convert.numeric_dates import (
    find_all_dates,
    find_figures,
    has_ambiguous_date,
    lacks_year,
    space_out,
)
from lanpya.convert.parts import EDGES, NotUnderstood, Part, label_re, read_name
from lanpya.convert.punctuation import COLONS, COMMAS, DASHES, is_word_part
from lanpya.convert.result import Author
from lanpya.convert.wording import read_wording
from lanpya.text.dates import FoundDate

# A piece with a date in it is at most this many times as long as the date.
MAX_TIMES_DATE = 8
MAX_SECTION_WORDS = 3
DASH_RE = re.compile(rf"\s+[/{DASHES}]+\s+|[–—]")
COMMA_RE = re.compile(rf"\s*[{COMMAS}]\s*|\s+[{DASHES}]+\s+|[–—]")
# Beside a date, a name in small letters is a user's.
USER_RE = re.compile(r"by (?P<user>[a-z0-9][a-z0-9_.-]{2,30})", re.IGNORECASE)
FILLER = " ,;" + COLONS + DASHES


def read_dated(segment: str) -> Iterator[Part]:
    """The parts of a piece that may hold dates. Raises NotUnderstood where any of it is text."""
    segment = space_out(segment)
    if has_ambiguous_date(segment):
        yield _read_ambiguous(segment)
        return
    dates = find_all_dates(segment)
    if not dates:
        yield from _read_undated(segment)
        return
    if sum(date.end - date.start for date in dates) * MAX_TIMES_DATE < len(segment):
        raise NotUnderstood
    start = 0
    for index, date in enumerate(dates):
        is_last = index + 1 == len(dates)
        end = len(segment) if is_last else dates[index + 1].start
        after = segment[date.end : end]
        yield from _read_around(segment[start : date.start], date, after, is_last)
        start = date.end


def _read_around(before: str, date: FoundDate, after: str, is_last: bool) -> Iterator[Part]:
    """A date with its label and time. What follows it is the next date's unless it is the last."""
    kind, before, is_labelled = _take_label(before)
    time, zone, before, after = _take_time_around(before, after)
    if not is_labelled:
        kind, before, is_labelled = _take_label(before)
    is_day = len(date.edtf) == len("2024-02-06")
    edtf = date.edtf + (f"T{time}{zone or ''}" if time and is_day else "")
    if is_word_part(after[:1]):
        # A particle goes on where the date ends: the date is part of a sentence.
        raise NotUnderstood
    yield Part(kind, edtf, is_labelled=is_labelled)
    yield from _read_leftover(before, before.rstrip()[-1:], is_labelled)
    if is_last:
        yield from _read_leftover(after, after.lstrip()[:1], is_labelled=False)


def _read_undated(segment: str) -> Iterator[Part]:
    """A piece without a whole date: a day without its year, a byline, names."""
    pieces = [segment] if label_re("author", "section").match(segment) else DASH_RE.split(segment)
    if any(lacks_year(piece.strip(FILLER)) for piece in COMMA_RE.split(segment)):
        pieces = COMMA_RE.split(segment)
    for piece in (piece.strip(FILLER) for piece in pieces):
        if piece and lacks_year(piece):
            yield Part("day", piece)
        elif piece:
            yield from read_name(piece, is_glued=False)


def _read_ambiguous(segment: str) -> Part:
    """A date in figures that could be either of two days, with its label and its time."""
    rest = segment
    for match in reversed(list(find_figures(segment))):
        _, before, _ = _take_label(rest[: match.start()])
        _, _, after = take_time(rest[match.end() :], from_start=True)
        rest = f"{before} {after}"
    if any(is_word_part(char) for char in strip_words(rest, "time_fillers")):
        raise NotUnderstood
    return Part("ambiguous", segment)


@cache
def _date_label_re(field: str) -> re.Pattern[str]:
    """A label of a date, at the end of what stands before it; a colon is not needed."""
    labels = read_wording().labels[field]
    return re.compile(rf"(?:^|(?<=[\s(,;|]))(?:{labels})\s*[{COLONS}{DASHES}]?\s*$", re.IGNORECASE)


def _take_label(before: str) -> tuple[str, str, bool]:
    """(published or updated, what stands before the label, whether there is a label)"""
    text = strip_words(before.rstrip(" ,("), "weekdays")
    for kind in ("updated", "published"):
        if match := _date_label_re(kind).search(text):
            return kind, text[: match.start()], True
    return "published", text, False


def _take_time_around(before: str, after: str) -> tuple[str | None, str | None, str, str]:
    """The time of day that follows or precedes a date, and what is left on both sides."""
    time, zone, rest = take_time(after, from_start=True)
    if time:
        return time, zone, before, rest
    time, zone, rest = take_time(before, from_start=False)
    return time, zone, rest if time else before, after


def _read_leftover(text: str, edge: str, is_labelled: bool) -> Iterator[Part]:
    """What stands beside a date: a name, a section, a byline, or nothing but filler.

    edge: the character next to the date.
    """
    text = strip_words(strip_words(text, "weekdays"), "time_fillers").strip(EDGES)
    is_glued = edge not in set(EDGES) and not is_labelled
    for piece in (piece.strip(EDGES) for piece in DASH_RE.split(text)):
        # Right before "Published at:" stands the section, whatever it is called.
        if is_labelled and looks_like_name(piece) and len(piece.split()) <= MAX_SECTION_WORDS:
            yield Part("section", piece)
        elif match := USER_RE.fullmatch(piece):
            yield Part("author", piece, True, (Author(match["user"]),))
        elif piece:
            yield from read_name(piece, is_glued)


def strip_words(text: str, key: str) -> str:
    """Take whole words of a list of phrases/*.yml away from both ends, with spaces and commas."""
    words = read_wording().alternatives[key]
    start, end = re.compile(rf"{words}", re.I), re.compile(rf"{words}$", re.I)
    while True:
        text = text.strip(" ,()")
        if (match := start.match(text)) and not is_word_part(text[match.end() : match.end() + 1]):
            text = text[match.end() :]
        elif (match := end.search(text)) and not is_word_part(text[: match.start()][-1:]):
            text = text[: match.start()]
        else:
            return text
