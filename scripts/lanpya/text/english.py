"""English: dates as British newspapers print them, and as others do when read."""

import re

from lanpya.text.rules import LanguageRules, month_pattern

MONTHS = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)

# "NOVEMBER" too, but never "may 2021": that is a verb and a number.
_MONTH = rf"(?=[A-Z])(?i:{month_pattern(MONTHS)})\.?"
_GAP = r"\s{1,3}"  # a line may be wrapped inside a date
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"

DATE_PATTERNS = (
    re.compile(rf"\b{_MONTH}{_GAP}{_DAY},?{_GAP}{_YEAR}\b"),
    re.compile(rf"\b{_DAY}{_GAP}(?:of{_GAP})?{_MONTH},?{_GAP}{_YEAR}\b"),
    re.compile(rf"\b{_MONTH},?{_GAP}{_YEAR}\b"),
)


def write_date(year: int, month: int | None, day: int | None) -> str:
    """Day, month, year without ordinals or commas: "17 November 2023"."""
    parts = [str(day)] if day else []
    parts += [MONTHS[month - 1][0]] if month else []
    return " ".join([*parts, str(year)])


RULES = LanguageRules(
    tag="en",
    months=MONTHS,
    date_patterns=DATE_PATTERNS,
    write_date=write_date,
    about="about {}",
    possibly="possibly {}",
)
