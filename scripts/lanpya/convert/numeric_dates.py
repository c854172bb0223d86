"""Dates in figures (06/02/2024) beside those in words, on lines that are about the article.

Day and month are only told apart where one of them is above twelve, where both are the
same, or where the digits are of a language that has one order. Otherwise the date is
deliberately not taken.
"""

import re
from collections.abc import Iterator

from lanpya.convert.language import script_of
from lanpya.convert.wording import read_wording
from lanpya.text.dates import FoundDate, find_dates, parse_edtf
from lanpya.text.numerals import to_ascii_digits

LEAP_YEAR = 2000
# `\d` is a digit of any script.
YEAR_LAST_RE = re.compile(r"(?<!\d)(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
YEAR_FIRST_RE = re.compile(r"(?<!\d)(\d{4})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
GLUED_COMMA_RE = re.compile(r"(?<=\d),(?=\d{4}(?!\d))")
GLUED_WORD_RE = re.compile(r"(?<=\d{4})(?=[A-Z][a-z]|[A-Z]\s)")
GLUED_MONTH_RE = re.compile(r"(?<=[A-Za-z]\.)(?=\d)")


def space_out(text: str) -> str:
    """Put in the spaces that a page lost: "Nov.17,2023In" → "Nov. 17, 2023 In"."""
    text = GLUED_MONTH_RE.sub(" ", GLUED_COMMA_RE.sub(", ", text))
    return GLUED_WORD_RE.sub(" ", text)


def find_all_dates(text: str) -> list[FoundDate]:
    """Dates in words and figures, in order, without overlaps."""
    found = find_dates(text)
    for date in find_numeric_dates(text):
        if all(date.end <= other.start or other.end <= date.start for other in found):
            found.append(date)
    return sorted(found, key=lambda date: date.start)


def find_numeric_dates(text: str) -> list[FoundDate]:
    """Dates in figures whose day and month are certain."""
    found = []
    for match in YEAR_FIRST_RE.finditer(text):
        year, _, month, day = match.groups()
        found.append(_found(match, year, month, day))
    for match in find_figures(text):
        first, _, second, year = match.groups()
        if order := _order(first, second):
            day, month = (first, second) if order == "day-first" else (second, first)
            found.append(_found(match, year, month, day))
    return [date for date in found if date is not None]


def lacks_year(text: str) -> bool:
    """Whether a text is a day of a month without its year and nothing else."""
    return any(
        len(date.edtf) == len("2000-01-01") and date.start == 0 and date.end == len(whole)
        for whole in (f"{text}, {LEAP_YEAR}", f"{text} {LEAP_YEAR}", f"{LEAP_YEAR} {text}")
        for date in find_dates(whole)
    )


def find_figures(text: str) -> Iterator[re.Match[str]]:
    """The dates in figures that end in the year, certain or not."""
    return YEAR_LAST_RE.finditer(text)


def has_ambiguous_date(text: str) -> bool:
    """Whether a date in figures stands there that could be either of two days."""
    return any(_order(match[1], match[3]) is None for match in find_figures(text))


def _order(first: str, second: str) -> str | None:
    """Which of two numbers is the day: "day-first", "month-first" or unknown."""
    one, other = int(to_ascii_digits(first)), int(to_ascii_digits(second))
    if one > 12 or one == other:
        return "day-first"
    if other > 12:
        return "month-first"
    script = script_of(first[0])
    orders = {
        traits.numeric_dates for traits in read_wording().languages if traits.script == script
    }
    return orders.pop() if len(orders) == 1 and orders < {"day-first", "month-first"} else None


def _found(match: re.Match[str], year: str, month: str, day: str) -> FoundDate | None:
    numbers = [int(to_ascii_digits(text)) for text in (year, month, day)]
    edtf = "{:04}-{:02}-{:02}".format(*numbers)
    try:
        parse_edtf(edtf)
    except ValueError:
        return None
    return FoundDate(edtf, match.start(), match.end())
