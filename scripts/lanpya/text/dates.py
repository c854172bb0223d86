"""Dates: EDTF, how a language writes them, and where they stand in running text.

EDTF (ISO 8601-2, level 1) as far as sources need it: YYYY, YYYY-MM,
YYYY-MM-DD, each perhaps with `~` (approximate), `?` (uncertain) or `%` (both),
and date-times. Intervals, seasons and years of more than four digits are
deliberately refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from lanpya.text import cldr
from lanpya.text.languages import ALL_RULES, rules_for
from lanpya.text.rules import LanguageRules

EDTF_RE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:T(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?))?)?)?"
    r"(?P<qualifier>[~?%])?"
)
ISO_DATE_RE = re.compile(
    r"(?<![\w./-])(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9/-])"
)


@dataclass(frozen=True)
class EdtfDate:
    """A day, month or year of the calendar; never one that does not exist.

    time: as written after the T, zone included, or None. Raises ValueError for 30 February.
    """

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = None
    is_approximate: bool = False
    is_uncertain: bool = False

    def __post_init__(self) -> None:
        if 0 in (self.month, self.day):
            raise ValueError("months and days are counted from 01")
        if self.day and not self.month:
            raise ValueError("a day needs a month")
        if self.time and (not self.day or self.is_approximate or self.is_uncertain):
            raise ValueError("a time needs a day that is certain")
        datetime.fromisoformat(f"{self.first_day.isoformat()}T{self.time or '00:00'}")

    @property
    def first_day(self) -> date:
        """The earliest day it can mean, qualifiers aside: what to sort by."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """EDTF again: parse_edtf(str(date)) == date."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        qualifier = {(True, False): "~", (False, True): "?", (True, True): "%"}
        time = f"T{self.time}" if self.time else ""
        return "-".join(parts) + time + qualifier.get((self.is_approximate, self.is_uncertain), "")


@dataclass(frozen=True)
class FoundDate:
    """A date in running text: text[start:end] says what `edtf` says."""

    edtf: str
    start: int
    end: int


def parse_edtf(text: str) -> EdtfDate:
    """Read EDTF. Raises ValueError, with a reason to show, for anything else."""
    match = EDTF_RE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no EDTF date: write 2023, 2023-11 or 2023-11-17")
    try:
        return EdtfDate(
            year=int(match["year"]),
            month=_optional_int(match["month"]),
            day=_optional_int(match["day"]),
            time=match["time"],
            is_approximate=match["qualifier"] in ("~", "%"),
            is_uncertain=match["qualifier"] in ("?", "%"),
        )
    except ValueError as fault:
        raise ValueError(f"{text!r} is no date of the calendar: {fault}") from None


def _optional_int(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def format_edtf(text: str, tag: str) -> str:
    """An EDTF date for readers of a language: "about February 2023". Times are not shown.

    Raises ValueError as parse_edtf does.
    """
    edtf = parse_edtf(text)
    rules = rules_for(tag)
    written = _write(edtf.year, edtf.month, edtf.day, tag, rules)
    if edtf.is_approximate:
        written = (rules.about if rules else "~{}").format(written)
    if edtf.is_uncertain:
        written = (rules.possibly if rules else "{}?").format(written)
    return written


def format_month(year: int, month: int, tag: str) -> str:
    """The name of a month of a year: "November 2023". Raises ValueError where there is none."""
    date(year, month, 1)
    return _write(year, month, None, tag, rules_for(tag))


def _write(
    year: int, month: int | None, day: int | None, tag: str, rules: LanguageRules | None
) -> str:
    if rules:
        return rules.write_date(year, month, day)
    return cldr.format_date(year, month, day, tag)


def find_dates(text: str) -> list[FoundDate]:
    """Every full date or month of a year in the text, in every language known, in order.

    A day without a year is not a date here, and neither is 31 June.
    """
    candidates = list(_candidates(text, ISO_DATE_RE, None))
    for rules in ALL_RULES:
        for pattern in rules.date_patterns:
            candidates += _candidates(text, pattern, rules)
    found: list[FoundDate] = []
    end = 0
    for date_ in sorted(candidates, key=lambda one: (one.start, -one.end)):
        if date_.start >= end:
            end = date_.end
            found.append(date_)
    return [date_ for date_ in found if date_.edtf]


def _candidates(
    text: str, pattern: re.Pattern[str], rules: LanguageRules | None
) -> Iterator[FoundDate]:
    """What the pattern finds; `edtf` is empty for a day that does not exist, to bar its parts."""
    for match in pattern.finditer(text):
        parts = match.groupdict()
        month = rules.month_number(parts["month"]) if rules else int(parts["month"])
        try:
            edtf = str(EdtfDate(int(parts["year"]), month, _optional_int(parts.get("day"))))
        except ValueError:
            edtf = ""
        yield FoundDate(edtf, match.start(), match.end())
